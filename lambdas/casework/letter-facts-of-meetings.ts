import type { TakenBackAct } from '../../documents/letters/fact-shapes.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import { agendaDayOf, isIn, type Motion } from '../../domain/motion.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { besideOutcomes, listed } from './letter-clauses.ts';
import {
  eventOf,
  type FactFinders,
  FactsMissing,
  type LetterOccasion,
  need,
  numbered,
  placeOf,
} from './letter-occasion.ts';

/** Board and council, until the council has decided: rows 12–18 and 19t. */
export const meetingFacts: FactFinders<
  | 'board-date'
  | 'council-date'
  | 'board-proposal'
  | 'meeting-changed'
  | 'postponed'
  | 'referred-back'
  | 'corrected'
> = {
  'board-date': (occasion) => ({
    ...numbered(occasion),
    ...dayOf(eventOf(occasion, 'PlacedOnBoardAgenda', 'MeetingFollowed')),
  }),

  'council-date': (occasion) => {
    const { after } = occasion;
    const day = dayOf(eventOf(occasion, 'PlacedOnCouncilAgenda', 'MeetingFollowed'));
    const isThere = isIn(after, ['CouncilAgenda', 'WithdrawalPending']);
    const { basis = 'announced', boardProposal } = need(isThere ? after : undefined, 'CouncilAgenda');
    const forwarded = boardProposal?.proposals.length === 0;
    return { ...numbered(occasion), ...day, basis, forwarded, ...withdrawnIn(after) };
  },

  'board-proposal': (occasion) => {
    const event = eventOf(occasion, 'BoardProposed', 'BoardForwarded');
    const place = { ...numbered(occasion), ...placeOf(event.at) };
    if (event.type === 'BoardForwarded') {
      const committees = proposingCommittees(occasion.after, occasion.organisation);
      return { ...place, stand: { kind: 'forwards', committees } };
    }
    const proposals = listed(event.proposals, occasion.text);
    return { ...place, stand: { kind: 'proposes', proposals, ...besideOutcomes(occasion, event) } };
  },

  'meeting-changed': (occasion) => {
    const event = eventOf(occasion, 'MeetingFollowed', 'TakenOffAgenda');
    const { before } = occasion;
    return {
      ...numbered(occasion),
      meetingDate: need(before && agendaDayOf(before), 'agenda'),
      body: before?.status === 'BoardAgenda' ? 'board' : 'council',
      change: 'happened' in event ? changeOf(event.happened) : 'taken-off',
      ...withdrawnIn(occasion.after),
    };
  },

  postponed: (occasion) => deferralOf(occasion),
  'referred-back': (occasion) => deferralOf(occasion),

  corrected: (occasion) => {
    const event = eventOf(occasion, 'ActTakenBack', 'LateReportTakenBack', 'MinutesFollowed');
    const { status } = occasion.after;
    if (event.type === 'MinutesFollowed') {
      const { at } = need(
        isIn(occasion.after, ['Certified']) ? occasion.after : undefined,
        'Certified',
      ).decision;
      const isWrongDay = event.happened.type === 'NoticeFoundDown' && event.happened.wrongDay === true;
      const why = isWrongDay ? ({ wrongDay: true } as const) : {};
      return { ...numbered(occasion), ...placeOf(at), act: 'finality', status, ...why };
    }
    return { ...numbered(occasion), ...placeOf(event.at), act: actBetween(occasion), status };
  },
};

/** That the motion is withdrawn is what comes before the council then. */
const withdrawnIn = ({ status }: Motion): { withdrawn?: true } =>
  status === 'WithdrawalPending' ? { withdrawn: true } : {};

/** The day of the meeting, and the day it was moved from. */
const dayOf = (
  event: { readonly meetingDate: string } | { readonly happened: MeetingEvent },
): { meetingDate: string; movedFrom?: string } => {
  if ('meetingDate' in event) return { meetingDate: event.meetingDate };
  const { happened } = event;
  const { from, to } = need(happened.type === 'MeetingMoved' ? happened : undefined, 'MeetingMoved');
  return { meetingDate: to, movedFrom: from };
};

const changeOf = ({ type }: MeetingEvent) => {
  if (type === 'MeetingCancelled') return 'cancelled';
  if (type === 'MeetingEnded') return 'not-reached';
  throw new FactsMissing('MeetingCancelled or MeetingEnded');
};

/** Committees whose own proposal spares the board one (KL 5:28), by the names they have now. */
const proposingCommittees = (record: Motion, { consultees }: Organisation): string[] => {
  const consultations = ('consultations' in record ? record.consultations : undefined) ?? [];
  const names = consultations.flatMap(({ recipient, statement }) => {
    const proposes = statement?.maker.by === 'committee' && statement.maker.proposes;
    const name = consultees.find(({ id }) => id === recipient)?.name;
    return proposes && name !== undefined ? [name] : [];
  });
  return [...new Set(names)];
};

const deferralOf = (occasion: LetterOccasion) => {
  const event = eventOf(
    occasion,
    'BoardPostponed',
    'BoardReferredBack',
    'CouncilPostponed',
    'CouncilReferredBack',
  );
  const by =
    'request' in event ? { body: 'council' as const, request: event.request.by } : { body: 'board' as const };
  const facts = { ...numbered(occasion), ...placeOf(event.at), by, reason: occasion.remark };
  return { ...facts, ...withdrawnIn(occasion.after) };
};

/** Which act was taken back, by where it had taken the motion and where the motion is again. */
const actBetween = ({ event, before, after }: LetterOccasion): TakenBackAct => {
  if (event.type === 'LateReportTakenBack') return 'late-report';
  const body = after.status === 'BoardAgenda' ? 'board' : 'council';
  switch (before?.status) {
    case 'Decided':
      return 'council-decision';
    case 'Drafting':
      return `${body}-referral-back`;
    case 'BoardReady':
      return 'board-postponement';
    case 'CouncilReady':
      return body === 'board' ? 'board-proposal' : 'council-postponement';
    case 'WithdrawalPending':
      // Only what is sent back is begun anew.
      return 'cycle' in after && after.cycle !== before.cycle
        ? 'council-referral-back'
        : 'council-postponement';
    default:
      throw new FactsMissing('act');
  }
};
