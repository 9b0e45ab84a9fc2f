import type { BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { Transient } from '../../failures.ts';
import { call, type Table } from './table-client.ts';
import type { Write } from './transaction.ts';

type Requests = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>;

const batchLimit = 25;

/**
 * Writes pointers beside a transaction, each on its own and safe to repeat.
 * @throws Transient when the service would not take all of them
 */
export const writePointers = async (table: Table, writes: readonly Write[]): Promise<void> => {
  const requests = writes.map((each) => requestOf(each, table.tableName));
  for (let from = 0; from < requests.length; from += batchLimit) {
    await writeBatch(table, requests.slice(from, from + batchLimit));
  }
};

const requestOf = (write: Write, tableName: string): Requests[number] => {
  const { Put, Delete } = write.item(tableName);
  if (Put !== undefined) return { PutRequest: { Item: Put.Item } };
  return { DeleteRequest: { Key: Delete?.Key } };
};

const writeBatch = async ({ calls, tableName }: Table, requests: Requests): Promise<void> => {
  const input = { RequestItems: { [tableName]: requests } };
  const { UnprocessedItems } = await call(() => calls.batchWrite(input));
  if ((UnprocessedItems?.[tableName] ?? []).length > 0) throw new Transient('the record store is busy');
};
