import type { MeetingCalendar, Planning } from './back-planning.ts';
import type { CalendarDate } from './calendar-date.ts';
import { lastRungOn, mayWarnOfReport, reportClock } from './clocks.ts';
import { anniversary } from './deadlines.ts';
import { isIn, type Motion, undecided } from './motion.ts';
import { reportDueBy } from './year-warnings.ts';

/** A warning that the late report is due. */
export interface ReportWarning {
  /** The last day to hand the report in; the anniversary when there is no meeting for it. */
  readonly dueOn: CalendarDate;
  /** No meeting of the council within the year can be reached: an alarm at once (domain.md §3). */
  readonly withoutMeeting: boolean;
}

/**
 * Whether a motion is to be warned today that its report must go on the board's next agenda (KL 5:35), by the calendar
 * of today. One that was warned and whose meeting has moved is warned anew, so that its task says the right day. What
 * is over its year has a clock of its own, and what was due before an import the registry knew.
 */
export const reportWarningFor = (
  record: Motion,
  facts: { readonly today: CalendarDate; readonly calendar: MeetingCalendar; readonly planning: Planning },
): ReportWarning | undefined => {
  const { today, calendar, planning } = facts;
  if (!isIn(record, undecided) || anniversary(record.raisedOn) < today) return undefined;
  const due = reportDueBy({ raisedOn: record.raisedOn, calendar, planning });
  const dueOn = due?.papersBy ?? anniversary(record.raisedOn);
  const isKnown = record.importedOn !== undefined && dueOn <= record.importedOn;
  if (isKnown || !mayWarnOfReport(record, dueOn)) return undefined;
  const isDue = due === undefined || dueOn <= today || lastRungOn(record, reportClock) !== undefined;
  return isDue ? { dueOn, withoutMeeting: due === undefined } : undefined;
};
