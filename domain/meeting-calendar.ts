import { calendarDate, instant, stockholmDate, stockholmTime } from './calendar-date.ts';
import { type CsvTable, parseCsv } from './csv.ts';
import { type CalendarEvent, parseCalendarEvents, unescaped } from './icalendar.ts';
import type { MeetingBody } from './meeting.ts';
import type { MeetingCommandOf } from './meeting-commands.ts';
import { meetingParticulars, timeOfDay } from './meeting-events.ts';

/** One meeting of a calendar that is brought in, and where in it: a row of the table, or the event's number. */
export interface CalendarRow {
  readonly row: number;
  readonly meeting: Omit<MeetingCommandOf<'plan-meeting'>, 'type'>;
}

/** What is wrong with a row, in Swedish. Row 0 is the whole. */
export interface CalendarProblem {
  readonly row: number;
  readonly problem: string;
}

/** All rows, or all problems: a calendar is brought in whole or not at all. */
export type ParsedCalendar =
  | { readonly rows: readonly CalendarRow[] }
  | { readonly problems: readonly CalendarProblem[] };

/** What a row says, as text. */
interface Written {
  readonly row: number;
  readonly body: string;
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly papersBy: string;
}

/** Most rows in one import: a calendar of several years. */
const mostRows = 300;

const columns = {
  body: ['organ', 'body'],
  date: ['datum', 'date'],
  time: ['tid', 'time'],
  place: ['plats', 'place'],
  papersBy: ['handlingar senast', 'papersby', 'papers by'],
} as const;

/** Reads a calendar of meetings from a table with the columns organ, datum, tid, plats, handlingar senast. */
export const parseCalendarCsv = (text: string): ParsedCalendar => {
  const table = parseCsv(text);
  if (table === undefined) return whole('Ett citattecken avslutas aldrig, så raderna kan inte skiljas åt.');
  const place = columnsOf(table);
  if (place.body === -1 || place.date === -1) return whole('Kolumnerna organ och datum behövs.');
  return judged(
    table.rows.map(({ row, cells }) => ({
      row,
      body: cells[place.body] ?? '',
      date: cells[place.date] ?? '',
      time: cells[place.time] ?? '',
      place: cells[place.place] ?? '',
      papersBy: cells[place.papersBy] ?? '',
    })),
  );
};

const columnsOf = ({ headings }: CsvTable) => {
  const known = headings.map((heading) => heading.toLowerCase());
  const at = (names: readonly string[]) => known.findIndex((heading) => names.includes(heading));
  return {
    body: at(columns.body),
    date: at(columns.date),
    time: at(columns.time),
    place: at(columns.place),
    papersBy: at(columns.papersBy),
  };
};

/** Reads a calendar of meetings from iCalendar; an event that is cancelled is passed over. */
export const parseCalendarIcs = (text: string): ParsedCalendar => {
  const events = parseCalendarEvents(text);
  if (events === undefined) return whole('Filen är ingen hel kalender i iCalendar-format.');
  const held = events
    .map((event, index) => ({ event, row: index + 1 }))
    .filter(({ event }) => event.get('STATUS')?.value.toUpperCase() !== 'CANCELLED');
  const repeated = held.filter(({ event }) => event.has('RRULE') || event.has('RDATE'));
  if (repeated.length > 0) {
    const problem = 'Händelsen upprepas. Lägg in varje sammanträde för sig.';
    return { problems: repeated.map(({ row }) => ({ row, problem })) };
  }
  return judged(held.map(({ event, row }) => writtenIn(event, row)));
};

const writtenIn = (event: CalendarEvent, row: number): Written => {
  const text = (name: string) => unescaped(event.get(name)?.value ?? '').trim();
  return { row, body: text('SUMMARY'), ...startOf(event), place: text('LOCATION'), papersBy: '' };
};

/** Names that calendars give the time zone of Sweden; a time without one is taken to be Swedish too. */
const swedishZones = [
  undefined,
  'Europe/Stockholm',
  'W. Europe Standard Time',
  'Central European Standard Time',
];

