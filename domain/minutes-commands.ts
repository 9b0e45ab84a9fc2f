import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import { appealResult } from './minutes-events.ts';
import { paragraph } from './paragraph.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

/** What a person may ask for minutes. */
export const minutesPersonCommand = z.discriminatedUnion('type', [
  command('open-minutes', {
    body: z.enum(['council', 'board']),
    meetingDate: calendarDate,
    certifiers: z.array(z.string().min(1).max(200)).min(1).max(10),
  }),
  command('certify-minutes', {}),
  /** A certifier who does not approve the minutes says why; no person is to be named. */
  command('contest-minutes', { note: z.string().trim().min(1).max(500) }),
  /** Who was chosen cannot do it, or never could: another is chosen in the same way (KL 5:69). */
  command('replace-certifier', {
    certifier: z.string().min(1).max(200),
    replacement: z.string().min(1).max(200),
    reason: z.string().trim().min(1).max(500),
  }),
  command('post-notice', {
    postedOn: calendarDate,
    /** Where it was up and how that is known, when the time for appeal would be out already (KL 13:5). */
    evidence: z.string().trim().min(1).max(500).optional(),
  }),
  command('report-notice-down', {
    foundDownOn: calendarDate,
    /** It was up all the time: the day it went up was entered wrongly, and it is entered anew. */
    wrongDay: z.boolean().optional(),
  }),
  command('confirm-no-appeal', {}),
  command('record-appeal', {
    caseId: z.string().min(1).max(200),
    /** The paragraph of the decision; left out for the one that decided the case, or where it has no other. */
    paragraph: paragraph.optional(),
    receivedOn: calendarDate,
    court: z.string().trim().min(1).max(200),
    courtCaseNumber: z.string().trim().max(60).optional(),
  }),
  command('close-appeal', {
    caseId: z.string().min(1).max(200),
    /** Which of several; left out when only one is open. */
    appealNo: z.int().min(1).optional(),
    closedOn: calendarDate,
    outcome: appealResult,
  }),
]);
export type MinutesPersonCommand = z.infer<typeof minutesPersonCommand>;

/** What the clock asks for minutes. It passes the appeal window; it decides nothing (KL 6:37–38). */
export const minutesSystemCommand = z.discriminatedUnion('type', [
  command('pass-appeal-window', {}),
  command('ring-clock', { clock: z.enum(['certification', 'posting']), dueOn: calendarDate }),
]);
export type MinutesSystemCommand = z.infer<typeof minutesSystemCommand>;

/** Everything that can be asked of minutes. */
export type MinutesCommand = MinutesPersonCommand | MinutesSystemCommand;
/** The name of a command on minutes. */
export type MinutesCommandType = MinutesCommand['type'];
