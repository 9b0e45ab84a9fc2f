type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A plain value as DynamoDB's JSON writes it. */
const attributeOf = (value: unknown): Fields => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.filter((each) => each !== undefined).map(attributeOf) };
  if (isFields(value)) return { M: attributesOf(value) };
  throw new Error(`a ${typeof value} cannot be stored`);
};

export const attributesOf = (fields: Fields): Fields => {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) attributes[name] = attributeOf(value);
  }
  return attributes;
};

/** The plain value of an attribute; the kinds that the record does not use are refused. */
const plainOf = (attribute: unknown): unknown => {
  if (!isFields(attribute)) throw new Error('not an attribute');
  const { S, N, BOOL, L, M } = attribute;
  if (S !== undefined) return S;
  if (M !== undefined) return itemOf(M);
  if (Array.isArray(L)) return L.map(plainOf);
  if (N !== undefined) return Number(N);
  if (BOOL !== undefined) return BOOL;
  if (attribute.NULL !== undefined) return null;
  throw new Error(`an attribute of kind ${Object.keys(attribute).join()} is not known here`);
};

/** The plain row of what an answer holds. */
export const itemOf = (attributes: unknown): Record<string, unknown> => {
  const item: Record<string, unknown> = {};
  if (!isFields(attributes)) throw new Error('not a row');
  for (const [name, attribute] of Object.entries(attributes)) item[name] = plainOf(attribute);
  return item;
};

/** The plain rows of what an answer holds. */
export const itemsOf = (rows: unknown): Record<string, unknown>[] => {
  if (!Array.isArray(rows)) throw new Error('not rows');
  return rows.map(itemOf);
};

/** The members of a request that hold rows or keys, wherever they stand in it. */
const holdsRow = new Set(['Item', 'Key', 'ExclusiveStartKey', 'ExpressionAttributeValues']);

/** A request with its plain rows, keys and values as DynamoDB's JSON writes them. */
export const wireOf = (request: unknown): unknown => {
  if (Array.isArray(request)) return request.map(wireOf);
  if (!isFields(request)) return request;
  const wired: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(request)) {
    if (holdsRow.has(name) && isFields(value)) wired[name] = attributesOf(value);
    else if (name === 'Keys' && Array.isArray(value)) wired[name] = value.map(attributesOf);
    else wired[name] = wireOf(value);
  }
  return wired;
};

/** The members of an answer, which are read one by one. */
export const answerOf = (text: string): Fields => {
  const parsed: unknown = JSON.parse(text);
  if (!isFields(parsed)) throw new Error('the engine answered something else');
  return parsed;
};

/** The same for every table named in it. */
export const byTable = <T>(tables: unknown, read: (value: unknown) => T): Record<string, T> =>
  Object.fromEntries(
    isFields(tables) ? Object.entries(tables).map(([name, value]) => [name, read(value)]) : [],
  );
