import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import { attendanceEntry, meetingParticulars } from './meeting-events.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

const memberId = attendanceEntry.shape.memberId;

/** What the secretary of the body may ask for a meeting. */
export const meetingPersonCommand = z.discriminatedUnion('type', [
  command('plan-meeting', {
    body: z.enum(['council', 'board']),
    date: calendarDate,
    /** 2 for the second meeting of the body on that day, and so on. */
    ordinal: z.int().min(1).max(9).optional(),
    ...meetingParticulars,
  }),
  /** What is left out is taken away. */
  command('change-meeting', meetingParticulars),
  command('move-meeting', { to: calendarDate }),
  command('cancel-meeting', { reason: z.string().trim().min(1).max(200).optional() }),
  command('summon', { summonedOn: calendarDate }),
  command('announce', { announcedOn: calendarDate }),
  /** The whole list, in place of what was recorded before. */
  command('record-attendance', {
    chair: memberId,
    certifiers: z.array(z.string().min(1).max(200)).min(1).max(10).optional(),
    attendance: z.array(attendanceEntry).min(1).max(600),
  }),
  command('declare-disqualification', {
    caseId: z.string().min(1).max(200),
    memberId,
    declared: z.boolean(),
  }),
  command('end-meeting', {}),
]);
export type MeetingPersonCommand = z.infer<typeof meetingPersonCommand>;

/** What the clock asks for a meeting: that it is said that a day has passed. It decides nothing (KL 6:37–38). */
export const meetingSystemCommand = command('ring-clock', {
  clock: z.enum(['summons', 'announcement']),
  dueOn: calendarDate,
});
export type MeetingSystemCommand = z.infer<typeof meetingSystemCommand>;

/** Everything that can be asked of a meeting. */
export type MeetingCommand = MeetingPersonCommand | MeetingSystemCommand;
/** The name of a command on a meeting. */
export type MeetingCommandType = MeetingCommand['type'];
/** The command on a meeting of a name. */
export type MeetingCommandOf<T extends MeetingCommandType> = Extract<MeetingCommand, { type: T }>;
