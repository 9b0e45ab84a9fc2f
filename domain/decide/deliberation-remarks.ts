import type { Attendance } from '../attendance.ts';
import type { Deliberation } from '../deliberation.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { takesPart } from '../voting.ts';
import type { DeliberationSetting } from './deliberation-setting.ts';
import { firstRefusal } from './verdict.ts';

type Reservation = Deliberation['reservations'][number];

/** What members have had noted: reservations by statute, the rest where the rules of procedure have it. */
export const remarksRefusal = (given: Deliberation, setting: DeliberationSetting): Refusal | undefined => {
  const { allows, clauses } = setting;
  const named = [
    ...given.points.flatMap((each) => each.clauses),
    ...given.reservations.flatMap((each) => each.against ?? []),
  ];
  return firstRefusal(
    () => (named.every((each) => clauses.includes(each)) ? undefined : refuse('clause_not_in_matter')),
    ...given.reservations.map((each) => () => reservationRefusal(each, given, setting.attendance)),
    () =>
      given.separateStatements.length > 0 && !allows.separateStatements
        ? refuse('separate_statement_not_allowed')
        : undefined,
    () =>
      given.minuteNotes.length > 0 && !allows.minuteNotes ? refuse('minute_note_not_allowed') : undefined,
  );
};

/** One who took part in the decision may reserve against it, and says so before the meeting ends (KL 4:27). */
const reservationRefusal = (
  reservation: Reservation,
  given: Deliberation,
  attendance: Attendance | undefined,
): Refusal | undefined => {
  const refused = takesPart(reservation.memberId, attendance);
  if (refused?.code === 'voter_not_present') return refuse('reservation_without_part');
  if (refused !== undefined) return refused;
  if (hasAbstainedThroughout(reservation, given)) return refuse('reservation_without_part');
  return reservation.announcedBeforeEnd ? undefined : refuse('reservation_too_late');
};

/**
 * Whether all that is reserved against was decided by votes in which the member chose not to take part (KL 4:25).
 * Who voted in one round and abstained in the next has taken part.
 */
const hasAbstainedThroughout = (
  { memberId, against }: Reservation,
  { propositions }: Deliberation,
): boolean => {
  const rounds = propositions
    .filter(
      ({ about }) =>
        against === undefined || about === 'deferral' || about.some((each) => against.includes(each)),
    )
    .flatMap((each) => each.rounds);
  const mine = rounds.map((each) =>
    each.kind === 'among' ? undefined : each.ballots?.find((one) => one.memberId === memberId)?.ballot,
  );
  return mine.length > 0 && mine.every((each) => each === 'abstain');
};
