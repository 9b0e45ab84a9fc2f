import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '../lambdas/adapters/dynamodb/create-table.ts';
import type { Reach } from '../lambdas/live.ts';

/** Creates the record's table when this machine does not have it yet. */
export const prepareTable = async ({ tableName, ...reach }: Reach & { tableName: string }): Promise<void> => {
  const client = new DynamoDBClient(reach);
  try {
    await createTable(client, tableName);
  } finally {
    client.destroy();
  }
};
