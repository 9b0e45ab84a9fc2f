import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../lambdas/adapters/dynamodb/row.ts';
import { isFields } from './dynamodb-json.ts';
import {
  type Comparator,
  type Condition,
  invalid,
  type Operand,
  type Placeholders,
  type Reader,
  readCondition,
  readerOf,
} from './expression-reader.ts';

const valueAt = (operand: Operand, row: Item): unknown => {
  if (operand.kind === 'value') return operand.value;
  return operand.path.reduce<unknown>((at, name) => (isFields(at) ? at[name] : undefined), row);
};

/** As DynamoDB orders strings: by their bytes. Undefined for what has no order. */
const order = (one: unknown, other: unknown): number | undefined => {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
};

const compares = (by: Comparator, one: unknown, other: unknown): boolean => {
  if (by === '<>') return !isDeepStrictEqual(one, other);
  // A fact that is not there is equal to nothing, and neither before nor after it.
  if (one === undefined || other === undefined) return false;
  if (by === '=') return isDeepStrictEqual(one, other);
  const placed = order(one, other);
  if (placed === undefined) return false;
  if (by === '<') return placed < 0;
  if (by === '<=') return placed <= 0;
  return by === '>' ? placed > 0 : placed >= 0;
};

const holdsFor = (condition: Condition, row: Item): boolean => {
  const of = (operand: Operand) => valueAt(operand, row);
  switch (condition.kind) {
    case 'all':
      return condition.of.every((each) => holdsFor(each, row));
    case 'any':
      return condition.of.some((each) => holdsFor(each, row));
    case 'not':
      return !holdsFor(condition.of, row);
    case 'exists':
      return (of(condition.of) !== undefined) === condition.is;
    case 'compare':
      return compares(condition.by, of(condition.left), of(condition.right));
    case 'between': {
      const value = of(condition.of);
      return compares('>=', value, of(condition.from)) && compares('<=', value, of(condition.to));
    }
    case 'begins': {
      const [value, prefix] = [of(condition.of), of(condition.with)];
      return typeof value === 'string' && typeof prefix === 'string' && value.startsWith(prefix);
    }
  }
};

/** Whether a row, or the place of one that is not there, meets what a write asks of it. */
export const meets = (
  write: Placeholders & { readonly ConditionExpression?: string | undefined },
  row: Item | undefined,
): boolean =>
  write.ConditionExpression === undefined ||
  holdsFor(readCondition(write.ConditionExpression, write), row ?? {});

/** A whole fact of the row; the stores change no part of one. */
const nameOf = (operand: Operand): string => {
  const [name] = operand.kind === 'fact' ? operand.path : [];
  if (operand.kind !== 'fact' || operand.path.length !== 1 || name === undefined)
    throw invalid('only whole facts are changed here');
  return name;
};

const valueFrom = (reader: Reader, row: Item): unknown => {
  if (reader.takes('list_append')) {
    const [one, other] = twoFrom(reader, row);
    if (!Array.isArray(one) || !Array.isArray(other)) throw invalid('list_append is for lists');
    return [...one, ...other];
  }
  if (reader.takes('if_not_exists')) {
    const [there, otherwise] = twoFrom(reader, row);
    return there ?? otherwise;
  }
  return valueAt(reader.operand(), row);
};

const twoFrom = (reader: Reader, row: Item): readonly [unknown, unknown] => {
  reader.requires('(');
  const first = valueFrom(reader, row);
  reader.requires(',');
  const second = valueFrom(reader, row);
  reader.requires(')');
  return [first, second];
};

const clauses: Record<string, (reader: Reader, before: Item, after: Item) => void> = {
  set: (reader, before, after) => {
    const name = nameOf(reader.operand());
    reader.requires('=');
    const value = valueFrom(reader, before);
    if (value === undefined) throw invalid('what is to be set is not there');
    after[name] = value;
  },
  add: (reader, before, after) => {
    const name = nameOf(reader.operand());
    const added = valueAt(reader.operand(), before);
    const from = before[name] ?? 0;
    if (typeof added !== 'number' || typeof from !== 'number') throw invalid('only numbers are added');
    after[name] = from + added;
  },
  remove: (reader, _, after) => {
    delete after[nameOf(reader.operand())];
  },
};

/**
 * The row as an update leaves it; every value is of the row as it was.
 * @throws ValidationException for an update that is none, or that uses what the stores do not
 */
export const updated = (expression: string, given: Placeholders, before: Item): Item => {
  const reader = readerOf(expression, given);
  const after = { ...before };
  while (!reader.ended()) {
    const [, change] = Object.entries(clauses).find(([name]) => reader.takes(name)) ?? [];
    if (change === undefined) throw invalid(`cannot read ${expression}`);
    do change(reader, before, after);
    while (reader.takes(','));
  }
  return after;
};
