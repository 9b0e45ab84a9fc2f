import { boardMeetingBefore, boardPapersBy, type MeetingCalendar, type Planning } from './back-planning.ts';
import { addDays, type CalendarDate } from './calendar-date.ts';
import { lastMeeting } from './deadlines.ts';
import { earliestRaisedOn, type RaisedOn } from './one-year-clock.ts';

/** A clock that warns (domain/clocks.ts): it rings on `dueOn`. */
export interface Warning<Kind extends string> {
  readonly kind: Kind;
  readonly dueOn: CalendarDate;
}

/** The warnings of a motion's first year: 180, 270 and 330 days after it was raised (domain.md §3 [D]). */
export const yearWarningsOf = (
  raisedOn: RaisedOn,
): readonly Warning<'year-180' | 'year-270' | 'year-330'>[] => {
  const from = earliestRaisedOn(raisedOn);
  return [
    { kind: 'year-180', dueOn: addDays(from, 180) },
    { kind: 'year-270', dueOn: addDays(from, 270) },
    { kind: 'year-330', dueOn: addDays(from, 330) },
  ];
};

/** By when a report that the motion is not ready must be on its way to the council. */
export interface ReportDue {
  /** The last council meeting at which it can be made (KL 5:35). */
  readonly council: CalendarDate;
  /** The board meeting that must send it on; it must be on this meeting's agenda. */
  readonly board: CalendarDate;
  /** The last day to hand it in for that meeting. */
  readonly papersBy: CalendarDate;
}

/**
 * When the late report must go on the board's next agenda (KL 5:35; chain in domain.md §3): the last board meeting
 * whose decision reaches the summons to the last council meeting in time, less the days its papers take. Undefined
 * when the calendar has no such meetings: an alarm at once.
 */
export const reportDueBy = (input: {
  readonly raisedOn: RaisedOn;
  readonly calendar: MeetingCalendar;
  readonly planning: Planning;
}): ReportDue | undefined => {
  const after = earliestRaisedOn(input.raisedOn);
  const council = lastMeeting(after, input.calendar.council);
  if (council === undefined) return undefined;
  const { planning } = input;
  const board = boardMeetingBefore(council, { boardMeetings: input.calendar.board, planning, after });
  return board === undefined ? undefined : { council, board, papersBy: boardPapersBy(board, planning) };
};

/** The warning that the late report must go on the board's next agenda; none while the calendar has no such meeting. */
export const reportWarningOf = (
  input: Parameters<typeof reportDueBy>[0],
): readonly Warning<'year-report'>[] => {
  const due = reportDueBy(input);
  return due === undefined ? [] : [{ kind: 'year-report', dueOn: due.papersBy }];
};
