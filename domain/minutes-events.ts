import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

const personId = z.string().min(1);

/** How an appeal ended (KL 13; domain.md §7.3). The court may annul, never replace the decision (KL 13:8). */
export const appealResult = z.discriminatedUnion('result', [
  z.object({ result: z.literal('upheld') }),
  z.object({ result: z.literal('dismissed') }),
  z.object({ result: z.literal('withdrawn') }),
  z.object({ result: z.literal('annulled'), faultInPreparation: z.boolean() }),
]);
export type AppealResult = z.infer<typeof appealResult>;

/** Which decision of the case is appealed; absent in what was noted when only its final one could be. */
const appealed = { paragraph: z.string().min(1).optional(), meetingDate: calendarDate.optional() };

/** What has happened to the minutes of one meeting of one body. Their cases follow. */
export const minutesEvent = z.discriminatedUnion('type', [
  event('MinutesOpened', {
    body: z.enum(['council', 'board']),
    meetingDate: calendarDate,
    certifiers: z.array(personId).min(1),
  }),
  event('MinutesSigned', { certifier: personId }),
  event('MinutesContested', { certifier: personId, contestedOn: calendarDate, note: z.string().min(1) }),
  event('CertifierReplaced', { certifier: personId, replacement: personId, reason: z.string().min(1) }),
  /** The last certifier has signed, or contested what the others have signed: the minutes are certified (KL 5:69). */
  event('MinutesCertified', {
    certifier: personId,
    certifiedOn: calendarDate,
    contested: z.string().min(1).optional(),
  }),
  event('NoticePosted', {
    postedOn: calendarDate,
    lastAppealDay: calendarDate,
    finalOn: calendarDate,
    /** Where it was up all the time, of a notice keyed in when the time for appeal would be out (KL 13:5). */
    evidence: z.string().min(1).optional(),
  }),
  event('NoticeFoundDown', { foundDownOn: calendarDate, wrongDay: z.literal(true).optional() }),
  event('AppealWindowPassed', {}),
  event('NoAppealConfirmed', {}),
  event('AppealRecorded', {
    caseId: z.string().min(1),
    /** Number of the appeal within the minutes, from 1: several may appeal the same decision (KL 13:1). */
    appealNo: z.int().min(1).optional(),
    /** Appeals of the same decision that are open with this one. */
    open: z.int().min(1).optional(),
    ...appealed,
    receivedOn: calendarDate,
    court: z.string().min(1),
    courtCaseNumber: z.string().optional(),
  }),
  event('AppealClosed', {
    caseId: z.string().min(1),
    appealNo: z.int().min(1).optional(),
    /** Appeals of the same decision that are still open. */
    open: z.int().min(0).optional(),
    ...appealed,
    closedOn: calendarDate,
    outcome: appealResult,
    court: z.string().min(1),
    courtCaseNumber: z.string().optional(),
    /** The notice under which the decision becomes final. */
    notice: z
      .object({ postedOn: calendarDate, lastAppealDay: calendarDate, finalOn: calendarDate })
      .optional(),
  }),
  event('ClockRang', { clock: z.enum(['certification', 'posting']), dueOn: calendarDate }),
]);
export type MinutesEvent = z.infer<typeof minutesEvent>;
