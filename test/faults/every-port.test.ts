import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeRecord, makeRecordOn } from '../../lambdas/adapters/dynamodb/record.ts';
import { makeTokenVerifier } from '../../lambdas/adapters/jose-token-verifier.ts';
import { makeIdentityProvider } from '../../lambdas/adapters/openid-identity-provider.ts';
import { makeSesMailer } from '../../lambdas/adapters/ses-mailer.ts';
import { makeSfnWorkflow } from '../../lambdas/adapters/sfn-workflow.ts';
import { connectFiles } from '../../lambdas/live-files.ts';
import type { FileStore } from '../../lambdas/ports/file-store.ts';
import { fileCalls } from '../../local/engines/file-calls.ts';
import { openRecordFile, type RecordFile } from '../../local/engines/record-file.ts';
import { type RecordWriter, startRecordWriter } from '../../local/engines/record-writer.ts';
import { startFiles } from '../../local/files/engine.ts';
import { recordOnDynoxide } from '../contracts/record-on-dynamodb.ts';
import { portCalls } from '../support/fault-table.ts';
import { marked, startWires, type Wires } from '../support/fault-wires.ts';
import { tryPort } from '../support/port-trial.ts';
import type { Stores } from '../support/port-uses.ts';
import { usesOfCases } from '../support/port-uses-cases.ts';
import { usesOfFollowing } from '../support/port-uses-following.ts';
import { usesOfMeetings } from '../support/port-uses-meetings.ts';
import { usesOfPeople } from '../support/port-uses-people.ts';

const uses = { ...usesOfCases, ...usesOfMeetings, ...usesOfPeople, ...usesOfFollowing };
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

let opened: Awaited<ReturnType<typeof recordOnDynoxide>>;
let engine: Awaited<ReturnType<typeof startFiles>>;
let folder: string;
let wires: Wires;
let client: DynamoDBClient;
/** The stores and the files, by wires that can be made to fail. */
let stores: Stores;
let files: FileStore;
let rows: DatabaseSync;
/** The stores past the wires, to prepare and to look. */
let clean: Stores;
let writer: RecordWriter;
let read: RecordFile | undefined;
beforeAll(async () => {
  // The adapters meet every fault themselves.
  vi.stubEnv('AWS_MAX_ATTEMPTS', '1');
  folder = mkdtempSync(join(tmpdir(), 'besvarad-ports-'));
  [opened, engine, wires] = await Promise.all([
    recordOnDynoxide(),
    startFiles({ folder, bucket: 'files', keys: credentials }),
    startWires(),
  ]);
  const endpoint = wires.reachBy('dynamoDb', opened.endpoint);
  client = new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials });
  const made = makeRecord({ client, tableName: opened.tableName });
  const through = Object.entries(made).map(([name, port]) => [name, marked(name, port)]);
  stores = { ...made, ...Object.fromEntries(through) };
  const s3 = { region: 'eu-north-1', endpoint: wires.reachBy('s3', engine.endpoint), credentials };
  files = marked('files', connectFiles({ bucket: 'files', s3 }));
  rows = new DatabaseSync(opened.databaseFile, { readOnly: true });
  read = openRecordFile(opened.databaseFile, opened.tableName, { readOnly: true });
  writer = startRecordWriter({ file: opened.databaseFile, tableName: opened.tableName });
  if (read === undefined) throw new Error('the engine keeps its rows in another way');
  clean = makeRecordOn({ calls: fileCalls(read, writer), tableName: opened.tableName });
});
afterAll(async () => {
  rows.close();
  read?.close();
  await writer.stop();
  client.destroy();
  await Promise.all([opened.stop(), engine.stop(), wires.stop()]);
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

/** Every row that bears an id, read past the wires. */
const rowsOf = (id: string) =>
  rows
    .prepare(`SELECT item_json FROM "${opened.tableName}" WHERE instr(item_json, ?) > 0 ORDER BY pk, sk`)
    .all(id)
    .map(({ item_json }) => {
      const fields: Record<string, unknown> = JSON.parse(String(item_json));
      return Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));
    });

