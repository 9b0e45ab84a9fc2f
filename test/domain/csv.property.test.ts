import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../domain/csv.ts';
import { writeCsv } from '../../domain/write-csv.ts';

const separators = [',', ';', '\t'] as const;
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
/** RFC 4180: a cell with a separator, a quote or a line break stands in quotes; any may. */
const cellOf = (cell: string, always: boolean) => (always || /[,;"\r\n\t]/.test(cell) ? quoted(cell) : cell);

const sign = fc.constantFrom('a', 'Å', '7', ' ', ',', ';', '"', '\n', '\r\n', '\t', '’', '🚌');
const cell = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('').trim());
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.record({
    headings: fc.array(cell, { minLength: width, maxLength: width }),
    rows: fc.array(
      fc
        .array(cell, { minLength: width, maxLength: width })
        .filter((cells) => cells.some((each) => each !== '')),
      { maxLength: 5 },
    ),
    separator: fc.constantFrom(...separators),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    always: fc.boolean(),
    endsWithBreak: fc.boolean(),
  }),
);

test('what is written is read, whatever the cells hold and however it is parted', () => {
  fc.assert(
    fc.property(table, ({ headings, rows, separator, lineBreak, mark, always, endsWithBreak }) => {
      const lines = [headings, ...rows].map((cells) =>
        cells.map((each) => cellOf(each, always)).join(separator),
      );
      const read = parseCsv(mark + lines.join(lineBreak) + (endsWithBreak ? lineBreak : ''));
      expect(read).toEqual({ headings, rows: rows.map((cells, index) => ({ row: index + 2, cells })) });
    }),
    { numRuns: 1000 },
  );
});

test('what the product itself writes is read', () => {
  const value = fc.array(sign, { maxLength: 8 }).map((signs) => `x${signs.join('')}y`);
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }), (rows) => {
      const columns = [0, 1].map((at) => ({ heading: `H${at}`, value: (row: [string, string]) => row[at] }));
      const read = parseCsv(writeCsv(columns, rows));
      expect(read?.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});
