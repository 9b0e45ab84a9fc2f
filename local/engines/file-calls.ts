import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDbCalls } from '../../lambdas/adapters/dynamodb/calls.ts';
import type { Item } from '../../lambdas/adapters/dynamodb/row.ts';
import { invalid } from './expression-reader.ts';
import { queryOf } from './file-query.ts';
import type { RecordFile } from './record-file.ts';
import type { RecordWriter } from './record-writer.ts';
import { keyIn, type TransactItem } from './record-writes.ts';

const most = { gets: 100, writes: 25 };
const $metadata = { httpStatusCode: 400 };

/** What the disk or another's hold on the file forbids now may go another time: a failure of the service. */
const serviceFailed = (message: string) => Object.assign(new Error(message), { name: 'InternalServerError' });

const asService = <T>(run: () => T): T => {
  try {
    return run();
  } catch (error) {
    const isOfFile = error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
    throw isOfFile ? serviceFailed(error.message) : error;
  }
};

/** Writes all or nothing, and throws as the SDK does. */
const writing =
  ({ write }: RecordWriter) =>
  async (items: readonly TransactItem[]): Promise<readonly (Item | undefined)[]> => {
    const came = await write(items);
    switch (came.kind) {
      case 'written':
        return came.rows;
      case 'invalid':
        throw invalid(came.message);
      case 'failed':
        throw serviceFailed(came.message);
      case 'refused': {
        const CancellationReasons = came.reasons.map((Code) => ({ Code }));
        const message = 'a condition of the transaction did not hold';
        throw new TransactionCanceledException({ message, $metadata, CancellationReasons });
      }
    }
  };

/** One write by itself is refused by another name. */
const alone = async (written: ReturnType<ReturnType<typeof writing>>): Promise<Item | undefined> => {
  try {
    return (await written)[0];
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    throw new ConditionalCheckFailedException({ message: 'the condition did not hold', $metadata });
  }
};

/**
 * The calls of the stores, answered from the engine's own file by this process: a request to the engine costs ten times
 * what SQLite takes for it (docs/adr/0028). They know what the stores ask and refuse the rest; the contracts of the
 * record hold them to DynamoDB.
 * @param file read here
 * @param writer writes it
 */
export const fileCalls = (file: RecordFile, writer: RecordWriter): DynamoDbCalls => {
  const write = writing(writer);
  return {
    get: async ({ Key }) => asService(() => ({ Item: file.read(keyIn(Key)) })),
    query: async (input) => asService(() => queryOf(file, input)),
    batchGet: async ({ RequestItems }) => {
      const asked = Object.entries(RequestItems ?? {}).map(([name, { Keys = [] }]) => ({ name, Keys }));
      if (asked.flatMap(({ Keys }) => Keys).length > most.gets) throw invalid('more than 100 keys');
      const rowsOf = (keys: readonly Item[]) => keys.flatMap((each) => file.read(keyIn(each)) ?? []);
      const rows = asService(() => asked.map(({ name, Keys }) => [name, rowsOf(Keys)]));
      return { Responses: Object.fromEntries(rows), UnprocessedKeys: {} };
    },
    batchWrite: async ({ RequestItems }) => {
      const items = Object.entries(RequestItems ?? {}).flatMap(([TableName, writes]) =>
        writes.map(
          ({ PutRequest, DeleteRequest }): TransactItem =>
            PutRequest === undefined
              ? { Delete: { TableName, Key: DeleteRequest?.Key } }
              : { Put: { TableName, Item: PutRequest.Item } },
        ),
      );
      if (items.length > most.writes) throw invalid('more than 25 writes');
      await write(items);
      return { UnprocessedItems: {} };
    },
    update: async ({ TableName, Key, UpdateExpression, ...given }) => ({
      Attributes: await alone(write([{ Update: { ...given, TableName, Key, UpdateExpression } }])),
    }),
    delete: async (input) => void (await alone(write([{ Delete: input }]))),
    transactWrite: async ({ TransactItems }) => void (await write(TransactItems ?? [])),
  };
};
