import { z } from 'zod';

/**
 * The letters the signatories get, by what has happened (domain.md §11.4), and those to whom a question is put
 * (row 7; §11.2).
 */
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
  'consultation-request',
  'consultation-reminder',
]);
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** A letter that is owed: who and why, by reference only. */
export interface OwedLetter {
  readonly template: LetterTemplate;
  /** A member, or another recipient as domain/letter-recipients.ts writes it. */
  readonly memberId: string;
}
