import { z } from '@hono/zod-openapi';
import { planSteps } from '../../domain/back-planning.ts';
import { calendarDate } from '../../domain/calendar-date.ts';

/** How a motion's year stands (KL 5:35): prepared together with others, by the one of them raised first. */
export const oneYearView = z
  .object({
    raisedOn: calendarDate,
    anniversary: calendarDate,
    /** The last council meeting in time; absent when the calendar has none. */
    lastMeeting: calendarDate.optional(),
    daysLeft: z.int(),
    overOneYear: z.boolean(),
    /** What remains, and the last day to begin each. */
    steps: z.array(
      z.object({
        step: z.enum(planSteps),
        latestStart: calendarDate.optional(),
        underWay: z.boolean(),
        late: z.boolean(),
      }),
    ),
    consultBy: calendarDate.optional(),
    impossible: z.boolean(),
    estimatedDecisionOn: calendarDate.optional(),
    signal: z.enum(['green', 'amber', 'red']),
  })
  .openapi('OneYear');
