import { z } from 'zod';
import { calendarDate } from '../../domain/calendar-date.ts';
import { remark } from '../../domain/documents.ts';
import { agendaBasis } from '../../domain/events.ts';
import type { LetterTemplate } from '../../domain/letters.ts';
import { statuses } from '../../domain/motion.ts';
import {
  boardStand,
  decided,
  deferringBody,
  finality,
  line,
  takenBackAct,
  webAddress,
  writeOffGround,
} from './fact-shapes.ts';

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
/** The day before, for a meeting that has been moved. */
const movable = { ...meeting, movedFrom: calendarDate.optional() };
/** By when the council should decide (KL 5:35); left out when that day had passed. */
const decideBy = calendarDate.optional();

/** What comes before the council is that the motion is withdrawn (rows 28m–28s). */
const withdrawn = z.literal(true).optional();

/** The council had decided when the motion was withdrawn (row 28d). */
const withdrawnTooLate = z.literal(true).optional();

/** `reason` is left out where none was given, or where it may not be sent. */
const deferral = { ...numbered, ...minuted, by: deferringBody, reason: remark.optional(), withdrawn };

/** What a committee or unit is asked, and by when; the question is the official's own words. */
const asked = {
  ...numbered,
  recipient: line,
  recipientKind: z.enum(['committee', 'unit']),
  question: remark,
  sentOn: calendarDate,
  dueOn: calendarDate,
  /** The registry's address, where the statement is sent. */
  replyTo: z.email(),
};

/**
 * What a letter may say: public facts and no person's name (domain.md §9). One shape for each template of
 * domain/letters.ts; what is not in the shape cannot reach the letter.
 */
export const letterFacts = z.discriminatedUnion('template', [
  letter('received', {
    ...maybeNumbered,
    receivedOn: calendarDate,
    /** Set when the motion came back after having been returned (rows 4 and 4p): the day it was entered. */
    again: z.object({ enteredOn: calendarDate, onPaper: z.boolean() }).optional(),
    /** Hash of the text received: the receipt. */
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  letter('registered', {
    ...numbered,
    receivedOn: calendarDate,
    raisedOn: calendarDate,
    decideBy,
    /** Withdrawn before it was registered (row 2w): no preparation follows. */
    withdrawn: z.boolean(),
  }),
  letter('returned', { ...numbered, returnedOn: calendarDate, provision: line, reason: remark }),
  letter('referred', {
    ...numbered,
    referredBy: z.enum(['council', 'presidium']),
    announcedOn: calendarDate,
    /** Whether it has been, on the day of the letter: the presidium may hand it over before (domain.md §3). */
    isAnnounced: z.boolean(),
    decideBy,
  }),
  letter('consulted', {
    ...numbered,
    recipient: line,
    sentOn: calendarDate,
    dueOn: calendarDate,
    /** Others are asked already (row 7b). */
    another: z.boolean(),
  }),
  letter('consultation-request', asked),
  letter('consultation-reminder', {
    ...asked,
    /** Whether the day to answer has come, on the day of the reminder. */
    when: z.enum(['before', 'today', 'after']),
  }),
  letter('board-date', { ...numbered, ...movable }),
  letter('board-proposal', { ...numbered, ...minuted, stand: boardStand }),
  letter('council-date', {
    ...numbered,
    ...movable,
    basis: agendaBasis,
    /** The board has no stand of its own; the proposal is a committee's (KL 5:28). */
    forwarded: z.boolean(),
    withdrawn,
  }),
  letter('meeting-changed', {
    ...numbered,
    ...meeting,
    withdrawn,
    body: z.enum(['board', 'council']),
    change: z.enum(['cancelled', 'not-reached', 'taken-off']),
  }),
  letter('decided', {
    ...numbered,
    ...minuted,
    ...decided,
    deviatesFromBoard: z.boolean(),
    ground: writeOffGround.optional(),
    /** Decided without preparation (KL 5:33). */
    urgent: z.boolean(),
    withdrawnTooLate,
  }),
  letter('extract', {
    ...numbered,
    ...minuted,
    ...decided,
    deviatesFromBoard: z.boolean(),
    ground: writeOffGround.optional(),
    withdrawnTooLate,
    certifiedOn: calendarDate,
    postedOn: calendarDate,
    lastAppealDay: calendarDate,
    /** Left out when somebody had appealed before the notice was up (row 21a). */
    finalOn: calendarDate.optional(),
    /** How the extract of the minutes goes with the letter; left out when it could not be drawn. */
    attached: z.enum(['pdf', 'docx']).optional(),
  }),
  letter('final', { ...numbered, ...minuted, ...decided, finality }),
  letter('referred-back', deferral),
  letter('postponed', deferral),
  letter('late-report', {
    ...numbered,
    ...minuted,
    raisedOn: calendarDate,
    /** What has come out of the preparation, as the council was told (KL 5:35). */
    soFar: remark,
    plannedOn: calendarDate.optional(),
    proposal: z.enum(['continue', 'write-off']),
  }),
  letter('corrected', {
    ...numbered,
    /** Where the act was said to stand in the minutes. */
    ...minuted,
    act: takenBackAct,
    /** The notice was up all the time: the day it went up was entered wrongly. */
    wrongDay: z.literal(true).optional(),
    /** Where the motion stands since. */
    status: z.enum(statuses),
  }),
  letter('withdrawn', {
    ...maybeNumbered,
    withdrawnOn: calendarDate,
    /** `all`: all who remain have withdrawn (row 28). `none-left`: one has, and no other remains (row 28r). */
    by: z.enum(['all', 'none-left']),
  }),
  letter('appealed', {
    ...numbered,
    ...minuted,
    appealReceivedOn: calendarDate,
    court: line,
    courtCaseNumber: line.optional(),
    /** Another appeal of the decision is open already (row 25n). */
    another: z.boolean(),
    /** The decision did not end the matter, which goes on meanwhile (row 25d). */
    goesOn: z.boolean(),
  }),
  letter('annulled', {
    ...numbered,
    ...minuted,
    court: line,
    courtCaseNumber: line.optional(),
    closedOn: calendarDate,
    /** Where the motion goes on: `annulmentTarget` of the domain (row 27), or where it is already (row 27d). */
    continuesIn: z.enum(['CouncilReady', 'Drafting', 'Registered', 'WithdrawalPending', 'same']),
  }),
]);

/** See {@link letterFacts}. */
export type LetterFacts = z.infer<typeof letterFacts>;

/** The facts of one template. */
export type FactsOf<T extends LetterTemplate> = Extract<LetterFacts, { template: T }>;
