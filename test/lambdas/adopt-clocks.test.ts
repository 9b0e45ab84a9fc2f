import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import type { Status } from '../../domain/motion.ts';
import { type TickReport, tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import { writeSpineCase } from '../support/spine-cases.ts';
import { type Desk, type MadeDesk, makeDesk } from './office-desk.ts';

let made: MadeDesk;
beforeEach(async () => {
  made = await makeDesk();
});

const on = (day: string) => {
  made.clock.now = `${day}T10:00:00.000Z`;
};
const sweep = (desk: Desk = made.desk): Promise<TickReport> => tick(desk, { sweep: true });
const tasksOf = async (caseId: string) => (await made.desk.cases.load(caseId))?.tasks.map(({ kind }) => kind);
const alarmsOf = (caseId: string) =>
  made.journal.filter(({ keys }) => keys.caseId === caseId).map(({ keys }) => keys.clock);

describe('a case that was written before the law knew its clocks', () => {
  const open = ['Registered', 'Drafting', 'CouncilAgenda'] as const satisfies readonly Status[];
  const write = (status: Status, number: number) => writeSpineCase(made.desk, status, `RS ${number}-2026`);
  const raisedOn = async (caseId: string) => {
    const motion = (await made.desk.cases.load(caseId))?.motion;
    return motion !== undefined && 'raisedOn' in motion ? (motion.raisedOn ?? '') : '';
  };

  it('has them after one sweep, and they ring on their day', async () => {
    on('2026-05-06');
    const caseIds: string[] = [];
    for (const [index, status] of open.entries()) caseIds.push(await write(status, 200 + index));
    await write('Decided', 210);
    expect(await tick(made.desk, { sweep: false })).toMatchObject({ adopted: 0, failed: 0 });
    const rings = addDays(await raisedOn(caseIds[0] ?? ''), 180);
    on(addDays(rings, -1));
    expect(await sweep()).toMatchObject({ adopted: open.length, failed: 0 });
    for (const caseId of caseIds) expect(alarmsOf(caseId)).toEqual([]);
    on(rings);
    expect(await sweep()).toMatchObject({ adopted: 0, failed: 0 });
    for (const caseId of caseIds) {
      expect(alarmsOf(caseId)).toEqual(['one-year']);
      expect(await tasksOf(caseId)).toEqual(['one-year']);
    }
  });

  it('is read once: the next sweep asks for the law and reads no case', async () => {
    await write('Drafting', 220);
    await sweep();
    const loaded: string[] = [];
    const { cases } = made.desk;
    const load: typeof cases.load = (caseId) => {
      loaded.push(caseId);
      return cases.load(caseId);
    };
    // The workflow has told all it was owed; what is left to read is what adoption would.
    await sweep({ ...made.desk, cases: { ...cases, load } });
    expect(loaded).toEqual([]);
  });

  it('is read anew when it moves meanwhile, and the law stays owed while one case fails', async () => {
    const [moving, failing] = [await write('Registered', 230), await write('Drafting', 231)];
    const { cases, clocks } = made.desk;
    let moved = false;
    const adopt: typeof clocks.adopt = async (caseId, version, given) => {
      if (caseId === failing) throw new Transient('busy');
      if (moved) return clocks.adopt(caseId, version, given);
      moved = true;
      return false;
    };
    const broken = await sweep({ ...made.desk, cases, clocks: { ...clocks, adopt } });
    expect(broken).toMatchObject({ adopted: 0, failed: 1 });
    expect(await clocks.adoptedLaw()).toBe(0);
    const due = await clocks.due('2030-01-01', {});
    expect(due.items.map(({ subject }) => subject)).toEqual([{ caseId: moving }]);
    expect(await sweep()).toMatchObject({ adopted: 2, failed: 0 });
    expect(await clocks.adoptedLaw()).toBe(1);
  });
});
