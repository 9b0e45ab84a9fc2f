import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import { documentRef } from './documents.ts';
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

/** On whose request the council put a matter off (KL 5:50): only a minority's request uses up its right. */
export const deferralRequest = z.discriminatedUnion('by', [
  z.object({ by: z.literal('majority') }),
  z.object({ by: z.literal('minority'), present: z.int().min(1), behind: z.int().min(1) }),
]);
export type DeferralRequest = z.infer<typeof deferralRequest>;

const decided = {
  at: minutesPlace,
  decisions: z.array(clauseDecision).min(1),
  outcome: caseOutcome,
  deviatesFromBoard: z.boolean(),
};

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
  }),
  event('MotionReturned', { provision: z.string(), reason: documentRef }),
  event('MotionResubmitted', { parties: z.array(z.object({ memberId, party: z.string() })) }),
  event('MotionReferred', { by: z.enum(['council', 'presidium']), announcedOn: calendarDate }),
  event('OfficerAssigned', { officer: personId, unit: z.string() }),
  event('DraftingStarted', {}),
  event('AnswerWritten', { answer: documentRef, proposals: z.array(clauseProposal) }),
  event('AnswerSubmitted', {}),
  event('AnswerApproved', { step: z.int().min(0), last: z.boolean() }),
  event('AnswerReturned', { step: z.int().min(0), comment: documentRef }),
  event('PlacedOnBoardAgenda', { meetingDate: calendarDate, summonedOn: calendarDate }),
  event('BoardPostponed', { at: minutesPlace }),
  event('BoardReferredBack', { at: minutesPlace, reason: documentRef }),
  event('BoardProposed', { at: minutesPlace, proposals: z.array(clauseProposal).min(1) }),
  event('PlacedOnCouncilAgenda', {
    meetingDate: calendarDate,
    summonedOn: calendarDate,
    announcedOn: calendarDate,
  }),
  event('CouncilPostponed', { at: minutesPlace, request: deferralRequest }),
  event('CouncilReferredBack', { at: minutesPlace, request: deferralRequest, reason: documentRef }),
  event('CouncilDecided', { ...decided, present: z.int().min(1), urgent: z.boolean() }),
  event('SignatoryWithdrew', { memberId, withdrawnOn: calendarDate, last: z.boolean() }),
  event('WithdrawalNoted', decided),
  event('MinutesFollowed', { minutesId: z.string().min(1), happened: minutesEvent }),
  event('ClockRang', { clock: z.enum(['registration']), dueOn: calendarDate }),
  event('CaseArchived', {}),
]);
export type MotionEvent = z.infer<typeof motionEvent>;
export type MotionEventType = MotionEvent['type'];
