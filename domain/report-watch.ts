import {
  boardMeetingBefore,
  boardPapersBy,
  latestBoardDay,
  type MeetingCalendar,
  type Planning,
} from './back-planning.ts';
import { type CalendarDate, daysBetween } from './calendar-date.ts';
import { mayWarnOfReport } from './clocks.ts';
import { anniversary, lastMeeting } from './deadlines.ts';
import { isIn, type Motion, undecided } from './motion.ts';

/** By when a report that the motion is not ready must be on its way to the council. */
export interface ReportDue {
  /** The last council meeting that is left, at which it can be made (KL 5:35). */
  readonly council: CalendarDate;
  /** The board meeting that must send it on; the last day for an extra one when none that is planned reaches. */
  readonly board: CalendarDate;
  /** The last day to hand it in for that meeting. */
  readonly papersBy: CalendarDate;
}

interface ReportInput {
  readonly raisedOn: CalendarDate;
  readonly today: CalendarDate;
  readonly calendar: MeetingCalendar;
  readonly planning: Planning;
}

/**
 * When the late report must go on the board's next agenda (KL 5:35; chain in domain.md §3): the last board meeting
 * whose decision reaches the summons to the last council meeting in time, less the days its papers take. Undefined
 * when no council meeting is left within the year.
 */
export const reportDueBy = ({ raisedOn, today, calendar, planning }: ReportInput): ReportDue | undefined => {
  const left = calendar.council.filter((meeting) => meeting >= today);
  const council = lastMeeting(raisedOn, left);
  if (council === undefined) return undefined;
  const planned = boardMeetingBefore(council, { boardMeetings: calendar.board, planning, after: raisedOn });
  const board = planned ?? latestBoardDay(council, planning);
  return { council, board, papersBy: boardPapersBy(board, planning) };
};

/** Days before the anniversary from which a calendar that does not reach it is taken to be all there is [D]. */
const nearEnd = 90;

/** Whether the council meetings of the year are known: planned to its end, or its end is near. */
const isYearPlanned = ({ raisedOn, today, calendar }: ReportInput): boolean => {
  const end = anniversary(raisedOn);
  return daysBetween(today, end) <= nearEnd || calendar.council.some((meeting) => meeting >= end);
};

/** Whether the meetings of both bodies are kept: without them there is nothing to reckon the report from. */
export const keepsBothBodies = ({ council, board }: MeetingCalendar): boolean =>
  council.length > 0 && board.length > 0;

/** A warning that the late report is due. */
export interface ReportWarning {
  /** The last day to hand the report in; the anniversary when there is no meeting for it. */
  readonly dueOn: CalendarDate;
  /** No meeting of the council is left within the year: an alarm at once (domain.md §3). */
  readonly withoutMeeting: boolean;
}

/**
 * Whether a motion is to be warned today that its report must go on the board's next agenda (KL 5:35), by the calendar
 * of today: not while the meetings of its year are not yet planned. One that was warned and whose meeting has moved is
 * warned anew when it is due by the new one. What is over its year has a clock of its own, and what was due before an
 * import the registry knew.
 */
export const reportWarningFor = (
  record: Motion,
  facts: Omit<ReportInput, 'raisedOn'>,
): ReportWarning | undefined => {
  const { today, calendar } = facts;
  if (!isIn(record, undecided) || !keepsBothBodies(calendar)) return undefined;
  const { raisedOn, importedOn } = record;
  const input = { ...facts, raisedOn };
  if (anniversary(raisedOn) < today || !isYearPlanned(input)) return undefined;
  const due = reportDueBy(input);
  const dueOn = due === undefined ? anniversary(raisedOn) : notBefore(raisedOn, due.papersBy);
  const isKnown = importedOn !== undefined && dueOn <= importedOn;
  const isDue = due === undefined || dueOn <= today;
  return isDue && !isKnown && mayWarnOfReport(record, dueOn)
    ? { dueOn, withoutMeeting: due === undefined }
    : undefined;
};

/** Nothing is due before it was raised. */
const notBefore = (first: CalendarDate, day: CalendarDate): CalendarDate => (day < first ? first : day);
