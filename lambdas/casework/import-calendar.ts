import { decideMeeting } from '../../domain/decide-meeting.ts';
import { meetingIdOf } from '../../domain/meeting.ts';
import { type CalendarRow, parseCalendarCsv, parseCalendarIcs } from '../../domain/meeting-calendar.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { actOnMeeting, meetingContext } from './act-on-meeting.ts';
import type { CommandIdReused } from './answer.ts';
import type { Casework } from './dependencies.ts';

/** A calendar to bring in, with the caller's id for doing so. */
export interface CalendarImport {
  readonly commandId: string;
  readonly format: 'csv' | 'ics';
  readonly content: string;
  readonly actor: Actor;
}

/** What came of one row. A meeting that was in the calendar already is left as it is. */
export interface ImportedRow {
  readonly row: number;
  readonly meetingId?: string | undefined;
  readonly outcome: 'planned' | 'known' | 'problem';
  /** What is wrong, in Swedish. */
  readonly problem?: string | undefined;
}

export interface ImportReport {
  readonly kind: 'report';
  /** False when any row has a problem: then nothing was planned. */
  readonly imported: boolean;
  readonly rows: readonly ImportedRow[];
}

type Planned = CalendarRow & { readonly meetingId: string };

/**
 * Plans every meeting of a calendar, each as a command of its own whose id comes of the import's: an import that broke
 * off is sent again, with the same id. All rows are judged before any is planned.
 * @throws Conflict, Transient as `actOnMeeting` does
 */
export const importCalendar = async (
  casework: Casework,
  { commandId, format, content, actor }: CalendarImport,
): Promise<ImportReport | Refusal | CommandIdReused> => {
  const parsed = format === 'csv' ? parseCalendarCsv(content) : parseCalendarIcs(content);
  if ('problems' in parsed) return { kind: 'report', imported: false, rows: parsed.problems.map(asRow) };
  const rows = parsed.rows.map((each) => {
    const { body, date, ordinal } = each.meeting;
    return { ...each, meetingId: meetingIdOf(body, date, ordinal) };
  });
  const refusals = await judgeAll(casework, rows, actor);
  const notTheirs = refusals.find(({ refusal }) => refusal.code === 'not_permitted');
  if (notTheirs !== undefined) return notTheirs.refusal;
  const problems = refusals.map(({ row, refusal }) => asRow({ row, problem: refusal.detail }));
  if (problems.length > 0) return { kind: 'report', imported: false, rows: problems };
  return planAll(casework, rows, commandId, actor);
};

const asRow = ({ row, problem }: { row: number; problem: string }): ImportedRow => ({
  row,
  outcome: 'problem',
  problem,
});

const commandOf = ({ meeting }: Planned) => ({ type: 'plan-meeting' as const, ...meeting });

/** A meeting that is planned already is no problem; it is told when its turn comes. */
const judgeAll = async (casework: Casework, rows: readonly Planned[], actor: Actor) => {
  const refusals: { row: number; refusal: Refusal }[] = [];
  for (const each of rows) {
    const command = commandOf(each);
    const answer = decideMeeting(
      undefined,
      command,
      await meetingContext(casework, undefined, command, actor),
    );
    if ('kind' in answer) refusals.push({ row: each.row, refusal: answer });
  }
  return refusals;
};

const planAll = async (
  casework: Casework,
  rows: readonly Planned[],
  importId: string,
  actor: Actor,
): Promise<ImportReport | Refusal | CommandIdReused> => {
  const planned: ImportedRow[] = [];
  for (const each of rows) {
    const { row, meetingId } = each;
    const commandId = `import:${importId}`;
    const answer = await actOnMeeting(casework, { meetingId, commandId, command: commandOf(each), actor });
    if (answer.kind === 'command-id-reused') return answer;
    if (answer.kind === 'refusal' && answer.code !== 'meeting_exists') return answer;
    planned.push({ row, meetingId, outcome: answer.kind === 'done' ? 'planned' : 'known' });
  }
  return { kind: 'report', imported: true, rows: planned };
};
