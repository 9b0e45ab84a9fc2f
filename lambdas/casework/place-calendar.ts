import { type Meeting, meetingIdOf } from '../../domain/meeting.ts';
import type { CalendarRow } from '../../domain/meeting-calendar.ts';
import type { Casework } from './dependencies.ts';

/** What a row of a calendar is: a meeting to plan, one that is there already, or a question to who keeps the calendar. */
export type Placed =
  | { readonly row: number; readonly meetingId: string; readonly plan: CalendarRow['meeting'] }
  | { readonly row: number; readonly meetingId: string; readonly plan: undefined }
  | { readonly row: number; readonly problem: string };

interface Known {
  readonly meetings: Casework['meetings'];
  /** The meetings that stand on the days of the table now, cancelled ones too. */
  readonly there: readonly Meeting[];
  readonly rows: readonly CalendarRow[];
  readonly commandId: string;
  /** Meetings that a row before has been found to be. */
  readonly used: Set<string>;
}

/**
 * Finds each row's meeting: that of the body which is held on the day now, whatever day it was first planned for. What
 * was planned by the same import, before it broke off, is planned by it again, without effect.
 */
export const placeCalendar = async (
  { meetings }: Pick<Casework, 'meetings'>,
  rows: readonly CalendarRow[],
  commandId: string,
): Promise<Placed[]> => {
  const days = rows.map(({ meeting }) => meeting.date).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const there = first === undefined || last === undefined ? [] : await meetings.calendar(first, last);
  const known: Known = { meetings, there, rows, commandId, used: new Set() };
  const placed: Placed[] = [];
  for (const row of rows) {
    const each = await placeRow(row, known);
    if ('meetingId' in each) known.used.add(each.meetingId);
    placed.push(each);
  }
  return placed;
};

const placeRow = async ({ row, meeting }: CalendarRow, known: Known): Promise<Placed> => {
  const { body, date } = meeting;
  const named = await namedFor(meeting, known);
  if (named.isOwn) return { row, meetingId: named.meetingId, plan: { ...meeting, ...named.ordinal } };
  const those = [...known.there, ...named.taken].filter((each) => each.body === body && each.date === date);
  const held = those.find((each) => each.status !== 'Cancelled' && !known.used.has(each.meetingId));
  if (held !== undefined) return { row, meetingId: held.meetingId, plan: undefined };
  const problem = problemOf(meeting, [...those, ...named.taken], known.rows);
  if (problem !== undefined) return { row, problem };
  return { row, meetingId: named.meetingId, plan: { ...meeting, ...named.ordinal } };
};

/** The id that a new meeting of the day gets, or got by this import, and the meetings that have those before it. */
const namedFor = async (
  { body, date, ordinal: first = 1 }: CalendarRow['meeting'],
  { meetings, commandId, used }: Known,
) => {
  const taken: Meeting[] = [];
  for (let ordinal = first; ; ordinal += 1) {
    const meetingId = meetingIdOf(body, date, ordinal);
    const found = used.has(meetingId) ? undefined : await meetings.load(meetingId);
    const isOwn = found !== undefined && (await meetings.answer(meetingId, commandId)) !== undefined;
    if (isOwn || (found === undefined && !used.has(meetingId))) {
      return { meetingId, ordinal: ordinal === 1 ? {} : { ordinal }, isOwn, taken };
    }
    if (found !== undefined) taken.push(found.meeting);
  }
};

/**
 * A row of a day whose meeting was cancelled or moved may be an old calendar's: nobody meant it to be held after all.
 * With the new day in the table too, the old one is a meeting more.
 */
const problemOf = (
  { date }: CalendarRow['meeting'],
  those: readonly Meeting[],
  rows: readonly CalendarRow[],
): string | undefined => {
  if (those.some((each) => each.status === 'Cancelled')) {
    return `Sammanträdet ${date} är inställt. Ta bort raden, eller lägg in sammanträdet för hand om det ska hållas ändå.`;
  }
  const moved = those.find((each) => each.date !== date && !isInTable(each, rows));
  return moved === undefined
    ? undefined
    : `Sammanträdet ${date} är flyttat till ${moved.date}. Ändra raden till den dagen. Hålls ett sammanträde till ${date}, låt båda dagarna stå med.`;
};

const isInTable = ({ body, date }: Meeting, rows: readonly CalendarRow[]) =>
  rows.some(({ meeting }) => meeting.body === body && meeting.date === date);
