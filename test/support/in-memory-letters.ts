import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import {
  type LetterKey,
  letterFailed,
  letterHeld,
  letterReturned,
  type OwedLetterRow,
} from '../../lambdas/ports/case-letters.ts';
import type { CaseStore } from '../../lambdas/ports/case-store.ts';
import { copy, type Memory, pageOf } from './in-memory-state.ts';

const nameOf = ({ version, memberId, template }: LetterKey) => JSON.stringify([version, memberId, template]);
const isGivenUp = ({ state, settled }: OwedLetterRow) => state === 'failed' && settled === undefined;
const isReturned = ({ state, fate, settled }: OwedLetterRow) =>
  state === 'sent' && fate !== undefined && fate.kind !== 'delivered' && settled === undefined;

/** The outbox of the in-memory case store. */
export const inMemoryLetters = ({ cases }: Memory) => {
  const goAstray = (key: LetterKey, at: string) =>
    cases.get(key.caseId)?.astray.set(nameOf(key), sortable(at));
  const comeBack = (key: LetterKey) => cases.get(key.caseId)?.astray.delete(nameOf(key));
  const closeTasks = (caseId: string) => {
    const found = cases.get(caseId);
    const rows = [...(found?.letters.values() ?? [])];
    if (!rows.some(isGivenUp)) found?.tasks.delete(letterFailed);
    if (!rows.some(isReturned)) found?.tasks.delete(letterReturned);
  };
  /** Changes those of the letters that `changed` gives anew. */
  const changeEach = (
    caseId: string,
    letters: readonly Omit<LetterKey, 'caseId'>[],
    changed: (row: OwedLetterRow) => OwedLetterRow | undefined,
  ) => {
    const after = letters.flatMap((each) => {
      const row = find({ caseId, ...each });
      const made = row === undefined ? undefined : changed(row);
      return made === undefined ? [] : [made];
    });
    for (const row of after) {
      put(row, row);
      comeBack(row);
    }
    closeTasks(caseId);
    return after.length;
  };
  const find = (key: LetterKey) => cases.get(key.caseId)?.letters.get(nameOf(key));
  const put = (key: LetterKey, row: OwedLetterRow) => cases.get(key.caseId)?.letters.set(nameOf(key), row);
  return {
    letters: async (caseId) => copy([...(cases.get(caseId)?.letters.values() ?? [])]),
    leaseLetter: async (key, now, leaseUntil) => {
      const row = find(key);
      const isFree = row?.leaseUntil === undefined || row.leaseUntil <= sortable(now);
      if (row?.state !== 'owed' || !isFree) return false;
      put(key, { ...row, attempts: row.attempts + 1, leaseUntil: sortable(leaseUntil) });
      return true;
    },
    markLetterSent: async (key, messageId, at, kept) => {
      const row = find(key);
      if (row === undefined) return;
      const { owedAt: _, leaseUntil: __, fate: ___, ...rest } = row;
      put(key, { ...rest, state: 'sent', messageId, sentAt: at });
      comeBack(key);
      cases.get(key.caseId)?.keptLetters.set(`${nameOf(key)}${messageId}`, copy(kept));
    },
    letter: async (key) => copy(find(key)),
    keptLetter: async (key, messageId) =>
      copy(cases.get(key.caseId)?.keptLetters.get(`${nameOf(key)}${messageId}`)),
    markLetterFate: async (key, messageId, fate, task) => {
      const row = find(key);
      if (row?.state !== 'sent' || row.messageId !== messageId) return false;
      const isWorse = fate.kind !== 'delivered' && row.fate?.kind === 'delivered';
      if (row.fate !== undefined && !isWorse) return false;
      put(key, { ...row, fate });
      if (task !== undefined) {
        goAstray(key, task.openedAt);
        cases.get(key.caseId)?.tasks.set(task.kind, copy(task));
      }
      return true;
    },
    resendLetters: async (caseId, letters, act) =>
      changeEach(caseId, letters, (row) => {
        if (row.state !== 'sent' && row.state !== 'failed') return undefined;
        const { fate: _, released: __, settled: ___, problem: ____, ...rest } = row;
        const resent = [...(row.resent ?? []), act];
        return { ...rest, state: 'owed', attempts: 0, owedAt: sortable(act.at), resent };
      }),
    settleLetters: async (caseId, letters, act) =>
      changeEach(caseId, letters, (row) => {
        const waits = cases.get(caseId)?.astray.has(nameOf(row)) === true && row.state !== 'held';
        return waits ? { ...row, settled: act } : undefined;
      }),
    lettersAstray: async (page) => {
      const rows = [...cases.values()].flatMap(({ letters, astray }) =>
        [...astray].flatMap(([name, since]) => {
          const row = letters.get(name);
          if (row === undefined) return [];
          return [{ order: `${since}#${row.caseId}#${name}`, row }];
        }),
      );
      return pageOf('LETTERS#ASTRAY', rows, page);
    },
    markLetterFailed: async (key, problem, next) => {
      const row = find(key);
      if (row?.state !== 'owed') return;
      const { owedAt: _, leaseUntil: __, ...kept } = row;
      if ('retryAt' in next) {
        put(key, { ...kept, problem, owedAt: sortable(next.retryAt) });
      } else {
        put(key, { ...kept, problem, state: 'failed' });
        goAstray(key, next.task.openedAt);
        cases.get(key.caseId)?.tasks.set(next.task.kind, copy(next.task));
      }
    },
    holdLetter: async (key, task) => {
      const row = find(key);
      if (row?.state !== 'owed') return;
      const { owedAt: _, leaseUntil: __, ...kept } = row;
      put(key, { ...kept, state: 'held' });
      goAstray(key, task.openedAt);
      cases.get(key.caseId)?.tasks.set(task.kind, copy(task));
    },
    releaseLetters: async (caseId, letters, release, task) => {
      const found = cases.get(caseId);
      const held = letters.map((each) => find({ caseId, ...each })).filter((row) => row?.state === 'held');
      for (const row of held) {
        if (row === undefined) continue;
        put(row, { ...row, state: 'owed', attempts: 0, owedAt: sortable(release.at), released: release });
        comeBack(row);
      }
      found?.tasks.delete(letterHeld);
      const rest = [...(found?.letters.values() ?? [])].some((row) => row.state === 'held');
      if (rest) found?.tasks.set(task.kind, copy(task));
      return held.length;
    },
    oweLettersAgain: async (caseId, owedAt) => {
      const found = cases.get(caseId);
      const failed = [...(found?.letters.values() ?? [])].filter(isGivenUp);
      for (const row of failed) {
        put(row, { ...row, state: 'owed', attempts: 0, owedAt: sortable(owedAt) });
        comeBack(row);
      }
      found?.tasks.delete(letterFailed);
      return failed.length;
    },
  } satisfies Partial<CaseStore>;
};
