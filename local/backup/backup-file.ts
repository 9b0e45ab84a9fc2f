import { createReadStream, createWriteStream } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';

/** A backup that cannot be made or restored, told in one sentence. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/**
 * A backup is one file: the record's database, gzipped, with a table of its own that says what it is and holds the
 * sign-in keys, and one that holds the files. The checksum of gzip tells a single changed bit, which SQLite's own check does not.
 */
export const backupFormat = 1;

const note = z.object({ format: z.literal(backupFormat), madeAt: z.string(), keys: z.string().nullable() });
export type BackupNote = z.infer<typeof note>;

const noteTable = 'besvarad_backup';

/** Files of a data folder that a backup holds; the rest is the running engine's. */
export const recordName = 'record.db';
export const keysName = 'sign-in-keys.json';
export const filesName = 'files';

/** Runs something on a database and closes it whatever comes. */
export const withDatabase = <T>(file: string, readOnly: boolean, run: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(file, { readOnly });
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    return run(database);
  } finally {
    database.close();
  }
};

/** Says in a copied database what it is. */
export const writeNote = (file: string, { format, madeAt, keys }: BackupNote): void =>
  withDatabase(file, false, (database) => {
    database.exec(`CREATE TABLE ${noteTable} (format INTEGER, madeAt TEXT, keys TEXT)`);
    database.prepare(`INSERT INTO ${noteTable} VALUES (?, ?, ?)`).run(format, madeAt, keys);
  });

/**
 * Takes the note out of a database that has been unpacked, after making sure that it is whole.
 * @throws BackupRefused
 */
export const takeNote = (file: string, name: string): BackupNote => {
  try {
    return withDatabase(file, false, (database) => {
      const [first] = database.prepare('PRAGMA integrity_check').all();
      if (first?.integrity_check !== 'ok')
        throw new BackupRefused(`${name} is damaged: its database is not whole.`);
      const found = note.parse(database.prepare(`SELECT format, madeAt, keys FROM ${noteTable}`).get());
      database.exec(`DROP TABLE ${noteTable}`);
      return found;
    });
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(`${name} is no backup of Besvarad, or of a version this one does not know.`);
  }
};

/** Packs a file into another. */
export const pack = (from: string, to: string): Promise<void> =>
  pipeline(
    createReadStream(from),
    createGzip({ level: 6 }),
    createWriteStream(to, { mode: 0o600, flush: true }),
  );

/** @throws BackupRefused when the file is cut off, changed, or was never packed */
export const unpack = async (from: string, to: string): Promise<void> => {
  try {
    await pipeline(
      createReadStream(from),
      createGunzip(),
      createWriteStream(to, { mode: 0o600, flush: true }),
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const isDamaged = code.startsWith('Z_') || code.startsWith('ERR_');
    throw new BackupRefused(
      isDamaged ? `${from} is damaged or no backup.` : `${from} cannot be read: ${code}.`,
    );
  }
};
