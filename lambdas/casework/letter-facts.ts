import { type LetterFacts, letterFacts } from '../../documents/letters/facts.ts';
import type { MotionText } from '../../domain/documents.ts';
import type { MotionEvent } from '../../domain/events.ts';
import { annulmentTarget } from '../../domain/evolve-aftermath.ts';
import type { LetterTemplate } from '../../domain/letters.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import type { Motion } from '../../domain/motion.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { ClauseRef } from '../../domain/outcome.ts';

/** What a letter is built from: the event that owes it, and the record before and after that event. */
export interface LetterOccasion {
  readonly event: MotionEvent;
  readonly occurredOn: string;
  readonly before: Motion | undefined;
  readonly after: Motion;
  readonly text: MotionText;
  /** The reason given with a return or referral back. */
  readonly reason?: string | undefined;
  readonly organisation: Organisation;
}

/** The facts a template needs are not in the record: the letter was owed by mistake. */
export class FactsMissing extends Error {
  override readonly name = 'FactsMissing';
}

const need = <T>(fact: T | undefined, what: string): T => {
  if (fact !== undefined) return fact;
  throw new FactsMissing(what);
};

/**
 * The facts of a letter, from the record as it stood at its event: a letter that is sent late says what was true then.
 * @throws FactsMissing when the event does not carry what the template says
 */
export const letterFactsOf = (template: LetterTemplate, occasion: LetterOccasion): LetterFacts => {
  const { organisation, after, text } = occasion;
  const common = {
    organisation: organisation.name,
    bodies: organisation.bodies,
    title: text.title,
    publicPage: `${organisation.publicUrl}/motioner/${after.caseId}`,
  };
  return letterFacts.parse({ ...common, ...particulars(template, occasion) });
};

type Particulars = LetterFacts extends infer F
  ? F extends LetterFacts
    ? Omit<F, 'organisation' | 'bodies' | 'title' | 'publicPage'>
    : never
  : never;

const particulars = (template: LetterTemplate, occasion: LetterOccasion): Particulars => {
  const { after, occurredOn } = occasion;
  const registrationNumber = numberOf(after);
  switch (template) {
    case 'received': {
      const isAgain = occasion.event.type === 'MotionResubmitted';
      return {
        template,
        registrationNumber,
        receivedOn: 'receivedOn' in after ? after.receivedOn : occurredOn,
        resubmittedOn: isAgain ? occurredOn : undefined,
        textHash: after.text.hash,
      };
    }
    case 'withdrawn':
      return { template, registrationNumber, withdrawnOn: occurredOn };
    default:
      return numbered(template, occasion, need(registrationNumber, 'registrationNumber'));
  }
};

const numbered = (
  template: Exclude<LetterTemplate, 'received' | 'withdrawn'>,
  occasion: LetterOccasion,
  registrationNumber: string,
): Particulars => {
  const { event, after, occurredOn } = occasion;
  switch (template) {
    case 'registered': {
      const withdrawn = after.status === 'WithdrawalPending';
      const registered = need(event.type === 'MotionRegistered' ? event : undefined, 'MotionRegistered');
      const receivedOn = 'receivedOn' in after ? after.receivedOn : occurredOn;
      return { template, registrationNumber, receivedOn, raisedOn: registered.raisedOn, withdrawn };
    }
    case 'returned': {
      const returned = need(event.type === 'MotionReturned' ? event : undefined, 'MotionReturned');
      const reason = need(occasion.reason, 'reason');
      return {
        template,
        registrationNumber,
        returnedOn: occurredOn,
        provision: returned.provision,
        reason,
      };
    }
    case 'referred': {
      const referred = need(event.type === 'MotionReferred' ? event : undefined, 'MotionReferred');
      const raisedOn = need('raisedOn' in after ? after.raisedOn : undefined, 'raisedOn');
      const { by: referredBy, announcedOn } = referred;
      return { template, registrationNumber, referredBy, announcedOn, raisedOn };
    }
    case 'board-date':
    case 'council-date': {
      const meetingDate = need('meetingDate' in event ? event.meetingDate : undefined, 'meetingDate');
      return { template, registrationNumber, meetingDate };
    }
    case 'board-proposal': {
      const proposed = need(event.type === 'BoardProposed' ? event : undefined, 'BoardProposed');
      const proposals = listed(proposed.proposals, occasion.text);
      return { template, registrationNumber, ...placeOf(proposed.at), proposals };
    }
    case 'postponed':
    case 'referred-back':
      return { template, registrationNumber, ...deferralOf(occasion) };
    default:
      return decided(template, occasion, registrationNumber);
  }
};

