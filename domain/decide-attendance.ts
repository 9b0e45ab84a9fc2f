import { overlap, servingCounts } from './attendance.ts';
import { mayCertify } from './certifiers.ts';
import type { Meeting } from './meeting.ts';
import type { MeetingCommandOf } from './meeting-commands.ts';
import type { MeetingContext } from './meeting-context.ts';
import type { AttendanceEntry, MeetingEvent } from './meeting-events.ts';
import { emptySeats, hasLeftSeat, holdsOffice, isInOffice, type Member } from './members.ts';
import { closedRefusal } from './minutes-closed.ts';
import { type Refusal, type RefusalCode, refuse } from './refusal.ts';

/** What is noted of a meeting stands in its minutes, and is theirs when they are certified (KL 5:66, 5:69). */
const tooEarlyOrLate = (record: Meeting, { today, minutes }: MeetingContext): Refusal | undefined => {
  if (today < record.date) return refuse('meeting_not_begun');
  return closedRefusal(minutes);
};

/** Who served, as member or in whose place, from where and at which paragraphs (KL 4:22, 5:66, 6:35); who certifies (5:69). */
export const recordAttendance = (
  record: Meeting,
  { chair, certifiers, attendance }: MeetingCommandOf<'record-attendance'>,
  context: MeetingContext,
): MeetingEvent | Refusal => {
  const refused = tooEarlyOrLate(record, context);
  if (refused !== undefined) return refused;
  const code =
    attendance.map((entry) => faultOf(entry, record, context)).find((fault) => fault !== undefined) ??
    faultBetween(attendance) ??
    faultOfWhole(attendance, chair, record, context) ??
    faultOfEmptySeats(attendance, record, context) ??
    (mayCertify(certifiers ?? [], context) ? undefined : 'certifier_unknown');
  if (code !== undefined) return refuse(code, { body: record.body });
  return {
    type: 'AttendanceRecorded',
    chair,
    ...(certifiers !== undefined && { certifiers: [...new Set(certifiers)] }),
    attendance,
  };
};

/**
 * A substitute serves in the place of a member who cannot (KL 5:17, 6:17), or who has left a seat that stands empty
 * (`faultOfEmptySeats`). One who only attends, as he or she may (KL 5:42, 6:17), does not serve and is not listed.
 */
const isPlaced = (
  { memberId, as, servingFor }: AttendanceEntry,
  { body, date }: Meeting,
  { members }: MeetingContext,
): boolean => {
  if (as === 'member') return servingFor === undefined;
  const absent = servingFor === undefined ? undefined : members.get(servingFor);
  if (absent === undefined || servingFor === memberId) return false;
  return holdsOffice(absent, 'member', date, body) || hasLeftSeat(absent, date, body);
};

const faultOf = (
  entry: AttendanceEntry,
  record: Meeting,
  context: MeetingContext,
): RefusalCode | undefined => {
  const { members, organisation } = context;
  const { body, date } = record;
  const { memberId, as, remote, fromParagraph, toParagraph } = entry;
  const who = members.get(memberId);
  if (who === undefined || !holdsOffice(who, as, date, body)) return 'attendee_not_in_office';
  if (!isPlaced(entry, record, context)) return 'substitute_without_place';
  if (remote === true && !organisation.remoteParticipation[body]) return 'remote_not_allowed';
  const isReversed = fromParagraph !== undefined && toParagraph !== undefined && fromParagraph > toParagraph;
  return isReversed ? 'paragraphs_reversed' : undefined;
};

/** No one sits twice, and no seat holds two, at one paragraph. */
const faultBetween = (attendance: readonly AttendanceEntry[]): RefusalCode | undefined => {
  for (const [index, one] of attendance.entries()) {
    for (const other of attendance.slice(index + 1).filter((each) => overlap(one, each))) {
      if (one.memberId === other.memberId) return 'attends_twice';
      if (one.servingFor === other.memberId || other.servingFor === one.memberId) return 'member_is_present';
      if (one.servingFor !== undefined && one.servingFor === other.servingFor) return 'seat_taken';
    }
  }
  return undefined;
};

const faultOfWhole = (
  attendance: readonly AttendanceEntry[],
  chair: string,
  { body }: Meeting,
  { organisation }: MeetingContext,
): RefusalCode | undefined => {
  if (servingCounts(attendance).most > organisation.seats[body]) return 'too_many_serving';
  return attendance.some((entry) => entry.memberId === chair) ? undefined : 'chair_not_present';
};

/** Who serves in the place of somebody who has left a seat. */
export const onEmptySeats = (
  attendance: readonly AttendanceEntry[],
  { body, date }: Pick<Meeting, 'body' | 'date'>,
  members: ReadonlyMap<string, Member>,
): AttendanceEntry[] =>
  attendance.filter(({ servingFor = '' }) => {
    const left = members.get(servingFor);
    return left !== undefined && hasLeftSeat(left, date, body);
  });

/** No more serve at once on empty seats than there are, whoever left them: others have taken the rest. */
const faultOfEmptySeats = (
  attendance: readonly AttendanceEntry[],
  record: Meeting,
  { members, organisation, register }: MeetingContext,
): RefusalCode | undefined => {
  const { body, date } = record;
  const empty = register === undefined ? 0 : emptySeats(register, organisation.seats[body], date, body);
  const { most } = servingCounts(onEmptySeats(attendance, record, members));
  return most > empty ? 'substitute_without_place' : undefined;
};

/**
 * Noted as the member says it, before the matter or when it comes up: in the council it must concern the member or
 * somebody close (KL 5:47), in the board there are more grounds (KL 6:28–32). The ground itself is the member's to judge.
 */
export const declareDisqualification = (
  record: Meeting,
  { caseId, memberId, declared }: MeetingCommandOf<'declare-disqualification'>,
  { members, minutes }: MeetingContext,
): MeetingEvent | Refusal => {
  const closed = closedRefusal(minutes);
  if (closed !== undefined) return closed;
  const who = members.get(memberId);
  if (who === undefined || !isInOffice(who, record.date, record.body))
    return refuse('attendee_not_in_office', { body: record.body });
  const isDeclared = record.disqualifications.some(
    (each) => each.caseId === caseId && each.memberId === memberId,
  );
  if (isDeclared === declared) return refuse('disqualification_unchanged');
  return { type: 'DisqualificationDeclared', caseId, memberId, declared };
};
