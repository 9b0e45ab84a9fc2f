import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectFiles } from '../../lambdas/live-files.ts';
import type { FileStore } from '../../lambdas/ports/file-store.ts';
import { startFiles } from '../../local/files/engine.ts';
import { makeInMemoryFiles } from '../support/in-memory-files.ts';
import { fileContract, uploadContract } from './file-contract.ts';

const keys = { accessKeyId: 'local', secretAccessKey: 'local' };
const storeAt = (endpoint: string, credentials = keys, bucket = 'files') =>
  connectFiles({ bucket, s3: { region: 'eu-north-1', endpoint, credentials } });

describe('files in memory', () => {
  const files = makeInMemoryFiles();
  fileContract(() => files);
});

describe('files in S3, as one machine serves it', () => {
  let folder: string;
  let engine: Awaited<ReturnType<typeof startFiles>>;
  let files: FileStore;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'besvarad-files-'));
    engine = await startFiles({ folder, bucket: 'files', keys });
    files = storeAt(engine.endpoint);
  });
  afterAll(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  fileContract(() => files);
  uploadContract(() => files);

  it('are refused to whoever has other keys, or means another bucket', async () => {
    const put = (store: FileStore) => store.put({ key: 'a', content: new Uint8Array(1), contentType: 'a/b' });
    await expect(put(storeAt(engine.endpoint, { ...keys, secretAccessKey: 'guessed' }))).rejects.toThrow(
      'SignatureDoesNotMatch',
    );
    await expect(put(storeAt(engine.endpoint, keys, 'other'))).rejects.toThrow('NoSuchBucket');
    expect((await fetch(`${engine.endpoint}/files/a`)).status).toBe(403);
  });

  it('let a page of the office upload, and read nothing', async () => {
    const answer = await fetch(`${engine.endpoint}/files/a`, { method: 'OPTIONS' });
    expect(answer.headers.get('access-control-allow-methods')).toBe('PUT');
  });

  it('are there again when the engine is, with every version', async () => {
    const first = await files.put({ key: 'kept/one', content: new Uint8Array(3), contentType: 'a/b' });
    await files.put({ key: 'kept/one', content: new Uint8Array(4), contentType: 'a/b' });
    await engine.stop();
    engine = await startFiles({ folder, bucket: 'files', keys });
    files = storeAt(engine.endpoint);
    expect((await files.get('kept/one'))?.size).toBe(4);
    expect(await files.get('kept/one', first.versionId)).toMatchObject(first);
  });

  it('out of reach is a fault that may pass', async () => {
    const gone = await startFiles({ folder, bucket: 'files', keys });
    await gone.stop();
    await expect(storeAt(gone.endpoint).get('a')).rejects.toMatchObject({ name: 'Transient' });
  });
});
