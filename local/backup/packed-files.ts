import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { withDatabase } from './backup-file.ts';

const table = 'besvarad_files';
const row = z.object({ path: z.string(), content: z.instanceof(Uint8Array) });

/** What is half written has a name that begins with a dot, and is nobody's yet. */
const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((each) => each.isFile() && !each.name.startsWith('.'))
      .map((each) => join(each.parentPath, each.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};

/**
 * Puts every version of every file into a copied database. Versions never change, and a file is stored before the
 * record names it: taken after the record, none that it names is missing.
 */
export const packFiles = (database: string, folder: string): void =>
  withDatabase(database, false, (open) => {
    open.exec(`CREATE TABLE ${table} (path TEXT PRIMARY KEY, content BLOB)`);
    const insert = open.prepare(`INSERT INTO ${table} VALUES (?, ?)`);
    open.exec('BEGIN');
    for (const file of filesIn(folder)) {
      insert.run(relative(folder, file).split(sep).join('/'), readFileSync(file));
    }
    open.exec('COMMIT');
  });

/** Takes the files out of a database that has been unpacked, and writes them to a folder. Older backups have none. */
export const unpackFiles = (database: string, folder: string): void =>
  withDatabase(database, false, (open) => {
    const found = open.prepare('SELECT name FROM sqlite_master WHERE name = ?').get(table);
    if (found === undefined) return;
    for (const each of open.prepare(`SELECT path, content FROM ${table}`).iterate()) {
      const { path, content } = row.parse(each);
      const file = join(folder, ...path.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, { mode: 0o600, flush: true });
    }
    open.exec(`DROP TABLE ${table}`);
    // The record is given back as it was, without the room that the files took.
    open.exec('VACUUM');
  });
