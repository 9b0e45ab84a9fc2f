import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fileKey } from '../../lambdas/ports/file-store.ts';

/** One version of a file on the disk. */
export interface FileOnDisk {
  readonly versionId: string;
  readonly contentType: string;
  readonly content: Buffer;
}

const head = z.object({ contentType: z.string() });
const versionPattern = /^\d{8}-[0-9a-f]{8}$/;

/** Puts a file name on the disk for good: after a power cut too it is there or it is not. */
const syncFolder = async (folder: string) => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Files on the disk, each version a file of its own under its key: a line that says of what type it is, then its bytes.
 * A version is written beside its name and then linked to it, so that a process killed at any moment leaves the whole
 * of it or nothing.
 */
export const openDisk = (root: string) => {
  mkdirSync(root, { recursive: true });
  const folderOf = (key: string) => join(root, ...fileKey.parse(key).split('/'));

  const versionsOf = async (key: string): Promise<readonly string[]> => {
    const names = await readdir(folderOf(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
      throw error;
    });
    return names.filter((name) => versionPattern.test(name)).sort();
  };

  const write = async (key: string, contentType: string, content: Uint8Array): Promise<string> => {
    const folder = folderOf(key);
    await makeFolder(root, folder);
    const draft = join(folder, `.draft-${randomBytes(8).toString('hex')}`);
    try {
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(`${JSON.stringify({ contentType })}\n`);
        await handle.writeFile(content);
        await handle.sync();
      } finally {
        await handle.close();
      }
      const last = (await versionsOf(key)).at(-1)?.slice(0, 8) ?? '0';
      const versionId = `${String(Number(last) + 1).padStart(8, '0')}-${randomBytes(4).toString('hex')}`;
      await link(draft, join(folder, versionId));
      await rm(draft);
      await syncFolder(folder);
      return versionId;
    } finally {
      await rm(draft, { force: true });
    }
  };

  const read = async (key: string, versionId?: string): Promise<FileOnDisk | undefined> => {
    const versions = await versionsOf(key);
    const wanted = versionId ?? versions.at(-1);
    if (wanted === undefined || !versions.includes(wanted)) return undefined;
    const bytes = await readFile(join(folderOf(key), wanted));
    const end = bytes.indexOf('\n');
    const { contentType } = head.parse(JSON.parse(bytes.subarray(0, end).toString('utf8')));
    return { versionId: wanted, contentType, content: bytes.subarray(end + 1) };
  };

  let turn: Promise<unknown> = Promise.resolve();
  return {
    /** One at a time: the number of a version is one more than the last. */
    write: (key: string, contentType: string, content: Uint8Array): Promise<string> => {
      const written = turn.then(() => write(key, contentType, content));
      turn = written.catch(() => undefined);
      return written;
    },
    read,
  };
};
export type Disk = ReturnType<typeof openDisk>;

/** Each new folder's name must last as well. */
const makeFolder = async (root: string, folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let each = folder; each.length >= root.length; each = dirname(each)) await syncFolder(each);
};

/** Hex SHA-256, as S3 would check it. */
export const sha256Of = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();
