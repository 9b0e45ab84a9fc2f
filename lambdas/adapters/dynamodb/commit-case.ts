import type { CaseChange } from '../../ports/case-store.ts';
import { linksOf } from './case-links.ts';
import { linkRow, motionRow } from './case-rows.ts';
import {
  clockWrites,
  documentWrites,
  executionWrites,
  leadWrites,
  meetingWrites,
  minutesWrites,
  moveWrites,
  numberWrites,
  publicWrites,
  recordWrites,
  weedWrites,
} from './case-writes.ts';
import { where } from './condition.ts';
import { caseSubject, letterBatchRow, letterRow } from './log-rows.ts';
import { writePointers } from './pointers.ts';
import { itemOf, keyOf } from './row.ts';
import { sortable } from './sortable.ts';
import type { Table } from './table-client.ts';
import { clockTaskWrites, taskPointers, tasksLeft, taskWrites } from './task-writes.ts';
import { checking, deleting, putting, transact, transactionLimit, type Write } from './transaction.ts';
import { droppingLetter } from './unsent-letters.ts';

/** Letters in one batch row: with the row's own deletion they are written out in one transaction. */
const lettersPerBatch = transactionLimit - 1;
/** Texts weeded with the act itself; there is room for them beside all else that an archived case writes. */
const weededWithAct = 60;

/**
 * Writes an accepted command in one transaction. A motion of very many signatories can need more than the hundred
 * items a transaction holds; then its letters go in as batches, written out when they are read, and its pointers
 * beside the transaction: new ones before it and old ones after. A pointer that points wrongly is passed over by
 * every reader, so a crash in between shows nobody anything. A case of very many drafts has the first of them weeded
 * before the transaction that archives it: after a crash in between, the command is sent again and weeds the rest.
 */
export const commitCase = async (table: Table, change: CaseChange): Promise<void> => {
  const weeds = weedWrites(change);
  const weededBefore = Math.max(0, weeds.length - weededWithAct);
  const record = [
    ...recordWrites(change),
    ...numberWrites(change),
    ...minutesWrites(change),
    ...meetingWrites(change),
    ...leadWrites(change),
    ...documentWrites(change),
    ...weeds.slice(weededBefore),
    ...moveWrites(change),
    ...clockTaskWrites(change),
    ...executionWrites(change),
    ...clockWrites(caseSubject(change.after.caseId), change.clocks),
    ...publicWrites(change),
    ...change.dropped.map((letter) => droppingLetter({ caseId: change.after.caseId, ...letter })),
  ];
  const letters = letterWrites(change);
  const { added, removed } = pointerWrites(change);
  const all = [...record, ...letters, ...added, ...removed];
  await weedFirst(table, change, weeds.slice(0, weededBefore));
  if (all.length <= transactionLimit) return transact(table, all);
  await writePointers(table, added);
  await transact(table, [...record, ...batchWrites(change)]);
  await writePointers(table, removed);
};

/** Weeds while the case stands as it was judged. */
const weedFirst = async (table: Table, { before }: CaseChange, weeds: readonly Write[]): Promise<void> => {
  if (before === undefined) return;
  const { caseId, version } = before.motion;
  const unmoved = checking(keyOf(motionRow, { caseId }), where('version', '=', version));
  const atOnce = transactionLimit - 1;
  for (let from = 0; from < weeds.length; from += atOnce) {
    await transact(table, [unmoved, ...weeds.slice(from, from + atOnce)]);
  }
};

const letterWrites = ({ after: { caseId, version }, letters, recorded }: CaseChange): Write[] =>
  letters.map((letter) =>
    putting(itemOf(letterRow, owedLetter(caseId, version, letter, recorded.recordedAt))),
  );

/** A letter as it is first owed. */
export const owedLetter = (
  caseId: string,
  version: number,
  letter: CaseChange['letters'][number],
  owedAt: string,
) => ({
  ...letter,
  caseId,
  version,
  state: 'owed' as const,
  attempts: 0,
  owedAt,
  dueAt: sortable(owedAt),
});

const batchWrites = ({ after: { caseId, version }, letters, recorded }: CaseChange): Write[] =>
  Array.from({ length: Math.ceil(letters.length / lettersPerBatch) }, (_, batch) =>
    putting(
      itemOf(letterBatchRow, {
        caseId,
        version,
        batch,
        letters: letters.slice(batch * lettersPerBatch, (batch + 1) * lettersPerBatch),
        owedAt: recorded.recordedAt,
        dueAt: sortable(recorded.recordedAt),
      }),
    ),
  );

/** Lists the case comes into and leaves, and the worklists of several that its tasks come into and leave. */
const pointerWrites = (change: CaseChange): { added: Write[]; removed: Write[] } => {
  const { before, after, recorded, tasks } = change;
  const { caseId } = after;
  const had = linksOf(before?.motion);
  const has = linksOf(after);
  const since = sortable(recorded.recordedAt);
  const opened = tasks?.opened ?? [];
  const kept = new Set(opened.flatMap(taskPointers).map(({ sk }) => sk));
  return {
    added: [
      ...missingIn(had, has).map((link) => putting(itemOf(linkRow, { caseId, link, since }))),
      ...opened.flatMap((task) => taskWrites(task).pointers),
    ],
    removed: [
      ...missingIn(has, had).map((link) => deleting(keyOf(linkRow, { caseId, link }))),
      ...tasksLeft(change)
        .flatMap(taskPointers)
        .filter(({ sk }) => !kept.has(sk))
        .map((key) => deleting(key)),
    ],
  };
};

const missingIn = (known: readonly string[], all: readonly string[]) => {
  const seen = new Set(known);
  return all.filter((each) => !seen.has(each));
};
