import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  BackupRefused,
  backupFormat,
  filesName,
  keysName,
  pack,
  recordName,
  withDatabase,
  writeNote,
} from './backup-file.ts';
import { packFiles } from './packed-files.ts';

/**
 * Copies the data of one machine into one file, while the product runs or not. The copy is what one reader sees at
 * one moment (`VACUUM INTO` is a single read transaction, and the engine writes ahead), so every transaction is in it
 * whole or not at all. Writers are not held up.
 * @returns bytes written
 * @throws BackupRefused
 */
export const backUp = async ({ data, to }: { data: string; to: string }): Promise<number> => {
  const record = join(data, recordName);
  const target = resolve(to);
  if (!existsSync(record)) throw new BackupRefused(`${data} holds no ${recordName}: nothing to back up.`);
  if (existsSync(target)) throw new BackupRefused(`${to} is there already and is not overwritten.`);
  const folder = draftFolderBeside(target);
  try {
    const copy = join(folder, recordName);
    copyRecord(record, copy);
    packFiles(copy, join(data, filesName));
    const keys = readIfThere(join(data, keysName));
    writeNote(copy, { format: backupFormat, madeAt: new Date().toISOString(), keys });
    const packed = join(folder, 'packed');
    await pack(copy, packed);
    // Whole or not at all, and never over a file that has come meanwhile.
    linkSync(packed, target);
    return statSync(target).size;
  } catch (error) {
    throw isTaken(error) ? new BackupRefused(`${to} is there already and is not overwritten.`) : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const draftFolderBeside = (target: string): string => {
  try {
    return mkdtempSync(join(dirname(target), '.besvarad-backup-'));
  } catch {
    throw new BackupRefused(`${dirname(target)} is no folder that can be written to.`);
  }
};

/** Not read-only: after a kill -9 the log beside the file has to be taken in first, which SQLite does on opening. */
const copyRecord = (from: string, to: string) => {
  try {
    withDatabase(from, false, (database) => database.prepare('VACUUM INTO ?').run(to));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new BackupRefused(`${from} cannot be copied: ${reason}.`);
  }
};

const readIfThere = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST';
