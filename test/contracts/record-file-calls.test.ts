import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DynamoDbCalls } from '../../lambdas/adapters/dynamodb/calls.ts';
import { createTable } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { makeRecordOn } from '../../lambdas/adapters/dynamodb/record.ts';
import { fileCalls } from '../../local/engines/file-calls.ts';
import { localCalls } from '../../local/engines/local-calls.ts';
import { openRecordFile, type RecordFile } from '../../local/engines/record-file.ts';
import { type RecordWriter, startRecordWriter } from '../../local/engines/record-writer.ts';
import { recordContract } from './record-contract.ts';
import { recordOnDynoxide } from './record-on-dynamodb.ts';

let opened: Awaited<ReturnType<typeof recordOnDynoxide>>;
let file: RecordFile | undefined;
let writer: RecordWriter;
let calls: DynamoDbCalls;
let wired: ReturnType<typeof localCalls>;
let record: ReturnType<typeof makeRecordOn>;
beforeAll(async () => {
  opened = await recordOnDynoxide();
  file = openRecordFile(opened.databaseFile, opened.tableName, { readOnly: true });
  if (file === undefined) throw new Error('the engine keeps its rows in another way');
  writer = startRecordWriter({ file: opened.databaseFile, tableName: opened.tableName });
  calls = fileCalls(file, writer);
  wired = localCalls(opened.endpoint);
  record = makeRecordOn({ calls, tableName: opened.tableName });
});
afterAll(async () => {
  wired.close();
  await writer.stop();
  file?.close();
  await opened.stop();
});

describe('the record in the file of the engine', () => {
  recordContract(() => record);
});

describe('beside the engine', () => {
  const rows = [
    { pk: 'å', sk: 'a', gsi1pk: 'l', gsi1sk: '2', n: 15, big: 1234567, none: null, is: true },
    {
      pk: 'å',
      sk: 'b',
      gsi2pk: 'd',
      gsi2sk: 'ö',
      list: [1, 'två', { three: [] }],
      map: { deep: { er: '' } },
    },
    { pk: 'å', sk: 'c', absent: undefined },
  ];
  const put = (by: DynamoDbCalls, TableName: string, Item: (typeof rows)[number]) =>
    by.transactWrite({ TransactItems: [{ Put: { TableName, Item } }] });

  it('writes the rows that the engine itself would write', async () => {
    const other = `${opened.tableName}-engine`;
    await createTable(opened.client, other);
    for (const row of rows) {
      await put(calls, opened.tableName, row);
      await put(wired, other, row);
    }
    const database = new DatabaseSync(opened.databaseFile, { readOnly: true });
    const kept = (table: string) =>
      ['', '::gsi::gsi1', '::gsi::gsi2'].map((part) =>
        database
          .prepare(`SELECT * FROM "${table}${part}" WHERE ${part === '' ? 'pk' : 'table_pk'} = 'S:å'`)
          .all()
          .map(({ item_json, ...columns }) => ({ ...columns, item: JSON.parse(String(item_json)) })),
      );
    expect(kept(opened.tableName)).toEqual(kept(other));
    expect(kept(other).map((each) => each.length)).toEqual([3, 1, 1]);
    database.close();
  });

  it('loses no write when both write at once', async () => {
    const { tableName: TableName } = opened;
    const count = {
      TableName,
      Key: { pk: 'both', sk: 'count' },
      UpdateExpression: 'ADD #n :one',
      ExpressionAttributeNames: { '#n': 'n' },
      ExpressionAttributeValues: { ':one': 1 },
    };
    const both = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? calls : wired).update(count));
    await Promise.all(both);
    const found = await Promise.all([calls, wired].map((each) => each.get({ TableName, Key: count.Key })));
    expect(found.map(({ Item }) => Item?.n)).toEqual([40, 40]);
  });

  it('refuses what DynamoDB refuses, and what it has not been taught', async () => {
    const TableName = opened.tableName;
    const Put = { TableName, Item: { pk: 'twice', sk: 'a' } };
    const refused = [
      calls.transactWrite({ TransactItems: [{ Put }, { Put }] }),
      calls.transactWrite({ TransactItems: Array.from({ length: 101 }, () => ({ Put })) }),
      calls.transactWrite({ TransactItems: [{ Put: { TableName, Item: { pk: 'k', sk: '' } } }] }),
      calls.transactWrite({
        TransactItems: [{ Put: { TableName, Item: { pk: 'k', sk: 's', text: 'x'.repeat(410_000) } } }],
      }),
      calls.transactWrite({ TransactItems: [{ Put: { ...Put, ConditionExpression: 'size(pk) > :none' } }] }),
      calls.query({ TableName, KeyConditionExpression: 'pk = :nothing' }),
      calls.query({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'twice' },
        FilterExpression: 'attribute_exists(sk)',
      }),
      calls.update({ TableName, Key: { pk: 'k', sk: 's' }, UpdateExpression: 'DELETE #a' }),
    ];
    const names = await Promise.all(refused.map((each) => each.then(String, ({ name }: Error) => name)));
    expect(names).toEqual(names.map(() => 'ValidationException'));
    expect(await calls.get({ TableName, Key: Put.Item })).toEqual({ Item: undefined });
  });

  it('is left alone where the engine keeps its rows in another way', () => {
    const database = new DatabaseSync(opened.databaseFile);
    database.exec('CREATE TABLE "another" (pk TEXT, sk TEXT, blob BLOB)');
    database.close();
    expect(openRecordFile(opened.databaseFile, 'another')).toBeUndefined();
    expect(openRecordFile(opened.databaseFile, 'nothing')).toBeUndefined();
  });
});
