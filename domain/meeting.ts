import { z } from 'zod';
import { type CalendarDate, calendarDate, daysBetween } from './calendar-date.ts';
import { lastDayForUrgent } from './deadlines.ts';
import { attendanceEntry, type MeetingEvent, meetingParticulars } from './meeting-events.ts';

/**
 * One meeting of the council or the board. Cases on its agenda are entered apart; what happens to it they follow,
 * each in its own transaction. Its minutes are a record of their own (`minutesIdOf`).
 */
export const meeting = z.object({
  meetingId: z.string().min(1),
  version: z.int().min(1),
  body: z.enum(['council', 'board']),
  date: calendarDate,
  plannedOn: calendarDate,
  ...meetingParticulars,
  status: z.enum(['Planned', 'Ended', 'Cancelled']),
  summonedOn: calendarDate.optional(),
  announcedOn: calendarDate.optional(),
  /** The member in the chair (KL 5:53, 5:65). */
  chair: z.string().optional(),
  /** People chosen to certify the minutes (KL 5:69). */
  certifiers: z.array(z.string()).optional(),
  attendance: z.array(attendanceEntry).optional(),
  /** Who is disqualified in which case (KL 5:47, 6:28–32). */
  disqualifications: z.array(z.object({ caseId: z.string(), memberId: z.string() })),
  rungClocks: z.array(z.string()),
});
export type Meeting = z.infer<typeof meeting>;
/** Which body meets. */
export type MeetingBody = Meeting['body'];
/** Where a meeting stands. */
export type MeetingStatus = Meeting['status'];

/** The Swedish word for each status of a meeting. */
export const meetingStatusName: Readonly<Record<MeetingStatus, string>> = {
  Planned: 'planerat',
  Ended: 'avslutat',
  Cancelled: 'inställt',
};

/** Where a meeting stands on a day, in a word: its day passes whether or not its secretary has ended it. */
export const meetingStand = (
  { status, date }: { readonly status?: MeetingStatus | undefined; readonly date: CalendarDate },
  today: CalendarDate,
): string => {
  if (status === 'Cancelled') return meetingStatusName.Cancelled;
  return date < today ? 'genomfört' : meetingStatusName[status ?? 'Planned'];
};

/** The id of a body's meeting, by the day it was first planned for; it stays when the meeting moves. */
export const meetingIdOf = (body: MeetingBody, date: CalendarDate, ordinal = 1): string =>
  ordinal === 1 ? `${body}-${date}` : `${body}-${date}-${ordinal}`;

/** What may be taken up at a meeting, by how early it was summoned or announced. */
export type Notice = 'missing' | 'in-time' | 'urgent-only' | 'too-late';

const DAYS_OF_NOTICE = 7;

const noticeOf = (givenOn: CalendarDate | undefined, date: CalendarDate): Notice => {
  if (givenOn === undefined) return 'missing';
  if (daysBetween(givenOn, date) >= DAYS_OF_NOTICE) return 'in-time';
  return givenOn <= lastDayForUrgent(date) ? 'urgent-only' : 'too-late';
};

/**
 * Whether the council was summoned at least a week before (KL 5:15), at the latest the weekday before, as is enough
 * for an urgent matter (KL 5:14–15), or too late. For the board no statute says when: any summons is in time.
 */
export const summonsOf = ({ body, date, summonedOn }: Meeting): Notice => {
  if (body === 'council') return noticeOf(summonedOn, date);
  return summonedOn === undefined ? 'missing' : 'in-time';
};

/** The same of the announcement of a council meeting (KL 5:13–14). A meeting of the board is not announced. */
export const announcementOf = ({ body, date, announcedOn }: Meeting): Notice | undefined =>
  body === 'council' ? noticeOf(announcedOn, date) : undefined;

/** Thrown when events of a meeting do not follow on each other: the log is damaged. */
export class BrokenMeeting extends Error {
  override readonly name = 'BrokenMeeting';
}

/**
 * Applies one event to a meeting.
 * @throws BrokenMeeting when it cannot follow
 */
export const evolveMeeting = (
  before: Meeting | undefined,
  event: MeetingEvent,
  place: { meetingId: string; version: number },
): Meeting => meeting.parse({ ...next(before, event), ...place });

const next = (before: Meeting | undefined, event: MeetingEvent): object => {
  if (event.type === 'MeetingPlanned') {
    if (before !== undefined) throw new BrokenMeeting('a meeting cannot be planned twice');
    const { type: _, ...facts } = event;
    return { ...facts, status: 'Planned', disqualifications: [], rungClocks: [] };
  }
  const mayFollow = before?.status === 'Planned' || (before?.status === 'Ended' && isLateNote(event));
  if (before === undefined || !mayFollow) {
    throw new BrokenMeeting(`${event.type} cannot follow a meeting ${before?.status ?? 'none'}`);
  }
  return changed(before, event);
};

/** What may still be noted when the meeting has ended, until its minutes are certified. */
const isLateNote = ({ type }: MeetingEvent) =>
  type === 'AttendanceRecorded' || type === 'DisqualificationDeclared';

const changed = (before: Meeting, event: Exclude<MeetingEvent, { type: 'MeetingPlanned' }>): object => {
  switch (event.type) {
    case 'MeetingChanged': {
      const { startsAt, place, papersBy } = event;
      return { ...before, startsAt, place, papersBy };
    }
    case 'MeetingMoved':
      return moved(before, event.to);
    case 'MeetingCancelled':
      return { ...before, status: 'Cancelled' };
    case 'MeetingSummoned':
      return { ...before, summonedOn: event.summonedOn };
    case 'MeetingAnnounced':
      return { ...before, announcedOn: event.announcedOn };
    case 'AttendanceRecorded': {
      const { chair, certifiers, attendance } = event;
      return { ...before, chair, certifiers, attendance };
    }
    case 'DisqualificationDeclared': {
      const { caseId, memberId, declared } = event;
      const others = before.disqualifications.filter(
        (each) => each.caseId !== caseId || each.memberId !== memberId,
      );
      return { ...before, disqualifications: declared ? [...others, { caseId, memberId }] : others };
    }
    case 'MeetingEnded':
      return { ...before, status: 'Ended' };
    case 'ClockRang':
      return { ...before, rungClocks: [...before.rungClocks, event.clock] };
  }
};

/** A summons and an announcement name the day (KL 5:13, 5:15), so those of the old day no longer hold. */
const moved = (
  { summonedOn: _, announcedOn: __, papersBy, ...others }: Meeting,
  to: CalendarDate,
): object => ({
  ...others,
  date: to,
  papersBy: papersBy !== undefined && papersBy <= to ? papersBy : undefined,
  rungClocks: [],
});
