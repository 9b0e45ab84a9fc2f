import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

const memberId = z.string().min(1).max(80);
const paragraphNumber = z.int().min(1).max(9999);

/** When a meeting starts, `HH:MM` in Swedish time. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/** What the summons says besides the day (KL 5:13, 5:15), and the last day for papers, which is local. */
export const meetingParticulars = {
  startsAt: timeOfDay.optional(),
  place: z.string().trim().min(1).max(200).optional(),
  papersBy: calendarDate.optional(),
};

/** One person serving at a meeting (KL 5:66), from one paragraph to another where not at all of it. */
export const attendanceEntry = z.object({
  memberId,
  as: z.enum(['member', 'substitute']),
  /** The member in whose place a substitute serves. Always said now; it was not always. */
  servingFor: memberId.optional(),
  /** Takes part from elsewhere (KL 5:16, 6:24). */
  remote: z.boolean().optional(),
  /** First and last paragraph at which the person served; left out, from the first and to the last. */
  fromParagraph: paragraphNumber.optional(),
  toParagraph: paragraphNumber.optional(),
});
export type AttendanceEntry = z.infer<typeof attendanceEntry>;

/** What has happened to one meeting of one body. `MeetingMoved`, `Cancelled` and `Ended` its cases follow. */
export const meetingEvent = z.discriminatedUnion('type', [
  event('MeetingPlanned', {
    body: z.enum(['council', 'board']),
    date: calendarDate,
    /** The day it was entered: for a meeting that had been held by then no clock runs. */
    plannedOn: calendarDate,
    ...meetingParticulars,
  }),
  /** All particulars as they are from now on. */
  event('MeetingChanged', meetingParticulars),
  event('MeetingMoved', { from: calendarDate, to: calendarDate }),
  event('MeetingCancelled', { reason: z.string().optional() }),
  event('MeetingSummoned', { summonedOn: calendarDate }),
  event('MeetingAnnounced', { announcedOn: calendarDate }),
  /** The whole list as it is from now on. */
  event('AttendanceRecorded', {
    chair: memberId,
    certifiers: z.array(z.string().min(1)).optional(),
    attendance: z.array(attendanceEntry),
  }),
  event('DisqualificationDeclared', { caseId: z.string().min(1), memberId, declared: z.boolean() }),
  event('MeetingEnded', {}),
  event('ClockRang', { clock: z.enum(['summons', 'announcement']), dueOn: calendarDate }),
]);
export type MeetingEvent = z.infer<typeof meetingEvent>;
