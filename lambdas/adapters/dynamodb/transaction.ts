import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { Transient } from '../../failures.ts';
import { NumberTaken } from '../../ports/case-store.ts';
import type { Condition } from './condition.ts';
import { failureOf, reasonsOf } from './failure-of.ts';
import type { Item } from './row.ts';
import type { Table } from './table-client.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write of a transaction, and what it means that its condition did not hold. */
export interface Write {
  readonly item: (tableName: string) => TransactItem;
  readonly refusal: 'moved' | 'number-taken' | 'defect';
}

/** Most items that one transaction may hold. */
export const transactionLimit = 100;

export const putting = (
  Item: Item,
  condition: Condition = {},
  refusal: Write['refusal'] = 'moved',
): Write => ({
  item: (TableName) => ({ Put: { TableName, Item, ...condition } }),
  refusal,
});

export const deleting = (Key: Item, condition: Condition = {}): Write => ({
  item: (TableName) => ({ Delete: { TableName, Key, ...condition } }),
  refusal: 'moved',
});

export const updating = (
  Key: Item,
  update: Condition & { UpdateExpression: string },
  refusal: Write['refusal'] = 'moved',
): Write => ({
  item: (TableName) => ({ Update: { TableName, Key, ...update } }),
  refusal,
});

export const checking = (Key: Item, condition: Condition & { ConditionExpression: string }): Write => ({
  item: (TableName) => ({ ConditionCheck: { TableName, Key, ...condition } }),
  refusal: 'moved',
});

/**
 * Writes all or nothing. The SDK gives each call a token of its own, so that its retries after a lost answer have one
 * effect; a token made from the command would refuse the same command judged anew (docs/adr/0005).
 * @throws Conflict, NumberTaken, Transient
 */
export const transact = async ({ calls, tableName }: Table, writes: readonly Write[]): Promise<void> => {
  try {
    const TransactItems = writes.map((each) => each.item(tableName));
    await calls.transactWrite({ TransactItems });
  } catch (error) {
    throw error instanceof TransactionCanceledException ? refused(error, writes) : failureOf(error);
  }
};

/**
 * Writes all or nothing.
 * @returns false when a condition did not hold
 * @throws Transient, also when another transaction was writing the same rows
 */
export const transactIf = async (table: Table, writes: readonly Write[]): Promise<boolean> => {
  try {
    const TransactItems = writes.map((each) => each.item(table.tableName));
    await table.calls.transactWrite({ TransactItems });
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw failureOf(error);
    const reasons = reasonsOf(error);
    if (reasons.includes('ConditionalCheckFailed')) return false;
    if (reasons.includes('TransactionConflict')) throw new Transient('the record is being written');
    throw failureOf(error);
  }
};

/** A record that moved is told first: then the number may be free after all. */
const refused = (error: TransactionCanceledException, writes: readonly Write[]): Error => {
  const reasons = reasonsOf(error);
  const failed = writes.filter((_, index) => reasons[index] === 'ConditionalCheckFailed');
  if (failed.length === 0 || failed.some((each) => each.refusal === 'moved')) return failureOf(error);
  if (failed.some((each) => each.refusal === 'defect')) return new Error('a row that must be there is not');
  return new NumberTaken('the register number is another case’s');
};
