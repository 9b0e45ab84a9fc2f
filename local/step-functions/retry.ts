import type { Retrier } from './definition.ts';
import { covers } from './failure.ts';

/** How often each of a state's retriers has been used in this visit. */
export type Used = number[];

/**
 * Milliseconds to wait before trying again, or `undefined` when the state may not be retried. The first
 * retrier that covers the error decides, spent or not.
 */
export const retryAfter = (retriers: readonly Retrier[], used: Used, error: string): number | undefined => {
  const index = retriers.findIndex((retrier) => covers(retrier.ErrorEquals, error));
  const retrier = retriers[index];
  const count = used[index] ?? 0;
  if (retrier === undefined || count >= retrier.MaxAttempts) return undefined;
  used[index] = count + 1;
  const seconds = retrier.IntervalSeconds * retrier.BackoffRate ** count;
  const milliseconds = Math.min(seconds, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY) * 1000;
  return retrier.JitterStrategy === 'FULL' ? Math.random() * milliseconds : milliseconds;
};
