import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tableInput } from '../../lambdas/adapters/dynamodb/create-table.ts';
import type { Item } from '../../lambdas/adapters/dynamodb/row.ts';
import { attributesOf } from '../engines/dynamodb-json.ts';

const tableName = 'besvarad';

/** What the engine asks of the table, in the shape of an answer to DescribeTable. */
const schemaOf = () => ({ Table: { ...tableInput(tableName), TableStatus: 'ACTIVE' } });

const linesOf = (rows: readonly Item[]): string =>
  rows.map((row) => `${JSON.stringify({ Item: attributesOf(row) })}\n`).join('');

/**
 * Makes a database file of ready rows, by the engine's own import of a DynamoDB export: half a million rows go in within
 * a minute or two, over the wire they take hours.
 * @param program the engine
 * @param batches rows by the file; each batch is made when its turn comes
 * @throws Error with the engine's words when it will not take them
 */
export const importRows = (
  program: string,
  databaseFile: string,
  batches: Iterable<readonly Item[]>,
): void => {
  const source = mkdtempSync(join(tmpdir(), 'besvarad-export-'));
  try {
    const data = join(source, tableName, 'data');
    mkdirSync(data, { recursive: true });
    const schema = join(source, 'schema.json');
    writeFileSync(schema, JSON.stringify(schemaOf()));
    let file = 0;
    for (const rows of batches) {
      file += 1;
      const name = `${String(file).padStart(6, '0')}.json.gz`;
      writeFileSync(join(data, name), gzipSync(linesOf(rows), { level: 1 }));
    }
    const options = ['import', '--source', source, '--schema', schema, '--output', databaseFile];
    const { status, stderr } = spawnSync(program, options, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the engine did not import the rows: ${stderr}`);
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
};
