import { describe, expect, it } from 'vitest';
import type { OpenWait } from '../../lambdas/ports/case-store.ts';
import {
  archived,
  aTask,
  at,
  changeBy,
  imported,
  newId,
  referred,
  registered,
  returned,
} from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const later = '2026-03-03T09:00:00.000Z';

/** What the record keeps for the workflow: waits, moves, signals, executions. */
export const workflowContract = (stores: () => Stores) =>
  describe('workflow', () => {
    const receive = async () => {
      const caseId = newId('case');
      await stores().cases.commit(changeBy(caseId, undefined, imported()));
      return caseId;
    };
    const move = async (caseId: string, event: Parameters<typeof changeBy>[2]) => {
      const { cases } = stores();
      await cases.commit(changeBy(caseId, await cases.load(caseId), event));
    };
    const waitAt = (openedAtVersion: number, changes: Partial<OpenWait> = {}): OpenWait => ({
      step: 'AwaitRegistration',
      openedAtVersion,
      generation: 1,
      token: 'token-1',
      ...changes,
    });
    const owing = async (kind: 'signal' | 'start', caseId: string, now = later) => {
      const { items } = await inAllPages((page) => stores().cases.owed(kind, now, page));
      return items.some((each) => each.caseId === caseId);
    };

    it('opens a wait and its task; a retried one overwrites it', async () => {
      const { cases } = stores();
      const caseId = await receive();
      expect(await cases.openWait(caseId, waitAt(1), [aTask(caseId)])).toBe(true);
      expect(await cases.openWait(caseId, waitAt(1, { token: 'token-2' }), [aTask(caseId)])).toBe(true);
      const state = await cases.load(caseId);
      expect(state?.wait).toEqual(waitAt(1, { token: 'token-2' }));
      expect(state?.tasks).toEqual([aTask(caseId)]);
    });

    it('opens a wait though the text was changed, since the step was not', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await move(caseId, { type: 'ClockRang', clock: 'registration', dueOn: '2026-03-04' });
      expect(await cases.openWait(caseId, waitAt(1), [])).toBe(true);
    });

    it('opens no wait after a move, and tells the move that overtook it', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await move(caseId, registered(newId('RS')));
      await move(caseId, referred);
      expect(await cases.openWait(caseId, waitAt(1), [aTask(caseId)])).toBe(false);
      const state = await cases.load(caseId);
      expect([state?.wait, state?.tasks]).toEqual([undefined, []]);
      const first = { version: 2, step: 'AwaitRegistration', outcome: 'MotionRegistered' };
      expect(await cases.moveAfter(caseId, 1)).toEqual(first);
      await cases.clearSignal(caseId, 2);
      expect(await cases.moveAfter(caseId, 1)).toEqual(first);
      expect((await cases.moveAfter(caseId, 2))?.version).toBe(3);
      expect(await cases.moveAfter(caseId, 3)).toBeUndefined();
    });

    it('opens no wait for a generation that has been followed', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await cases.nextGeneration(caseId, 1, at);
      expect(await cases.openWait(caseId, waitAt(1), [aTask(caseId)])).toBe(false);
      expect(await cases.openWait(caseId, waitAt(1, { generation: 2 }), [])).toBe(true);
      expect((await cases.load(caseId))?.tasks).toEqual([]);
    });

    it('owes a signal for each move until it is cleared, and keeps the wait whose token it needs', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await cases.openWait(caseId, waitAt(1), [aTask(caseId)]);
      expect(await owing('signal', caseId)).toBe(false);
      await move(caseId, registered(newId('RS')));
      await move(caseId, referred);
      const state = await cases.load(caseId);
      expect(state?.owedSignals).toEqual([
        { version: 2, step: 'AwaitRegistration', outcome: 'MotionRegistered', owedAt: at },
        { version: 3, step: 'AwaitReferral', outcome: 'MotionReferred', owedAt: at },
      ]);
      expect(state?.wait).toEqual(waitAt(1));
      expect(await owing('signal', caseId, '2026-03-02T08:59:59Z')).toBe(false);
      expect(await owing('signal', caseId, at)).toBe(true);
      await cases.clearSignal(caseId, 2);
      await cases.clearSignal(caseId, 3);
      expect(await owing('signal', caseId)).toBe(false);
      expect((await cases.load(caseId))?.owedSignals).toEqual([]);
    });

    it('clears the signals that a wait has passed when it opens, and only then', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await move(caseId, registered(newId('RS')));
      expect(await cases.openWait(caseId, waitAt(1), [], [2])).toBe(false);
      expect((await cases.load(caseId))?.owedSignals).toHaveLength(1);
      expect(await cases.openWait(caseId, waitAt(2), [], [2])).toBe(true);
      expect((await cases.load(caseId))?.owedSignals).toEqual([]);
      expect(await owing('signal', caseId)).toBe(false);
    });

    it('closes the task of the step that is left, and no other', async () => {
      const { cases } = stores();
      const caseId = await receive();
      const undelivered = aTask(caseId, { kind: 'letter-failed' });
      await cases.openWait(caseId, waitAt(1), [aTask(caseId), undelivered]);
      await move(caseId, registered(newId('RS')));
      expect((await cases.load(caseId))?.tasks).toEqual([undelivered]);
    });

    it('owes the start of each generation until it is marked', async () => {
      const { cases } = stores();
      const caseId = await receive();
      expect(await owing('start', caseId)).toBe(true);
      await cases.markStarted(caseId, 2, later);
      expect(await owing('start', caseId)).toBe(true);
      await cases.markStarted(caseId, 1, later);
      expect(await owing('start', caseId)).toBe(false);
      expect((await cases.load(caseId))?.execution).toEqual({ generation: 1, startedAt: later, failures: 0 });
      expect(await cases.nextGeneration(caseId, 1, at)).toBe(2);
      expect(await cases.nextGeneration(caseId, 1, at)).toBe(2);
      expect((await cases.load(caseId))?.execution).toEqual({ generation: 2, startOwedAt: at, failures: 0 });
      expect(await owing('start', caseId)).toBe(true);
      await expect(cases.nextGeneration(newId('unknown'), 1, at)).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('counts failures of the present generation until a wait is opened', async () => {
      const { cases } = stores();
      const caseId = await receive();
      const stopped = aTask(caseId, { kind: 'execution-stopped' });
      expect(await cases.recordFailure(caseId, 1)).toBe(1);
      expect(await cases.recordFailure(caseId, 2, stopped)).toBe(1);
      expect((await cases.load(caseId))?.tasks).toEqual([]);
      expect(await cases.recordFailure(caseId, 1, stopped)).toBe(2);
      expect((await cases.load(caseId))?.tasks).toEqual([stopped]);
      await cases.openWait(caseId, waitAt(1), [aTask(caseId)]);
      const state = await cases.load(caseId);
      expect(state?.execution?.failures).toBe(0);
      expect(state?.tasks).toEqual([aTask(caseId)]);
    });

    it('lists open executions, and those started before an instant', async () => {
      const { cases } = stores();
      const [early, late, waiting] = [await receive(), await receive(), await receive()];
      await cases.markStarted(early, 1, '2026-03-02T10:00:00Z');
      await cases.markStarted(late, 1, '2026-03-02T12:00:00Z');
      const open = await inAllPages((page) => cases.openExecutions(page), 7);
      const caseIds = open.items.map((each) => each.caseId);
      expect([early, late, waiting].every((each) => caseIds.includes(each))).toBe(true);
      const before = await inAllPages(
        (page) => cases.executionsStartedBefore('2026-03-02T12:00:00Z', page),
        7,
      );
      const old = before.items.map((each) => each.caseId);
      expect([early, late, waiting].map((each) => old.includes(each))).toEqual([true, false, false]);
    });

    it('takes a closed case out of the sweep for good', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await move(caseId, registered(newId('RS')));
      // The way to the archive is long; what counts is the status that the change ends in.
      const change = changeBy(caseId, await cases.load(caseId), referred);
      await cases.commit({ ...change, after: archived(change.after) });
      const isSwept = async () =>
        (await inAllPages((page) => cases.openExecutions(page))).items.some((each) => each.caseId === caseId);
      expect(await isSwept()).toBe(false);
      await cases.nextGeneration(caseId, 1, at);
      await cases.markStarted(caseId, 2, later);
      expect(await isSwept()).toBe(false);
    });

    it('moves a task to other people when its wait is opened anew', async () => {
      const { cases } = stores();
      const caseId = await receive();
      const [leaves, stays, comes] = ['a', 'b', 'c'].map((each) => `${caseId}-${each}`);
      const taskFor = (...personIds: (string | undefined)[]) =>
        aTask(caseId, { assignee: { role: 'official', personIds: personIds.map(String) } });
      await cases.openWait(caseId, waitAt(1), [taskFor(leaves, stays)]);
      await cases.openWait(caseId, waitAt(1, { token: 'token-2' }), [taskFor(stays, comes)]);
      const has = async (personId?: string) => {
        const who = { role: 'nobody', personId: String(personId) };
        return (await cases.worklist(who, {})).items.length;
      };
      expect([await has(leaves), await has(stays), await has(comes)]).toEqual([0, 1, 1]);
    });

    it('finds the task of named people in their worklists only, as long as it is open', async () => {
      const { cases } = stores();
      const caseId = await receive();
      await move(caseId, registered(newId('RS')));
      await move(caseId, returned);
      const memberIds = Array.from({ length: 150 }, (_, index) => `${caseId}-m${index}`);
      const task = aTask(caseId, { kind: 'AwaitResubmission', assignee: { role: 'member', memberIds } });
      const wait = waitAt(3, { step: 'AwaitResubmission' });
      expect(await cases.openWait(caseId, wait, [task])).toBe(true);
      const of = async (memberId: string) =>
        (await cases.worklist({ role: 'member', memberId }, {})).items.filter(
          (each) => each.caseId === caseId,
        );
      expect(await of(`${caseId}-m149`)).toEqual([task]);
      expect(await of(`${caseId}-other`)).toEqual([]);
      await move(caseId, { type: 'MotionResubmitted', parties: [] });
      expect(await of(`${caseId}-m149`)).toEqual([]);
    });
  });
