import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LetterKey } from '../../lambdas/ports/case-letters.ts';
import type { CaseStore } from '../../lambdas/ports/case-store.ts';
import { aTask, changeBy, imported, newId } from '../support/change-builders.ts';
import { recordOnDynoxide } from './record-on-dynamodb.ts';

/** What comes before the next calls to the table; it may throw, and then the call is never made. */
let meddle: ((name: string) => Promise<void>) | undefined;
let opened: Awaited<ReturnType<typeof recordOnDynoxide>>;
beforeAll(async () => {
  opened = await recordOnDynoxide();
  opened.client.middlewareStack.add(
    (next, context) => async (args) => {
      await meddle?.(String(context.commandName).replace('Command', ''));
      return next(args);
    },
    { step: 'initialize', name: 'meddle' },
  );
});
afterEach(() => {
  meddle = undefined;
});
afterAll(() => opened.stop());

const at = '2026-03-02T10:30:00.000Z';
const lease = async ({ leaseLetter }: CaseStore, key: LetterKey) => {
  expect(await leaseLetter(key, '2026-03-02T10:00:00.000Z', '2026-03-02T10:05:00.000Z')).toBe(true);
};

/** Two ways in which letters wait for the registrar, who is told by a task. */
const ways = [
  {
    state: 'held',
    kind: 'letter-held',
    stop: async (cases: CaseStore, key: LetterKey, openedAt: string) => {
      await lease(cases, key);
      await cases.holdLetter(key, aTask(key.caseId, { kind: 'letter-held', openedAt }));
    },
    letGo: (cases: CaseStore, caseId: string, keys: readonly LetterKey[]) => {
      const release = { by: 'p-registrar', at, reason: 'Prövad.' };
      return cases.releaseLetters(
        caseId,
        keys,
        release,
        aTask(caseId, { kind: 'letter-held', openedAt: at }),
      );
    },
  },
  {
    state: 'failed',
    kind: 'letter-failed',
    stop: async (cases: CaseStore, key: LetterKey, openedAt: string) => {
      await lease(cases, key);
      const task = aTask(key.caseId, { kind: 'letter-failed', openedAt });
      await cases.markLetterFailed(key, 'rejected', { task });
    },
    letGo: (cases: CaseStore, caseId: string) => cases.oweLettersAgain(caseId, at),
  },
] as const;

describe.each(ways)('the task that says letters are $state', ({ state, kind, stop, letGo }) => {
  const stopped = async (among = ['m-1', 'm-2']) => {
    const { cases } = opened.record;
    const caseId = newId('case');
    await cases.commit(changeBy(caseId, undefined, imported(['m-1', 'm-2', 'm-3']), { tells: ['received'] }));
    const keys = ['m-1', 'm-2', 'm-3'].map(
      (memberId): LetterKey => ({ caseId, version: 1, memberId, template: 'received' }),
    );
    const waiting = keys.filter((each) => among.includes(each.memberId));
    for (const key of waiting) await stop(cases, key, '2026-03-02T10:10:00.000Z');
    return { cases, caseId, waiting, other: keys[2] ?? expect.fail() };
  };
  const standing = async (cases: CaseStore, caseId: string) => {
    const [letters, record] = await Promise.all([cases.letters(caseId), cases.load(caseId)]);
    const waits = letters.filter((each) => each.state === state).length;
    return { waits, isTold: record?.tasks.some((each) => each.kind === kind) };
  };

  it('stays until the last letter has gone, whichever call breaks off; a repeat finishes', async () => {
    let struck = 0;
    for (let nth = 1; struck === nth - 1; nth += 1) {
      const { cases, caseId, waiting } = await stopped();
      let count = 0;
      meddle = async () => {
        count += 1;
        if (count < nth || struck === nth) return;
        struck = nth;
        throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
      };
      const answer = await letGo(cases, caseId, waiting).catch(() => 'broken');
      meddle = undefined;
      const { waits, isTold } = await standing(cases, caseId);
      if (answer === 'broken') expect([nth, waits, isTold]).toEqual([nth, waits, true]);
      await letGo(cases, caseId, waiting);
      expect(await standing(cases, caseId)).toEqual({ waits: 0, isTold: false });
    }
    expect(struck).toBeGreaterThan(3);
  });

  it('stays, whenever another letter comes to wait meanwhile', async () => {
    let struck = 0;
    for (let nth = 1; struck === nth - 1; nth += 1) {
      const { cases, caseId, waiting, other } = await stopped();
      let count = 0;
      meddle = async () => {
        count += 1;
        if (count !== nth) return;
        struck = nth;
        meddle = undefined;
        await stop(cases, other, '2026-03-02T10:20:00.000Z');
      };
      await letGo(cases, caseId, waiting);
      meddle = undefined;
      const { waits, isTold } = await standing(cases, caseId);
      expect([nth, isTold]).toEqual([nth, waits > 0]);
    }
    expect(struck).toBeGreaterThan(3);
  });
});
