import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import { statementMaker } from './consultation.ts';
import { deliberationFacts } from './deliberation.ts';
import { documentRef } from './documents.ts';
import { meetingEvent } from './meeting-events.ts';
import { minutesEvent } from './minutes-events.ts';
import { caseOutcome, clauseDecision, clauseProposal } from './outcome.ts';

/**
 * What has happened to a motion. Events are appended, never changed; they hold references and salted hashes, no
 * names and no texts (architecture §5). `schemaVersion` of the envelope is 1 for all of these.
 */
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

const memberId = z.string().min(1);
const personId = z.string().min(1);
const text = { text: documentRef, clauseCount: z.int().min(0) };

/** Where in the minutes of a body something was decided. */
export const minutesPlace = z.object({
  minutesId: z.string().min(1),
  /** The paragraph of the minutes, e.g. "§ 41". */
  paragraph: z.string().trim().min(1).max(40),
  meetingDate: calendarDate,
});
export type MinutesPlace = z.infer<typeof minutesPlace>;

/** Who asked, where they are named. */
const requestedBy = z.array(z.string().min(1)).optional();

/** On whose request the council put a matter off (KL 5:50): only a minority's request uses up its right. */
export const deferralRequest = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('majority'),
    present: z.int().min(1).optional(),
    /** Those who asked, when they turned out to be more than half. */
    behind: z.int().min(1).optional(),
    requestedBy,
  }),
  z.object({ by: z.literal('minority'), present: z.int().min(1), behind: z.int().min(1), requestedBy }),
]);
export type DeferralRequest = z.infer<typeof deferralRequest>;

/**
 * By which rule a matter is taken up in the council: announced a week before (KL 5:13), as an urgent one announced at
 * the latest the weekday before (5:14), or unannounced if all present decide so (5:52).
 */
export const agendaBasis = z.enum(['announced', 'urgent', 'unannounced']);
export type AgendaBasis = z.infer<typeof agendaBasis>;

/** When a case was put on the agenda; unknown of one that was put there before this was kept. */
const agendaPlace = { placedOn: calendarDate.optional() };

/** What the council was told of a motion that is not ready within the year (KL 5:35). */
export const lateReportFacts = z.object({
  at: minutesPlace,
  /** What has come out of the preparation, as text. */
  soFar: documentRef,
  plannedOn: calendarDate.optional(),
  proposal: z.enum(['continue', 'write-off']),
});

/** Where an imported motion is entered; its earlier life is on paper. */
const importedPlace = {
  importedOn: calendarDate,
  receivedOn: calendarDate,
  raisedOn: calendarDate,
  registrationNumber: z.string().min(1),
  registerYear: z.int(),
  registerSequence: z.int().min(1).optional(),
  signatories: z.array(z.object({ memberId, party: z.string() })),
  referredBy: z.enum(['council', 'presidium']).optional(),
  announcedOn: calendarDate.optional(),
  officer: z.string().optional(),
  unit: z.string().optional(),
  minorityDeferralUsed: z.literal(true).optional(),
  /** It was announced before it came, as the register has it: told, and not held up (domain.md §11.3). */
  datesOdd: z.literal(true).optional(),
};

/** How a matter was dealt with, where it is noted: facts here, texts as a document of their own. */
export const dealtWith = { deliberation: deliberationFacts.optional(), texts: documentRef.optional() };

const decided = {
  ...dealtWith,
  at: minutesPlace,
  decisions: z.array(clauseDecision).min(1),
  outcome: caseOutcome,
  deviatesFromBoard: z.boolean(),
  /** Why it was written off: withdrawn by all (§1.4), or reported as not ready within the year (KL 5:35 2 st.). */
  ground: z.enum(['withdrawal', 'late']).optional(),
};

/** That the documents of a case may hold secrets: on what provision, when, by which authority (OSL 5:5). */
export const secrecyMark = z.object({
  provision: z.string().min(1),
  markedOn: calendarDate,
  authority: z.string().min(1),
});

