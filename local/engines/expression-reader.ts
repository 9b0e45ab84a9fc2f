/** What an expression names: a fact of the row by its path, or a value that was sent with it. */
export type Operand =
  | { readonly kind: 'fact'; readonly path: readonly string[] }
  | { readonly kind: 'value'; readonly value: unknown };

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A condition of DynamoDB, read. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly by: Comparator; readonly left: Operand; readonly right: Operand }
  | {
      readonly kind: 'between';
      readonly of: Operand;
      readonly from: Operand;
      readonly to: Operand;
    }
  | { readonly kind: 'exists'; readonly of: Operand; readonly is: boolean }
  | { readonly kind: 'begins'; readonly of: Operand; readonly with: Operand };

/** The names and values that stand for themselves in an expression. */
export interface Placeholders {
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Record<string, unknown> | undefined;
}

/** Thrown for what DynamoDB would refuse, and for what nobody has taught this reader. */
export const invalid = (message: string): Error =>
  Object.assign(new Error(message), { name: 'ValidationException' });

const word = /\s*([#:]?[A-Za-z0-9_]+|<>|<=|>=|[=<>(),.+-])/y;

/** Expressions are few and written in the code: each is cut into its words once. */
const cut = new Map<string, readonly string[]>();

const wordsOf = (expression: string): readonly string[] => {
  const known = cut.get(expression);
  if (known !== undefined) return known;
  const words: string[] = [];
  const end = expression.trimEnd().length;
  word.lastIndex = 0;
  while (word.lastIndex < end) {
    const from = word.lastIndex;
    const [, found] = word.exec(expression) ?? [];
    if (found === undefined) throw invalid(`cannot read ${expression.slice(from)}`);
    words.push(found);
  }
  cut.set(expression, words);
  return words;
};

/** Goes through the words of an expression one by one. */
export interface Reader {
  /** Takes the next word if it is this one, in any case. */
  takes(expected: string): boolean;
  /** @throws ValidationException when the next word is another */
  requires(expected: string): void;
  operand(): Operand;
  ended(): boolean;
}

/** @throws ValidationException for a placeholder without its name or value */
export const readerOf = (expression: string, given: Placeholders): Reader => {
  const words = wordsOf(expression);
  let at = 0;
  const next = () => words[at]?.toLowerCase();
  const takes = (expected: string) => {
    if (next() !== expected) return false;
    at += 1;
    return true;
  };
  const requires = (expected: string) => {
    if (!takes(expected)) throw invalid(`${expected} is missing in ${expression}`);
  };
  const name = (): string => {
    const found = words[at] ?? '';
    at += 1;
    const meant = found.startsWith('#') ? given.ExpressionAttributeNames?.[found] : found;
    if (meant === undefined || !/^\w/.test(found.replace('#', '')))
      throw invalid(`${found} names nothing in ${expression}`);
    return meant;
  };
  const operand = (): Operand => {
    const found = words[at] ?? '';
    if (found.startsWith(':')) {
      at += 1;
      const value = given.ExpressionAttributeValues?.[found];
      if (value === undefined) throw invalid(`${found} has no value`);
      return { kind: 'value', value };
    }
    const path = [name()];
    while (takes('.')) path.push(name());
    return { kind: 'fact', path };
  };
  return { takes, requires, operand, ended: () => at >= words.length };
};

const comparators = ['=', '<>', '<=', '<', '>=', '>'] as const satisfies readonly Comparator[];

/**
 * Reads a condition.
 * @throws ValidationException for one that is none, or that uses what the stores do not
 */
export const readCondition = (expression: string, given: Placeholders): Condition => {
  const reader = readerOf(expression, given);
  const condition = anyOf(reader);
  if (!reader.ended()) throw invalid(`cannot read the end of ${expression}`);
  return condition;
};

const joined = (kind: 'all' | 'any', by: string, part: (reader: Reader) => Condition) => (reader: Reader) => {
  const first = part(reader);
  if (!reader.takes(by)) return first;
  const of = [first];
  do of.push(part(reader));
  while (reader.takes(by));
  return { kind, of };
};

const single = (reader: Reader): Condition => {
  if (reader.takes('not')) return { kind: 'not', of: single(reader) };
  if (reader.takes('(')) {
    const inner = anyOf(reader);
    reader.requires(')');
    return inner;
  }
  return calledOf(reader) ?? comparedOf(reader);
};

const calledOf = (reader: Reader): Condition | undefined => {
  for (const is of [true, false]) {
    if (!reader.takes(is ? 'attribute_exists' : 'attribute_not_exists')) continue;
    reader.requires('(');
    const of = reader.operand();
    reader.requires(')');
    return { kind: 'exists', of, is };
  }
  if (!reader.takes('begins_with')) return undefined;
  reader.requires('(');
  const of = reader.operand();
  reader.requires(',');
  const prefix = reader.operand();
  reader.requires(')');
  return { kind: 'begins', of, with: prefix };
};

const comparedOf = (reader: Reader): Condition => {
  const left = reader.operand();
  if (reader.takes('between')) {
    const from = reader.operand();
    reader.requires('and');
    return { kind: 'between', of: left, from, to: reader.operand() };
  }
  const by = comparators.find((each) => reader.takes(each));
  if (by === undefined) throw invalid('a comparison is missing');
  return { kind: 'compare', by, left, right: reader.operand() };
};

const allOf: (reader: Reader) => Condition = joined('all', 'and', single);
const anyOf: (reader: Reader) => Condition = joined('any', 'or', allOf);
