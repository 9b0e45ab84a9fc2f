import type { CalendarDate } from './calendar-date.ts';
import type { MotionEvent } from './events.ts';
import type { MeetingEvent } from './meeting-events.ts';
import type { MinutesEvent } from './minutes-events.ts';
import { agendaDayOf, type Motion, referredOnOf } from './motion.ts';

/**
 * The day an act on a motion took place, which may be earlier than the day it is keyed in (architecture §5).
 * @param before the motion as it was: what a meeting did not reach happened on the day of the meeting
 */
export const occurredOnOf = (
  event: MotionEvent,
  today: CalendarDate,
  before: Motion | undefined,
): CalendarDate => {
  switch (event.type) {
    // Taking back is an act of its own, on the day of it.
    case 'ActTakenBack':
    case 'LateReportTakenBack':
      return today;
    case 'MotionSubmitted':
    case 'MotionImported':
    case 'StatementReceived':
      return event.receivedOn;
    case 'MotionReferred':
      return referredOnOf(event.by, event) ?? today;
    case 'WithdrawalCompleted':
      return event.completedOn ?? today;
    case 'ConsultationSent':
      return event.sentOn;
    case 'SignatoryWithdrew':
      return event.withdrawnOn;
    case 'SecrecyMarked':
      return event.markedOn;
    // Off the agenda in advance it is on the day of it; not reached, on the day of the meeting.
    case 'TakenOffAgenda':
      return event.meetingDate < today ? event.meetingDate : today;
    case 'MeetingFollowed':
      return event.happened.type === 'MeetingEnded' ? ((before && agendaDayOf(before)) ?? today) : today;
    case 'MinutesFollowed':
      return minutesOccurredOn(event.happened, today);
    default:
      return 'at' in event ? event.at.meetingDate : today;
  }
};

/** The day an act on minutes took place. */
export const minutesOccurredOn = (event: MinutesEvent, today: CalendarDate): CalendarDate => {
  switch (event.type) {
    case 'MinutesOpened':
      return event.meetingDate;
    case 'MinutesContested':
      return event.contestedOn;
    case 'MinutesCertified':
      return event.certifiedOn;
    case 'NoticePosted':
      return event.postedOn;
    case 'NoticeFoundDown':
      return event.foundDownOn;
    case 'AppealRecorded':
      return event.receivedOn;
    case 'AppealClosed':
      return event.closedOn;
    default:
      return today;
  }
};

/** The day an act on a meeting took place. */
export const meetingOccurredOn = (
  event: MeetingEvent,
  meetingDate: CalendarDate,
  today: CalendarDate,
): CalendarDate => {
  switch (event.type) {
    case 'MeetingSummoned':
      return event.summonedOn;
    case 'MeetingAnnounced':
      return event.announcedOn;
    case 'AttendanceRecorded':
    case 'MeetingEnded':
      return meetingDate;
    default:
      return today;
  }
};
