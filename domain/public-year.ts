import { z } from 'zod';
import { type CalendarDate, calendarDate } from './calendar-date.ts';
import { statuses } from './motion.ts';
import { clockStatus, isOpenStatus, oneYearClock } from './one-year-clock.ts';
import type { PublicMotion } from './public-motion.ts';
import type { PlanningFacts } from './task.ts';

/** What the public is told of the year of a motion that the council has still to decide on (KL 5:35). */
export const publicYear = z.object({
  /** The day on which a year has passed since it was raised. */
  anniversary: calendarDate,
  /** The last council meeting within the year; absent when none is planned. */
  lastMeeting: calendarDate.optional(),
  /** Days to that meeting, or to the anniversary; negative when it has passed. */
  daysLeft: z.int(),
  overOneYear: z.boolean(),
  /** The council meeting at which it can be decided at the planned pace; absent when the calendar is too short. */
  estimatedDecision: calendarDate.optional(),
});
export type PublicYear = z.infer<typeof publicYear>;

/**
 * The year of a motion from what is public of it: raised when, standing where, and the meetings that are planned
 * (KL 5:35; domain.md §3). How far an answer has come inside the administration is not public, so the estimate takes
 * the step it stands at as begun today. Undefined when the council has nothing left to decide.
 */
export const publicYearOf = (
  {
    status,
    raisedOn,
    councilMeeting,
    boardMeeting,
  }: Pick<PublicMotion, 'status' | 'raisedOn' | 'councilMeeting' | 'boardMeeting'>,
  { today, calendar, organisation }: PlanningFacts & { readonly today: CalendarDate },
): PublicYear | undefined => {
  const known = statuses.find((each) => each === status);
  if (known === undefined || !isOpenStatus(known)) return undefined;
  const clock = oneYearClock({
    raisedOn,
    status: clockStatus(known, councilMeeting),
    today,
    calendar,
    planning: organisation.planning,
    approvalSteps: organisation.approvalChain.length,
    meetingDate: councilMeeting ?? boardMeeting,
  });
  const { anniversary, lastMeeting, daysLeft, overOneYear, estimatedDecisionOn } = clock;
  return { anniversary, lastMeeting, daysLeft, overOneYear, estimatedDecision: estimatedDecisionOn };
};
