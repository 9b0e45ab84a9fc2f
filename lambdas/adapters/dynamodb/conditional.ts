import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
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
  { client, tableName }: Table,
  key: Key,
  update: ReturnType<typeof changeOf>,
): Promise<Item | undefined> => {
  try {
    const command = new UpdateCommand({
      TableName: tableName,
      Key: key,
      ...update,
      ReturnValues: 'ALL_NEW',
    });
    return (await client.send(command)).Attributes;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw failureOf(error);
  }
};

/** Deletes one row; a repeat does nothing. */
export const deleteRow = async ({ client, tableName }: Table, key: Key): Promise<void> => {
  await call(() => client.send(new DeleteCommand({ TableName: tableName, Key: key })));
};
