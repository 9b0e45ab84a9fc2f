import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import {
  type KeptLetter,
  type LetterFate,
  type LetterKey,
  type LetterRelease,
  letterFailed,
  letterReturned,
  type OwedLetterRow,
} from '../../ports/case-letters.ts';
import type { Page, PageRequest, Task } from '../../ports/case-store.ts';
import { astrayAt, closeTaskOf, isGivenUp, letterOf, owedAnew } from './case-letters.ts';
import { type Condition, changeOf } from './condition.ts';
import { updateIf } from './conditional.ts';
import { keptLetterRow, letterRow } from './log-rows.ts';
import { readPage } from './page.ts';
import { allFactsOf, readOne } from './read.ts';
import { keyOf } from './row.ts';
import { sortable } from './sortable.ts';
import type { Table } from './table-client.ts';
import { taskWrites } from './task-writes.ts';
import { transactIf, updating } from './transaction.ts';
import { notAstray } from './unsent-letters.ts';

/** Port: `letter`. */
export const readLetter = async (table: Table, key: LetterKey): Promise<OwedLetterRow | undefined> => {
  const facts = await readOne(table, letterRow, keyOf(letterRow, key));
  return facts && letterOf(facts);
};

/** Port: `keptLetter`. */
export const readKeptLetter = async (
  table: Table,
  key: LetterKey,
  messageId: string,
): Promise<KeptLetter | undefined> =>
  (await readOne(table, keptLetterRow, keyOf(keptLetterRow, { ...key, messageId })))?.kept;

/** Sent as this message, and nothing worse than that it was delivered is known. */
const stillHopedFor = (messageId: string, isDelivery: boolean): Condition => ({
  ConditionExpression: isDelivery
    ? '#state = :sent AND #messageId = :messageId AND attribute_not_exists(#fate)'
    : '#state = :sent AND #messageId = :messageId AND (attribute_not_exists(#fate) OR #fate.#kind = :delivered)',
  ExpressionAttributeNames: {
    '#state': 'state',
    '#messageId': 'messageId',
    '#fate': 'fate',
    ...(isDelivery ? {} : { '#kind': 'kind' }),
  },
  ExpressionAttributeValues: {
    ':sent': 'sent',
    ':messageId': messageId,
    ...(isDelivery ? {} : { ':delivered': 'delivered' }),
  },
});

/** Port: `markLetterFate`. */
export const markLetterFate = async (
  table: Table,
  key: LetterKey,
  messageId: string,
  fate: LetterFate,
  task?: Task,
): Promise<boolean> => {
  const row = keyOf(letterRow, key);
  const condition = stillHopedFor(messageId, fate.kind === 'delivered');
  if (task === undefined)
    return (await updateIf(table, row, changeOf({ set: { fate } }, condition))) !== undefined;
  const opened = taskWrites(task);
  const set = { fate, ...astrayAt(key, task.openedAt) };
  return transactIf(table, [updating(row, changeOf({ set }, condition)), opened.task, ...opened.pointers]);
};

type Letters = readonly Omit<LetterKey, 'caseId'>[];

/** Changes each of the letters that the condition allows. @returns how many */
const changeEach = async (
  table: Table,
  caseId: string,
  letters: Letters,
  change: (key: LetterKey) => ReturnType<typeof changeOf>,
): Promise<number> => {
  let changed = 0;
  for (const { version, memberId, template } of letters) {
    const key: LetterKey = { caseId, version, memberId, template };
    if ((await updateIf(table, keyOf(letterRow, key), change(key))) !== undefined) changed += 1;
  }
  await closeTaskOf(table, caseId, letterFailed, isGivenUp);
  await closeTaskOf(table, caseId, letterReturned, isReturned);
  return changed;
};

const isReturned = ({ state, fate, settled }: OwedLetterRow) =>
  state === 'sent' && fate !== undefined && fate.kind !== 'delivered' && settled === undefined;

/** Port: `resendLetters`. What was approved or seen to before was another sending. */
export const resendLetters = (table: Table, caseId: string, letters: Letters, act: LetterRelease) =>
  changeEach(table, caseId, letters, (key) => {
    const { UpdateExpression, ...change } = changeOf(
      {
        set: owedAnew(key, sortable(act.at)),
        remove: [...notAstray, 'fate', 'released', 'settled', 'problem'],
      },
      {
        ConditionExpression: '#state = :sent OR #state = :failed',
        ExpressionAttributeNames: { '#state': 'state', '#resent': 'resent' },
        ExpressionAttributeValues: { ':sent': 'sent', ':failed': 'failed', ':act': [act], ':none': [] },
      },
    );
    const appended = '#resent = list_append(if_not_exists(#resent, :none), :act)';
    return { ...change, UpdateExpression: UpdateExpression.replace('SET ', `SET ${appended}, `) };
  });

/** Port: `settleLetters`. */
export const settleLetters = (table: Table, caseId: string, letters: Letters, act: LetterRelease) =>
  changeEach(table, caseId, letters, () =>
    changeOf(
      { set: { settled: act }, remove: notAstray },
      {
        ConditionExpression:
          'attribute_exists(#astrayAt) AND (#state = :sent OR #state = :failed) AND attribute_not_exists(#settled)',
        ExpressionAttributeNames: { '#astrayAt': 'astrayAt', '#state': 'state', '#settled': 'settled' },
        ExpressionAttributeValues: { ':sent': 'sent', ':failed': 'failed' },
      },
    ),
  );

/** Port: `lettersAstray`. */
export const readLettersAstray = async (table: Table, page: PageRequest): Promise<Page<OwedLetterRow>> => {
  const input = letterRow.query.astray({}).params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, 'LETTERS#ASTRAY', input, page);
  return { items: allFactsOf(letterRow, items).map(letterOf), cursor };
};
