import { z } from 'zod';
import type { MeetingCalendar } from './back-planning.ts';
import { type CalendarDate, calendarDate, daysBetween } from './calendar-date.ts';
import { isOverdue, openConsultations } from './consultation.ts';
import { takesPart } from './joint-preparation.ts';
import { clockInputOf } from './motion-clock.ts';
import { isOpenMotion, type OpenMotionRecord, type PastState } from './motion-history.ts';
import { type MoverName, moverName, moversLine } from './mover-names.ts';
import { type OneYearClock, oneYearClock } from './one-year-clock.ts';
import type { Organisation } from './organisation.ts';
import { statusName } from './status-names.ts';
import { waitsFor } from './waits-for.ts';
import type { Column } from './write-csv.ts';

/** One open motion in the report (domain.md §3, periodic list of open motions; KL 5:35). */
export const openMotionRow = z.object({
  caseId: z.string(),
  registrationNumber: z.string(),
  title: z.string(),
  movers: z.array(moverName),
  raisedOn: calendarDate,
  ageDays: z.int(),
  /** Where it stands, in Swedish. */
  state: z.string(),
  /** What it waits for, and why it has come back where it has. */
  waitsFor: z.string(),
  anniversary: calendarDate,
  /** The last council meeting in time; absent when the calendar has none. */
  lastMeeting: calendarDate.optional(),
  /** Days to that meeting, negative when it has passed. */
  daysLeft: z.int(),
  /** Red when that meeting can no longer be reached. */
  signal: z.enum(['green', 'amber', 'red']),
  estimatedDecisionOn: calendarDate.optional(),
  overOneYear: z.boolean(),
  /** The council meeting to which its delay was reported (KL 5:35); absent when it has not been. */
  reportedLateOn: calendarDate.optional(),
  /** The day of decision that was planned in that report. */
  plannedOn: calendarDate.optional(),
  consultationsOut: z.array(
    z.object({ recipient: z.string(), sentOn: calendarDate, dueOn: calendarDate, overdue: z.boolean() }),
  ),
});
export type OpenMotionRow = z.infer<typeof openMotionRow>;

/** The report of open motions (motionsbalans) as of the end of a day, the oldest first. */
export const openMotionsView = z.object({
  on: calendarDate,
  count: z.int(),
  overOneYear: z.int(),
  motions: z.array(openMotionRow),
  notes: z.array(z.string()),
});
export type OpenMotionsReport = z.infer<typeof openMotionsView>;

/** A motion as it stood on the day of the report, with what is kept apart from its record. */
export interface MotionToReport extends PastState {
  readonly title: string;
  readonly movers: readonly MoverName[];
}

/** What the report needs besides the motions. */
export interface ReportFacts {
  readonly on: CalendarDate;
  readonly calendar: MeetingCalendar;
  readonly organisation: Pick<Organisation, 'planning' | 'approvalChain' | 'bodies' | 'consultees'>;
}

/** How the report is to be read. */
const notes = [
  'Läget är det som gällde vid dagens slut, efter den dag då något hände och inte den dag då det antecknades.',
  'Bara registrerade motioner är med. Sista sammanträde i tid och beräknat beslut följer den sammanträdeskalender som gäller nu.',
  'Motioner som bereds tillsammans har den tidigast väcktas sista sammanträde.',
];

/**
 * The report of open motions for any day (domain.md §3). KL 5:35 asks for a report per motion that is not ready within
 * the year; the list is local practice, and marks those.
 */
export const openMotionsReport = (
  motions: readonly MotionToReport[],
  facts: ReportFacts,
): OpenMotionsReport => {
  const open = motions.flatMap(({ record, ...more }) => (isOpenMotion(record) ? [{ ...more, record }] : []));
  const records = open.map(({ record }) => record);
  const rows = open.flatMap((motion) => rowOf(motion, records, facts)).sort(byAge);
  return {
    on: facts.on,
    count: rows.length,
    overOneYear: rows.filter((row) => row.overOneYear).length,
    motions: rows,
    notes,
  };
};

