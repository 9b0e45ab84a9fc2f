import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import { answerText, type BroughtText, motionText, remark } from './documents.ts';
import { deferralRequest } from './events.ts';
import { minutesEvent } from './minutes-events.ts';
import { clauseDecision, clauseProposal, proposableOutcome } from './outcome.ts';

/**
 * Everything that may be asked for a motion. What a person may ask is `personCommand`; `systemCommand` is asked by
 * the clock and by the minutes a decision stands in.
 */
const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

/** An id of a person, member or case; it becomes part of a key, which DynamoDB limits. */
const id = z.string().min(1).max(200);
const paragraph = z.string().trim().min(1).max(40);
/** The minutes in which the act stands, and its paragraph there. */
const minuted = { minutesId: z.string().min(1).max(80), paragraph };
const decisions = z
  .array(z.object({ clause: clauseDecision.shape.clause, outcome: proposableOutcome }))
  .min(1)
  .max(50);

const startDraft = command('start-draft', { text: motionText, signatories: z.array(id).max(150) });
const importMotion = command('import-motion', {
  text: motionText,
  /** Empty when none can be read: what has come in is registered all the same (domain.md §1.3, OSL 5:1). */
  signatories: z.array(id).max(150),
  receivedOn: calendarDate,
});

/** Commands that begin a case. */
export const beginningCommand = z.discriminatedUnion('type', [startDraft, importMotion]);

export const personCommand = z.discriminatedUnion('type', [
  startDraft,
  importMotion,
  command('revise-text', { text: motionText, signatories: z.array(id).max(150) }),
  command('approve-text', { textHash: z.string() }),
  command('discard-draft', {}),
  command('submit', {}),
  command('register', {
    /** When the motion counts as raised, where the council's rules say otherwise than on receipt. */
    raisedOn: calendarDate.optional(),
    /** Where another registry is master: its number, as typed by the registrar. */
    registrationNumber: z.string().trim().max(60).optional(),
  }),
  command('return-motion', { provision: z.string().trim().min(1).max(200), reason: remark }),
  command('resubmit', {}),
  command('refer', { by: z.enum(['council', 'presidium']), announcedOn: calendarDate }),
  command('decide-at-once', {
    ...minuted,
    decisions,
    present: z.int().min(1),
    agreeing: z.int().min(0),
  }),
  command('assign', { officer: id, unit: z.string().trim().min(1).max(200) }),
  command('start-drafting', {}),
  command('write-answer', { answer: answerText, proposals: z.array(clauseProposal).max(50) }),
  command('submit-answer', {}),
  command('approve-answer', {
    /** Declared by an approver who is disqualified (KL 7:4, 6:28–32); left out, none is declared. */
    disqualified: z.boolean().optional(),
  }),
  command('return-answer', { comment: remark }),
  command('place-on-board-agenda', { meetingDate: calendarDate, summonedOn: calendarDate }),
  command('postpone-in-board', minuted),
  command('refer-back-in-board', { ...minuted, reason: remark }),
  command('propose', { ...minuted, proposals: z.array(clauseProposal).min(1).max(50) }),
  command('place-on-council-agenda', {
    meetingDate: calendarDate,
    summonedOn: calendarDate,
    announcedOn: calendarDate,
  }),
  command('postpone-in-council', { ...minuted, request: deferralRequest }),
  command('refer-back-in-council', { ...minuted, request: deferralRequest, reason: remark }),
  command('decide', { ...minuted, decisions, present: z.int().min(1) }),
  command('withdraw', {}),
  command('note-withdrawal', { ...minuted, announcedOn: calendarDate }),
  command('archive', {}),
]);
export type PersonCommand = z.infer<typeof personCommand>;

export const systemCommand = z.discriminatedUnion('type', [
  command('follow-minutes', {
    minutesId: z.string().min(1),
    happened: minutesEvent,
  }),
  command('ring-clock', { clock: z.enum(['registration']), dueOn: calendarDate }),
]);
export type SystemCommand = z.infer<typeof systemCommand>;

export type Command = PersonCommand | SystemCommand;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** The text a command brings, if any: it is kept apart from the events (architecture §5). */
export const broughtText = (asked: Command): BroughtText | undefined => {
  switch (asked.type) {
    case 'start-draft':
    case 'revise-text':
    case 'import-motion':
      return { kind: 'motion', content: asked.text };
    case 'write-answer':
      return { kind: 'answer', content: asked.answer };
    case 'return-motion':
    case 'refer-back-in-board':
    case 'refer-back-in-council':
      return { kind: 'reason', content: asked.reason };
    case 'return-answer':
      return { kind: 'comment', content: asked.comment };
    default:
      return undefined;
  }
};
