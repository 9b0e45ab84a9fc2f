import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { InvalidCursor, type Page, type PageRequest } from '../../ports/case-store.ts';
import { recordTable } from '../table.ts';
import type { Item } from './row.ts';
import { call, type Table } from './table-client.ts';

const usualLimit = 50;
const greatestLimit = 200;

/** How many rows a page holds: what is asked for, within bounds. */
export const pageLimit = ({ limit }: PageRequest): number =>
  Math.min(Math.max(Math.trunc(limit ?? usualLimit), 1), greatestLimit);

const places = z.array(z.string()).min(2).max(5);

/** A cursor: the list it belongs to, and the keys of the last row shown. */
export const encodeCursor = (list: string, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');

/**
 * The keys that a cursor of this list holds.
 * @throws InvalidCursor when it is damaged or another list's
 */
export const decodeCursor = (list: string, cursor: string, length: number): readonly string[] => {
  const [of, ...keys] = parsed(cursor);
  if (of !== list || keys.length !== length) throw new InvalidCursor('not a cursor of this list');
  return keys;
};

const parsed = (cursor: string): string[] => {
  try {
    return places.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new InvalidCursor('not a cursor');
  }
};

/** The facts that say where in a list a row stands: its key, and its keys in the index of the list. */
const keyNamesOf = (indexName: string | undefined): readonly string[] => {
  const index = recordTable.indexes.find((each) => each.name === indexName);
  const own = [recordTable.partitionKey, recordTable.sortKey];
  return index === undefined ? own : [...own, index.partitionKey, index.sortKey];
};

/**
 * One page of a query. One row more than asked for is read, so that the last page has no cursor.
 * @param list names the list in its cursors
 * @param query as ElectroDB makes it
 */
export const readPage = async (
  table: Table,
  list: string,
  query: QueryCommandInput,
  page: PageRequest,
): Promise<Page<Item>> => {
  const names = keyNamesOf(query.IndexName);
  const limit = pageLimit(page);
  const start = page.cursor === undefined ? undefined : decodeCursor(list, page.cursor, names.length);
  const ExclusiveStartKey =
    start === undefined ? undefined : Object.fromEntries(names.map((name, index) => [name, start[index]]));
  const { Items = [], LastEvaluatedKey } = await call(() =>
    send(table, { ...query, TableName: table.tableName, Limit: limit + 1, ExclusiveStartKey }),
  );
  const items = Items.slice(0, limit);
  const last = Items.length > limit ? items.at(-1) : LastEvaluatedKey;
  return last === undefined
    ? { items }
    : {
        items,
        cursor: encodeCursor(
          list,
          names.map((name) => String(last[name])),
        ),
      };
};

/** A forged cursor can name keys outside the query; DynamoDB says so as a validation error. */
const send = async ({ calls }: Table, input: QueryCommandInput) => {
  try {
    return await calls.query(input);
  } catch (error) {
    const isRefused = error instanceof Error && error.name === 'ValidationException';
    const isForged = isRefused && input.ExclusiveStartKey !== undefined;
    throw isForged ? new InvalidCursor('not a cursor of this list') : error;
  }
};

/** Every row of a query within one partition; consistently unless said. */
export const readAll = async (
  table: Table,
  query: QueryCommandInput,
  { consistent } = { consistent: true },
): Promise<Item[]> => {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const input = { ...query, TableName: table.tableName, ConsistentRead: consistent, ExclusiveStartKey };
    const found = await call(() => table.calls.query(input));
    items.push(...(found.Items ?? []));
    ExclusiveStartKey = found.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return items;
};