const byAge = (one: OpenMotionRow, other: OpenMotionRow) =>
  one.raisedOn.localeCompare(other.raisedOn) ||
  one.registrationNumber.localeCompare(other.registrationNumber, 'sv', { numeric: true });

/** The motions of one joint preparation go by the case that leads it. */
const leadOf = (record: OpenMotionRecord): string => record.jointWith ?? record.caseId;

const rowOf = (
  { record, title, movers, since, lateReport }: MotionToReport & { record: OpenMotionRecord },
  all: readonly OpenMotionRecord[],
  facts: ReportFacts,
): OpenMotionRow[] => {
  const { on, calendar, organisation } = facts;
  // One that is withdrawn has dropped out, though the council has still to note it.
  const together = takesPart(record)
    ? all.filter((each) => takesPart(each) && leadOf(each) === leadOf(record))
    : [record];
  const input = clockInputOf(record, {
    today: on,
    calendar,
    organisation,
    since,
    together: together.map((each) => each.raisedOn),
  });
  if (input === undefined) return [];
  const own = oneYearClock({ ...input, raisedOn: record.raisedOn });
  const others = together.filter((each) => each !== record).map((each) => each.registrationNumber);
  return [
    {
      caseId: record.caseId,
      registrationNumber: record.registrationNumber,
      title,
      movers: [...movers],
      raisedOn: record.raisedOn,
      ageDays: daysBetween(record.raisedOn, on),
      state: statusName[record.status],
      waitsFor: waitsFor(record, organisation, others, on),
      ...timeOf(oneYearClock(input)),
      anniversary: own.anniversary,
      overOneYear: own.overOneYear,
      reportedLateOn: lateReport?.at.meetingDate,
      plannedOn: lateReport?.plannedOn,
      consultationsOut: consultationsOf(record, facts),
    },
  ];
};

const timeOf = ({ lastMeeting, daysLeft, signal, estimatedDecisionOn }: OneYearClock) => ({
  lastMeeting,
  daysLeft,
  signal,
  estimatedDecisionOn,
});

const consultationsOf = (record: OpenMotionRecord, { on, organisation }: ReportFacts) =>
  ('consultations' in record ? openConsultations(record.consultations) : []).map((each) => ({
    recipient: organisation.consultees.find(({ id }) => id === each.recipient)?.name ?? each.recipient,
    sentOn: each.sentOn,
    dueOn: each.dueOn,
    overdue: isOverdue(each, on),
  }));

const signalName = { green: 'grön', amber: 'gul', red: 'röd' } as const;

/** The report as a table. */
export const openMotionColumns: readonly Column<OpenMotionRow>[] = [
  { heading: 'Diarienummer', value: (row) => row.registrationNumber },
  { heading: 'Rubrik', value: (row) => row.title },
  { heading: 'Motionärer', value: (row) => moversLine(row.movers) },
  { heading: 'Väckt', value: (row) => row.raisedOn },
  { heading: 'Ålder i dagar', value: (row) => row.ageDays },
  { heading: 'Läge', value: (row) => row.state },
  { heading: 'Väntar på', value: (row) => row.waitsFor },
  { heading: 'Ett år', value: (row) => row.anniversary },
  { heading: 'Sista sammanträde i tid', value: (row) => row.lastMeeting },
  { heading: 'Dagar kvar', value: (row) => row.daysLeft },
  { heading: 'Signal', value: (row) => signalName[row.signal] },
  { heading: 'Beräknat beslut', value: (row) => row.estimatedDecisionOn },
  { heading: 'Över ett år', value: (row) => row.overOneYear },
  { heading: 'Redovisad i fullmäktige', value: (row) => row.reportedLateOn },
  { heading: 'Planerat beslut enligt redovisningen', value: (row) => row.plannedOn },
  {
    heading: 'Remisser ute',
    value: ({ consultationsOut }) =>
      consultationsOut
        .map(({ recipient, dueOn, overdue }) => `${recipient} ${dueOn}${overdue ? ' (försenad)' : ''}`)
        .join(', '),
  },
];
