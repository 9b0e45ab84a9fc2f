/** A table as a spreadsheet saves it. Row numbers are the spreadsheet's: the headings are row 1. */
export interface CsvTable {
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads a table with headings, parted by comma, semicolon or tab, whichever the headings have most of; cells in quotes
 * may hold all of these and line breaks (RFC 4180). Cells are trimmed and empty rows left out.
 * @returns undefined when a quote is never closed: what follows it cannot be told apart
 */
export const parseCsv = (text: string): CsvTable | undefined => {
  const content = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const records = split(content, separatorOf(content));
  if (records === undefined) return undefined;
  const [headings = [], ...rest] = records;
  return {
    headings,
    rows: rest
      .map((cells, index) => ({ row: index + 2, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
};

/** Signs within quotes part nothing. */
const separatorOf = (content: string): string => {
  const [headings = ''] = content.replaceAll(/"[^"]*"/g, '').split(/\r?\n/, 1);
  const count = (separator: string) => headings.split(separator).length;
  return [';', '\t'].reduce((most, each) => (count(each) > count(most) ? each : most), ',');
};

/** A cell with what ends it: in quotes, where a doubled quote is one, or bare. */
const cellPattern = (separator: string) =>
  new RegExp(
    `[ ]*"((?:[^"]|"")*)"[ ]*(${separator}|\\r?\\n|$)|([^${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`,
    'y',
  );

const split = (content: string, separator: string): string[][] | undefined => {
  const pattern = cellPattern(separator);
  const records: string[][] = [[]];
  while (pattern.lastIndex < content.length || records.at(-1)?.length !== 0) {
    const found = pattern.exec(content);
    if (found === null) return undefined;
    const [, quoted, afterQuoted, bare = '', afterBare] = found;
    if (quoted === undefined && bare.trimStart().startsWith('"')) return undefined;
    records.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    const end = afterQuoted ?? afterBare ?? '';
    if (end === '') return records;
    if (end !== separator) records.push([]);
  }
  return records.slice(0, -1);
};
