import type { Entity, Schema } from 'electrodb';
import { Transient } from '../../failures.ts';
import type { Item, Key } from './row.ts';
import { call, type Table } from './table-client.ts';

/** The facts of a row; undefined when it is a row of another kind. */
export const factsOf = <A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(
  entity: Entity<A, F, C, S>,
  item: Item,
) => entity.parse({ Item: item }).data ?? undefined;

/** The facts of those of the rows that are of this kind. */
export const allFactsOf = <A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(
  entity: Entity<A, F, C, S>,
  items: readonly Item[],
) =>
  items.flatMap((item) => {
    const facts = factsOf(entity, item);
    return facts === undefined ? [] : [facts];
  });

/** One row, read consistently. */
export const readOne = async <
  A extends string,
  F extends string,
  C extends string,
  S extends Schema<A, F, C>,
>(
  { calls, tableName }: Table,
  entity: Entity<A, F, C, S>,
  Key: Key,
  options: { consistent: boolean } = { consistent: true },
) => {
  const input = { TableName: tableName, Key, ConsistentRead: options.consistent };
  const { Item } = await call(() => calls.get(input));
  return Item === undefined ? undefined : factsOf(entity, Item);
};

const batchLimit = 100;
const tries = 4;

/**
 * The rows with these keys, in no order; absent ones are left out.
 * @throws Transient when the service will not give all of them
 */
export const readMany = async (table: Table, keys: readonly Key[]): Promise<Item[]> => {
  const parts = Array.from({ length: Math.ceil(keys.length / batchLimit) }, (_, index) =>
    readBatch(table, keys.slice(index * batchLimit, (index + 1) * batchLimit)),
  );
  return (await Promise.all(parts)).flat();
};

/** What is left over, because of size, is asked for again. */
const readBatch = async ({ calls, tableName }: Table, keys: readonly Key[]): Promise<Item[]> => {
  const items: Item[] = [];
  let Keys: Item[] = [...keys];
  for (let attempt = 1; attempt <= tries && Keys.length > 0; attempt += 1) {
    const input = { RequestItems: { [tableName]: { Keys } } };
    const { Responses, UnprocessedKeys } = await call(() => calls.batchGet(input));
    items.push(...(Responses?.[tableName] ?? []));
    Keys = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  if (Keys.length > 0) throw new Transient('the record store is busy');
  return items;
};
