import { annulmentTarget } from '../../domain/evolve-aftermath.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import type { Motion, MotionIn } from '../../domain/motion.ts';
import { besideOutcomes, listed } from './letter-clauses.ts';
import {
  eventOf,
  type FactFinders,
  type LetterOccasion,
  need,
  numbered,
  placeOf,
} from './letter-occasion.ts';

type Decision = MotionIn<'Decided'>['decision'];

/** The decision and what became of it: rows 5b, 19, 28b and 30, and 21–27u. */
export const decisionFacts: FactFinders<'decided' | 'extract' | 'final' | 'appealed' | 'annulled'> = {
  decided: (occasion) => {
    const { decision } = decidedRecord(occasion);
    const { event } = occasion;
    return {
      ...decidedOf(occasion),
      deviatesFromBoard: decision.deviatesFromBoard,
      ground: groundOf(decision),
      urgent: event.type === 'CouncilDecided' && event.urgent,
      withdrawnTooLate: decision.withdrawnTooLate,
    };
  },

  extract: (occasion) => {
    const { decision } = decidedRecord(occasion);
    const { after } = occasion;
    const { certifiedOn } = need('certifiedOn' in after ? after : undefined, 'certifiedOn');
    const { happened } = eventOf(occasion, 'MinutesFollowed');
    const { postedOn, lastAppealDay, finalOn } = need(
      happened.type === 'NoticePosted' ? happened : undefined,
      'NoticePosted',
    );
    return {
      ...decidedOf(occasion),
      deviatesFromBoard: decision.deviatesFromBoard,
      ground: groundOf(decision),
      withdrawnTooLate: decision.withdrawnTooLate,
      certifiedOn,
      postedOn,
      lastAppealDay,
      finalOn: after.status === 'Appealed' ? undefined : finalOn,
      attached: occasion.attached,
    };
  },

  final: (occasion) => ({
    ...decidedOf(occasion),
    finality: finalityOf(occasion.after, eventOf(occasion, 'MinutesFollowed').happened),
  }),

  appealed: (occasion) => {
    const { happened, beside } = eventOf(occasion, 'MinutesFollowed');
    const appeal = need(happened.type === 'AppealRecorded' ? happened : undefined, 'AppealRecorded');
    const { court, courtCaseNumber, receivedOn: appealReceivedOn } = appeal;
    const isSecond = occasion.before?.status === 'Appealed';
    const another = appeal.open === undefined ? isSecond : appeal.open > 1;
    const goesOn = beside === true;
    return { ...appealedAt(occasion, appeal), appealReceivedOn, court, courtCaseNumber, another, goesOn };
  },

  annulled: (occasion) => {
    const { happened, beside } = eventOf(occasion, 'MinutesFollowed');
    const closed = need(happened.type === 'AppealClosed' ? happened : undefined, 'AppealClosed');
    const fault = closed.outcome.result === 'annulled' && closed.outcome.faultInPreparation;
    const continuesIn = beside === true ? 'same' : annulmentTarget(decidedRecord(occasion), fault);
    const { court, courtCaseNumber, closedOn } = closed;
    return { ...appealedAt(occasion, closed), court, courtCaseNumber, closedOn, continuesIn };
  },
};

/** The record that holds the decision; an annulled one is in the record before. */
const decidedRecord = ({ before, after }: LetterOccasion) =>
  need(
    'decision' in after ? after : before !== undefined && 'decision' in before ? before : undefined,
    'decision',
  );

const placed = (occasion: LetterOccasion) => ({
  ...numbered(occasion),
  ...placeOf(decidedRecord(occasion).decision.at),
});

/** Where the appealed decision stands; an appeal that does not say is of the one that decided the matter. */
const appealedAt = (
  occasion: LetterOccasion,
  { meetingDate, paragraph }: { meetingDate?: string | undefined; paragraph?: string | undefined },
) =>
  meetingDate === undefined || paragraph === undefined
    ? placed(occasion)
    : { ...numbered(occasion), ...placeOf({ meetingDate, paragraph }) };

const decidedOf = (occasion: LetterOccasion) => {
  const { decision } = decidedRecord(occasion);
  return {
    ...placed(occasion),
    decisions: listed(decision.decisions, occasion.text),
    ...besideOutcomes(occasion, decision),
  };
};

/** A write-off that does not say why is of the time when only what was withdrawn could be written off. */
const groundOf = ({ outcome, ground }: Decision): Decision['ground'] =>
  outcome === 'WRITTEN_OFF' ? (ground ?? 'withdrawal') : undefined;

const finalityOf = (after: Motion, happened: MinutesEvent) => {
  if (happened.type === 'AppealClosed' && happened.outcome.result !== 'annulled') {
    return { how: happened.outcome.result, closedOn: happened.closedOn };
  }
  return {
    how: 'no-appeal' as const,
    finalOn: need('finalOn' in after ? after.finalOn : undefined, 'finalOn'),
  };
};
