import type { MinutedAct } from '../acts-in-minutes.ts';
import type { Attendance } from '../attendance.ts';
import { theBoard } from '../claims.ts';
import type { DeliberationFacts, Roll } from '../deliberation.ts';
import type { DeferralRequest } from '../events.ts';
import type { Meeting } from '../meeting.ts';
import type { Organisation } from '../organisation.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Ballot, countVote, minorityThreshold, takesPart } from '../voting.ts';
import { presenceAt } from './at-meeting.ts';
import { firstRefusal } from './verdict.ts';

/**
 * Judges acts in minutes anew by the attendance as it is now (KL 5:66): it can be corrected until the first certifier
 * signs, also after a decision was keyed in, and what is signed must hold together (KL 5:69).
 * @param meetings those of the body and day of the minutes whose attendance is kept
 * @returns the first act that no longer stands, or undefined
 */
export const standingRefusal = (
  acts: readonly MinutedAct[],
  meetings: readonly Meeting[],
  organisation: Pick<Organisation, 'seats'>,
): Refusal | undefined =>
  firstRefusal(
    ...acts.map((minuted) => () => {
      // Where a body met twice in a day, an act stands if it does at one of the meetings.
      const [no, ...others] = meetings.map((meeting) => contradiction(minuted, meeting, organisation));
      if (no === undefined || others.includes(undefined)) return undefined;
      const detail = `${minuted.act.at.paragraph}: ${no.detail}`;
      return refuse('attendance_contradicts', { detail, rule: `KL 5:69; ${no.rule}` });
    }),
  );

const contradiction = (
  { caseId, act }: MinutedAct,
  meeting: Meeting,
  organisation: Pick<Organisation, 'seats'>,
): Refusal | undefined => {
  const { paragraph } = act.at;
  const presence = presenceAt(meeting.body, { paragraph }, { caseId, meeting, organisation });
  if ('kind' in presence) return presence;
  const { attendance, present } = presence;
  if (attendance === undefined) return undefined;
  if ('present' in act && act.present !== present) return refuse('attendance_differs');
  return firstRefusal(
    () => ('request' in act ? requestRefusal(act.request, attendance) : undefined),
    () =>
      'deliberation' in act && act.deliberation !== undefined
        ? peopleRefusal(act.deliberation, attendance, meeting)
        : undefined,
  );
};

/** Who put the matter off were there, and a minority was a third (KL 5:50). */
const requestRefusal = (request: DeferralRequest, attendance: Attendance): Refusal | undefined => {
  const there = attendance.present.length;
  return firstRefusal(
    () => (request.by === 'minority' ? askedRefusal(request, attendance) : undefined),
    () =>
      request.present !== undefined && request.present !== there ? refuse('attendance_differs') : undefined,
  );
};

const askedRefusal = (
  { requestedBy, behind }: Extract<DeferralRequest, { by: 'minority' }>,
  attendance: Attendance,
): Refusal | undefined => {
  if (requestedBy !== undefined) return minorityRefusal(requestedBy, attendance);
  // They were counted and not named.
  return behind < minorityThreshold(attendance.present.length) ? refuse('minority_too_small') : undefined;
};

const minorityRefusal = (askers: readonly string[], attendance: Attendance): Refusal | undefined => {
  if (askers.some((each) => takesPart(each, attendance) !== undefined)) {
    return refuse('voter_not_present', { rule: 'KL 5:50' });
  }
  return askers.length < minorityThreshold(attendance.present.length)
    ? refuse('minority_too_small')
    : undefined;
};

/** Who is said to have led, claimed, voted and reserved took part in the matter (KL 5:66–67). */
const peopleRefusal = (facts: DeliberationFacts, attendance: Attendance, meeting: Meeting) => {
  const chair = facts.chairedBy ?? attendance.chair;
  const isOnList = (memberId: string) =>
    meeting.body === 'board' || meeting.attendance?.some((each) => each.memberId === memberId) === true;
  // A councillor who is no member claims without being on the list (KL 5:39).
  const movers = facts.claims
    .filter(({ mover, state }) => mover !== theBoard && state !== 'withdrawn' && isOnList(mover))
    .map(({ mover }) => mover);
  const rounds = facts.propositions.flatMap((each) => each.rounds);
  return firstRefusal(
    () => (chair !== undefined && takesPart(chair, attendance) ? refuse('matter_chair_absent') : undefined),
    () => (movers.some((each) => takesPart(each, attendance)) ? refuse('mover_not_present') : undefined),
    ...rounds.map((round) => () => voteRefusal(round, attendance, chair)),
    () =>
      facts.reservations.some(({ memberId }) => takesPart(memberId, attendance))
        ? refuse('reservation_without_part')
        : undefined,
  );
};

const voteRefusal = (
  round: DeliberationFacts['propositions'][number]['rounds'][number],
  attendance: Attendance,
  chair: string | undefined,
): Refusal | undefined => {
  const asked = round.minority === undefined ? undefined : minorityRefusal(round.minority, attendance);
  if (asked !== undefined || round.kind === 'among' || round.votes === undefined) return asked;
  const { votes, castingVote } = round;
  const counted = countVote({ ballots: ballotsOf(votes), castingVote }, { attendance, chair });
  return 'kind' in counted ? counted : undefined;
};

const ballotsOf = ({ yes, no, abstain }: Roll): Ballot[] => [
  ...yes.map((memberId) => ({ memberId, ballot: 'yes' as const })),
  ...no.map((memberId) => ({ memberId, ballot: 'no' as const })),
  ...abstain.map((memberId) => ({ memberId, ballot: 'abstain' as const })),
];
