import type { Context } from 'hono';
import { type CalendarDate, calendarDate, stockholmDate } from '../../../domain/calendar-date.ts';
import { type GrantedMotionRow, grantedMotionColumns } from '../../../domain/granted-motions-report.ts';
import { type OpenMotionRow, openMotionColumns } from '../../../domain/open-motions-report.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import { refuseReports } from '../../../domain/report-readers.ts';
import { type StatisticsLine, statisticsColumns, statisticsLines } from '../../../domain/statistics-table.ts';
import { type CellValue, type Column, writeCsv } from '../../../domain/write-csv.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import type { Field, Filled } from '../../../web/forms/field.ts';
import { type ReportPageProps, reportPage } from '../../../web/office/reports-page.tsx';
import { readGrantedMotions, readOpenMotions, readStatistics } from '../../casework/reports.ts';
import { NotFound } from '../../failures.ts';
import { csvResponse, refuseFuture } from '../report-routes.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultOfRefusal } from './faults.ts';
import { casePath } from './paths.ts';
import { chromeOf, send } from './respond.ts';

type Pages = Context<PageEnv>;

/** What a report is asked for: a day, or from one to another. */
interface Span {
  readonly on: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A report read and told: its sentence, its lines, and the same as a file. */
interface Told {
  readonly summary: string;
  readonly notes: readonly string[];
  readonly table: ReportPageProps['table'];
  readonly csv: string;
  readonly file: string;
}

interface Report {
  readonly name: string;
  readonly title: string;
  readonly isOfOneDay: boolean;
  readonly read: (desk: PagesDesk, span: Span) => Promise<Told>;
}

const shown = (value: CellValue): string => {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return value === undefined ? '' : String(value).replace(/^(\d+)\.(\d+)$/, '$1,$2');
};

/** What a page has room for of the open motions; the file has it all. */
const onPage = [
  'Diarienummer',
  'Rubrik',
  'Motionärer',
  'Väckt',
  'Läge',
  'Väntar på',
  'Sista sammanträde i tid',
  'Dagar kvar',
  'Beräknat beslut',
];

/** The columns of the page are those of the file. */
const tableOf = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  more: (row: Row) => { href: string | undefined; isLate: boolean },
): ReportPageProps['table'] => ({
  headings: columns.map(({ heading, value }) => ({
    label: heading,
    isNumber: rows.some((row) => typeof value(row) === 'number'),
  })),
  lines: rows.map((row) => ({ ...more(row), cells: columns.map(({ value }) => shown(value(row))) })),
});

const motionsOf = (count: number) => (count === 1 ? '1 motion' : `${count} motioner`);

const reports: readonly Report[] = [
  {
    name: 'oppna-motioner',
    title: 'Öppna motioner',
    isOfOneDay: true,
    read: async (desk, { on }) => {
      const { count, overOneYear, motions, notes } = await readOpenMotions(desk, on);
      const ofCase = ({ caseId, overOneYear: isLate }: OpenMotionRow) => ({ href: casePath(caseId), isLate });
      return {
        summary: `${motionsOf(count)} öppna vid slutet av ${on}, ${overOneYear} äldre än ett år (KL 5:35).`,
        notes,
        table: tableOf(
          openMotionColumns.filter(({ heading }) => onPage.includes(heading)),
          motions,
          ofCase,
        ),
        csv: writeCsv(openMotionColumns, motions),
        file: `motionsbalans-${on}`,
      };
    },
  },
  {
    name: 'bifallna-motioner',
    title: 'Bifallna motioner',
    isOfOneDay: false,
    read: async (desk, { from, to }) => {
      const { count, motions, notes } = await readGrantedMotions(desk, from, to);
      const ofCase = ({ caseId }: GrantedMotionRow) => ({ href: casePath(caseId), isLate: false });
      return {
        summary: `${motionsOf(count)} bifallna helt eller i delar från ${from} till ${to}.`,
        notes,
        table: tableOf(grantedMotionColumns, motions, ofCase),
        csv: writeCsv(grantedMotionColumns, motions),
        file: `bifallna-motioner-${from}-${to}`,
      };
    },
  },
  {
    name: 'statistik',
    title: 'Statistik',
    isOfOneDay: false,
    read: async (desk, { from, to }) => {
      const found = await readStatistics(desk, from, to);
      const lines = statisticsLines(found);
      const ofNone = (_: StatisticsLine) => ({ href: undefined, isLate: false });
      return {
        summary: `Från ${from} till ${to}.`,
        notes: found.notes,
        table: tableOf(statisticsColumns, lines, ofNone),
        csv: writeCsv(statisticsColumns, lines),
        file: `motionsstatistik-${from}-${to}`,
      };
    },
  },
];

