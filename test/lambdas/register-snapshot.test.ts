import { describe, expect, it } from 'vitest';
import { digestOf, type PublicRegister } from '../../lambdas/ports/public-register.ts';
import { makeSnapshot } from '../../lambdas/public-site/register/snapshot.ts';
import { aPublicMotion } from '../support/public-motions.ts';

/** A register that counts what is read of it. */
const aRegister = (...motions: ReturnType<typeof aPublicMotion>[]) => {
  const held = new Map(motions.map((each) => [each.caseId, each]));
  const headless = new Set<string>();
  const reads: string[] = [];
  let isOut = false;
  const reading = <T>(what: string, value: T): T => {
    if (isOut) throw new Error('out of reach');
    reads.push(what);
    return value;
  };
  const register: PublicRegister = {
    motion: async (caseId) => reading(`motion ${caseId}`, held.get(caseId)),
    year: async () => ({ items: [] }),
    allOfYear: async (year) =>
      reading(
        `year ${year}`,
        [...held.values()].filter(({ registerYear }) => registerYear === year),
      ),
    heads: async () =>
      reading(
        'heads',
        [...held.values()]
          .filter(({ caseId }) => !headless.has(caseId))
          .map((each) => ({ caseId: each.caseId, registerYear: each.registerYear, digest: digestOf(each) })),
      ),
    details: async () => ({ dissents: [], history: [] }),
    notices: async () => [],
    meetings: async () => [],
  };
  return {
    register,
    reads,
    headless,
    put: (motion: ReturnType<typeof aPublicMotion>) => held.set(motion.caseId, motion),
    fail: (out: boolean) => {
      isOut = out;
    },
  };
};

const now = () => '2026-07-30T10:00:00.000Z';
const titles = (snapshot: { entries: readonly { title: string }[] }) =>
  snapshot.entries.map(({ title }) => title);
/** The rest after a refresh is a multiple of the time it took, which here is next to none. */
const rested = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('the register in memory', () => {
  it('reads only what has changed, a masked name though the version stands still', async () => {
    const source = aRegister(aPublicMotion({ caseId: 'c1' }), aPublicMotion({ caseId: 'c2' }));
    const read = makeSnapshot({ register: source.register, now });
    expect(titles(await read())).toEqual(['Motion c2', 'Motion c1']);
    source.reads.length = 0;
    const masked = { name: 'Skyddade personuppgifter', party: 'S', withdrawn: false };
    source.put(aPublicMotion({ caseId: 'c1', movers: [masked] }));
    await rested();
    const snapshot = await read();
    expect(snapshot.entries[1]?.movers).toEqual([masked]);
    expect(source.reads).toEqual(['heads', 'motion c1']);
  });

  it('finds a new motion, and reads the year when many have changed', async () => {
    const source = aRegister(aPublicMotion({ caseId: 'c1' }));
    const read = makeSnapshot({ register: source.register, now });
    await read();
    for (let each = 2; each < 40; each += 1) source.put(aPublicMotion({ caseId: `c${each}` }));
    source.reads.length = 0;
    await rested();
    expect((await read()).entries).toHaveLength(39);
    expect(source.reads).toEqual(['heads', 'year 2026']);
  });

  it('shows what was written before there were heads', async () => {
    const source = aRegister(aPublicMotion({ caseId: 'c1', registerYear: 2010 }));
    source.headless.add('c1');
    const read = makeSnapshot({ register: source.register, now });
    expect(titles(await read())).toEqual(['Motion c1']);
  });

  it('asks once for many visitors at a time', async () => {
    const source = aRegister(aPublicMotion({ caseId: 'c1' }));
    const read = makeSnapshot({ register: source.register, now });
    await Promise.all([read(), read(), read()]);
    expect(source.reads.filter((each) => each === 'heads')).toHaveLength(1);
  });

  it('shows what it has for a moment when the table is out of reach, and fails when it has nothing', async () => {
    const source = aRegister(aPublicMotion({ caseId: 'c1' }));
    const read = makeSnapshot({ register: source.register, now });
    source.fail(true);
    await expect(read()).rejects.toThrow('out of reach');
    source.fail(false);
    await read();
    source.fail(true);
    await rested();
    expect(titles(await read())).toEqual(['Motion c1']);
  });
});
