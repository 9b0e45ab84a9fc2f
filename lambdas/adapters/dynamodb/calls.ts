import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Item } from './row.ts';

/**
 * The calls that the stores make of DynamoDB, with plain values in and out. Failures are thrown as the SDK throws
 * them; each operation is safe to repeat as it is.
 */
export interface DynamoDbCalls {
  get(input: GetCommandInput): Promise<{ Item?: Item | undefined }>;
  query(
    input: QueryCommandInput,
  ): Promise<{ Items?: Item[] | undefined; LastEvaluatedKey?: Item | undefined }>;
  batchGet(input: BatchGetCommandInput): Promise<{
    Responses?: Record<string, Item[]> | undefined;
    UnprocessedKeys?: Record<string, { Keys?: Item[] | undefined }> | undefined;
  }>;
  batchWrite(
    input: BatchWriteCommandInput,
  ): Promise<{ UnprocessedItems?: Record<string, unknown[]> | undefined }>;
  update(input: UpdateCommandInput): Promise<{ Attributes?: Item | undefined }>;
  delete(input: DeleteCommandInput): Promise<unknown>;
  transactWrite(input: TransactWriteCommandInput): Promise<unknown>;
}

/** The client as every store wants it: absent facts are not written. */
export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

/** The calls through the SDK. */
export const sdkCalls = (given: DynamoDBClient): DynamoDbCalls => {
  const client = documentClient(given);
  return {
    get: (input) => client.send(new GetCommand(input)),
    query: (input) => client.send(new QueryCommand(input)),
    batchGet: (input) => client.send(new BatchGetCommand(input)),
    batchWrite: (input) => client.send(new BatchWriteCommand(input)),
    update: (input) => client.send(new UpdateCommand(input)),
    delete: (input) => client.send(new DeleteCommand(input)),
    transactWrite: (input) => client.send(new TransactWriteCommand(input)),
  };
};
