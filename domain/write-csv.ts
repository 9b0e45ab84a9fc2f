/** What a cell may hold; nothing is an empty cell. */
export type CellValue = string | number | boolean | undefined;

/** A column: its Swedish heading, and what it shows of a row. */
export interface Column<Row> {
  readonly heading: string;
  readonly value: (row: Row) => CellValue;
}

const byteOrderMark = '\uFEFF';
/** What a spreadsheet would run as a formula (OWASP, CSV injection); also behind blanks, which some strip. */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠]/u;
const needsQuotes = /[;,"'\r\n\t]|^\s|\s$/;

/**
 * Rows as CSV that a Swedish Excel opens as a table: semicolons, UTF-8 with a byte order mark, CRLF, quoted as RFC
 * 4180 has it. Text that a spreadsheet would take for a formula gets an apostrophe before it: titles are written by
 * people outside the office.
 */
export const writeCsv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string => {
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ];
  return byteOrderMark + lines.map((cells) => `${cells.map(cellOf).join(';')}\r\n`).join('');
};

const cellOf = (value: CellValue): string => {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  // Swedish Excel reads a decimal comma; a number is never guarded, or it would be text.
  if (typeof value === 'number') return String(value).replace('.', ',');
  const guarded = formula.test(value) ? `'${value}` : value;
  return needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};
