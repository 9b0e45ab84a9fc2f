import { z } from 'zod';
import { calendarDate } from '../../domain/calendar-date.ts';

/** What a paper is. Only a motion opens a case; the others are read so that they are not taken for one. */
export const paperKind = z.enum(['motion', 'answer', 'director-decision', 'agreement', 'unknown']);
export type PaperKind = z.infer<typeof paperKind>;

/** Where in the text a field stands, in characters from its beginning, and how sure the reading is. */
export const evidence = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  confidence: z.number().min(0).max(1),
});
export type Evidence = z.infer<typeof evidence>;

/** What is missing or odd. None of them stops a person from going on. */
export const warningCode = z.enum([
  'kind_unknown',
  'several_motions',
  'title_missing',
  'clause_missing',
  'signatory_missing',
  'party_missing',
  'more_signatories',
  'date_missing',
  'date_odd',
  'number_missing',
  'reference_is_words',
  'outcome_missing',
  'referred_back',
  'review_missing',
  'template_text',
  'name_spelt_differently',
  'text_damaged',
  'repaired',
]);
export type WarningCode = z.infer<typeof warningCode>;

export const warning = z.object({ code: warningCode, message: z.string().min(1) });
export type Warning = z.infer<typeof warning>;

/** The codes of domain/outcome.ts in lower case; `mixed` when the clauses differ. A test ties the two. */
export const paperOutcome = z.enum([
  'granted',
  'granted_amended',
  'rejected',
  'answered',
  'written_off',
  'lapsed',
  'mixed',
]);
export type PaperOutcome = z.infer<typeof paperOutcome>;

export const paperAmount = z.object({ value: z.number(), unit: z.enum(['SEK', '%']), text: z.string() });
export type PaperAmount = z.infer<typeof paperAmount>;

/** What a paper says, as far as it can be read. Absent is null or an empty list; never a guess without evidence. */
export const paperFields = z.object({
  kind: paperKind,
  title: z.string().nullable(),
  /** The party's or the council's own number of the motion; never a register number (domain.md §2.2). */
  series: z.string().nullable(),
  addressee: z.string().nullable(),
  date: calendarDate.nullable(),
  unit: z.string().nullable(),
  officer: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  signatories: z.array(z.object({ name: z.string(), party: z.string() })),
  clauses: z.array(z.object({ number: z.int().min(1), text: z.string() })),
  outcome: paperOutcome.nullable(),
  followUpBy: calendarDate.nullable(),
  amounts: z.array(paperAmount),
  recipients: z.array(z.string()),
  warnings: z.array(warning),
  evidence: z.record(z.string(), evidence),
});
export type PaperFields = z.infer<typeof paperFields>;

/** A value read from the text and where it stands. */
export interface Found<T> extends Evidence {
  readonly value: T;
}
