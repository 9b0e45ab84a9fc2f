import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { recordTable } from '../table.ts';
import { failureOf } from './failure-of.ts';

const keysOf = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
];

/** The table definition as DynamoDB takes it. */
export const tableInput = (tableName: string): CreateTableCommandInput => {
  const keys = [recordTable, ...recordTable.indexes].flatMap(keysOf);
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keysOf(recordTable),
    AttributeDefinitions: keys.map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' })),
    GlobalSecondaryIndexes: recordTable.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keysOf(index),
      Projection: { ProjectionType: 'ALL' },
    })),
  };
};

/**
 * Creates the table where there is no deployment to do it, and waits until it can be used. One that is there is left
 * as it is.
 * @throws Transient when the engine could not be reached
 */
export const createTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(tableInput(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw failureOf(error);
  }
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 }, { TableName: tableName });
};
