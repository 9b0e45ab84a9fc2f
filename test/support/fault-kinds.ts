import type { Treatment, WireAnswer, WireCall } from './fault-proxy.ts';

/** The services that a port's call can meet. */
export type Service = 'dynamoDb' | 'stepFunctions' | 'ses' | 's3';

/** What becomes of a call that a fault strikes. */
export type Fault = (call: WireCall) => Treatment | undefined;

const jsonError =
  (namespace: string) =>
  (status: number, code: string, more: object = {}): WireAnswer => ({
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: `${namespace}#${code}`, message: `injected ${code}`, ...more }),
  });

const dynamoDbError = jsonError('com.amazonaws.dynamodb.v20120810');
const sfnError = jsonError('com.amazonaws.swf.service.v2.model');

const sesError = (status: number, code: string, message = `injected ${code}`): WireAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body:
    '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>' +
    `<Code>${code}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`,
});

/** What a load balancer says when nothing is behind it: not in the protocol of any service. */
const unavailable: WireAnswer = {
  status: 503,
  headers: { 'content-type': 'text/html' },
  body: '<html><body><h1>503 Service Unavailable</h1></body></html>',
};

/** Every transaction of ours begins with the row its condition is about. */
const cancelled =
  (reason: string): Fault =>
  ({ body }) => {
    const { TransactItems } = JSON.parse(body) as { TransactItems: unknown[] };
    const CancellationReasons = TransactItems.map((_, index) => ({ Code: index === 0 ? reason : 'None' }));
    return dynamoDbError(400, 'TransactionCanceledException', { CancellationReasons });
  };

const onTheWire = {
  unavailable: () => unavailable,
  'broken before': () => 'broken before',
  'answer lost': () => 'answer lost',
} as const satisfies Record<string, Fault>;

const ofDynamoDb: Readonly<Record<string, Fault>> = {
  throttled: () => dynamoDbError(400, 'ThrottlingException'),
  'over capacity': () => dynamoDbError(400, 'ProvisionedThroughputExceededException'),
  'server error': () => dynamoDbError(500, 'InternalServerError'),
  ...onTheWire,
};

const s3Error = (status: number, code: string): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<Error><Code>${code}</Code><Message>injected ${code}</Message></Error>`,
});

const ofS3: Readonly<Record<string, Fault>> = {
  'slow down': () => s3Error(503, 'SlowDown'),
  'server error': () => s3Error(500, 'InternalError'),
  ...onTheWire,
};

const ofOneRow: Readonly<Record<string, Fault>> = {
  ...ofDynamoDb,
  'transaction conflict': () => dynamoDbError(400, 'TransactionConflictException'),
};

/** How each operation can fail, as the service documents it and as the wire allows. */
const kinds: Readonly<Record<Service, Readonly<Record<string, Readonly<Record<string, Fault>>>>>> = {
  dynamoDb: {
    Query: ofDynamoDb,
    GetItem: ofDynamoDb,
    BatchGetItem: {
      ...ofDynamoDb,
      'all unprocessed': ({ body }) => {
        const { RequestItems } = JSON.parse(body) as { RequestItems: object };
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        return {
          status: 200,
          headers,
          body: JSON.stringify({ Responses: {}, UnprocessedKeys: RequestItems }),
        };
      },
    },
    UpdateItem: {
      ...ofOneRow,
      'condition failed': () => dynamoDbError(400, 'ConditionalCheckFailedException'),
    },
    DeleteItem: ofOneRow,
    TransactWriteItems: {
      ...ofDynamoDb,
      'condition failed': cancelled('ConditionalCheckFailed'),
      'transaction conflict': cancelled('TransactionConflict'),
      'part throttled': cancelled('ThrottlingError'),
      'in progress': () => dynamoDbError(400, 'TransactionInProgressException'),
    },
  },
  stepFunctions: Object.fromEntries(
    Object.entries({
      StartExecution: ['ExecutionAlreadyExists', 'ExecutionLimitExceeded'],
      SendTaskSuccess: ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'],
      ListExecutions: [],
    }).map(([operation, codes]) => [
      operation,
      {
        throttled: () => sfnError(400, 'ThrottlingException'),
        'server error': () => sfnError(500, 'InternalServerError'),
        ...onTheWire,
        ...Object.fromEntries(codes.map((code) => [code, () => sfnError(400, code)])),
      },
    ]),
  ),
  s3: { PutObject: ofS3, GetObject: ofS3 },
  ses: {
    SendRawEmail: {
      throttled: () => sesError(400, 'Throttling', 'Maximum sending rate exceeded.'),
      'server error': () => sesError(500, 'InternalFailure'),
      'sending paused': () => sesError(400, 'AccountSendingPausedException'),
      ...onTheWire,
    },
  },
};

/** The letter itself is refused: no retry can help, so it stands apart from the faults that pass. */
export const refusedLetter: Fault = () => sesError(400, 'MessageRejected', 'Transaction failed: bad content');

/** A call that the service will never take, as after a mistake of ours: neither the SDK nor the machine tries again. */
export const refusedCall: Fault = () => dynamoDbError(400, 'ValidationException');

/**
 * The ways an operation of a service can fail.
 * @throws Error for one that nobody has thought about: the product has begun to use it
 */
export const faultsOf = (service: Service, operation: string): Readonly<Record<string, Fault>> => {
  const found = kinds[service][operation];
  if (found === undefined) throw new Error(`nobody has said how ${operation} can fail`);
  return found;
};
