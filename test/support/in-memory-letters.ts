import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import {
  type CaseStore,
  type LetterKey,
  letterFailed,
  letterHeld,
  type OwedLetterRow,
} from '../../lambdas/ports/case-store.ts';
import { copy, type Memory } from './in-memory-state.ts';

/** The outbox of the in-memory case store. */
export const inMemoryLetters = ({ cases }: Memory) => {
  const nameOf = ({ version, memberId, template }: LetterKey) =>
    JSON.stringify([version, memberId, template]);
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
    markLetterSent: async (key, messageId, at) => {
      const row = find(key);
      if (row === undefined) return;
      const { owedAt: _, leaseUntil: __, ...kept } = row;
      put(key, { ...kept, state: 'sent', messageId, sentAt: at });
    },
    markLetterFailed: async (key, problem, next) => {
      const row = find(key);
      if (row?.state !== 'owed') return;
      const { owedAt: _, leaseUntil: __, ...kept } = row;
      if ('retryAt' in next) {
        put(key, { ...kept, problem, owedAt: sortable(next.retryAt) });
      } else {
        put(key, { ...kept, problem, state: 'failed' });
        cases.get(key.caseId)?.tasks.set(next.task.kind, copy(next.task));
      }
    },
    holdLetter: async (key, task) => {
      const row = find(key);
      if (row?.state !== 'owed') return;
      const { owedAt: _, leaseUntil: __, ...kept } = row;
      put(key, { ...kept, state: 'held' });
      cases.get(key.caseId)?.tasks.set(task.kind, copy(task));
    },
    releaseLetters: async (caseId, letters, release, task) => {
      const found = cases.get(caseId);
      const held = letters.map((each) => find({ caseId, ...each })).filter((row) => row?.state === 'held');
      for (const row of held) {
        if (row === undefined) continue;
        put(row, { ...row, state: 'owed', attempts: 0, owedAt: sortable(release.at), released: release });
      }
      found?.tasks.delete(letterHeld);
      const rest = [...(found?.letters.values() ?? [])].some((row) => row.state === 'held');
      if (rest) found?.tasks.set(task.kind, copy(task));
      return held.length;
    },
    oweLettersAgain: async (caseId, owedAt) => {
      const found = cases.get(caseId);
      const failed = [...(found?.letters.values() ?? [])].filter((row) => row.state === 'failed');
      for (const row of failed) put(row, { ...row, state: 'owed', attempts: 0, owedAt: sortable(owedAt) });
      found?.tasks.delete(letterFailed);
      return failed.length;
    },
  } satisfies Partial<CaseStore>;
};