/** The day and time in Sweden at which an event starts; empty when it cannot be told. */
const startOf = (event: CalendarEvent): { date: string; time: string } => {
  const start = event.get('DTSTART');
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(start?.value ?? '') ?? [];
  const date = `${year}-${month}-${day}`;
  if (year === undefined || !swedishZones.includes(start?.parameters.TZID)) return { date: '', time: '' };
  if (hour === undefined) return { date, time: '' };
  if (utc === undefined) return { date, time: `${hour}:${minute}` };
  const at = instant.safeParse(`${date}T${hour}:${minute}:${second}Z`);
  return at.success ? { date: stockholmDate(at.data), time: stockholmTime(at.data) } : { date: '', time: '' };
};

const whole = (problem: string): ParsedCalendar => ({ problems: [{ row: 0, problem }] });

const judged = (written: readonly Written[]): ParsedCalendar => {
  if (written.length === 0) return whole('Kalendern är tom.');
  if (written.length > mostRows) return whole(`Högst ${mostRows} sammanträden åt gången.`);
  const read = written.map(readRow);
  const rows = read.flatMap((each) => ('meeting' in each ? [each] : []));
  const problems = [...read.flatMap((each) => ('problem' in each ? [each] : [])), ...repeats(rows)];
  return problems.length > 0
    ? { problems: problems.toSorted((one, other) => one.row - other.row) }
    : { rows: numbered(rows) };
};

const readRow = ({ row, ...written }: Written): CalendarRow | CalendarProblem => {
  const body = bodyNamed(written.body);
  if (body === undefined) return { row, problem: 'Raden nämner varken fullmäktige eller styrelsen.' };
  const date = calendarDate.safeParse(written.date);
  if (!date.success) return { row, problem: 'Datumet går inte att läsa. Skriv det som 2026-04-14.' };
  const startsAt = timeOfDay.optional().safeParse(clockTime(written.time));
  if (!startsAt.success) return { row, problem: 'Tiden går inte att läsa. Skriv den som 09:00.' };
  const place = meetingParticulars.place.safeParse(written.place || undefined);
  if (!place.success) return { row, problem: 'Platsen får ha högst 200 tecken.' };
  const papersBy = calendarDate.optional().safeParse(written.papersBy || undefined);
  if (!papersBy.success) return { row, problem: 'Sista dag för handlingar ska skrivas som 2026-04-01.' };
  return {
    row,
    meeting: {
      body,
      date: date.data,
      ...(startsAt.data !== undefined && { startsAt: startsAt.data }),
      ...(place.data !== undefined && { place: place.data }),
      ...(papersBy.data !== undefined && { papersBy: papersBy.data }),
    },
  };
};

/** `9.00` and `kl. 9:00` are 09:00. */
const clockTime = (written: string): string | undefined => {
  if (written === '') return undefined;
  const [, hour = '', minute = ''] = /^(?:kl\.?\s*)?(\d{1,2})[.:](\d\d)$/i.exec(written) ?? [];
  return `${hour.padStart(2, '0')}:${minute}`;
};

const otherBodies = /utskott|beredning|presidi|nämnd|grupp|inför/;

/** The body a text names; undefined when it names both, neither, or a part of one. */
export const bodyNamed = (text: string): MeetingBody | undefined => {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  if (words.some((word) => otherBodies.test(word))) return undefined;
  const isCouncil = words.some((word) => /fullmäktiges?$|^council$/.test(word));
  const isBoard = words.some((word) => /styrelse(ns?)?$|^board$/.test(word));
  if (isCouncil === isBoard) return undefined;
  return isCouncil ? 'council' : 'board';
};

const dayOf = ({ meeting }: CalendarRow) => `${meeting.body}-${meeting.date}`;

/** The same body may meet twice in a day, but not twice at one time. */
const repeats = (rows: readonly CalendarRow[]): CalendarProblem[] =>
  rows
    .filter((one, index) =>
      rows
        .slice(0, index)
        .some((other) => dayOf(one) === dayOf(other) && one.meeting.startsAt === other.meeting.startsAt),
    )
    .map(({ row }) => ({ row, problem: 'Samma sammanträde står på en rad före.' }));

/** Numbers the meetings of a body on one day, in the order of the calendar. */
const numbered = (rows: readonly CalendarRow[]): CalendarRow[] =>
  rows.map((each, index) => {
    const before = rows.slice(0, index).filter((other) => dayOf(other) === dayOf(each)).length;
    return before === 0 ? each : { ...each, meeting: { ...each.meeting, ordinal: before + 1 } };
  });
