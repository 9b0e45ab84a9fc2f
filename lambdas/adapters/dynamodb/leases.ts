import type { Instant } from '../../../domain/calendar-date.ts';
import type { Claim } from '../../ports/following.ts';
import type { Condition } from './condition.ts';
import type { Item } from './row.ts';
import { sortable } from './sortable.ts';

/** Due, and claimed by nobody: what is due is business time, a claim is real time (architecture §8). */
export const isFree = ({ now, realNow }: Claim): Condition => ({
  ConditionExpression: '#due <= :now AND (attribute_not_exists(#lease) OR #lease <= :realNow)',
  ExpressionAttributeNames: { '#due': 'dueAt', '#lease': 'leaseUntil' },
  ExpressionAttributeValues: { ':now': sortable(now), ':realNow': sortable(realNow) },
});

/** When a row is due next. */
export const moved = (dueAt: Instant): Item => ({ dueAt: sortable(dueAt) });

/** Another place among what is due, for a row that stands there already. */
export const placedAt = (at: Instant, ...after: readonly string[]): Item => {
  const placeAt = sortable(at);
  return { placeAt, gsi2sk: [placeAt, ...after].join('#') };
};
