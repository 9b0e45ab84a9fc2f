import { z } from 'zod';

/** What a function asked of AWS: the IAM action, and for the record where. */
export interface RecordedCall {
  readonly action: string;
  /** Beginning of the partition key, to the first `#`. */
  readonly prefix?: string;
  readonly index?: string;
}

const attribute = z.object({ S: z.string() });
const keyed = z.object({ pk: attribute }).loose();
const query = z.object({
  IndexName: z.string().optional(),
  KeyConditionExpression: z.string(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()),
});
const writes = z.object({
  Put: z.object({ Item: keyed }).optional(),
  Update: z.object({ Key: keyed }).optional(),
  Delete: z.object({ Key: keyed }).optional(),
  ConditionCheck: z.object({ Key: keyed }).optional(),
});

const prefixOf = ({ pk }: z.infer<typeof keyed>) => pk.S.slice(0, pk.S.indexOf('#') + 1);
const at = (action: string, key: z.infer<typeof keyed>): RecordedCall => ({
  action: `dynamodb:${action}`,
  prefix: prefixOf(key),
});

/** The actions IAM would be asked for. A transaction is asked for by its parts. */
const readers: Readonly<Record<string, (body: unknown) => RecordedCall[]>> = {
  GetItem: (body) => [at('GetItem', z.object({ Key: keyed }).parse(body).Key)],
  PutItem: (body) => [at('PutItem', z.object({ Item: keyed }).parse(body).Item)],
  UpdateItem: (body) => [at('UpdateItem', z.object({ Key: keyed }).parse(body).Key)],
  DeleteItem: (body) => [at('DeleteItem', z.object({ Key: keyed }).parse(body).Key)],
  BatchGetItem: (body) => {
    const { RequestItems } = z
      .object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(keyed) })) })
      .parse(body);
    return Object.values(RequestItems).flatMap(({ Keys }) => Keys.map((key) => at('BatchGetItem', key)));
  },
  BatchWriteItem: (body) => {
    const request = z.object({
      PutRequest: z.object({ Item: keyed }).optional(),
      DeleteRequest: z.object({ Key: keyed }).optional(),
    });
    const { RequestItems } = z.object({ RequestItems: z.record(z.string(), z.array(request)) }).parse(body);
    const keys = Object.values(RequestItems).flatMap((all) =>
      all.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key),
    );
    return keys.flatMap((key) => (key === undefined ? [] : [at('BatchWriteItem', key)]));
  },
  TransactWriteItems: (body) =>
    z
      .object({ TransactItems: z.array(writes) })
      .parse(body)
      .TransactItems.flatMap((item) => [
        ...(item.Put === undefined ? [] : [at('PutItem', item.Put.Item)]),
        ...(item.Update === undefined ? [] : [at('UpdateItem', item.Update.Key)]),
        ...(item.Delete === undefined ? [] : [at('DeleteItem', item.Delete.Key)]),
        ...(item.ConditionCheck === undefined ? [] : [at('ConditionCheckItem', item.ConditionCheck.Key)]),
      ]),
  Query: (body) => {
    const { IndexName, KeyConditionExpression, ExpressionAttributeValues } = query.parse(body);
    const value = /=\s*(:\w+)/.exec(KeyConditionExpression)?.[1] ?? '';
    const { S } = attribute.parse(ExpressionAttributeValues[value]);
    return IndexName === undefined
      ? [at('Query', { pk: { S } })]
      : [{ action: 'dynamodb:Query', index: IndexName }];
  },
};

/**
 * Reads a request as it goes over the wire.
 * @throws Error for a call that nobody has thought of: the grants must then be looked at
 */
export const recordedCalls = (target: string, body: string): RecordedCall[] => {
  const [service = '', operation = ''] = target.split('.');
  if (service.startsWith('DynamoDB')) {
    const reader = readers[operation];
    if (reader === undefined) throw new Error(`nobody has thought of ${target}`);
    return reader(JSON.parse(body));
  }
  if (service === 'AWSStepFunctions') return [{ action: `states:${operation}` }];
  return [{ action: `ses:${new URLSearchParams(body).get('Action') ?? 'nothing'}` }];
};

/** A request to S3: what IAM is asked for, and the first part of the key. */
export const recordedFileCall = (method: string, address: string): RecordedCall => {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const read = searchParams.has('versionId') ? 'GetObjectVersion' : 'GetObject';
  const action = { GET: read, PUT: 'PutObject' }[method];
  if (action === undefined) throw new Error(`nobody has thought of ${method} to S3`);
  return { action: `s3:${action}`, prefix: `${pathname.split('/')[2]}/` };
};

/** The call as one line, to compare with a grant. */
export const nameOf = ({ action, prefix, index }: RecordedCall): string =>
  [action, index ?? prefix].filter((each) => each !== undefined).join(' ');
