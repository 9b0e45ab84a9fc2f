import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { makeRecord } from '../../lambdas/adapters/dynamodb/record.ts';
import { startDynamoDb } from '../../local/engines/dynamodb.ts';

/** A client as the contracts use it: an engine on this machine knows no keys. */
export const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** A new table on an engine that runs. */
export const recordAt = async (endpoint: string) => {
  const client = clientOf(endpoint);
  const tableName = `contract-${process.pid}-${Date.now()}`;
  await createTable(client, tableName);
  return { record: makeRecord({ client, tableName }), client, tableName, stop: async () => client.destroy() };
};

/** A new table on an engine of its own, in a folder of its own. */
export const recordOnDynoxide = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'besvarad-contract-'));
  const environment = { PATH: process.env.PATH };
  const databaseFile = join(folder, 'record.db');
  const engine = await startDynamoDb({ databaseFile, environment });
  const opened = await recordAt(engine.endpoint);
  const stop = async () => {
    opened.client.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...opened, endpoint: engine.endpoint, databaseFile, stop };
};
