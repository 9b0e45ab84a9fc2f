import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import { documentRef } from './documents.ts';

/**
 * Who made a statement. A committee's statement to the council is the committee's own decision and cannot be
 * delegated (KL 6:38 p. 2); an administration's material may be an official's (domain.md §3).
 */
export const statementMaker = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('committee'),
    decidedOn: calendarDate,
    paragraph: z.string().trim().min(1).max(40),
    /** Whether the statement holds a proposal to the council, so that the board need not make one (KL 5:28). */
    proposes: z.boolean().default(false),
  }),
  z.object({ by: z.literal('official') }),
]);
export type StatementMaker = z.infer<typeof statementMaker>;

/** A question put to a committee or unit while the answer is prepared (remiss; KL 6:12, domain.md §3). */
export const consultation = z.object({
  /** Number within the case, from 1. */
  consultationNo: z.int().min(1),
  /** Whom it was sent to: an id of `consultees` in the organisation's configuration. */
  recipient: z.string().min(1),
  sentOn: calendarDate,
  dueOn: calendarDate,
  question: documentRef,
  status: z.enum(['Sent', 'Answered', 'Declined', 'Closed']),
  statement: z.object({ document: documentRef, receivedOn: calendarDate, maker: statementMaker }).optional(),
});
export type Consultation = z.infer<typeof consultation>;

/** Those still waited for. */
export const openConsultations = (all: readonly Consultation[] | undefined): readonly Consultation[] =>
  (all ?? []).filter((each) => each.status === 'Sent');

/** Sent, reminded or overdue, as the day has it; the clock reminds at −14, 0 and +7 days [D] (domain.md §11.2). */
export const isOverdue = (each: Consultation, today: string): boolean =>
  each.status === 'Sent' && each.dueOn < today;
