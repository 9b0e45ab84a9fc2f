import type { Entity, EntityItem, Schema } from 'electrodb';
import { Transient } from '../../failures.ts';
import type { Item, Key } from './row.ts';
import { call, type Table } from './table-client.ts';

/** The names of an entity's facts, looked up once: ElectroDB's own `parse` costs ten times what this does. */
const prepared = new WeakMap<object, readonly string[]>();

const namesOf = (entity: { readonly schema: { readonly attributes: object } }): readonly string[] => {
  const names = prepared.get(entity) ?? Object.keys(entity.schema.attributes);
  prepared.set(entity, names);
  return names;
};

/** What a row says of its kind is believed, as ElectroDB does: only the stores write rows, and by these entities. */
const areOf = <A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(
  { schema: { model } }: Entity<A, F, C, S>,
  { rowKind, rowVersion }: Item,
  _facts: Item,
): _facts is Item & EntityItem<Entity<A, F, C, S>> =>
  rowKind === model.entity && rowVersion === model.version;

/** The facts of a row, as its entity names them; undefined when it is a row of another kind. */
export const factsOf = <A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(
  entity: Entity<A, F, C, S>,
  row: Item,
): EntityItem<Entity<A, F, C, S>> | undefined => {
  const facts: Item = {};
  for (const name of namesOf(entity)) if (row[name] !== undefined) facts[name] = row[name];
  return areOf(entity, row, facts) ? facts : undefined;
};

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
