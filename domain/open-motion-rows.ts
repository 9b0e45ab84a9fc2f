import type { CalendarDate } from './calendar-date.ts';
import {
  dayIn,
  type ImportRow,
  problem,
  readTable,
  type TableRow,
  warning,
  yesOrNo,
} from './import-table.ts';
import type { ClauseProposal } from './outcome.ts';
import { parts, proposalsIn, said } from './written-outcomes.ts';

/** The steps at which an open motion can be entered. */
export type EnteredAt = 'Registered' | 'Referred' | 'Assigned' | 'Drafting' | 'BoardReady' | 'CouncilReady';

/** What one row says of a motion that is open. */
export interface OpenMotionRow {
  readonly row: number;
  readonly registrationNumber: string;
  readonly title: string;
  readonly body: string;
  /** Ids, or names as written. */
  readonly movers: readonly string[];
  readonly receivedOn: CalendarDate;
  readonly raisedOn: CalendarDate;
  readonly enteredAt: EnteredAt;
  readonly announcedOn: CalendarDate | undefined;
  readonly officer: string | undefined;
  readonly unit: string | undefined;
  readonly clauses: readonly string[];
  readonly proposals: readonly ClauseProposal[];
  readonly answer: string | undefined;
  readonly board: { readonly meetingDate: CalendarDate; readonly paragraph: string } | undefined;
  /** A minority has had it put off already, which it may once (KL 5:50). */
  readonly minorityDeferralUsed: boolean;
}

const columns = {
  number: { headings: ['diarienummer', 'dnr'], needed: true },
  title: { headings: ['titel'], needed: true },
  body: { headings: ['motionstext', 'text'] },
  movers: { headings: ['motionärer', 'motionär', 'undertecknare'], needed: true },
  received: { headings: ['inkom', 'inkommen'], needed: true },
  raised: { headings: ['väckt'] },
  status: { headings: ['läge', 'status'], needed: true },
  announced: { headings: ['anmäld'] },
  officer: { headings: ['handläggare'] },
  unit: { headings: ['enhet'] },
  clauses: { headings: ['att-satser', 'att-sats'] },
  proposals: { headings: ['förslag'] },
  answer: { headings: ['svar'] },
  boardDate: { headings: ['styrelsens datum'] },
  boardParagraph: { headings: ['styrelsens paragraf'] },
  minority: { headings: ['minoritetsåterremiss'] },
} as const;
type Field = keyof typeof columns;

/** Most motions in one import: more than any council has open at once (domain.md §12). */
const mostRows = 200;

const stepNamed: Readonly<Record<string, EnteredAt>> = {
  registrerad: 'Registered',
  remitterad: 'Referred',
  'remitterad till styrelsen': 'Referred',
  tilldelad: 'Assigned',
  'tilldelad handläggare': 'Assigned',
  'under beredning': 'Drafting',
  'klar för styrelsen': 'BoardReady',
  'klar för fullmäktige': 'CouncilReady',
};

/** Reads the rows of a table of open motions, each by itself; what is wrong is told row by row. */
export const readOpenMotionRows = (
  content: string,
):
  | { readonly rows: readonly OpenMotionRow[]; readonly told: readonly ImportRow[] }
  | { readonly problems: readonly ImportRow[] } => {
  const table = readTable<Field>(content, columns, mostRows);
  if ('problems' in table) return table;
  const read = table.rows.map(readRow);
  const problems = [...read.flatMap(({ told }) => told), ...repeatedNumbers(table.rows)].filter(
    ({ outcome }) => outcome === 'problem',
  );
  if (problems.length > 0) return { problems: problems.toSorted((one, other) => one.row - other.row) };
  return {
    rows: read.flatMap(({ motion }) => (motion === undefined ? [] : [motion])),
    told: read.flatMap(({ told }) => told),
  };
};

/** A register number names one case (OSL 5:2). */
const repeatedNumbers = (rows: readonly TableRow<Field>[]): ImportRow[] =>
  rows
    .filter(({ cell }, index) =>
      rows.slice(0, index).some((other) => other.cell('number') === cell('number')),
    )
    .map(({ row }) => problem(row, 'number_repeated', 'Diarienumret står på en rad före.'));

interface RowRead {
  readonly motion?: OpenMotionRow;
  readonly told: readonly ImportRow[];
}

