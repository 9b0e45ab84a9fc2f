import type { Item } from './row.ts';

/** A condition as DynamoDB takes it. Every name goes through a placeholder, since many of ours are reserved words. */
export interface Condition {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Item;
}

/** The row must not be there yet. */
export const absent = { ConditionExpression: 'attribute_not_exists(pk)' } as const satisfies Condition;
/** The row must be there. */
export const present = { ConditionExpression: 'attribute_exists(pk)' } as const satisfies Condition;

/** A condition on one fact of the row. */
export const where = (name: string, compared: '=' | '<=', to: string | number) => ({
  ConditionExpression: `#where ${compared} :where`,
  ExpressionAttributeNames: { '#where': name },
  ExpressionAttributeValues: { ':where': to },
});

/** A change of some facts of a row; `remove` also takes the row out of the indexes whose keys it names. */
export const changeOf = (
  change: { set?: Item; add?: Record<string, number>; remove?: readonly string[] },
  condition: Condition = {},
) => {
  const names: Record<string, string> = {};
  const values: Item = {};
  const name = (each: string) => {
    names[`#${each}`] = each;
    return `#${each}`;
  };
  const valued = (each: string, given: unknown) => {
    values[`:${each}`] = given;
    return `:${each}`;
  };
  const { set = {}, add = {}, remove = [] } = change;
  const sets = Object.entries(set).map(([each, given]) => `${name(each)} = ${valued(each, given)}`);
  const adds = Object.entries(add).map(([each, given]) => `${name(each)} ${valued(each, given)}`);
  const clauses = [
    ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
    ...(adds.length > 0 ? [`ADD ${adds.join(', ')}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.map(name).join(', ')}`] : []),
  ];
  const allValues = { ...values, ...condition.ExpressionAttributeValues };
  return {
    ...condition,
    UpdateExpression: clauses.join(' '),
    ExpressionAttributeNames: { ...names, ...condition.ExpressionAttributeNames },
    ...(Object.keys(allValues).length > 0 ? { ExpressionAttributeValues: allValues } : {}),
  };
};
