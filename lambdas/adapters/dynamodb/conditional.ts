import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { changeOf } from './condition.ts';
import { failureOf } from './failure-of.ts';
import type { Item, Key } from './row.ts';
import { call, type Table } from './table-client.ts';

/**
 * Changes one row if its condition holds.
 * @returns the row as it is afterwards; undefined, and nothing changed, when the condition did not hold
 * @throws Transient
 */
export const updateIf = async (
  { calls, tableName }: Table,
  key: Key,
  update: ReturnType<typeof changeOf>,
): Promise<Item | undefined> => {
  try {
    const given = { TableName: tableName, Key: key, ...update, ReturnValues: 'ALL_NEW' } as const;
    return (await calls.update(given)).Attributes;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw failureOf(error);
  }
};

/** Deletes one row; a repeat does nothing. */
export const deleteRow = async ({ calls, tableName }: Table, key: Key): Promise<void> => {
  await call(() => calls.delete({ TableName: tableName, Key: key }));
};
