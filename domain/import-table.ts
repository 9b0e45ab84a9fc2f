import { type CalendarDate, calendarDate } from './calendar-date.ts';
import { parseCsv } from './csv.ts';

/** What is told of a row of a table that is brought in: what came of it, what to look at, or what is wrong. */
export interface ImportRow {
  /** As the spreadsheet numbers it; 0 for the whole. */
  readonly row: number;
  readonly outcome: 'done' | 'warning' | 'problem';
  readonly code: string;
  /** In Swedish, for whoever brought it in. */
  readonly sentence: string;
  /** The case that was entered. */
  readonly caseId?: string;
}

/** Something wrong with a row: nothing of the table is brought in. */
export const problem = (row: number, code: string, sentence: string): ImportRow => ({
  row,
  outcome: 'problem',
  code,
  sentence,
});

/** Something to look at in a row, which does not stop it. */
export const warning = (row: number, code: string, sentence: string): ImportRow => ({
  row,
  outcome: 'warning',
  code,
  sentence,
});

/** The headings a column may have, in lower case, the usual one first; `needed`: the table is nothing without it. */
export interface Column {
  readonly headings: readonly [string, ...string[]];
  readonly needed?: boolean;
}

/** A row by its columns; the cell of a column that the table lacks is empty. */
export interface TableRow<F extends string> {
  readonly row: number;
  readonly cell: (field: F) => string;
}

/** A table that was read: its rows, or what is wrong with it; never some of both. */
export type ReadTable<F extends string> =
  | { readonly rows: readonly TableRow<F>[] }
  | { readonly problems: readonly ImportRow[] };

const whole = (code: string, sentence: string) => ({ problems: [problem(0, code, sentence)] });

/**
 * Reads a table by its headings. A heading that is not known, or a row with more cells than there are headings, is a
 * problem: what is passed over in silence would be missing in the record.
 * @param most rows in one import
 */
export const readTable = <F extends string>(
  content: string,
  columns: Readonly<Record<F, Column>>,
  most: number,
): ReadTable<F> => {
  const table = parseCsv(content);
  if (table === undefined) {
    return whole('quote_open', 'Ett citattecken avslutas aldrig, så raderna kan inte skiljas åt.');
  }
  const headings = table.headings.map((each) => each.normalize('NFC').toLocaleLowerCase('sv'));
  const problems = headingProblems(headings, Object.values<Column>(columns));
  if (problems.length > 0) return { problems };
  if (table.rows.length === 0) return whole('table_empty', 'Tabellen har inga rader.');
  if (table.rows.length > most) return whole('too_many_rows', `Högst ${most} rader åt gången.`);
  const long = table.rows.filter(({ cells }) => cells.slice(headings.length).some((cell) => cell !== ''));
  if (long.length > 0) return { problems: long.map(({ row }) => tooManyCells(row)) };
  const placeOf = (field: F) => headings.findIndex((each) => columns[field].headings.includes(each));
  return {
    rows: table.rows.map(({ row, cells }) => ({ row, cell: (field) => cells[placeOf(field)] ?? '' })),
  };
};

const tooManyCells = (row: number) =>
  problem(
    row,
    'too_many_cells',
    'Raden har fler celler än tabellen har rubriker. Sätt text med skiljetecken inom citattecken.',
  );

const headingProblems = (headings: readonly string[], columns: readonly Column[]): ImportRow[] => {
  const known = columns.flatMap((each) => each.headings);
  const found = (each: Column) => headings.filter((one) => each.headings.includes(one)).length;
  return [
    ...columns
      .filter((each) => each.needed === true && found(each) === 0)
      .map((each) => problem(1, 'column_missing', `Kolumnen ${each.headings[0]} behövs.`)),
    ...columns
      .filter((each) => found(each) > 1)
      .map((each) => problem(1, 'column_twice', `Kolumnen ${each.headings[0]} finns mer än en gång.`)),
    ...headings
      .filter((each) => each !== '' && !known.includes(each))
      .map((each) =>
        problem(1, 'column_unknown', `Rubriken ”${each}” känns inte igen. Rätta den eller ta bort kolumnen.`),
      ),
  ];
};

/** A day in a cell: undefined when the cell is empty, `unreadable` when it is no day. */
export const dayIn = (cell: string): CalendarDate | undefined | 'unreadable' =>
  cell === '' ? undefined : (calendarDate.safeParse(cell).data ?? 'unreadable');

/** What a cell for yes or no says: undefined when it is empty. */
export const yesOrNo = (cell: string): boolean | undefined | 'unreadable' => {
  const word = cell.normalize('NFC').toLocaleLowerCase('sv');
  if (word === '') return undefined;
  return word === 'ja' || (word === 'nej' ? false : 'unreadable');
};

/** By row; within a row in the order found. */
export const inRowOrder = (rows: readonly ImportRow[]): ImportRow[] =>
  rows.toSorted((one, other) => one.row - other.row);