const pathOf = (name: string) => `/kontor/rapporter/${name}`;

/** The reports as pages, and as files from the same page. */
export const addReportPages = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/rapporter', (context) => context.redirect(pathOf('oppna-motioner'), 303));
  app.get('/kontor/rapporter/:report', async (context) => {
    // A report names every mover and tells where each case lies: for those who answer for the clock.
    if (refuseReports(context.get('actor')) !== undefined) throw new NotFound('report');
    const report = reports.find(({ name }) => name === context.req.param('report'));
    if (report === undefined) throw new NotFound('report');
    return answer(context, desk, report);
  });
};

const answer = async (context: Pages, desk: PagesDesk, report: Report) => {
  const today = stockholmDate(desk.now());
  const { span, faults } = spanIn(context, report, today);
  const told = await report.read(desk, span);
  if (context.req.query('som') === 'csv' && faults.length === 0) {
    return csvResponse(context, told.file, told.csv);
  }
  const view = reportPage({
    chrome: chromeOf(context, desk),
    title: report.title,
    tabs: reports.map(({ name, title }) => ({
      href: pathOf(name),
      label: title,
      isPresent: name === report.name,
    })),
    fields: fieldsOf(report),
    filled: { on: [span.on], from: [span.from], to: [span.to] } satisfies Filled,
    faults,
    summary: told.summary,
    notes: told.notes,
    table: told.table,
    csv: `${pathOf(report.name)}?${new URLSearchParams({ ...daysOf(report, span), som: 'csv' })}`,
  });
  return send(context, view, faults.length === 0 ? 200 : 400);
};

const fieldsOf = ({ isOfOneDay }: Report): readonly Field[] =>
  isOfOneDay
    ? [{ kind: 'date', name: 'on', label: 'Dag' }]
    : [
        { kind: 'date', name: 'from', label: 'Från' },
        { kind: 'date', name: 'to', label: 'Till' },
      ];

const daysOf = ({ isOfOneDay }: Report, { on, from, to }: Span): Record<string, string> =>
  isOfOneDay ? { on } : { from, to };

/** The days asked for; what cannot be read, or has not come, is said, and today stands in its place. */
const spanIn = (context: Pages, { isOfOneDay }: Report, today: CalendarDate) => {
  const faults: FieldFault[] = [];
  const day = (name: string, otherwise: CalendarDate): CalendarDate => {
    const given = context.req.query(name) ?? '';
    const parsed = calendarDate.safeParse(given);
    if (given !== '' && !parsed.success) {
      faults.push({ field: name, message: 'Skriv datumet som 2026-11-22.' });
    }
    return parsed.success ? parsed.data : otherwise;
  };
  const asked = {
    on: day('on', today),
    from: day('from', `${today.slice(0, 4)}-01-01`),
    to: day('to', today),
  };
  const future: Refusal | undefined = isOfOneDay ? refuseFuture(asked.on, today) : undefined;
  if (future !== undefined) faults.push({ ...faultOfRefusal(future), field: 'on' });
  if (!isOfOneDay && asked.to < asked.from) {
    faults.push({ field: 'to', message: 'Sista dagen ligger före den första.' });
  }
  const span = faults.length === 0 ? asked : { on: today, from: `${today.slice(0, 4)}-01-01`, to: today };
  return { span, faults };
};
