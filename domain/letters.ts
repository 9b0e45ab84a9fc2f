import { z } from 'zod';

/** The letters the signatories get, by what has happened (domain.md §11.4). */
export const letterTemplate = z.enum([
  'received',
  'registered',
  'returned',
  'referred',
  'board-date',
  'board-proposal',
  'council-date',
  'decided',
  'extract',
  'final',
  'referred-back',
  'postponed',
  'withdrawn',
  'appealed',
  'annulled',
  'consulted',
  'late-report',
  'corrected',
  'meeting-changed',
]);
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** A letter that is owed: who and why, by reference only. */
export interface OwedLetter {
  readonly template: LetterTemplate;
  readonly memberId: string;
}