/** Everything that can happen to a motion (domain.md §11.1): what is not here has not happened. */
export const motionEvent = z.discriminatedUnion('type', [
  event('DraftStarted', {
    author: personId,
    partyGroup: z.string().min(1),
    ...text,
    signatories: z.array(memberId),
  }),
  event('TextRevised', { ...text, signatories: z.array(memberId) }),
  event('TextApproved', { memberId, textHash: z.string() }),
  event('DraftDiscarded', {}),
  event('MotionSubmitted', {
    receivedOn: calendarDate,
    parties: z.array(z.object({ memberId, party: z.string() })),
  }),
  event('MotionImported', {
    ...text,
    receivedOn: calendarDate,
    signatories: z.array(z.object({ memberId, party: z.string() })),
  }),
  event('MotionRegistered', {
    registrationNumber: z.string().min(1),
    registerYear: z.int(),
    registerSequence: z.int().min(1).optional(),
    raisedOn: calendarDate,
    datesNote: documentRef.optional(),
  }),
  event('MotionReturned', { provision: z.string(), reason: documentRef }),
  event('MotionResubmitted', { parties: z.array(z.object({ memberId, party: z.string() })) }),
  event('MotionCompletedOnPaper', {
    ...text,
    signatories: z.array(z.object({ memberId, party: z.string() })),
  }),
  event('MotionReferred', {
    by: z.enum(['council', 'presidium']),
    announcedOn: calendarDate,
    /** The day the presidium handed it over, which may be before it is announced; not in events of before. */
    referredOn: calendarDate.optional(),
    /** Set where the motion counts as raised when it is announced (domain.md §1.2 `raisedRule`). */
    raisedOn: calendarDate.optional(),
    datesNote: documentRef.optional(),
  }),
  event('OfficerAssigned', { officer: personId, unit: z.string() }),
  event('DraftingStarted', {}),
  event('AnswerWritten', { answer: documentRef, proposals: z.array(clauseProposal) }),
  event('OfficerReassigned', { officer: personId, unit: z.string() }),
  event('ConsultationSent', {
    consultationNo: z.int().min(1),
    recipient: z.string().min(1),
    sentOn: calendarDate,
    dueOn: calendarDate,
    question: documentRef,
    /** The first of several: the case goes out on consultation. */
    first: z.boolean(),
  }),
  event('StatementReceived', {
    consultationNo: z.int().min(1),
    statement: documentRef,
    receivedOn: calendarDate,
    maker: statementMaker,
    last: z.boolean(),
  }),
  event('ConsultationEnded', {
    consultationNo: z.int().min(1),
    how: z.enum(['declined', 'closed']),
    last: z.boolean(),
  }),
  event('PreparationJoined', { lead: z.string().min(1) }),
  event('PreparationLeft', { lead: z.string().min(1) }),
  event('AnswerSubmitted', { remindOn: calendarDate.optional() }),
  event('AnswerApproved', { step: z.int().min(0), last: z.boolean(), remindOn: calendarDate.optional() }),
  event('ApproverDisqualified', { step: z.int().min(0), approver: personId }),
  event('AnswerReturned', { step: z.int().min(0), comment: documentRef }),
  event('AnswerCommented', { comment: documentRef }),
  event('PlacedOnBoardAgenda', {
    meetingDate: calendarDate,
    summonedOn: calendarDate,
    meetingId: z.string().optional(),
    ...agendaPlace,
  }),
  event('BoardPostponed', { ...dealtWith, at: minutesPlace }),
  event('BoardReferredBack', { ...dealtWith, at: minutesPlace, reason: documentRef }),
  event('BoardProposed', { ...dealtWith, at: minutesPlace, proposals: z.array(clauseProposal).min(1) }),
  /** The board has no stand of its own; a committee's proposal goes on (KL 5:28). */
  event('BoardForwarded', { at: minutesPlace }),
  event('PlacedOnCouncilAgenda', {
    meetingDate: calendarDate,
    summonedOn: calendarDate,
    /** Absent for a matter that is to be taken up unannounced (KL 5:52). */
    announcedOn: calendarDate.optional(),
    meetingId: z.string().optional(),
    /** When the matter itself was announced, where it was not with the meeting (KL 5:14). */
    ownAnnouncement: calendarDate.optional(),
    basis: agendaBasis.optional(),
    ...agendaPlace,
    /** Its withdrawal was, and not the motion: it had not been on that agenda before it was withdrawn (row 28p). */
    placedWithdrawn: z.literal(true).optional(),
  }),
  event('CouncilPostponed', { ...dealtWith, at: minutesPlace, request: deferralRequest }),
  event('CouncilReferredBack', {
    ...dealtWith,
    at: minutesPlace,
    request: deferralRequest,
    reason: documentRef,
  }),
  event('CouncilDecided', {
    ...decided,
    present: z.int().min(1),
    urgent: z.boolean(),
    /** The council had decided when the motion was withdrawn: the withdrawal changes nothing (domain.md §1.4). */
    withdrawnTooLate: z.literal(true).optional(),
  }),
  event('SignatoryWithdrew', { memberId, withdrawnOn: calendarDate, last: z.boolean() }),
  event('WithdrawalCompleted', {
    /** The day the registrar completed it; not in events of before. */
    completedOn: calendarDate.optional(),
  }),
  event('ClausesWithdrawn', {
    memberId,
    clauses: z.array(z.int().min(1)).min(1),
    /** Clauses that nobody stands behind any more. */
    gone: z.array(z.int().min(1)),
  }),
  event('WithdrawalNoted', decided),
  event('ReportedLate', lateReportFacts.shape),
  event('CouncilWroteOff', { ...decided, present: z.int().min(1) }),
  event('ActTakenBack', { at: minutesPlace }),
  event('LateReportTakenBack', { at: minutesPlace }),
  /** Taken off the agenda by the secretary: before the meeting, or because it was not reached (domain.md §11.3). */
  event('TakenOffAgenda', { meetingDate: calendarDate }),
  event('MeetingFollowed', { meetingId: z.string().min(1), happened: meetingEvent }),
  event('OpenMotionImported', {
    ...text,
    ...importedPlace,
    status: z.enum(['Registered', 'Referred', 'Assigned', 'Drafting']),
  }),
  event('EarlierWorkImported', {
    answer: documentRef,
    proposals: z.array(clauseProposal).min(1),
    boardProposal: z.object({ at: minutesPlace, proposals: z.array(clauseProposal).min(1) }).optional(),
  }),
  event('MinutesFollowed', {
    minutesId: z.string().min(1),
    happened: minutesEvent,
    /** The case goes on as it was: the notice of an appealed decision, or an appeal of one that did not end it. */
    beside: z.literal(true).optional(),
  }),
  event('ClockRang', { clock: z.string().min(1), dueOn: calendarDate }),
  event('CaseArchived', {}),
  event('SecrecyMarked', secrecyMark.shape),
  event('SecrecyMarkLifted', {}),
  event('NoteAdded', { note: documentRef }),
  /** The days as they are after it; a motion that has no number yet counts as raised when it gets one. */
  event('DaysCorrected', {
    receivedOn: calendarDate,
    raisedOn: calendarDate.optional(),
    note: documentRef,
  }),
]);
export type MotionEvent = z.infer<typeof motionEvent>;
