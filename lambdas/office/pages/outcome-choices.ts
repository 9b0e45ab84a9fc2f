import { outcomeName, proposableOutcome } from '../../../domain/outcome.ts';
import type { Choice } from '../../../web/forms/field.ts';

/** What a clause can be given, as the minutes say it. */
export const outcomeChoices: readonly Choice[] = proposableOutcome.options.map((value) => ({
  value,
  label: outcomeName[value],
}));

/** The same where no other clause's decision can make it fall. */
export const ownOutcomeChoices = outcomeChoices.filter(({ value }) => value !== 'LAPSED');
