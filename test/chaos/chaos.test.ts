import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../../local/chaos/plan.ts';
import { plantedBug } from '../../local/chaos/planted-bugs.ts';
import { runChaos } from '../../local/chaos/run-chaos.ts';

const small = { seed: 9, cases: 5, kills: 10, concurrency: 6 };

/** The checks that failed, with what they found; the folder of a red run is not kept here. */
const failedIn = async (options: Parameters<typeof runChaos>[0]) => {
  const { checks, folder, figures } = await runChaos(options);
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  return { figures, failed: checks.filter((check) => check.faults.length > 0) };
};

describe('chaos', () => {
  it('makes the same plan of the same seed, and another of another', () => {
    expect(makePlan(small).fingerprint).toBe(makePlan(small).fingerprint);
    expect(makePlan(small).fingerprint).not.toBe(makePlan({ ...small, seed: 8 }).fingerprint);
  });

  it('finds nothing lost and nothing done twice after 10 kills', async () => {
    const { failed, figures } = await failedIn(small);
    expect(failed).toEqual([]);
    expect(figures.kills).toBe(10);
    expect(figures.acknowledged).toBe(figures.commands);
  }, 180_000);

  /** Two cases that go straight to their end: enough to show each bug. */
  const plain = { seed: 1528, cases: 2, kills: 0, concurrency: 2, patienceSeconds: 3 };
  const foundBy = {
    'lost-signal': 'no case got stuck while the product ran',
    'doubled-letter': 'letters came again only when a kill fell between sending and mark',
    'reused-number': 'register numbers are unique and without gaps',
    'dropped-clock': 'no clock is lost',
  } as const;

  it.each(plantedBug.options)(
    'turns red on a planted %s',
    async (plant) => {
      const { failed } = await failedIn({ ...plain, plant });
      expect(failed.map((check) => check.name)).toContain(foundBy[plant]);
    },
    120_000,
  );
});
