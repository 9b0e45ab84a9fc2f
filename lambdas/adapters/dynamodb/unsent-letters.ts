import type { LetterKey } from '../../ports/case-letters.ts';
import { type Condition, changeOf } from './condition.ts';
import { letterRow } from './log-rows.ts';
import { keyOf } from './row.ts';
import { updating, type Write } from './transaction.ts';

/** What a letter has only while it is owed. */
export const notOwed = ['owedAt', 'leaseUntil', 'dueAt', 'gsi2pk', 'gsi2sk'];

/** What a letter has only while somebody must see to it. */
export const notAstray = ['astrayAt', 'gsi1pk', 'gsi1sk'];

export const isOwed = {
  ConditionExpression: '#state = :owed',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':owed': 'owed' },
} as const satisfies Condition;

/** A letter that nobody has tried to send, or that is held for approval, is not to be sent any more. */
export const droppingLetter = (key: LetterKey): Write =>
  updating(
    keyOf(letterRow, key),
    changeOf(
      { set: { state: 'dropped' }, remove: [...notOwed, ...notAstray] },
      {
        ConditionExpression: `(${isOwed.ConditionExpression} AND #attempts = :none) OR #state = :held`,
        ExpressionAttributeNames: { ...isOwed.ExpressionAttributeNames, '#attempts': 'attempts' },
        ExpressionAttributeValues: { ...isOwed.ExpressionAttributeValues, ':none': 0, ':held': 'held' },
      },
    ),
  );
