import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar-date.ts';
import {
  type KeptLetter,
  type LetterKey,
  type LetterRelease,
  letterFailed,
  letterHeld,
  type OwedLetterRow,
} from '../../ports/case-letters.ts';
import type { Task } from '../../ports/case-store.ts';
import { taskRow } from './case-rows.ts';
import { owedLetter } from './commit-case.ts';
import { absent, type Condition, changeOf, present, where } from './condition.ts';
import { updateIf } from './conditional.ts';
import { caseSubject, keptLetterRow, letterBatchRow, letterRow } from './log-rows.ts';
import { readAll } from './page.ts';
import { allFactsOf, readOne } from './read.ts';
import { type Item, itemOf, keyOf } from './row.ts';
import { sortable } from './sortable.ts';
import type { Table } from './table-client.ts';
import { taskWrites } from './task-writes.ts';
import { deleting, putting, transactIf, updating } from './transaction.ts';
import { isOwed, notAstray, notOwed } from './unsent-letters.ts';

/** Port: `letters`. Letters that went in as a batch are written out first; whoever comes second finds it done. */
export const readLetters = async (table: Table, caseId: string): Promise<readonly OwedLetterRow[]> => {
  const rows = await lettersAndBatches(table, caseId);
  const batches = allFactsOf(letterBatchRow, rows);
  for (const { version, batch, letters, owedAt } of batches) {
    await transactIf(table, [
      deleting(keyOf(letterBatchRow, { caseId, version, batch }), present),
      ...letters.map((each) => putting(itemOf(letterRow, owedLetter(caseId, version, each, owedAt)), absent)),
    ]);
  }
  const all = batches.length === 0 ? rows : await lettersAndBatches(table, caseId);
  return allFactsOf(letterRow, all).map(letterOf);
};

/** The letter without what only the indexes need. */
export const letterOf = <T extends { dueAt?: unknown; astrayAt?: unknown }>({
  dueAt: _,
  astrayAt: __,
  ...letter
}: T) => letter;

const lettersAndBatches = (table: Table, caseId: string): Promise<Item[]> =>
  readAll(table, {
    TableName: table.tableName,
    KeyConditionExpression: 'pk = :case AND begins_with(sk, :letter)',
    ExpressionAttributeValues: { ':case': caseSubject(caseId), ':letter': 'LETTER' },
  } satisfies QueryCommandInput);

const dueAt = (key: LetterKey, at: string): Item => {
  const { gsi2pk, gsi2sk } = itemOf(letterRow, { ...key, state: 'owed', attempts: 0, dueAt: at });
  return { dueAt: at, gsi2pk, gsi2sk };
};

/** Port: `leaseLetter`. While it is leased it is due again first when the lease runs out. */
export const leaseLetter = async (
  table: Table,
  key: LetterKey,
  now: Instant,
  leaseUntil: Instant,
): Promise<boolean> => {
  const until = sortable(leaseUntil);
  const free: Condition = {
    ConditionExpression: `${isOwed.ConditionExpression} AND (attribute_not_exists(#leaseUntil) OR #leaseUntil <= :now)`,
    ExpressionAttributeNames: isOwed.ExpressionAttributeNames,
    ExpressionAttributeValues: { ...isOwed.ExpressionAttributeValues, ':now': sortable(now) },
  };
  const change = changeOf({ set: { leaseUntil: until, ...dueAt(key, until) }, add: { attempts: 1 } }, free);
  return (await updateIf(table, keyOf(letterRow, key), change)) !== undefined;
};

/** Places of a letter that must be seen to, from when. */
export const astrayAt = (key: LetterKey, at: Instant): Item => {
  const since = sortable(at);
  const { gsi1pk, gsi1sk } = itemOf(letterRow, { ...key, state: 'failed', attempts: 0, astrayAt: since });
  return { astrayAt: since, gsi1pk, gsi1sk };
};

/** Port: `markLetterSent`. What SES took is sent, also if the lease had run out meanwhile. */
export const markLetterSent = async (
  table: Table,
  { caseId, version, memberId, template }: LetterKey,
  messageId: string,
  at: Instant,
  kept: KeptLetter,
): Promise<void> => {
  const key: LetterKey = { caseId, version, memberId, template };
  const set = { state: 'sent', messageId, sentAt: at };
  const change = changeOf({ set, remove: [...notOwed, ...notAstray, 'fate'] }, present);
  const row = updating(keyOf(letterRow, key), change);
  await transactIf(table, [row, putting(itemOf(keptLetterRow, { ...key, messageId, kept }))]);
};

