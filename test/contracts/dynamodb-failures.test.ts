import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../lambdas/adapters/dynamodb/failure-of.ts';
import { makeRecord } from '../../lambdas/adapters/dynamodb/record.ts';

const told = { message: 'secret', $metadata: {} };
const cancelledFor = (...codes: string[]) =>
  new TransactionCanceledException({ ...told, CancellationReasons: codes.map((Code) => ({ Code })) });
const named = (name: string, more = {}) => Object.assign(new Error('secret'), { name, ...more });

describe('what the SDK throws', () => {
  it.each([
    ['a failed condition', new ConditionalCheckFailedException(told), 'Conflict'],
    ['a failed condition in a transaction', cancelledFor('None', 'ConditionalCheckFailed'), 'Conflict'],
    ['two transactions on one row', cancelledFor('TransactionConflict', 'None'), 'Conflict'],
    ['a condition among throttling', cancelledFor('ThrottlingError', 'ConditionalCheckFailed'), 'Conflict'],
    ['a write on a row in a transaction', new TransactionConflictException(told), 'Transient'],
    ['a throttled transaction', cancelledFor('None', 'ThrottlingError'), 'Transient'],
    ['a transaction past its throughput', cancelledFor('ProvisionedThroughputExceeded'), 'Transient'],
    ['throttling', named('ThrottlingException'), 'Transient'],
    ['the same token in progress', named('TransactionInProgressException'), 'Transient'],
    ['a timeout', named('TimeoutError'), 'Transient'],
    ['no connection', named('Error', { code: 'ECONNREFUSED' }), 'Transient'],
    ['a 503', named('Whatever', { $metadata: { httpStatusCode: 503 } }), 'Transient'],
    ['a faulty call', named('ValidationException', { $metadata: { httpStatusCode: 400 } }), 'Error'],
    ['a transaction refused for its form', cancelledFor('ValidationError'), 'Error'],
    ['no error at all', 'x', 'Error'],
  ])('%s', (_, thrown, name) => {
    const failure = failureOf(thrown);
    expect(failure.name).toBe(name);
    expect(failure).not.toHaveProperty('cause');
    expect(failure).not.toHaveProperty('$metadata');
  });

  it('is transient when nobody answers', async () => {
    const client = new DynamoDBClient({
      endpoint: 'http://127.0.0.1:1',
      region: 'eu-north-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    const { cases } = makeRecord({ client, tableName: 'none' });
    await expect(cases.load('case-1')).rejects.toMatchObject({ name: 'Transient' });
    await expect(cases.leaseLetter(letter, at, at)).rejects.toMatchObject({ name: 'Transient' });
    await expect(cases.byParty('S', {})).rejects.toMatchObject({ name: 'Transient' });
  });
});

const at = '2026-03-02T09:00:00Z';
const letter = { caseId: 'c', version: 1, memberId: 'm', template: 'received' } as const;
