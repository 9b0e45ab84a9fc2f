import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BackupRefused, filesName, keysName, recordName, takeNote, unpack } from './backup-file.ts';
import { unpackFiles } from './packed-files.ts';

/**
 * Makes a data folder from a backup: all of it or nothing. A folder with anything in it is left alone.
 * @returns when the backup was made
 * @throws BackupRefused
 */
export const restore = async ({ from, data }: { from: string; data: string }): Promise<string> => {
  const target = resolve(data);
  if (!existsSync(from)) throw new BackupRefused(`${from} is not there.`);
  if (!isFree(target))
    throw new BackupRefused(`${data} is there already and is not overwritten; choose another.`);
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), '.besvarad-restore-'));
  try {
    const record = join(folder, recordName);
    await unpack(from, record);
    const { keys, madeAt } = takeNote(record, from);
    unpackFiles(record, join(folder, filesName));
    if (keys !== null) writeFileSync(join(folder, keysName), keys, { mode: 0o600 });
    // Only onto nothing, or an empty folder: the system refuses any other.
    renameSync(folder, target);
    return madeAt;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const isFree = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
};
