import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDb } from '../engines/dynamodb.ts';
import { findEngine } from '../engines/find-engine.ts';
import { prepareTable } from '../prepare-table.ts';
import { importRows } from './import-rows.ts';
import { batchesOf, seedCases } from './seed-cases.ts';

/** A data folder that a product can be started on, filled while no product runs. */
export interface SeededFolder {
  readonly dataDirectory: string;
  /** Cases so far; more can be added. */
  fill(cases: number, open: boolean, texts?: boolean): Promise<void>;
  remove(): void;
}

/** The program that can make the database file whole, while there is none. */
const importerOf = (databaseFile: string): string | undefined => {
  const engine = findEngine(process.env);
  if (engine.kind !== 'program' || engine.name !== 'dynoxide' || existsSync(databaseFile)) return undefined;
  return engine.command(databaseFile, 0)[0];
};

/** Makes an empty data folder. */
export const makeSeededFolder = (): SeededFolder => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'besvarad-bench-'));
  let filled = 0;
  return {
    dataDirectory,
    fill: async (cases, open, texts = false) => {
      // Of nothing the engine makes no file; the product makes it when it starts.
      if (cases === filled) return;
      const seeding = { from: filled, to: cases, open, texts };
      const databaseFile = join(dataDirectory, 'record.db');
      const importer = importerOf(databaseFile);
      if (importer !== undefined) {
        importRows(importer, databaseFile, batchesOf(seeding));
        filled = cases;
        return;
      }
      const engine = await startDynamoDb({ databaseFile, environment: process.env });
      try {
        const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
        const { endpoint } = engine;
        await prepareTable({ region: 'eu-north-1', endpoint, credentials, tableName: 'besvarad' });
        await seedCases(endpoint, seeding);
        filled = cases;
      } finally {
        await engine.stop();
      }
    },
    remove: () => rmSync(dataDirectory, { recursive: true, force: true }),
  };
};
