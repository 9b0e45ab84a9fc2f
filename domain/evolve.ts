import { type EventPlace, expectStatus } from './broken-record.ts';
import type { MotionEvent } from './events.ts';
import { evolveAftermath } from './evolve-aftermath.ts';
import { evolveAtMeeting } from './evolve-at-meeting.ts';
import { evolveConsultation } from './evolve-consultation.ts';
import { evolveImport } from './evolve-import.ts';
import { evolvePreparation } from './evolve-preparation.ts';
import { evolveWithdrawal } from './evolve-withdrawal.ts';
import { actFrom, takeBack } from './last-act.ts';
import { afterReceipt, type Motion, motion } from './motion.ts';
import { allClauses, unapproved, unsigned, withNewClauses, withParties } from './signatories.ts';

/** Whether the event takes the motion to its next step, so that the workflow must be told. */
export const movesStep = (event: MotionEvent): boolean => {
  switch (event.type) {
    case 'DraftStarted':
    case 'TextRevised':
    case 'TextApproved':
    case 'DraftDiscarded':
    case 'AnswerWritten':
    case 'ClockRang':
    case 'PreparationJoined':
    case 'PreparationLeft':
    case 'ApproverDisqualified':
    case 'AnswerCommented':
    case 'ReportedLate':
    case 'LateReportTakenBack':
    case 'ClausesWithdrawn':
    case 'SecrecyMarked':
    case 'SecrecyMarkLifted':
    case 'NoteAdded':
    case 'DaysCorrected':
      return false;
    case 'SignatoryWithdrew':
    case 'StatementReceived':
    case 'ConsultationEnded':
      return event.last;
    case 'ConsultationSent':
      return event.first;
    case 'MinutesFollowed':
      return event.beside !== true && movesCase(event.happened);
    default:
      return true;
  }
};

/** One of several appeals of the same decision may come and go while the case stands where it is. */
const movesCase = (happened: Extract<MotionEvent, { type: 'MinutesFollowed' }>['happened']): boolean => {
  if (happened.type === 'AppealRecorded') return (happened.open ?? 1) === 1;
  if (happened.type === 'AppealClosed')
    return happened.outcome.result === 'annulled' || (happened.open ?? 0) === 0;
  return true;
};

/**
 * Applies one event. Total over the events `decide` makes; folding a case's events rebuilds its record. The result
 * is parsed, so that a fact which the new status does not know is left behind.
 * @throws BrokenRecord when the event cannot follow the record.
 */
export const evolve = (before: Motion | undefined, event: MotionEvent, place: EventPlace): Motion =>
  motion.parse({
    ...next(before, event, place),
    lastAct: actFrom(before, event, place.version),
    version: place.version,
    movedAtVersion: movesStep(event) ? place.version : (before?.movedAtVersion ?? place.version),
  });

/** Rebuilds a motion from its events, oldest first. */
export const fold = (caseId: string, events: readonly MotionEvent[]): Motion | undefined =>
  events.reduce<Motion | undefined>(
    (record, event, index) => evolve(record, event, { caseId, version: index + 1 }),
    undefined,
  );

const next = (before: Motion | undefined, event: MotionEvent, place: EventPlace): Motion => {
  switch (event.type) {
    case 'DraftStarted':
      return {
        ...start(event, place),
        status: 'Draft',
        author: event.author,
        partyGroup: event.partyGroup,
        signatories: unsigned(event.signatories),
      };
    case 'MotionImported':
      return {
        ...start(event, place),
        status: 'Received',
        signatories: event.signatories,
        receivedOn: event.receivedOn,
      };
    case 'TextRevised': {
      const record = expectStatus(before, event, ['Draft', 'Returned']);
      const revision = { text: event.text, clauseCount: event.clauseCount };
      const signatories = unapproved(record.signatories, event.signatories);
      return record.status === 'Draft'
        ? { ...record, ...revision, signatories }
        : { ...record, revision, signatories };
    }
    case 'TextApproved': {
      const record = expectStatus(before, event, ['Draft', 'Returned']);
      const signatories = record.signatories.map((each) =>
        each.memberId === event.memberId ? { ...each, approvedHash: event.textHash } : each,
      );
      return { ...record, signatories };
    }
    case 'DraftDiscarded':
      return { ...expectStatus(before, event, ['Draft']), status: 'Discarded' };
    case 'MotionCompletedOnPaper': {
      const returned = expectStatus(before, event, ['Returned']);
      const { provision: _, returnedWith: __, revision: ___, ...record } = returned;
      const { text, clauseCount } = event;
      const signatories = allClauses(
        event.signatories.map(
          (each) => record.signatories.find((known) => known.memberId === each.memberId) ?? each,
        ),
      );
      return { ...withNewClauses(record), text, clauseCount, status: 'Registered', signatories };
    }
    case 'MotionSubmitted': {
      const record = expectStatus(before, event, ['Draft']);
      const signatories = withParties(record.signatories, event.parties);
      return { ...record, status: 'Received', receivedOn: event.receivedOn, signatories };
    }
    case 'MotionResubmitted': {
      const returned = expectStatus(before, event, ['Returned']);
      const { provision: _, returnedWith: __, revision, ...record } = returned;
      const signatories = withParties(record.signatories, event.parties);
      return revision === undefined
        ? { ...record, status: 'Registered', signatories }
        : {
            ...withNewClauses(record),
            ...revision,
            status: 'Registered',
            signatories: allClauses(signatories),
          };
    }
    case 'MinutesFollowed':
    case 'CaseArchived':
      return evolveAftermath(before, event);
    case 'PlacedOnBoardAgenda':
    case 'BoardPostponed':
    case 'BoardReferredBack':
    case 'BoardProposed':
    case 'PlacedOnCouncilAgenda':
    case 'CouncilPostponed':
    case 'CouncilReferredBack':
    case 'CouncilDecided':
    case 'BoardForwarded':
    case 'MeetingFollowed':
    case 'TakenOffAgenda':
    case 'LateReportTakenBack':
    case 'CouncilWroteOff':
    case 'ReportedLate':
    case 'WithdrawalNoted':
      return evolveAtMeeting(before, event);
    case 'ActTakenBack':
      return takeBack(before, event);
    case 'ConsultationSent':
    case 'StatementReceived':
    case 'ConsultationEnded':
    case 'PreparationJoined':
    case 'PreparationLeft':
      return evolveConsultation(before, event);
    case 'SignatoryWithdrew':
    case 'WithdrawalCompleted':
    case 'ClausesWithdrawn':
      return evolveWithdrawal(before, event);
    case 'OpenMotionImported':
    case 'EarlierWorkImported':
      return evolveImport(before, event, place);
    case 'SecrecyMarked': {
      const { type: _, ...secrecy } = event;
      return { ...expectStatus(before, event, afterReceipt), secrecy };
    }
    case 'SecrecyMarkLifted':
      return { ...expectStatus(before, event, afterReceipt), secrecy: undefined };
    case 'NoteAdded':
      return expectStatus(before, event, afterReceipt);
    case 'DaysCorrected': {
      const { receivedOn, raisedOn } = event;
      const record = expectStatus(before, event, afterReceipt);
      return { ...record, receivedOn, ...(raisedOn === undefined ? {} : { raisedOn }) };
    }
    default:
      return evolvePreparation(before, event);
  }
};

const start = (
  event: Extract<MotionEvent, { type: 'DraftStarted' | 'MotionImported' }>,
  place: EventPlace,
) => ({
  caseId: place.caseId,
  version: place.version,
  movedAtVersion: place.version,
  text: event.text,
  clauseCount: event.clauseCount,
  rungClocks: [],
});
