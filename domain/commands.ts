import { z } from 'zod';
import type { BroughtText, DealtWithTexts } from './brought-text.ts';
import { calendarDate } from './calendar-date.ts';
import { statementMaker } from './consultation.ts';
import { deliberation, textsOf } from './deliberation.ts';
import { answerText, motionText, remark, statement } from './documents.ts';
import { agendaBasis } from './events.ts';
import { meetingEvent } from './meeting-events.ts';
import { minutesEvent } from './minutes-events.ts';
import { clauseProposal } from './outcome.ts';
import { paragraph } from './paragraph.ts';

/**
 * Everything that may be asked for a motion. What a person may ask is `personCommand`; `systemCommand` is asked by
 * the clock and by the minutes a decision stands in.
 */
const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

/** An id of a person, member or case; it becomes part of a key, which DynamoDB limits. */
const id = z.string().min(1).max(200);
const unit = z.string().trim().min(1).max(200);
const consultationNo = z.int().min(1).max(1000);
/** The minutes in which the act stands, and its paragraph there. */
const minuted = { minutesId: z.string().min(1).max(80), paragraph };
/** Members present; left out where the product keeps the attendance of the meeting. */
const present = z.int().min(1).max(1000).optional();
const decisions = z.array(clauseProposal).min(1).max(50);
/** Why the days stand as they do, where they cannot be right (domain.md §11.3). */
const datesNote = remark.optional();
/** How the matter was dealt with: claims, propositions, votes, reservations (KL 5:67). */
const dealtWith = { deliberation: deliberation.optional() };

/** The meeting of an agenda: by its id or day where the product keeps the calendar, else with its days typed. */
const placing = {
  meetingId: z.string().min(1).max(80).optional(),
  meetingDate: calendarDate.optional(),
  summonedOn: calendarDate.optional(),
  /** The secretary takes the matter though its papers came after the day for them. */
  allowLatePapers: z.boolean().optional(),
};

/** On whose request a matter is put off. Those behind a minority's are named, or counted (KL 5:50). */
const councilRequest = z.discriminatedUnion('by', [
  z.object({ by: z.literal('majority'), present }),
  z.object({
    by: z.literal('minority'),
    present,
    behind: z.int().min(1).max(1000).optional(),
    requestedBy: z.array(id).min(1).max(1000).optional(),
  }),
]);
/** Asked in order to be refused: in the board a minority has no such right (KL 6:33 2 st.). */
const boardRequest = z.object({ by: z.enum(['majority', 'minority']) }).optional();

/** How a matter that is on no agenda came before the council: announced, or taken up by all present (KL 5:13–14, 5:52). */
const takenUp = {
  announcedOn: calendarDate.optional(),
  /** It was an urgent matter, announced by the weekday before (KL 5:14–15). */
  urgent: z.boolean().optional(),
  /** Those who agreed that it be decided though it was not announced in time. */
  agreeing: z.int().min(0).max(1000).optional(),
};

const startDraft = command('start-draft', { text: motionText, signatories: z.array(id).max(150) });
const importMotion = command('import-motion', {
  text: motionText,
  /** Empty when none can be read: what has come in is registered all the same (domain.md §1.3, OSL 5:1). */
  signatories: z.array(id).max(150),
  receivedOn: calendarDate,
});

const importOpenMotion = command('import-open-motion', {
  text: motionText,
  signatories: z.array(id).max(150),
  registrationNumber: z.string().trim().min(1).max(60),
  receivedOn: calendarDate,
  raisedOn: calendarDate,
  /** The step it has reached. One that the board has dealt with is brought on with `import-earlier-work`. */
  status: z.enum(['Registered', 'Referred', 'Assigned', 'Drafting']),
  announcedOn: calendarDate.optional(),
  officer: id.optional(),
  unit: unit.optional(),
  /** Whether a minority has had it put off already, which it may once (KL 5:50). */
  minorityDeferralUsed: z.boolean().optional(),
});

/** Commands that begin a case. */
export const beginningCommand = z.discriminatedUnion('type', [startDraft, importMotion, importOpenMotion]);

