import { recordTable } from '../table.ts';

const [lists, due] = recordTable.indexes;

/** Words for the entity definitions, so that a definition reads as the row it describes. */
export const model = <const N extends string>(entity: N) =>
  ({ entity, version: '1', service: 'besvarad' }) as const;

export const text = { type: 'string', required: true } as const;
export const optionalText = { type: 'string' } as const;
export const count = { type: 'number', required: true } as const;
export const optionalCount = { type: 'number' } as const;
/** A number that stands in a key: padded there, so that it sorts. */
export const ordinal = { type: 'number', required: true, padding: { length: 8, char: '0' } } as const;
/** A value of the domain, stored as it is; its schema is zod's business, not the table's. */
export const value = <const T>(type: T) => ({ type, required: true }) as const;
export const optionalValue = <const T>(type: T) => ({ type }) as const;

const key = <const C extends readonly string[]>(field: string, composite: C, template: string) =>
  ({ field, composite, template, casing: 'none' }) as const;

/** Where a row stands. */
export const row = <const P extends readonly string[], const S extends readonly string[]>(
  pk: readonly [P, string],
  sk: readonly [S, string],
) =>
  ({
    pk: key(recordTable.partitionKey, ...pk),
    sk: key(recordTable.sortKey, ...sk),
  }) as const;

/** The list a row is found in, and its place there. */
export const inList = <const P extends readonly string[], const S extends readonly string[]>(
  pk: readonly [P, string],
  sk: readonly [S, string],
) =>
  ({
    index: lists.name,
    pk: key(lists.partitionKey, ...pk),
    sk: key(lists.sortKey, ...sk),
  }) as const;

/** What is owed or due, by time; a row without its time is not in the index. */
export const whenDue = <const P extends readonly string[], const S extends readonly string[]>(
  pk: readonly [P, string],
  sk: readonly [S, string],
) =>
  ({
    index: due.name,
    pk: key(due.partitionKey, ...pk),
    sk: key(due.sortKey, ...sk),
  }) as const;