const readRow = (given: TableRow<Field>): RowRead => {
  const { row, cell } = given;
  const told: ImportRow[] = [];
  const wrong = (code: string, sentence: string) => void told.push(problem(row, code, sentence));
  const day = (field: Field, name: string): CalendarDate | undefined => {
    const found = dayIn(cell(field));
    if (found !== 'unreadable') return found;
    wrong('day_unreadable', `Dagen i kolumnen ${name} går inte att läsa. Skriv den som 2026-04-14.`);
    return undefined;
  };
  const registrationNumber = cell('number');
  if (registrationNumber === '') wrong('number_missing', 'Diarienummer behövs.');
  if (cell('title') === '') wrong('title_missing', 'Titel behövs.');
  const receivedOn = day('received', 'inkom');
  if (cell('received') === '') wrong('received_missing', 'Den dag motionen kom in behövs (OSL 5:2).');
  const raisedOn = day('raised', 'väckt') ?? receivedOn;
  const announcedOn = day('announced', 'anmäld');
  const enteredAt = stepNamed[said(cell('status'))];
  if (enteredAt === undefined) wrong('status_unknown', `Läget ska vara ${stepWords}.`);
  const clauses = parts(cell('clauses'), /[|\n]/);
  const proposals = proposalsIn(cell('proposals'), clauses.length);
  if ('sentence' in proposals) wrong(proposals.code, proposals.sentence);
  const minority = yesOrNo(cell('minority'));
  if (minority === 'unreadable') {
    wrong('minority_unreadable', 'Skriv ja eller nej, eller lämna tomt, i kolumnen minoritetsåterremiss.');
  }
  const board = { meetingDate: day('boardDate', 'styrelsens datum'), paragraph: cell('boardParagraph') };
  if (enteredAt !== undefined) told.push(...stepFaults(given, enteredAt));
  const isWhole = receivedOn !== undefined && raisedOn !== undefined && enteredAt !== undefined;
  if (told.some(({ outcome }) => outcome === 'problem') || !isWhole || 'sentence' in proposals)
    return { told };
  const { meetingDate, paragraph } = board;
  return {
    told,
    motion: {
      row,
      registrationNumber,
      title: cell('title'),
      body: cell('body'),
      movers: parts(cell('movers'), /[|;,\n]/),
      receivedOn,
      raisedOn,
      enteredAt,
      announcedOn,
      officer: cell('officer') || undefined,
      unit: cell('unit') || undefined,
      clauses,
      proposals: proposals.proposals,
      answer: cell('answer') || undefined,
      board: meetingDate === undefined ? undefined : { meetingDate, paragraph },
      minorityDeferralUsed: minority === true,
    },
  };
};

const stepWords =
  'registrerad, remitterad, tilldelad, under beredning, klar för styrelsen eller klar för fullmäktige';

/** What is given for a later step than the row's would be lost; what the step needs must be there. */
const stepFaults = ({ row, cell }: TableRow<Field>, enteredAt: EnteredAt): ImportRow[] => {
  const isAnswered = enteredAt === 'BoardReady' || enteredAt === 'CouncilReady';
  const isAssigned = isAnswered || enteredAt === 'Assigned' || enteredAt === 'Drafting';
  const has = (...fields: Field[]) => fields.some((field) => cell(field) !== '');
  const fault = (is: boolean, code: string, sentence: string) => (is ? [problem(row, code, sentence)] : []);
  return [
    ...fault(
      !isAssigned && has('officer', 'unit'),
      'officer_too_early',
      'Handläggare och enhet anges först när motionen är tilldelad.',
    ),
    ...fault(
      !isAnswered && has('proposals', 'answer'),
      'proposal_too_early',
      'Förslag och svar anges först när motionen är klar för styrelsen.',
    ),
    ...fault(isAnswered && !has('proposals'), 'proposal_missing', 'Ange vad som föreslås.'),
    ...fault(
      enteredAt !== 'CouncilReady' && has('boardDate', 'boardParagraph'),
      'board_too_early',
      'Styrelsens datum och paragraf anges bara när motionen är klar för fullmäktige.',
    ),
    ...fault(
      enteredAt === 'CouncilReady' && !(has('boardDate') && has('boardParagraph')),
      'board_missing',
      'Ange styrelsens datum och paragraf (KL 5:28).',
    ),
    ...(has('movers')
      ? []
      : [warning(row, 'movers_missing', 'Motionen saknar undertecknare. Ingen får brev om den.')]),
    ...(enteredAt === 'Registered' && has('announced')
      ? [warning(row, 'announced_left_out', 'Dagen då motionen anmäldes förs in när den remitteras.')]
      : []),
  ];
};
