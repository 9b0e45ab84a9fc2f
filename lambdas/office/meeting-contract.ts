import { z } from '@hono/zod-openapi';
import { calendarDate, daysBetween } from '../../domain/calendar-date.ts';
import { meeting } from '../../domain/meeting.ts';
import { meetingPersonCommand } from '../../domain/meeting-commands.ts';
import { commandId, pageQuery } from './contract.ts';

export const meetingId = z.string().regex(/^(council|board)-\d{4}-\d{2}-\d{2}(-[2-9])?$/);

export const meetingRequest = z
  .object({ commandId, command: meetingPersonCommand })
  .openapi('MeetingCommand');

export const importRequest = z
  .object({
    commandId,
    format: z.enum(['csv', 'ics']),
    /** The file as text. */
    content: z.string().min(1).max(500_000),
  })
  .openapi('CalendarImport');

export const importReport = z
  .object({
    /** False when any row has a problem: then nothing was planned. */
    imported: z.boolean(),
    rows: z.array(
      z.object({
        /** Row of the table, or number of the event; 0 for the whole. */
        row: z.int().min(0),
        meetingId: z.string().optional(),
        outcome: z.enum(['planned', 'known', 'problem']),
        problem: z.string().optional(),
      }),
    ),
  })
  .openapi('CalendarImportReport');

const body = meeting.shape.body;
const mostDays = 1100;

/** Either one body's meetings, page by page, or the calendar of some years. */
export const meetingsQuery = pageQuery
  .extend({ body: body.optional(), from: calendarDate.optional(), to: calendarDate.optional() })
  .refine(({ body: of, from, to }) => of !== undefined || (from !== undefined && to !== undefined), {
    error: 'give body, or from and to',
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), { error: 'give both from and to' })
  .refine(({ from, to }) => from === undefined || to === undefined || daysBetween(from, to) <= mostDays, {
    error: `at most ${mostDays} days`,
  });

const notice = z.enum(['missing', 'in-time', 'urgent-only', 'too-late']);

export const meetingView = z
  .object({
    meeting,
    statusName: z.string(),
    /** Cases that have been put on the agenda. */
    items: z.array(z.object({ caseId: z.string() })),
    quorum: z.object({
      seats: z.int(),
      /** More than half of the seats (KL 5:45, 6:27). */
      needed: z.int(),
      /** Where attendance is kept: the numbers serving where they are fewest and most. */
      fewest: z.int().optional(),
      most: z.int().optional(),
    }),
    summons: notice,
    /** Of a meeting of the council. */
    council: z
      .object({
        announcement: notice,
        summonBy: calendarDate,
        announceBy: calendarDate,
        announceUrgentBy: calendarDate,
        /** What a late summons or announcement means, and by which rule. */
        lateNotice: z.object({ rule: z.string(), sentence: z.string() }).optional(),
      })
      .optional(),
  })
  .openapi('Meeting');
