import { createHash } from 'node:crypto';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Item, Key } from '../../lambdas/adapters/dynamodb/row.ts';
import { recordTable } from '../../lambdas/adapters/table.ts';
import { attributesOf, itemOf } from './dynamodb-json.ts';

/** Rows of one list, from one place in it to another. */
export interface Range {
  /** The index that is read; the table itself when absent. */
  readonly index?: string | undefined;
  readonly partition: string;
  /** What is asked of the sort key, each as SQL compares it. */
  readonly bounds: readonly { readonly by: '=' | '<' | '<=' | '>' | '>='; readonly to: string }[];
  readonly forward: boolean;
  /** The row after which to begin. */
  readonly after?: Item | undefined;
  readonly limit: number;
}

/** The engine's own file, read and written without a request to the engine. */
export interface RecordFile {
  read(key: Key): Item | undefined;
  range(asked: Range): Iterable<{ readonly row: Item; readonly size: number }>;
  /** Puts a row in the place of its key, or takes away what is there. */
  write(key: Key, row: Item | undefined): void;
  /** All or nothing: what it throws undoes what it has written. On disk when it returns. */
  together<T>(run: () => T): T;
  close(): void;
}

/** What these statements are written for (dynoxide 1.2). */
const layout = {
  table: 'pk, sk, item_json, item_size, cached_at, hash_prefix',
  index: 'gsi_pk, gsi_sk, table_pk, table_sk, item_json',
};

const indexTable = (tableName: string, index: string) => `"${tableName}::gsi::${index}"`;

const isAsWritten = (database: DatabaseSync, tableName: string): boolean => {
  const columns = (table: string) =>
    database
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map((each) => String(each.name))
      .join(', ');
  return (
    columns(`"${tableName}"`) === layout.table &&
    recordTable.indexes.every(({ name }) => columns(indexTable(tableName, name)) === layout.index)
  );
};

/** Every key is a string, and the engine says so in front of it. */
const stored = (key: unknown) => `S:${String(key)}`;

/** The engine spreads partitions as Amazon's own does on one machine. */
const spread = (pk: string) => createHash('md5').update(`Outliers${pk}`).digest('hex').slice(0, 6);

/** Bytes of a value as DynamoDB counts them; the record's numbers are whole ones. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + 1 + sizeOf(each), 3);
  return 3 + Object.keys(value).length + rowSize({ ...value });
};

/** Bytes of a row as DynamoDB counts them; an absent fact is not written. */
export const rowSize = (row: Item): number =>
  Object.entries(row).reduce(
    (sum, [name, value]) => (value === undefined ? sum : sum + Buffer.byteLength(name) + sizeOf(value)),
    0,
  );

/**
 * Opens the file of a running engine, beside it: SQLite lets both in, one writer at a time, and each sees at once what
 * the other has written.
 * @returns undefined when the engine keeps its rows in another way than this knows
 */
export const openRecordFile = (
  file: string,
  tableName: string,
  { readOnly = false } = {},
): RecordFile | undefined => {
  const database = new DatabaseSync(file, { readOnly });
  // As the engine has it: what is committed is on the disk.
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL');
  if (!isAsWritten(database, tableName)) {
    database.close();
    return undefined;
  }
  const prepared = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const known = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, known);
    return known;
  };
  return {
    read: ({ pk, sk }) => {
      const found = sql(`SELECT item_json FROM "${tableName}" WHERE pk = ? AND sk = ?`);
      const row = found.get(stored(pk), stored(sk));
      return row === undefined ? undefined : rowIn(row.item_json);
    },
    range: (asked) => rangeOf(sql, tableName, asked),
    write: (key, row) => writeRow(sql, tableName, key, row),
    together: (run) => together(sql, run),
    close: () => database.close(),
  };
};

type Sql = (text: string) => StatementSync;

const rowIn = (json: unknown): Item => {
  if (typeof json !== 'string') throw new Error('the engine’s file holds no row here');
  return itemOf(JSON.parse(json));
};

const together = <T>(sql: Sql, run: () => T): T => {
  sql('BEGIN IMMEDIATE').run();
  try {
    const result = run();
    sql('COMMIT').run();
    return result;
  } catch (error) {
    sql('ROLLBACK').run();
    throw error;
  }
};

const writeRow = (sql: Sql, tableName: string, { pk, sk }: Key, row: Item | undefined): void => {
  const place = [stored(pk), stored(sk)] as const;
  for (const { name } of recordTable.indexes) {
    sql(`DELETE FROM ${indexTable(tableName, name)} WHERE table_pk = ? AND table_sk = ?`).run(...place);
  }
  if (row === undefined) {
    sql(`DELETE FROM "${tableName}" WHERE pk = ? AND sk = ?`).run(...place);
    return;
  }
  const json = JSON.stringify(attributesOf(row));
  const put = sql(`INSERT OR REPLACE INTO "${tableName}" (${layout.table}) VALUES (?, ?, ?, ?, NULL, ?)`);
  put.run(...place, json, rowSize(row), spread(pk));
  for (const { name, partitionKey, sortKey } of recordTable.indexes) {
    const [partition, sort] = [row[partitionKey], row[sortKey]];
    if (partition === undefined || sort === undefined) continue;
    const list = sql(`INSERT INTO ${indexTable(tableName, name)} (${layout.index}) VALUES (?, ?, ?, ?, ?)`);
    list.run(stored(partition), stored(sort), ...place, json);
  }
};

function* rangeOf(sql: Sql, tableName: string, asked: Range) {
  const { index, partition, bounds, forward, after, limit } = asked;
  const [table, first, sort, last] =
    index === undefined
      ? [`"${tableName}"`, 'pk', ['sk'], 'item_size']
      : [indexTable(tableName, index), 'gsi_pk', ['gsi_sk', 'table_pk', 'table_sk'], 'length(item_json)'];
  const given: SQLInputValue[] = [stored(partition), ...bounds.map(({ to }) => stored(to))];
  const asks = [`${first} = ?`, ...bounds.map(({ by }) => `${sort[0]} ${by} ?`)];
  if (after !== undefined) {
    asks.push(`(${sort.join(', ')}) ${forward ? '>' : '<'} (${sort.map(() => '?').join(', ')})`);
    const keys = recordTable.indexes.find(({ name }) => name === index);
    given.push(...[keys?.sortKey, 'pk', 'sk'].slice(-sort.length).map((name) => stored(after[name ?? 'sk'])));
  }
  const order = sort.map((each) => `${each} ${forward ? 'ASC' : 'DESC'}`).join(', ');
  const text = `SELECT item_json, ${last} AS size FROM ${table} WHERE ${asks.join(' AND ')} ORDER BY ${order} LIMIT ?`;
  for (const found of sql(text).all(...given, limit)) {
    yield { row: rowIn(found.item_json), size: Number(found.size) };
  }
}