describe('each call of a store that no case needs on its way fails once in each way', () => {
  test.each(Object.entries(uses))('%s', async (method, { given, call, shows }) => {
    const { wrong, tried, plain } = await tryPort(wires, {
      method,
      service: 'dynamoDb',
      prepare: async (id) => given?.(clean, id),
      call: (id) => call(stores, id),
      kept: async (id) => [rowsOf(id), await shows?.(clean, id)],
    });
    expect(wrong).toEqual([]);
    expect(plain).toHaveProperty('answer');
    expect(tried.length).toBeGreaterThanOrEqual(6);
  });
});

describe('each call of the files fails once in each way', () => {
  const content = new TextEncoder().encode('En motion.');
  const put = (store: FileStore, id: string) =>
    store.put({ key: `motions/${id}`, content, contentType: 'text/plain' });
  // A put whose answer was lost leaves a version that nobody names; the one that is named is whole.
  const kept = async (id: string) => (await files.get(`motions/${id}`))?.sha256;
  const told = async (file: Promise<{ size: number; sha256: string } | undefined>) => {
    const found = await file;
    return found && [found.size, found.sha256];
  };

  test.each<[string, (id: string) => Promise<unknown>, (id: string) => Promise<unknown>]>([
    ['files.put', async () => undefined, (id) => told(put(files, id))],
    ['files.get', (id) => put(files, id), (id) => told(files.get(`motions/${id}`))],
  ])('%s', async (method, prepare, call) => {
    const { wrong, tried } = await tryPort(wires, { method, service: 's3', prepare, call, kept });
    expect(wrong).toEqual([]);
    expect(tried).toHaveLength(5);
  });

  test('an address for an upload or a download is made without asking anybody', async () => {
    wires.seen();
    await files.uploadUrl({ key: 'a', contentType: 'a/b', size: 1, expiresInSeconds: 60 });
    await files.downloadUrl({ key: 'a', versionId: '1', fileName: 'a.pdf', expiresInSeconds: 60 });
    expect(wires.seen()).toEqual([]);
  });
});

/** What is asked of whoever proves who people are fails in tests of its own. */
const elsewhere = {
  'identity.begin': 'test/adapters/openid-identity-provider.test.ts',
  'identity.finish': 'test/adapters/openid-identity-provider.test.ts',
  'tokens.verify': 'test/adapters/jose-token-verifier.test.ts',
};

test('every method of every port of a service is in this table or in that of a case’s way', () => {
  const reach = { region: 'eu-north-1', endpoint: opened.endpoint, credentials };
  const mailer = makeSesMailer({
    client: new SESClient(reach),
    from: 'registrator@region.example',
    fromName: 'Registratorn',
    replyTo: 'registrator@region.example',
    messageIdDomain: 'region.example',
  });
  const workflow = makeSfnWorkflow({ client: new SFNClient(reach), stateMachineArn: 'arn' });
  const tokens = makeTokenVerifier({
    issuer: 'https://idp.example',
    jwksUri: 'https://idp.example',
    audience: '',
  });
  const identity = makeIdentityProvider({ issuer: 'https://idp.example', clientId: 'office' });
  const ports: Record<string, object> = { ...opened.record, mailer, workflow, files, tokens, identity };
  const methods = Object.entries(ports).flatMap(([name, port]) =>
    Object.keys(port).map((method) => `${name}.${method}`),
  );
  const ofFiles = ['files.put', 'files.get', 'files.uploadUrl', 'files.downloadUrl'];
  const ofCase = portCalls.map(({ method }) => method);
  const tried = new Set([...ofCase, ...Object.keys(uses), ...ofFiles, ...Object.keys(elsewhere)]);
  for (const file of Object.values(elsewhere)) expect(existsSync(file), file).toBe(true);
  expect(methods.filter((method) => !tried.has(method))).toEqual([]);
  expect([...tried].filter((method) => !methods.includes(method))).toEqual([]);
});
