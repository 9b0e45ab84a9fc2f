import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../domain/csv.ts';

describe('a table', () => {
  it('keeps the numbers of the spreadsheet’s rows past empty ones', () => {
    expect(parseCsv('a;b\n\n;\nx;y\n')).toEqual({
      headings: ['a', 'b'],
      rows: [{ row: 4, cells: ['x', 'y'] }],
    });
  });

  it('is parted by the sign that parts its headings, not by what stands within quotes', () => {
    expect(parseCsv('"a;b;c",d\n1,2')?.rows[0]?.cells).toEqual(['1', '2']);
    expect(parseCsv('"a\nb;c",d\n1,2')?.rows[0]?.cells).toEqual(['1', '2']);
    expect(parseCsv('a;b\n"1,2,3,4";x')?.rows[0]?.cells).toEqual(['1,2,3,4', 'x']);
  });

  it.each(['a,b\n"x,y', 'a,b\n"x"y,z', 'a,b\n  "x" y,z', '"a'])('cannot be told apart: %j', (content) => {
    expect(parseCsv(content)).toBeUndefined();
  });

  it('loses a byte order mark at its start only', () => {
    expect(parseCsv('\uFEFFa;b\nx;y')?.headings).toEqual(['a', 'b']);
    expect(parseCsv('a;b\nx;y\uFEFF.')?.rows[0]?.cells).toEqual(['x', 'y\uFEFF.']);
  });

  it('may be empty', () => {
    expect(parseCsv('')).toEqual({ headings: [], rows: [] });
    expect(parseCsv('\uFEFF')).toEqual({ headings: [], rows: [] });
  });

  it.each([',', ';', '\t'])('is parted by %j', (separator) => {
    const content = [
      ['a', 'b', 'c'],
      ['1', '2,5', '3'],
    ].map((cells) => cells.map((each) => (each.includes(separator) ? `"${each}"` : each)).join(separator));
    expect(parseCsv(content.join('\n'))).toEqual({
      headings: ['a', 'b', 'c'],
      rows: [{ row: 2, cells: ['1', '2,5', '3'] }],
    });
  });

  it('is parted by commas where no sign is more frequent', () => {
    expect(parseCsv('a,b;c\nx,y;z')?.headings).toEqual(['a', 'b;c']);
    expect(parseCsv('only\nx')).toEqual({ headings: ['only'], rows: [{ row: 2, cells: ['x'] }] });
  });

  it('is parted by what its headings have most of, whatever the rows have', () => {
    expect(parseCsv('a;b;c,d\n1;2;3')?.headings).toEqual(['a', 'b', 'c,d']);
    expect(parseCsv('a\tb\tc;d\n1')?.headings).toEqual(['a', 'b', 'c;d']);
    expect(parseCsv('a;b\n1,2,3,4,5;x')?.rows[0]?.cells).toEqual(['1,2,3,4,5', 'x']);
  });

  it('has a quote doubled within quotes, and trims what is around and within', () => {
    expect(parseCsv('a;b\n "x ""y"" z" ; "  q "')?.rows[0]?.cells).toEqual(['x "y" z', 'q']);
    expect(parseCsv('a;b\n  bare  ;')?.rows[0]?.cells).toEqual(['bare', '']);
    expect(parseCsv('a;b\nb"c;d')?.rows[0]?.cells).toEqual(['b"c', 'd']);
  });

  it('keeps a line break within quotes, and ends a line at either kind outside', () => {
    expect(parseCsv('a;b\r\n"x\r\ny";1\r\nz;2\n')?.rows).toEqual([
      { row: 2, cells: ['x\r\ny', '1'] },
      { row: 3, cells: ['z', '2'] },
    ]);
  });

  it('ends with an empty cell where the last sign parts', () => {
    expect(parseCsv('a;b;\n1;2;')).toEqual({
      headings: ['a', 'b', ''],
      rows: [{ row: 2, cells: ['1', '2', ''] }],
    });
    expect(parseCsv('a;b\n1;""')?.rows[0]?.cells).toEqual(['1', '']);
  });
});
