import { z } from 'zod';
import { calendarDate } from '../../domain/calendar-date.ts';
import { paperFormats } from '../casework/papers/formats.ts';

const formats = Object.keys(paperFormats).join('|');

/** Every paper, by what it is of. */
export const kinds = {
  cases: ['answer', 'board-extract', 'council-extract', 'receipt'],
  meetings: ['agenda', 'announcement'],
  minutes: ['notice'],
  reports: ['open-motions', 'granted-motions'],
} as const;

/** `answer.pdf`: which paper, and in which format. */
const paperOf = <K extends string>(names: readonly K[]) =>
  z
    .string()
    .regex(new RegExp(`^(${names.join('|')})\\.(${formats})$`))
    .transform((name) => name.split('.'))
    .pipe(z.tuple([z.enum(names), z.enum(['html', 'docx', 'pdf'])]));

const id = z.string().regex(/^[A-Za-z0-9-]{1,80}$/);

export const casePaper = z.object({ id, paper: paperOf(kinds.cases) });
export const meetingPaper = z.object({ id, paper: paperOf(kinds.meetings) });
export const minutesPaper = z.object({ id, paper: paperOf(kinds.minutes) });
export const reportPaper = z.object({ paper: paperOf(kinds.reports) });

/** The version of a case; as it stands when left out. */
export const versionQuery = z.object({ version: z.coerce.number().int().min(1).optional() });

/** The days of a report: `on` for what is open, `from` and `to` for what has been granted. */
export const reportQuery = z
  .object({ on: calendarDate.optional(), from: calendarDate.optional(), to: calendarDate.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'to ligger före from',
  });
