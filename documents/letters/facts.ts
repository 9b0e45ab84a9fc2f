import { z } from 'zod';
import { calendarDate } from '../../domain/calendar-date.ts';
import { remark } from '../../domain/documents.ts';
import type { LetterTemplate } from '../../domain/letters.ts';
import { clauseOutcome, proposableOutcome } from '../../domain/outcome.ts';

/** No longer than the longest that the record can hold (a title). */
const line = z.string().trim().min(1).max(500);

/** Only http: a letter must never carry `javascript:`; and no blanks, which would break the line it stands on. */
const webAddress = z.url({ protocol: /^https?$/ }).regex(/^\S+$/);

/** One clause with its words, or the whole motion when its clauses are not known, and what became of it. */
const clauseWith = <O extends z.ZodType>(outcome: O) =>
  z.union([
    z.object({ clause: z.int().min(1), text: z.string().trim().min(1), outcome }),
    z.object({ clause: z.literal('whole'), outcome }),
  ]);
const decisions = z.array(clauseWith(clauseOutcome)).min(1);

/** A clause, its words and its outcome, as a letter lists them. */
export type ListedClause = z.infer<typeof decisions>[number];

const common = {
  organisation: line,
  /** Names as in the organisation's configuration. */
  bodies: z.object({ council: line, board: line }),
  /** The public title. A title that may not be public never enters a letter. */
  title: line,
  publicPage: webAddress,
};

const letter = <T extends LetterTemplate, S extends z.ZodRawShape>(template: T, shape: S) =>
  z.object({ template: z.literal(template), ...common, ...shape });

const numbered = { registrationNumber: line };
/** A motion may be received, or withdrawn, before it has a number. */
const maybeNumbered = { registrationNumber: line.optional() };
const meeting = { meetingDate: calendarDate };
const minuted = { ...meeting, paragraph: line };

/**
 * Which body put the motion off or sent it back, and for the council on whose request (KL 5:50). `reason` is left
 * out where none was given, or where it may not be sent.
 */
const deferral = {
  ...numbered,
  ...minuted,
  by: z.discriminatedUnion('body', [
    z.object({ body: z.literal('board') }),
    z.object({ body: z.literal('council'), request: z.enum(['majority', 'minority']) }),
  ]),
  reason: remark.optional(),
};

/** How the decision became final: nobody appealed, or the appeal has ended without annulment. */
const finality = z.discriminatedUnion('how', [
  z.object({ how: z.literal('no-appeal'), finalOn: calendarDate }),
  z.object({ how: z.enum(['upheld', 'dismissed', 'withdrawn']), closedOn: calendarDate }),
]);

/**
 * What a letter may say: public facts and no person's name (domain.md §9). One shape for each template of
 * domain/letters.ts; what is not in the shape cannot reach the letter.
 */
export const letterFacts = z.discriminatedUnion('template', [
  letter('received', {
    ...maybeNumbered,
    receivedOn: calendarDate,
    /** Set when the motion came back after having been returned (row 4). */
    resubmittedOn: calendarDate.optional(),
    /** Hash of the text received: the receipt. */
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  letter('registered', {
    ...numbered,
    receivedOn: calendarDate,
    raisedOn: calendarDate,
    /** Withdrawn before it was registered (row 2w): no preparation follows. */
    withdrawn: z.boolean(),
  }),
  letter('returned', { ...numbered, returnedOn: calendarDate, provision: line, reason: remark }),
  letter('referred', {
    ...numbered,
    referredBy: z.enum(['council', 'presidium']),
    announcedOn: calendarDate,
    raisedOn: calendarDate,
  }),
  letter('board-date', { ...numbered, ...meeting }),
  letter('board-proposal', {
    ...numbered,
    ...minuted,
    proposals: z.array(clauseWith(proposableOutcome)).min(1),
  }),
  letter('council-date', { ...numbered, ...meeting }),
  letter('decided', {
    ...numbered,
    ...minuted,
    decisions,
    deviatesFromBoard: z.boolean(),
    /** Decided without preparation (KL 5:33). */
    urgent: z.boolean(),
  }),
  letter('extract', {
    ...numbered,
    ...minuted,
    decisions,
    deviatesFromBoard: z.boolean(),
    certifiedOn: calendarDate,
    postedOn: calendarDate,
    lastAppealDay: calendarDate,
    finalOn: calendarDate,
  }),
  letter('final', { ...numbered, ...minuted, decisions, finality }),
  letter('referred-back', deferral),
  letter('postponed', deferral),
  letter('withdrawn', { ...maybeNumbered, withdrawnOn: calendarDate }),
  letter('appealed', {
    ...numbered,
    ...minuted,
    appealReceivedOn: calendarDate,
    court: line,
    courtCaseNumber: line.optional(),
  }),
  letter('annulled', {
    ...numbered,
    ...minuted,
    court: line,
    courtCaseNumber: line.optional(),
    closedOn: calendarDate,
    /** Where the motion goes on: `annulmentTarget` of the domain (row 27). */
    continuesIn: z.enum(['CouncilReady', 'Drafting', 'Registered', 'WithdrawalPending']),
  }),
]);

/** See {@link letterFacts}. */
export type LetterFacts = z.infer<typeof letterFacts>;

/** The facts of one template. */
export type FactsOf<T extends LetterTemplate> = Extract<LetterFacts, { template: T }>;
