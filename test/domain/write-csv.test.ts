import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type CellValue, writeCsv } from '../../domain/write-csv.ts';

const one = (value: CellValue) =>
  writeCsv([{ heading: 'H', value: (row: CellValue) => row }], [value]).slice('\uFEFFH\r\n'.length, -2);

/** Reads RFC 4180 with semicolons, written apart from the writer. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ';' || text.startsWith('\r\n', at))) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign !== ';') {
        rows.push([]);
        at += 1;
      }
    } else cell += sign;
  }
  return rows.slice(0, -1);
};

describe('a table as CSV', () => {
  it('is what a Swedish Excel opens: byte order mark, semicolons, CRLF', () => {
    const columns = [
      { heading: 'Rubrik', value: (row: { title: string; days: number }) => row.title },
      { heading: 'Ålder i dagar', value: (row: { days: number }) => row.days },
    ];
    const text = writeCsv(columns, [
      { title: 'Fler bussar – nu', days: 12 },
      { title: 'Å', days: -3 },
    ]);
    expect(text).toBe('\uFEFFRubrik;Ålder i dagar\r\nFler bussar – nu;12\r\nÅ;-3\r\n');
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(writeCsv(columns, [])).toBe('\uFEFFRubrik;Ålder i dagar\r\n');
  });

  test.each<[CellValue, string]>([
    [undefined, ''],
    ['', ''],
    [true, 'ja'],
    [false, 'nej'],
    [-12.5, '-12,5'],
    [0, '0'],
    ['RS 115/2026', 'RS 115/2026'],
    ['a;b', '"a;b"'],
    ['sa "nej"', '"sa ""nej"""'],
    ['två\nrader', '"två\nrader"'],
    [' blank', '" blank"'],
    ['Ek, Anna', '"Ek, Anna"'],
  ])('%j becomes %j', (value, cell) => {
    expect(one(value)).toBe(cell);
  });

  test.each([
    '=cmd|/C calc!A0',
    '+46',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '＝1',
    '"=1',
  ])('%j is not run as a formula', (value) => {
    const [, [cell = '']] = readCsv(writeCsv([{ heading: 'H', value: () => value }], [0]).slice(1)) as [
      unknown,
      string[],
    ];
    expect(cell).toMatch(/^['"]/);
    expect(cell.endsWith(value)).toBe(true);
  });

  it('is read back cell for cell, but for the apostrophe', () => {
    const texts = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { maxLength: 8 });
    fc.assert(
      fc.property(texts, (rows) => {
        const columns = [
          { heading: 'A', value: (row: [string, string]) => row[0] },
          { heading: 'B', value: (row: [string, string]) => row[1] },
        ];
        const [, ...read] = readCsv(writeCsv(columns, rows).slice(1));
        const plain = read.map((cells) => cells.map((cell) => cell.replace(/^'/, '')));
        expect(plain).toEqual(rows.map((cells) => cells.map((cell) => cell.replace(/^'/, ''))));
        for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
      { numRuns: 2000 },
    );
  });
});
