import type { CalendarDate } from './calendar-date.ts';
import type { MotionEvent } from './events.ts';
import type { MeetingEvent } from './meeting-events.ts';
import type { MinutesEvent } from './minutes-events.ts';

/** The day an act on a motion took place, which may be earlier than the day it is keyed in (architecture §5). */
export const occurredOnOf = (event: MotionEvent, today: CalendarDate): CalendarDate => {
  if (event.type === 'ActTakenBack' || event.type === 'LateReportTakenBack') return today;
  if ('at' in event) return event.at.meetingDate;
  if (event.type === 'MotionImported') return event.receivedOn;
  if (event.type === 'StatementReceived') return event.receivedOn;
  if (event.type === 'MinutesFollowed') return minutesOccurredOn(event.happened, today);
  return today;
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
