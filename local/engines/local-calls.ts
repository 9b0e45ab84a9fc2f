import { randomUUID } from 'node:crypto';
import { Agent, type ClientRequest, request } from 'node:http';
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import type { DynamoDbCalls } from '../../lambdas/adapters/dynamodb/calls.ts';
import { answerOf, byTable, isFields, itemOf, itemsOf, wireOf } from './dynamodb-json.ts';

/** As long as the SDK's calls may take on AWS (lambdas/live.ts). */
const timeoutMilliseconds = 8000;

/**
 * Engines on this machine ask for a signature and check none: computing one for every call would be a tenth of all
 * that the product does here.
 */
const unsigned = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
  'content-type': 'application/x-amz-json-1.0',
} as const;

interface Answered {
  readonly status: number;
  readonly text: string;
}

const named = (name: string, message: string, details: object = {}) =>
  Object.assign(new Error(message), { name, ...details });

const exchange = (sent: ClientRequest, body: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.once('error', reject);
    sent.setTimeout(timeoutMilliseconds, () =>
      sent.destroy(named('TimeoutError', 'the engine does not answer')),
    );
    sent.end(body);
  });

const fault = z.object({
  __type: z.string().transform((type) => type.slice(type.lastIndexOf('#') + 1)),
  message: z.string().optional(),
  Message: z.string().optional(),
  CancellationReasons: z.array(z.looseObject({ Code: z.string().optional() })).optional(),
});

/** What the SDK would throw. */
const thrownFor = ({ status, text }: Answered): Error => {
  const $metadata = { httpStatusCode: status };
  const parsed = fault.safeParse(isJson(text) ? JSON.parse(text) : undefined);
  if (!parsed.success) return named('UnknownError', `the engine answered ${status}`, { $metadata });
  const { __type: name, CancellationReasons } = parsed.data;
  const message = parsed.data.message ?? parsed.data.Message ?? '';
  switch (name) {
    case 'ConditionalCheckFailedException':
      return new ConditionalCheckFailedException({ message, $metadata });
    case 'TransactionConflictException':
      return new TransactionConflictException({ message, $metadata });
    case 'TransactionCanceledException': {
      const reasons = CancellationReasons?.map(({ Code }) => ({ Code }));
      return new TransactionCanceledException({ message, $metadata, CancellationReasons: reasons });
    }
    default:
      return named(name, message, { $metadata });
  }
};

const isJson = (text: string) => text.startsWith('{');

/** A kept connection that the engine closed just as it was used; the SDK would send the request again, too. */
const wasClosed = (error: unknown, sent: ClientRequest) =>
  sent.reusedSocket && error instanceof Error && 'code' in error && error.code === 'ECONNRESET';

/**
 * The calls of the stores to an engine on this machine, without the SDK: it costs four times as much as the call it
 * makes. It says the same to DynamoDB, and the contracts of the record hold both to it. What fails is not tried again
 * here: the callers are made to meet it (test/faults does without the SDK's tries, too).
 */
export const localCalls = (endpoint: string): DynamoDbCalls & { close(): void } => {
  const agent = new Agent({ keepAlive: true });
  const url = new URL(endpoint);
  const open = (operation: string, body: string) => {
    const length = String(Buffer.byteLength(body));
    const headers = {
      ...unsigned,
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'content-length': length,
    };
    return request({ host: url.hostname, port: url.port, agent, method: 'POST', path: '/', headers });
  };
  const ask = async (operation: string, input: object) => {
    const body = JSON.stringify(wireOf(input));
    const sent = open(operation, body);
    const answered = await exchange(sent, body).catch((error: unknown) => {
      if (wasClosed(error, sent)) return exchange(open(operation, body), body);
      throw error;
    });
    if (answered.status !== 200) throw thrownFor(answered);
    return answerOf(answered.text);
  };
  const maybe = (row: unknown) => (row === undefined || row === null ? undefined : itemOf(row));
  return {
    get: async (input) => ({ Item: maybe((await ask('GetItem', input)).Item) }),
    query: async (input) => {
      const { Items, LastEvaluatedKey } = await ask('Query', input);
      return { Items: itemsOf(Items), LastEvaluatedKey: maybe(LastEvaluatedKey) };
    },
    batchGet: async (input) => {
      const { Responses, UnprocessedKeys } = await ask('BatchGetItem', input);
      const keysLeft = (left: unknown) => ({ Keys: isFields(left) ? itemsOf(left.Keys) : [] });
      return {
        Responses: byTable(Responses, itemsOf),
        UnprocessedKeys: byTable(UnprocessedKeys, keysLeft),
      };
    },
    batchWrite: async (input) => {
      const { UnprocessedItems } = await ask('BatchWriteItem', input);
      return { UnprocessedItems: byTable(UnprocessedItems, (left) => (Array.isArray(left) ? left : [])) };
    },
    update: async (input) => ({ Attributes: maybe((await ask('UpdateItem', input)).Attributes) }),
    delete: (input) => ask('DeleteItem', input),
    // One call, one effect, as with the SDK's: also when the connection broke and it was sent again.
    transactWrite: (input) => ask('TransactWriteItems', { ClientRequestToken: randomUUID(), ...input }),
    close: () => agent.destroy(),
  };
};
