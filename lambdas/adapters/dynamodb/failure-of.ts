import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { Conflict, Transient } from '../../failures.ts';

/** Names under which DynamoDB, the SDK and the network say "not now". A 5xx says so by its number. */
const busy = new Set([
  'InternalServerError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ThrottlingException',
  'TransactionInProgressException',
  'LimitExceededException',
  'TimeoutError',
  'AbortError',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Reasons for which a whole transaction was cancelled though none of its conditions failed. */
const busyReasons = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded', 'RequestLimitExceeded']);

const statusOf = (error: Error): number => {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : undefined;
  return typeof status === 'number' ? status : 0;
};

const isBusy = (error: Error): boolean =>
  busy.has(error.name) ||
  ('code' in error && typeof error.code === 'string' && busy.has(error.code)) ||
  statusOf(error) >= 500;

/**
 * What an SDK error means to the caller. A condition of ours that failed, or another transaction on the same rows, is
 * a Conflict: the record must be read again. Everything that the same call may survive later is Transient. The rest is
 * our mistake, told without the SDK's error, whose fields may hold what was written.
 */
export const failureOf = (error: unknown): Error => {
  if (!(error instanceof Error)) return new Error('the record store failed');
  if (error instanceof ConditionalCheckFailedException) return new Conflict('the record has moved');
  if (error instanceof TransactionConflictException) return new Transient('the record is being written');
  if (error instanceof TransactionCanceledException) return cancelled(reasonsOf(error));
  if (isBusy(error)) return new Transient(`the record store is out of reach: ${error.name}`);
  return new Error(`the record store refused a call: ${error.name}: ${error.message}`);
};

/** Why each item of a cancelled transaction was refused, in the order they were sent. */
export const reasonsOf = (error: TransactionCanceledException): readonly string[] =>
  (error.CancellationReasons ?? []).map((each) => each.Code ?? 'None');

const cancelled = (reasons: readonly string[]): Error => {
  if (reasons.includes('ConditionalCheckFailed') || reasons.includes('TransactionConflict')) {
    return new Conflict('the record has moved');
  }
  if (reasons.some((each) => busyReasons.has(each))) return new Transient('the record store is busy');
  const others = reasons.filter((each) => each !== 'None');
  return new Error(`the record store cancelled a transaction: ${others.join(', ')}`);
};