/** Everything that a person may ask of a case (domain.md §11.1). */
export const personCommand = z.discriminatedUnion('type', [
  startDraft,
  importMotion,
  importOpenMotion,
  command('import-earlier-work', {
    answer: answerText,
    proposals: z.array(clauseProposal).min(1).max(50),
    /** Where the board has proposed already: when, and at which paragraph. */
    boardProposal: z
      .object({ meetingDate: calendarDate, paragraph, proposals: z.array(clauseProposal).min(1).max(50) })
      .optional(),
  }),
  command('revise-text', { text: motionText, signatories: z.array(id).max(150) }),
  command('approve-text', { textHash: z.string() }),
  command('discard-draft', {}),
  command('submit', {}),
  command('register', {
    /** When the motion counts as raised, where the council's rules say otherwise than on receipt. */
    raisedOn: calendarDate.optional(),
    datesNote,
    /** Where another registry is master: its number, as typed by the registrar. */
    registrationNumber: z.string().trim().max(60).optional(),
  }),
  command('return-motion', { provision: z.string().trim().min(1).max(200), reason: remark }),
  command('resubmit', {}),
  command('complete-on-paper', { text: motionText, signatories: z.array(id).min(1).max(150) }),
  command('refer', {
    by: z.enum(['council', 'presidium']),
    announcedOn: calendarDate,
    datesNote,
  }),
  command('decide-at-once', {
    ...minuted,
    decisions,
    present,
    agreeing: z.int().min(0),
    ...dealtWith,
  }),
  command('assign', { officer: id, unit }),
  command('reassign', { officer: id, unit }),
  command('start-drafting', {}),
  command('send-consultation', { recipient: id, dueOn: calendarDate, question: remark }),
  command('record-statement', {
    consultationNo,
    receivedOn: calendarDate,
    statement,
    maker: statementMaker,
  }),
  command('end-consultation', { consultationNo, how: z.enum(['declined', 'closed']) }),
  command('join-preparation', { lead: id }),
  command('leave-preparation', {}),
  command('write-answer', { answer: answerText, proposals: z.array(clauseProposal).max(50) }),
  command('submit-answer', {}),
  command('approve-answer', {}),
  command('declare-disqualification', {}),
  command('return-answer', { comment: remark }),
  command('comment-answer', { comment: remark }),
  command('place-on-board-agenda', placing),
  command('postpone-in-board', { ...minuted, ...dealtWith, present, request: boardRequest }),
  command('refer-back-in-board', {
    ...minuted,
    ...dealtWith,
    present,
    request: boardRequest,
    reason: remark,
  }),
  command('propose', {
    ...minuted,
    ...dealtWith,
    present,
    proposals: z.array(clauseProposal).min(1).max(50),
  }),
  command('take-off-agenda', {}),
  command('take-back-late-report', {}),
  command('forward-without-recommendation', { ...minuted, present }),
  command('place-on-council-agenda', {
    ...placing,
    /** When the matter was announced by itself and the members had been told, where its meeting's was too early for it. */
    announcedOn: calendarDate.optional(),
    /** By which rule it is taken up; left out, as announced in time. */
    basis: agendaBasis.optional(),
  }),
  command('postpone-in-council', { ...minuted, ...dealtWith, request: councilRequest }),
  command('refer-back-in-council', { ...minuted, ...dealtWith, request: councilRequest, reason: remark }),
  command('decide', {
    ...minuted,
    ...dealtWith,
    decisions,
    present,
    /** Those who agreed that an unannounced matter be decided (KL 5:52). */
    agreeing: z.int().min(0).optional(),
  }),
  command('report-late', {
    ...minuted,
    soFar: remark,
    plannedOn: calendarDate.optional(),
    proposal: z.enum(['continue', 'write-off']),
  }),
  command('write-off', { ...minuted, ...dealtWith, ...takenUp, present }),
  command('take-back-act', {}),
  command('withdraw', {}),
  command('withdraw-clauses', { clauses: z.array(z.int().min(1)).min(1).max(50) }),
  command('complete-withdrawal', {}),
  command('note-withdrawal', { ...minuted, ...takenUp, present }),
  command('archive', {}),
  command('mark-secrecy', {
    /** What the secrecy would rest on, e.g. "OSL 21 kap. 1 §". */
    provision: z.string().trim().min(1).max(200),
    /** The authority that marks (OSL 5:5). */
    authority: z.string().trim().min(1).max(200),
  }),
  command('lift-secrecy-mark', {}),
  command('add-note', { note: remark }),
  command('correct-days', {
    receivedOn: calendarDate.optional(),
    raisedOn: calendarDate.optional(),
    note: remark,
  }),
]);
export type PersonCommand = z.infer<typeof personCommand>;

/** What a case is told by the clock, by its minutes and by its meeting; nobody can ask for it. */
export const systemCommand = z.discriminatedUnion('type', [
  command('follow-minutes', {
    minutesId: z.string().min(1),
    happened: minutesEvent,
  }),
  command('follow-meeting', { meetingId: z.string().min(1), happened: meetingEvent }),
  command('ring-clock', { clock: z.string().min(1).max(80), dueOn: calendarDate }),
]);
export type SystemCommand = z.infer<typeof systemCommand>;

/** Everything that can be asked of a case. */
export type Command = PersonCommand | SystemCommand;
/** The name of a command. */
export type CommandType = Command['type'];
/** The command of a name. */
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** The text a command brings, if any: it is kept apart from the events (architecture §5). */
export const broughtText = (asked: Command): BroughtText | undefined => {
  switch (asked.type) {
    case 'start-draft':
    case 'revise-text':
    case 'import-motion':
    case 'import-open-motion':
    case 'complete-on-paper':
      return { kind: 'motion', content: asked.text };
    case 'write-answer':
    case 'import-earlier-work':
      return { kind: 'answer', content: asked.answer };
    case 'return-motion':
      return { kind: 'reason', content: asked.reason };
    case 'refer-back-in-board':
    case 'refer-back-in-council':
      return dealtWithTexts(asked) ?? { kind: 'reason', content: asked.reason };
    case 'postpone-in-board':
    case 'postpone-in-council':
    case 'propose':
    case 'decide':
    case 'decide-at-once':
    case 'write-off':
      return dealtWithTexts(asked);
    case 'register':
    case 'refer':
      return asked.datesNote === undefined ? undefined : { kind: 'note', content: asked.datesNote };
    case 'add-note':
    case 'correct-days':
      return { kind: 'note', content: asked.note };
    case 'return-answer':
    case 'comment-answer':
      return { kind: 'comment', content: asked.comment };
    case 'send-consultation':
      return { kind: 'question', content: asked.question };
    case 'record-statement':
      return { kind: 'statement', content: asked.statement };
    case 'report-late':
      return { kind: 'report', content: asked.soFar };
    default:
      return undefined;
  }
};

const dealtWithTexts = (asked: {
  readonly deliberation?: z.infer<typeof deliberation> | undefined;
  readonly reason?: string | undefined;
}): BroughtText | undefined => {
  const texts = asked.deliberation === undefined ? undefined : textsOf(asked.deliberation);
  if (texts === undefined) return undefined;
  const content: DealtWithTexts = asked.reason === undefined ? texts : { ...texts, reason: asked.reason };
  return { kind: 'deliberation', content };
};
