import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '../../lambdas/adapters/dynamodb/row.ts';
import { invalid, type Placeholders } from './expression-reader.ts';
import { meets, updated } from './expressions.ts';
import { type RecordFile, rowSize } from './record-file.ts';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What came of a call: the rows as they are now, or why each write was refused, in the order they were given. */
export type Written =
  | { readonly kind: 'written'; readonly rows: readonly (Item | undefined)[] }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** One write: where, on what condition, and what is there afterwards. */
interface Write extends Placeholders {
  readonly key: Key;
  readonly ConditionExpression?: string | undefined;
  /** The row afterwards; the very row before when nothing is written. */
  readonly after: (before: Item | undefined) => Item | undefined;
}

const largestRow = 400 * 1024;
const mostWrites = 100;

/** @throws ValidationException */
export const keyIn = (fields: Item | undefined): Key => {
  const { pk, sk } = fields ?? {};
  if (typeof pk !== 'string' || typeof sk !== 'string' || pk === '' || sk === '')
    throw invalid('a key is missing');
  return { pk, sk };
};

const writeOf = ({ Put, Delete, Update, ConditionCheck }: TransactItem): Write => {
  if (Put !== undefined) return { ...Put, key: keyIn(Put.Item), after: () => Put.Item };
  if (Delete !== undefined) return { ...Delete, key: keyIn(Delete.Key), after: () => undefined };
  if (Update !== undefined) {
    const key = keyIn(Update.Key);
    const expression = Update.UpdateExpression ?? '';
    return { ...Update, key, after: (before) => updated(expression, Update, before ?? { ...key }) };
  }
  return { ...ConditionCheck, key: keyIn(ConditionCheck?.Key), after: (before) => before };
};

/**
 * Writes all or nothing, within a transaction of the caller's: nothing is written before everything has been judged.
 * Every condition is asked of the record as it was, and every one that does not hold is told.
 * @throws ValidationException for what DynamoDB would refuse whatever the record says
 */
export const writeAll = (file: RecordFile, items: readonly TransactItem[]): Written => {
  if (items.length === 0 || items.length > mostWrites) throw invalid('a transaction holds 1 to 100 items');
  const writes = items.map(writeOf);
  const places = new Set(writes.map(({ key }) => JSON.stringify([key.pk, key.sk])));
  if (places.size < writes.length) throw invalid('a transaction touches no row twice');
  const judged = writes.map((write) => {
    const before = file.read(write.key);
    return { ...write, before, holds: meets(write, before) };
  });
  if (judged.some(({ holds }) => !holds)) {
    const reasons = judged.map(({ holds }) => (holds ? 'None' : 'ConditionalCheckFailed'));
    return { kind: 'refused', reasons };
  }
  const placed = judged.map(({ key, before, after }) => ({ key, before, row: after(before) }));
  if (placed.some(({ row }) => row !== undefined && rowSize(row) > largestRow))
    throw invalid('a row is larger than 400 kB');
  for (const { key, before, row } of placed) if (row !== before) file.write(key, row);
  return { kind: 'written', rows: placed.map(({ row }) => row) };
};
