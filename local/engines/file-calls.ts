import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { DynamoDbCalls } from '../../lambdas/adapters/dynamodb/calls.ts';
import type { Item, Key } from '../../lambdas/adapters/dynamodb/row.ts';
import { invalid, type Placeholders } from './expression-reader.ts';
import { meets, updated } from './expressions.ts';
import { queryOf } from './file-query.ts';
import { type RecordFile, rowSize } from './record-file.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write: where, on what condition, and what is there afterwards. */
interface Write extends Placeholders {
  readonly key: Key;
  readonly ConditionExpression?: string | undefined;
  /** The row afterwards; the one before when only its condition is asked. */
  readonly after: (before: Item | undefined) => Item | undefined;
}

const largestRow = 400 * 1024;
const most = { transaction: 100, gets: 100, writes: 25 };
const $metadata = { httpStatusCode: 400 };

const keyIn = (fields: Item | undefined): Key => {
  const { pk, sk } = fields ?? {};
  if (typeof pk !== 'string' || typeof sk !== 'string' || pk === '' || sk === '')
    throw invalid('a key is missing');
  return { pk, sk };
};

const required = <T>(value: T | undefined): T => {
  if (value === undefined) throw invalid('a member of the request is missing');
  return value;
};

const updating = (input: Placeholders & { Key: Item | undefined; UpdateExpression?: string | undefined }) => {
  const key = keyIn(input.Key);
  const expression = required(input.UpdateExpression);
  return { ...input, key, after: (before?: Item) => updated(expression, input, before ?? { ...key }) };
};

const writeOf = ({ Put, Delete, Update, ConditionCheck }: TransactItem): Write => {
  if (Put !== undefined) return { ...Put, key: keyIn(Put.Item), after: () => Put.Item };
  if (Delete !== undefined) return { ...Delete, key: keyIn(Delete.Key), after: () => undefined };
  if (Update !== undefined) return updating({ ...Update, Key: Update.Key });
  const check = required(ConditionCheck);
  return { ...check, key: keyIn(check.Key), after: (before) => before };
};

const placed = (file: RecordFile, { key, after }: Write, before: Item | undefined) => {
  const row = after(before);
  if (row !== undefined && rowSize(row) > largestRow) throw invalid('a row is larger than 400 kB');
  if (row !== before) file.write(key, row);
  return row;
};

/** Every condition is asked of the record as it was, and every one that does not hold is told. */
const writeAll = (file: RecordFile, writes: readonly Write[]) => {
  if (writes.length === 0 || writes.length > most.transaction)
    throw invalid('a transaction holds 1 to 100 items');
  const places = new Set(writes.map(({ key }) => JSON.stringify([key.pk, key.sk])));
  if (places.size < writes.length) throw invalid('a transaction touches no row twice');
  file.together(() => {
    const found = writes.map((write) => ({ write, before: file.read(write.key) }));
    const CancellationReasons = found.map(({ write, before }) => ({
      Code: meets(write, before) ? 'None' : 'ConditionalCheckFailed',
    }));
    if (CancellationReasons.some(({ Code }) => Code !== 'None')) {
      const message = 'a condition of the transaction did not hold';
      throw new TransactionCanceledException({ message, $metadata, CancellationReasons });
    }
    for (const { write, before } of found) placed(file, write, before);
  });
};

const writeOne = (file: RecordFile, write: Write): Item | undefined =>
  file.together(() => {
    const before = file.read(write.key);
    if (!meets(write, before))
      throw new ConditionalCheckFailedException({ message: 'the condition did not hold', $metadata });
    return placed(file, write, before);
  });

/** What SQLite could not do now, it may do later: the disk is full, or another holds the file too long. */
const asService = <T>(run: () => T): T => {
  try {
    return run();
  } catch (error) {
    const isOfFile = error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
    throw isOfFile ? Object.assign(error, { name: 'InternalServerError' }) : error;
  }
};

/**
 * The calls of the stores, answered from the engine's own file within this process: a request to the engine costs ten
 * times what SQLite takes for it (docs/adr/0028). It knows what the stores ask and refuses the rest; the contracts of the
 * record hold it to DynamoDB.
 */
export const fileCalls = (file: RecordFile): DynamoDbCalls => ({
  get: async ({ Key }) => asService(() => ({ Item: file.read(keyIn(Key)) })),
  query: async (input) => asService(() => queryOf(file, input)),
  batchGet: async ({ RequestItems }) =>
    asService(() => {
      const asked = Object.entries(RequestItems ?? {}).map(([name, { Keys = [] }]) => [name, Keys] as const);
      if (asked.flatMap(([, keys]) => keys).length > most.gets) throw invalid('more than 100 keys');
      const rows = asked.map(([name, keys]) => [name, keys.flatMap((each) => file.read(keyIn(each)) ?? [])]);
      return { Responses: Object.fromEntries(rows), UnprocessedKeys: {} };
    }),
  batchWrite: async ({ RequestItems }) =>
    asService(() => {
      const writes = Object.values(RequestItems ?? {}).flat();
      if (writes.length > most.writes) throw invalid('more than 25 writes');
      file.together(() => {
        for (const { PutRequest, DeleteRequest } of writes) {
          const put = PutRequest?.Item;
          file.write(keyIn(put ?? DeleteRequest?.Key), put);
        }
      });
      return { UnprocessedItems: {} };
    }),
  update: async (input) =>
    asService(() => ({ Attributes: writeOne(file, updating({ ...input, Key: input.Key })) })),
  delete: async (input) =>
    asService(() => void writeOne(file, { ...input, key: keyIn(input.Key), after: () => undefined })),
  transactWrite: async ({ TransactItems }) =>
    asService(() => writeAll(file, (TransactItems ?? []).map(writeOf))),
});
