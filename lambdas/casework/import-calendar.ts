import { decideMeeting } from '../../domain/decide-meeting.ts';
import { type CalendarRow, parseCalendarCsv, parseCalendarIcs } from '../../domain/meeting-calendar.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { actOnMeeting, meetingContext } from './act-on-meeting.ts';
import type { CommandIdReused } from './answer.ts';
import type { Casework } from './dependencies.ts';
import { type Placed, placeCalendar } from './place-calendar.ts';

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

/**
 * Plans every meeting of a calendar, each as a command of its own whose id comes of the import's: an import that broke
 * off is sent again, with the same id. All rows are judged before any is planned.
 * @throws Conflict, Transient as `actOnMeeting` does
 */
export const importCalendar = async (
  casework: Casework,
  { commandId: importId, format, content, actor }: CalendarImport,
): Promise<ImportReport | Refusal | CommandIdReused> => {
  const parsed = format === 'csv' ? parseCalendarCsv(content) : parseCalendarIcs(content);
  if ('problems' in parsed) return { kind: 'report', imported: false, rows: parsed.problems.map(asRow) };
  const refusals = await judgeAll(casework, parsed.rows, actor);
  const notTheirs = refusals.find(({ refusal }) => refusal.code === 'not_permitted');
  if (notTheirs !== undefined) return notTheirs.refusal;
  const commandId = `import:${importId}`;
  const placed = await placeCalendar(casework, parsed.rows, commandId);
  const problems = [
    ...refusals.map(({ row, refusal }) => asRow({ row, problem: refusal.detail })),
    ...placed.flatMap((each) => ('problem' in each ? [asRow(each)] : [])),
  ].toSorted((one, other) => one.row - other.row);
  if (problems.length > 0) return { kind: 'report', imported: false, rows: problems };
  return planAll(casework, placed, commandId, actor);
};

const asRow = ({ row, problem }: { row: number; problem: string }): ImportedRow => ({
  row,
  outcome: 'problem',
  problem,
});

const commandOf = (meeting: CalendarRow['meeting']) => ({ type: 'plan-meeting' as const, ...meeting });

/** Whether the meeting is there already is another question; here it is judged as if it were not. */
const judgeAll = async (casework: Casework, rows: readonly CalendarRow[], actor: Actor) => {
  const refusals: { row: number; refusal: Refusal }[] = [];
  for (const { row, meeting } of rows) {
    const command = commandOf(meeting);
    const answer = decideMeeting(
      undefined,
      command,
      await meetingContext(casework, undefined, command, actor),
    );
    if ('kind' in answer) refusals.push({ row, refusal: answer });
  }
  return refusals;
};

const planAll = async (
  casework: Casework,
  placed: readonly Placed[],
  commandId: string,
  actor: Actor,
): Promise<ImportReport | Refusal | CommandIdReused> => {
  const planned: ImportedRow[] = [];
  for (const each of placed) {
    if ('problem' in each) continue;
    const { row, meetingId, plan } = each;
    if (plan === undefined) {
      planned.push({ row, meetingId, outcome: 'known' });
      continue;
    }
    const answer = await actOnMeeting(casework, { meetingId, commandId, command: commandOf(plan), actor });
    if (answer.kind !== 'done') return answer;
    planned.push({ row, meetingId, outcome: 'planned' });
  }
  return { kind: 'report', imported: true, rows: planned };
};
