import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../lambdas/adapters/dynamodb/row.ts';
import { recordTable } from '../../lambdas/adapters/table.ts';
import { type Condition, invalid, type Operand, readCondition } from './expression-reader.ts';
import type { Range, RecordFile } from './record-file.ts';

/** A page ends when so much has been read, as DynamoDB's does. */
const mostBytes = 1024 * 1024;
/** Rows that are read at a time, few of which come near the bytes. */
const mostRows = 500;
/** Beyond every string. */
const last = '\u{10FFFF}';

const keysOf = (index: string | undefined) => {
  if (index === undefined) return recordTable;
  const found = recordTable.indexes.find(({ name }) => name === index);
  if (found === undefined) throw invalid(`there is no index ${index}`);
  return found;
};

const isFact = (operand: Operand, name: string) => operand.kind === 'fact' && operand.path.join('.') === name;

const textOf = (operand: Operand): string => {
  if (operand.kind !== 'value' || typeof operand.value !== 'string')
    throw invalid('a key is compared with text');
  return operand.value;
};

const boundsOf = (condition: Condition, sortKey: string): Range['bounds'] => {
  const isOfKey = (operand: Operand) => {
    if (!isFact(operand, sortKey)) throw invalid(`a query asks of ${sortKey} and of no other fact`);
  };
  switch (condition.kind) {
    case 'compare':
      isOfKey(condition.left);
      if (condition.by === '<>') break;
      return [{ by: condition.by, to: textOf(condition.right) }];
    case 'between':
      isOfKey(condition.of);
      return [
        { by: '>=', to: textOf(condition.from) },
        { by: '<=', to: textOf(condition.to) },
      ];
    case 'begins': {
      isOfKey(condition.of);
      const prefix = textOf(condition.with);
      return [
        { by: '>=', to: prefix },
        { by: '<', to: `${prefix}${last}` },
      ];
    }
  }
  throw invalid('a query cannot ask this of a key');
};

const placeOf = (input: QueryCommandInput): Pick<Range, 'partition' | 'bounds'> => {
  const { partitionKey, sortKey } = keysOf(input.IndexName);
  const condition = readCondition(input.KeyConditionExpression ?? '', input);
  const parts = condition.kind === 'all' ? condition.of : [condition];
  const named = parts.find(
    (each) => each.kind === 'compare' && each.by === '=' && isFact(each.left, partitionKey),
  );
  if (named?.kind !== 'compare') throw invalid(`a query names ${partitionKey}`);
  const others = parts.filter((each) => each !== named);
  return { partition: textOf(named.right), bounds: others.flatMap((each) => boundsOf(each, sortKey)) };
};

/** What a query of the stores may say; a member that nobody has thought about is refused, not passed over. */
const known = new Set([
  ...['TableName', 'IndexName', 'KeyConditionExpression', 'ExpressionAttributeNames'],
  ...['ExpressionAttributeValues', 'Limit', 'ScanIndexForward', 'ExclusiveStartKey', 'ConsistentRead'],
]);

/** One page of a list. */
export const queryOf = (
  file: RecordFile,
  input: QueryCommandInput,
): { Items: Item[]; LastEvaluatedKey: Item | undefined } => {
  const stranger = Object.entries(input).find(([name, value]) => value !== undefined && !known.has(name));
  if (stranger !== undefined) throw invalid(`a query says ${stranger[0]}`);
  const { IndexName: index, Limit, ExclusiveStartKey: after, ScanIndexForward: forward = true } = input;
  const limit = Math.min(Limit ?? mostRows, mostRows);
  const Items: Item[] = [];
  let bytes = 0;
  for (const { row, size } of file.range({ ...placeOf(input), index, forward, after, limit })) {
    Items.push(row);
    bytes += size;
    if (Items.length >= limit || bytes > mostBytes) return { Items, LastEvaluatedKey: keyOfRow(row, index) };
  }
  return { Items, LastEvaluatedKey: undefined };
};

const keyOfRow = (row: Item, index: string | undefined): Item => {
  const { partitionKey, sortKey } = keysOf(index);
  const names = ['pk', 'sk', partitionKey, sortKey];
  return Object.fromEntries(names.map((name) => [name, row[name]]));
};