/** Facts of a letter that is owed anew, from when; what it takes it out of is {@link notAstray}. */
export const owedAnew = (key: LetterKey, at: string): Item => ({
  state: 'owed',
  attempts: 0,
  owedAt: at,
  ...dueAt(key, at),
});

/** Given up, and nobody has seen to it in another way. */
export const isGivenUp = ({ state, settled }: OwedLetterRow): boolean =>
  state === 'failed' && settled === undefined;

/** Port: `oweLettersAgain`. A letter that was sent meanwhile stays so. */
export const oweLettersAgain = async (table: Table, caseId: string, owedAt: Instant): Promise<number> => {
  const failed = (await readLetters(table, caseId)).filter(isGivenUp);
  const at = sortable(owedAt);
  for (const { version, memberId, template } of failed) {
    const letter: LetterKey = { caseId, version, memberId, template };
    const change = { set: owedAnew(letter, at), remove: notAstray };
    await updateIf(table, keyOf(letterRow, letter), changeOf(change, where('state', '=', 'failed')));
  }
  await closeTaskOf(table, caseId, letterFailed, isGivenUp);
  return failed.length;
};

/**
 * Closes the task that says letters are held or have failed, after the last of them: never one that has been opened
 * meanwhile, nor while one of them waits.
 * @returns false when one still waits
 */
export const closeTaskOf = async (
  table: Table,
  caseId: string,
  kind: string,
  waits: (letter: OwedLetterRow) => boolean,
): Promise<boolean> => {
  const key = keyOf(taskRow, { caseId, kind });
  // In this order: whoever stops a letter after the letters are read has opened the task anew.
  const task = await readOne(table, taskRow, key);
  if ((await readLetters(table, caseId)).some(waits)) return false;
  if (task !== undefined) await transactIf(table, [deleting(key, where('openedAt', '=', task.openedAt))]);
  return true;
};

/** Port: `holdLetter`. One that was sent or given up meanwhile stays so. */
export const holdLetter = async (table: Table, key: LetterKey, task: Task): Promise<void> => {
  const set = { state: 'held', ...astrayAt(key, task.openedAt) };
  const change = changeOf({ set, remove: notOwed }, isOwed);
  const opened = taskWrites(task);
  await transactIf(table, [updating(keyOf(letterRow, key), change), opened.task, ...opened.pointers]);
};

/** Port: `releaseLetters`. */
export const releaseLetters = async (
  table: Table,
  caseId: string,
  letters: readonly Omit<LetterKey, 'caseId'>[],
  release: LetterRelease,
  task: Task,
): Promise<number> => {
  const at = sortable(release.at);
  let released = 0;
  for (const { version, memberId, template } of letters) {
    const letter: LetterKey = { caseId, version, memberId, template };
    const set = { ...owedAnew(letter, at), released: release };
    const change = changeOf({ set, remove: notAstray }, where('state', '=', 'held'));
    if ((await updateIf(table, keyOf(letterRow, letter), change)) !== undefined) released += 1;
  }
  if (await closeTaskOf(table, caseId, letterHeld, ({ state }) => state === 'held')) return released;
  const opened = taskWrites(task);
  await transactIf(table, [opened.task, ...opened.pointers]);
  return released;
};

/** Port: `markLetterFailed`. One that another has sent or given up meanwhile stays so. */
export const markLetterFailed = async (
  table: Table,
  key: LetterKey,
  problem: string,
  next: { retryAt: Instant } | { task: Task },
): Promise<void> => {
  const row = keyOf(letterRow, key);
  if ('retryAt' in next) {
    const at = sortable(next.retryAt);
    const set = { problem, owedAt: at, ...dueAt(key, at) };
    await updateIf(table, row, changeOf({ set, remove: ['leaseUntil'] }, isOwed));
    return;
  }
  const set = { state: 'failed', problem, ...astrayAt(key, next.task.openedAt) };
  const change = changeOf({ set, remove: notOwed }, isOwed);
  const opened = taskWrites(next.task);
  await transactIf(table, [updating(row, change), opened.task, ...opened.pointers]);
};