const decided = (
  template: 'decided' | 'extract' | 'final' | 'appealed' | 'annulled',
  occasion: LetterOccasion,
  registrationNumber: string,
): Particulars => {
  const { event, before, after } = occasion;
  const record = need(
    'decision' in after ? after : before !== undefined && 'decision' in before ? before : undefined,
    'decision',
  );
  const { at, decisions: outcomes, deviatesFromBoard } = record.decision;
  const place = { registrationNumber, ...placeOf(at) };
  const decisions = listed(outcomes, occasion.text);
  const happened = event.type === 'MinutesFollowed' ? event.happened : undefined;
  switch (template) {
    case 'decided': {
      const urgent = event.type === 'CouncilDecided' && event.urgent;
      return { template, ...place, decisions, deviatesFromBoard, urgent };
    }
    case 'extract': {
      const posted = need('postedOn' in after ? after : undefined, 'postedOn');
      const { certifiedOn, postedOn, lastAppealDay, finalOn } = posted;
      const notice = { certifiedOn, postedOn, lastAppealDay, finalOn };
      return { template, ...place, decisions, deviatesFromBoard, ...notice };
    }
    case 'final':
      return { template, ...place, decisions, finality: finalityOf(after, happened) };
    case 'appealed': {
      const appeal = need(happened?.type === 'AppealRecorded' ? happened : undefined, 'AppealRecorded');
      const { court, courtCaseNumber, receivedOn: appealReceivedOn } = appeal;
      return { template, ...place, appealReceivedOn, court, courtCaseNumber };
    }
    case 'annulled': {
      const closed = need(happened?.type === 'AppealClosed' ? happened : undefined, 'AppealClosed');
      const fault = closed.outcome.result === 'annulled' && closed.outcome.faultInPreparation;
      const continuesIn = annulmentTarget(record, fault);
      const { court, courtCaseNumber, closedOn } = closed;
      return { template, ...place, court, courtCaseNumber, closedOn, continuesIn };
    }
  }
};

const numberOf = (record: Motion) => ('registrationNumber' in record ? record.registrationNumber : undefined);

const placeOf = ({ meetingDate, paragraph }: { meetingDate: string; paragraph: string }) => ({
  meetingDate,
  paragraph,
});

const listed = <O extends { clause: ClauseRef }>(outcomes: readonly O[], text: MotionText) =>
  outcomes.map(({ clause, ...rest }) =>
    clause === 'whole'
      ? { ...rest, clause }
      : { ...rest, clause, text: need(text.clauses[clause - 1], 'clause') },
  );

const deferralOf = ({ event, reason }: LetterOccasion) => {
  switch (event.type) {
    case 'BoardPostponed':
    case 'BoardReferredBack':
      return { ...placeOf(event.at), by: { body: 'board' as const }, reason };
    case 'CouncilPostponed':
    case 'CouncilReferredBack':
      return {
        ...placeOf(event.at),
        by: { body: 'council' as const, request: event.request.by },
        reason,
      };
    default:
      throw new FactsMissing('deferral');
  }
};

const finalityOf = (after: Motion, happened: MinutesEvent | undefined) => {
  if (happened?.type === 'AppealClosed' && happened.outcome.result !== 'annulled') {
    return { how: happened.outcome.result, closedOn: happened.closedOn };
  }
  return {
    how: 'no-appeal' as const,
    finalOn: need('finalOn' in after ? after.finalOn : undefined, 'finalOn'),
  };
};
