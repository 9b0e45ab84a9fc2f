import { z } from 'zod';
import { calendarDate } from '../../domain/calendar-date.ts';
import { remark } from '../../domain/documents.ts';
import { clauseOutcome, clauseRef, lapseCause, proposableOutcome } from '../../domain/outcome.ts';

/** No longer than the longest that the record can hold (a title). */
export const line = z.string().trim().min(1).max(500);

/** Only http: a letter must never carry `javascript:`; and no blanks, which would break the line it stands on. */
export const webAddress = z.url({ protocol: /^https?$/ }).regex(/^\S+$/);

const clauseText = z.string().trim().min(1);

/** One clause with its words, or the whole motion when its clauses are not known, and what became of it. */
const clauseWith = <O extends z.ZodType>(outcome: O) =>
  z.union([
    z.object({
      clause: z.int().min(1),
      text: clauseText,
      outcome,
      /** Whose decision makes this clause fall. */
      lapsedBy: lapseCause.optional(),
    }),
    z.object({ clause: z.literal('whole'), outcome, lapsedBy: lapseCause.optional() }),
  ]);

/** A clause that nobody stands behind any more: it is listed, and nobody decides on it (domain.md §6.2). */
const withdrawnClause = z.object({ clause: z.int().min(1), text: clauseText });
export type WithdrawnClause = z.infer<typeof withdrawnClause>;

/** A point of a decision in the words of the minutes, and the clauses it answers (domain.md §6.2). */
const decisionPoint = z.object({
  pointNo: z.int().min(1),
  text: remark,
  clauses: z.array(clauseRef).optional(),
});
export type DecisionPoint = z.infer<typeof decisionPoint>;

const besideOutcomes = {
  withdrawnClauses: z.array(withdrawnClause).optional(),
  points: z.array(decisionPoint).optional(),
};

const decisions = z.array(clauseWith(clauseOutcome)).min(1);

/** A clause, its words and its outcome, as a letter lists them. */
export type ListedClause = z.infer<typeof decisions>[number];

/** What was decided: clause by clause, what had been withdrawn, and the points in words where they are noted. */
export const decided = { decisions, ...besideOutcomes };

/** Clauses with their outcomes, and what stands beside them. */
export interface Outcomes {
  readonly decisions: readonly ListedClause[];
  readonly withdrawnClauses?: readonly WithdrawnClause[] | undefined;
  readonly points?: readonly DecisionPoint[] | undefined;
}

/** Why the whole motion was written off: withdrawn (domain.md §1.4), or not ready within the year (KL 5:35 2 st.). */
export const writeOffGround = z.enum(['withdrawal', 'late']);

/** What the board says: a proposal for each clause, or nothing of its own beside a committee's (KL 5:28). */
export const boardStand = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('proposes'),
    proposals: z.array(clauseWith(proposableOutcome)).min(1),
    ...besideOutcomes,
  }),
  z.object({
    kind: z.literal('forwards'),
    /** Committees whose proposal goes on, by name; none where their names are no longer known. */
    committees: z.array(line),
  }),
]);

/** Which body put the motion off or sent it back, and for the council on whose request (KL 5:50). */
export const deferringBody = z.discriminatedUnion('body', [
  z.object({ body: z.literal('board') }),
  z.object({ body: z.literal('council'), request: z.enum(['majority', 'minority']) }),
]);

/** How the decision became final: nobody appealed, or the appeal has ended without annulment. */
export const finality = z.discriminatedUnion('how', [
  z.object({ how: z.literal('no-appeal'), finalOn: calendarDate }),
  z.object({ how: z.enum(['upheld', 'dismissed', 'withdrawn']), closedOn: calendarDate }),
]);

/**
 * An act that was taken back: what it was, and by which body; or that the decision was final, when its notice is found
 * to have come down in time (row 22f).
 */
export const takenBackAct = z.enum([
  'board-postponement',
  'board-referral-back',
  'board-proposal',
  'council-postponement',
  'council-referral-back',
  'council-decision',
  'late-report',
  'finality',
]);
export type TakenBackAct = z.infer<typeof takenBackAct>;
