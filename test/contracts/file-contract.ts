import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FileStore } from '../../lambdas/ports/file-store.ts';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const newKey = () => `contract/${randomUUID()}/paper.pdf`;

/** What every store of files must do, whichever adapter. */
export const fileContract = (open: () => FileStore) => {
  it('gives back what was put, byte for byte, with its hash and type', async () => {
    const files = open();
    const [key, content] = [newKey(), randomBytes(300_000)];
    const stored = await files.put({ key, content, contentType: 'application/pdf' });
    expect(stored).toMatchObject({ key, contentType: 'application/pdf', size: 300_000 });
    expect(stored.sha256).toBe(sha256(content));
    expect(await files.get(key)).toEqual({ ...stored, content: new Uint8Array(content) });
  });

  it('keeps an empty file, and one that looks like text', async () => {
    const files = open();
    for (const content of [new Uint8Array(), new TextEncoder().encode('{"a":1}\n\nåäö\r\n')]) {
      const stored = await files.put({ key: newKey(), content, contentType: 'text/plain' });
      expect((await files.get(stored.key))?.content).toEqual(content);
    }
  });

  it('keeps every version that was put under a key', async () => {
    const files = open();
    const key = newKey();
    const put = (text: string, contentType: string) =>
      files.put({ key, content: new TextEncoder().encode(text), contentType });
    const first = await put('one', 'text/plain');
    const second = await put('two', 'text/html');
    expect(second.versionId).not.toBe(first.versionId);
    expect((await files.get(key))?.versionId).toBe(second.versionId);
    const old = await files.get(key, first.versionId);
    expect(new TextDecoder().decode(old?.content)).toBe('one');
    expect(old).toMatchObject(first);
  });

  it('takes puts at the same time, and loses none', async () => {
    const files = open();
    const key = newKey();
    const contents = Array.from({ length: 8 }, () => randomBytes(1000));
    const stored = await Promise.all(
      contents.map((content) => files.put({ key, content, contentType: 'image/png' })),
    );
    expect(new Set(stored.map(({ versionId }) => versionId)).size).toBe(8);
    for (const { versionId, sha256: hash } of stored) {
      expect((await files.get(key, versionId))?.sha256).toBe(hash);
    }
  });

  it('knows nothing of a key that was never put, nor of a version', async () => {
    const files = open();
    expect(await files.get(newKey())).toBeUndefined();
    const { key } = await files.put({ key: newKey(), content: new Uint8Array(1), contentType: 'a/b' });
    expect(await files.get(key, '00000000-00000000')).toBeUndefined();
    expect(await files.get(`${key}/below`)).toBeUndefined();
  });

  it.each(['../up', '/root', 'a/../b', 'a//b', 'a/', '.hidden', 'å', ''])(
    'refuses the key %j',
    async (key) => {
      const files = open();
      await expect(files.put({ key, content: new Uint8Array(), contentType: 'a/b' })).rejects.toThrow();
      await expect(files.get(key)).rejects.toThrow();
    },
  );
};

/** What a signed address lets one do, and what not. */
export const uploadContract = (open: () => FileStore) => {
  const ask = { contentType: 'application/pdf', size: 1000, expiresInSeconds: 60 };
  const send = async (url: string, contentType: string, content: Uint8Array<ArrayBuffer>) =>
    (await fetch(url, { method: 'PUT', headers: { 'content-type': contentType }, body: content })).status;

  describe('an address for upload', () => {
    it('takes the file, without sign-in', async () => {
      const [key, content] = [newKey(), new Uint8Array(randomBytes(1000))];
      const { url, headers } = await open().uploadUrl({ key, ...ask });
      expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'content-length': '1000' });
      expect(await send(url, 'application/pdf', content)).toBe(200);
      expect(await open().get(key)).toMatchObject({ content, contentType: 'application/pdf' });
    });

    it.each([
      ['a larger file', 'application/pdf', 1001, ''],
      ['a smaller file', 'application/pdf', 999, ''],
      ['another type', 'text/html', 1000, ''],
      ['another key', 'application/pdf', 1000, 'x'],
    ])('refuses %s', async (_, contentType, size, more) => {
      const key = newKey();
      const { url } = await open().uploadUrl({ key, ...ask });
      const address = url.replace('paper.pdf?', `paper.pdf${more}?`);
      expect(await send(address, contentType, new Uint8Array(randomBytes(size)))).toBe(403);
      expect(await open().get(key)).toBeUndefined();
      expect(await open().get(`${key}${more}`)).toBeUndefined();
    });

    it('is not one for download, which gives the version it was made for, to be saved under its name', async () => {
      const files = open();
      const [key, contentType] = [newKey(), 'text/html'];
      const content = new TextEncoder().encode('<p>one');
      const { versionId } = await files.put({ key, content, contentType });
      await files.put({ key, content: new TextEncoder().encode('<p>two'), contentType });
      const asked = { key, versionId, fileName: 'Motion å;".html', expiresInSeconds: 60 };
      const url = await files.downloadUrl(asked);
      const answer = await fetch(url);
      expect([answer.status, await answer.text()]).toEqual([200, '<p>one']);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename*=UTF-8''Motion%20%C3%A5%3B%22.html`,
      );
      expect((await fetch(url.replace('octet-stream', 'html'))).status).toBe(403);
      expect((await fetch(url.replace('paper.pdf', 'other.pdf'))).status).toBe(403);
      expect(await send(url, contentType, new Uint8Array(1))).toBe(403);
    });

    it('reads nothing, and is worth nothing when its time is out', async () => {
      const key = newKey();
      const { url } = await open().uploadUrl({ key, ...ask });
      expect((await fetch(url)).status).toBe(403);
      const short = await open().uploadUrl({ key, ...ask, expiresInSeconds: 1 });
      const late = short.url.replace(/X-Amz-Date=\d{8}/, 'X-Amz-Date=20200101');
      expect(await send(late, 'application/pdf', new Uint8Array(1000))).toBe(403);
    });
  });
};
