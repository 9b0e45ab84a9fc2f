import { addDays, addYears, type CalendarDate } from './calendar-date.ts';
import { isNonWorkingDay, isPublicHoliday } from './holidays.ts';

const APPEAL_DAYS = 21;
const CERTIFICATION_DAYS = 14;
const POSTING_DAYS = 2;
const SUMMONS_DAYS = 7;
const ANNOUNCEMENT_DAYS = 7;

/** What follows from the day a notice of certification was posted (KL 13:5, 8:12). */
export type AppealWindow = {
  /** The last day an appeal may come in. Never a day in H. */
  readonly lastAppealDay: CalendarDate;
  /** The first day the decision is final, *if* no appeal came in: presumed until a registrar confirms. */
  readonly finalOn: CalendarDate;
  /** The first day the notice may come down. On the last appeal day it must still be up, all day. */
  readonly noticeDownEarliest: CalendarDate;
};

/**
 * The day itself if it is a working day, else the first working day after it: the end of a time limit that
 * falls in H (lag (1930:173) 2 §).
 *
 * @throws RangeError if `date` is no date, as does every function here.
 */
export function forward(date: CalendarDate): CalendarDate {
  let day = date;
  while (isNonWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/**
 * The day itself if it is a working day, else the nearest working day before it. For limits counted backwards
 * from a meeting: moving those forward would give less time than the statute says (domain.md §7.1).
 */
export function backward(date: CalendarDate): CalendarDate {
  let day = date;
  while (isNonWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** The nearest working day strictly before a date; Saturdays and the three eves are not used (domain.md §7.1). */
export function workingDayBefore(date: CalendarDate): CalendarDate {
  return backward(addDays(date, -1));
}

/** The last day to certify the minutes: within 14 days of the meeting (KL 5:69), moved out of H. */
export function certifyBy(meetingDate: CalendarDate): CalendarDate {
  return forward(addDays(meetingDate, CERTIFICATION_DAYS));
}

/** The last day to post the notice of certification: the second day after it (KL 8:12), moved out of H. */
export function postBy(certifiedOn: CalendarDate): CalendarDate {
  return forward(addDays(certifiedOn, POSTING_DAYS));
}

/**
 * The time for appeal: three weeks from the day of posting (KL 13:5), that is to the same weekday three weeks
 * on (lag (1930:173) 1 §), moved out of H (2 §).
 *
 * It holds only if the notice stays up through `lastAppealDay`. If it came down earlier the time has not run
 * out (KL 13:5 2 st.): post again and ask again with the new date.
 */
export function appealWindow(postedOn: CalendarDate): AppealWindow {
  const lastAppealDay = forward(addDays(postedOn, APPEAL_DAYS));
  const dayAfter = addDays(lastAppealDay, 1);
  return { lastAppealDay, finalOn: dayAfter, noticeDownEarliest: dayAfter };
}

/**
 * The last day to summon to a council meeting, at least a week before it (KL 5:15); moved back out of H, which
 * is our caution (domain.md §7.1): the statute itself only asks for the week.
 */
export function summonBy(meetingDate: CalendarDate): CalendarDate {
  return backward(addDays(meetingDate, -SUMMONS_DAYS));
}

/** The last day to announce a council meeting on the notice board (KL 5:13): a rule of its own, the same week. */
export function announceBy(meetingDate: CalendarDate): CalendarDate {
  return backward(addDays(meetingDate, -ANNOUNCEMENT_DAYS));
}

/**
 * The day to plan for when an urgent matter is announced, and the members are told of it (KL 5:14–15): a working day,
 * which is our caution (domain.md §7.1). The statute's own limit is `lastDayForUrgent`.
 */
export function announceUrgentBy(meetingDate: CalendarDate): CalendarDate {
  return workingDayBefore(meetingDate);
}

/**
 * "Vardagen närmast före sammanträdesdagen" (KL 5:14–15), after which nothing urgent is announced in time: the nearest
 * day before that is no Sunday and no public holiday (lag 1989:253). That a Saturday or an eve is none is not said.
 */
export function lastDayForUrgent(meetingDate: CalendarDate): CalendarDate {
  let day = addDays(meetingDate, -1);
  while (isPublicHoliday(day)) day = addDays(day, -1);
  return day;
}

/**
 * The day by which a motion should have been decided, or its delay reported: one year from when it was raised
 * (KL 5:35; lag (1930:173) 1 §). It is *not* moved out of H (domain.md §3), and nothing pauses it.
 */
export function anniversary(raisedOn: CalendarDate): CalendarDate {
  return addYears(raisedOn, 1);
}

/**
 * The last council meeting at which a motion can be decided, or its delay reported, in time (KL 5:35): the
 * latest of `meetingDates`, in any order, that is after the day it was raised and not after its anniversary.
 *
 * A meeting on the very day it was raised does not count: nothing can have been prepared (KL 5:26). Undefined
 * if no meeting is in range; that calls for an alarm at once, or for a calendar that reaches far enough.
 */
export function lastMeeting(
  raisedOn: CalendarDate,
  meetingDates: readonly CalendarDate[],
): CalendarDate | undefined {
  const end = anniversary(raisedOn);
  return meetingDates
    .filter((meeting) => raisedOn < meeting && meeting <= end)
    .sort()
    .at(-1);
}

/**
 * The last day to enter a document in the register: the next working day after it came in. OSL 5:1 says "as
 * soon as" it has come in; the day is ours (domain.md §2.1, §11.2).
 */
export function registerBy(receivedOn: CalendarDate): CalendarDate {
  return forward(addDays(receivedOn, 1));
}
