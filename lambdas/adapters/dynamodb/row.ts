import { createConversions, type Entity, type EntityItem, type Schema } from 'electrodb';

/** How the model names itself on every row, for whoever reads the table in the console. */
export const rowNames = { identifiers: { entity: 'rowKind', version: 'rowVersion' } };

/** A row as the table holds it. */
export type Item = Record<string, unknown>;

/** The primary key of a row. */
export interface Key extends Item {
  readonly pk: string;
  readonly sk: string;
}

/** The facts of a row; an absent one may be said to be undefined, and is not written. */
type Facts<T> = { [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] };

interface Pattern {
  readonly composites: readonly string[];
  readonly keysOf: (values: Item) => Item;
}

/** Each entity's indexes, prepared once: ElectroDB's own `put().params()` costs 45 µs a row, this 3. */
const prepared = new WeakMap<object, readonly Pattern[]>();

const patternsOf = <A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(
  entity: Entity<A, F, C, S>,
): readonly Pattern[] => {
  const known = prepared.get(entity);
  if (known !== undefined) return known;
  const conversions: { byAccessPattern: Record<string, { fromComposite: { toKeys(values: Item): Item } }> } =
    createConversions(entity);
  const patterns = Object.entries(entity.schema.indexes).map(([name, index]) => ({
    composites: [...index.pk.composite, ...(index.sk?.composite ?? [])],
    keysOf: (values: Item) => conversions.byAccessPattern[name]?.fromComposite.toKeys(values) ?? {},
  }));
  prepared.set(entity, patterns);
  return patterns;
};

/**
 * A row of an entity, with its keys. An index whose facts are absent is left out: so are the sparse ones sparse.
 */
export const itemOf = <A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(
  entity: Entity<A, F, C, S>,
  values: Facts<EntityItem<Entity<A, F, C, S>>>,
): Item => {
  const { entity: name, version } = entity.schema.model;
  const item: Item = { ...values, rowKind: name, rowVersion: version };
  for (const { composites, keysOf } of patternsOf(entity)) {
    if (composites.every((each) => item[each] !== undefined)) Object.assign(item, keysOf(item));
  }
  return item;
};

/**
 * The primary key of a row.
 * @throws Error when a fact of the key is not given: a mistake of ours
 */
export const keyOf = <A extends string, F extends string, C extends string, S extends Schema<A, F, C>>(
  entity: Entity<A, F, C, S>,
  values: Partial<EntityItem<Entity<A, F, C, S>>>,
): Key => {
  const given: Item = { ...values };
  const [first] = patternsOf(entity);
  const keys = first?.composites.every((each) => given[each] !== undefined) ? first.keysOf(given) : {};
  const { pk, sk } = keys;
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new Error('the key of a row is not complete');
  return { pk, sk };
};
