import type { GrantedMotionRow, GrantedMotionsReport } from '../../domain/granted-motions-report.ts';
import { moversLine } from '../../domain/mover-names.ts';
import type { OpenMotionRow, OpenMotionsReport } from '../../domain/open-motions-report.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { outcomeName } from '../../domain/outcome.ts';
import { type Block, list, type Paper, rowsOf, say } from './content.ts';

const titled = ({ title, movers }: { title: string; movers: OpenMotionRow['movers'] }): string =>
  movers.length === 0 ? title : `${title}. ${moversLine(movers)}`;

const signalWord = { green: 'hinner', amber: 'brådskar', red: 'hinner inte' } as const;

const sentence = (text: string): string =>
  text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const stateOf = ({ state, waitsFor, consultationsOut }: OpenMotionRow): string =>
  [
    sentence(state),
    sentence(waitsFor),
    ...consultationsOut.map(
      ({ recipient, dueOn, overdue }) =>
        `Remiss ute hos ${recipient} till ${dueOn}${overdue ? ', försenad' : ''}.`,
    ),
  ]
    .filter((each) => each !== '')
    .join(' ');

const timeOf = (row: OpenMotionRow): string => {
  if (row.lastMeeting === undefined) return `Ett år ${row.anniversary}. Inget sammanträde inom året.`;
  const passed = row.daysLeft < 0;
  return `Ett år ${row.anniversary}. Sista sammanträde ${row.lastMeeting}, ${
    passed ? `${-row.daysLeft} dagar sedan` : `${row.daysLeft} dagar kvar`
  }: ${signalWord[row.signal]}.`;
};

const decisionOf = (row: OpenMotionRow): string =>
  [
    row.estimatedDecisionOn === undefined ? undefined : `Beräknas ${row.estimatedDecisionOn}.`,
    row.reportedLateOn === undefined ? undefined : `Redovisad i fullmäktige ${row.reportedLateOn}.`,
    row.plannedOn === undefined ? undefined : `Planerat då: ${row.plannedOn}.`,
  ]
    .filter(Boolean)
    .join(' ');

/** The report of open motions (motionsbalans; KL 5:35, domain.md §3). */
export const openMotionsPaper = (organisation: Organisation, report: OpenMotionsReport): Paper => ({
  sort: 'Redovisning',
  organisation: organisation.name,
  title: `Motioner som inte är färdigberedda ${report.on}`,
  date: report.on,
  isWide: true,
  head: rowsOf(
    ['Läget den', report.on],
    ['Öppna motioner', String(report.count)],
    ['Äldre än ett år', String(report.overOneYear)],
  ),
  blocks: [
    ...(report.motions.length === 0 ? [say('Inga motioner är öppna.')] : [openTable(report.motions)]),
    list(report.notes),
  ],
});

const openTable = (motions: readonly OpenMotionRow[]): Block => ({
  kind: 'table',
  columns: [
    { heading: 'Diarienummer', width: 2.1 },
    { heading: 'Motion', width: 5 },
    { heading: 'Väckt', width: 1.7 },
    { heading: 'Läge', width: 4 },
    { heading: 'Ettårsgräns', width: 3.4 },
    { heading: 'Beslut', width: 2.4 },
  ],
  rows: motions.map((row) => [
    row.registrationNumber,
    titled(row),
    row.raisedOn,
    stateOf(row),
    timeOf(row),
    decisionOf(row),
  ]),
});

const grantedWords = ({ granted }: GrantedMotionRow): string =>
  granted
    .map(({ clause, text, outcome }) =>
      [
        clause === 'whole' ? 'Motionen' : `${clause}.`,
        text,
        outcome === 'GRANTED' ? undefined : `(${outcomeName[outcome]})`,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .join(' ');

/** The report of granted motions, in whole or in part (domain.md §3, §6.2). */
export const grantedMotionsPaper = (organisation: Organisation, report: GrantedMotionsReport): Paper => ({
  sort: 'Redovisning',
  organisation: organisation.name,
  title: `Bifallna motioner ${report.from} till ${report.to}`,
  date: report.to,
  isWide: true,
  head: rowsOf(['Från', report.from], ['Till', report.to], ['Bifallna motioner', String(report.count)]),
  blocks: [
    ...(report.motions.length === 0 ? [say('Inga motioner bifölls.')] : [grantedTable(report.motions)]),
    list(report.notes),
  ],
});

const grantedTable = (motions: readonly GrantedMotionRow[]): Block => ({
  kind: 'table',
  columns: [
    { heading: 'Diarienummer', width: 2.1 },
    { heading: 'Motion', width: 4.5 },
    { heading: 'Beslutad', width: 1.8 },
    { heading: 'Beslut', width: 1.6 },
    { heading: 'Bifallet', width: 4.5 },
    { heading: 'Läge', width: 2 },
  ],
  rows: motions.map((row) => [
    row.registrationNumber,
    titled(row),
    `${row.decidedOn} ${row.paragraph}`,
    row.deviatesFromBoard ? `${row.outcomeName}, avviker från styrelsens förslag` : row.outcomeName,
    grantedWords(row),
    row.state,
  ]),
});
