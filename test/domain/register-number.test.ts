import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { calendarDate } from '../../domain/calendar-date.ts';
import {
  formatRegisterNumber,
  isAcceptableTypedNumber,
  parseRegisterNumber,
  type RegisterNumberParts,
  registerSeries,
} from '../../domain/register-number.ts';

function aSeries(registerCode: string, pattern: string, rest: Partial<z.input<typeof registerSeries>> = {}) {
  return registerSeries.parse({ authority: 'regionstyrelsen', registerCode, pattern, ...rest });
}

/** domain.md §2.2, row by row. */
const seen: [string, string, string, RegisterNumberParts][] = [
  ['RS 115/2018', 'RS', '{code} {seq}/{year}', { year: 2018, sequence: 115 }],
  ['RS 912-2025', 'RS', '{code} {seq}-{year}', { year: 2025, sequence: 912 }],
  ['23RS6594', 'RS', '{yy}{code}{seq}-{doc}', { year: 2023, sequence: 6594 }],
  ['23RS3-182', 'RS', '{yy}{code}{seq}-{doc}', { year: 2023, sequence: 3, document: 182 }],
  ['2018/01948-1', 'RS', '{year}/{seq:5}-{doc}', { year: 2018, sequence: 1948, document: 1 }],
  ['109-7-2017', 'RS', '{class}-{seq}-{year}', { year: 2017, sequence: 7, classification: '109' }],
  ['LTV 160412', 'LTV', '{code} {yy}{seq:4}', { year: 2016, sequence: 412 }],
  ['LS 0806-0619', 'LS', '{code} {yy}{mm}-{seq:4}', { year: 2008, month: 6, sequence: 619 }],
  [
    'KSF-2023-024-539',
    'KSF',
    '{code}-{year}-{seq:3}-{class}',
    { year: 2023, sequence: 24, classification: '539' },
  ],
  ['SLK-2026-00459', 'SLK', '{code}-{year}-{seq:5}', { year: 2026, sequence: 459 }],
  ['2025.511 KS', 'KS', '{year}.{seq} {code}', { year: 2025, sequence: 511 }],
  ['Kst/2015:617', 'Kst', '{code}/{year}:{seq}', { year: 2015, sequence: 617 }],
  ['KS 02-820 107', 'KS', '{code} {yy}-{seq} {class}', { year: 2002, sequence: 820, classification: '107' }],
];

test.each(seen)('%s is written and read', (text, code, pattern, parts) => {
  const series = aSeries(code, pattern);
  expect(formatRegisterNumber(series, parts)).toBe(text);
  expect(parseRegisterNumber(series, text)).toEqual(parts);
});

describe('traps of domain.md §2.2', () => {
  const jamtland = aSeries('RS', '{code} {seq}/{year}');
  const orebro = aSeries('RS', '{yy}{code}{seq}-{doc}');
  const vasterbotten = aSeries('RS', '{code} {seq}-{year}');
  const vastmanland = aSeries('LTV', '{code} {yy}{seq:4}');
  const everySeries = seen.map(([, code, pattern]) => aSeries(code, pattern));

  test('LTV 160412 is number 412 of 2016 and no date', () => {
    expect(parseRegisterNumber(vastmanland, 'LTV 160412')).toEqual({ year: 2016, sequence: 412 });
    expect(calendarDate.safeParse('LTV 160412').success).toBe(false);
    expect(parseRegisterNumber(vastmanland, 'LTV 2016-04-12')).toBeUndefined();
  });

  test.each([
    ["the Government's", 'A2021/01714'],
    ['a telephone number', '43791'],
    ['a cost object', '9908'],
    ['plain words as Beteckning', 'Svar på motion'],
    ['a motion number', '27-2025'],
    ['nothing', ''],
  ])('%s is in no series seen', (_, text) => {
    for (const series of everySeries) expect(parseRegisterNumber(series, text)).toBeUndefined();
  });

  test('one register is not taken for another', () => {
    expect(parseRegisterNumber(jamtland, '23RS6594')).toBeUndefined();
    expect(parseRegisterNumber(orebro, 'RS 115/2018')).toBeUndefined();
    expect(parseRegisterNumber(vasterbotten, 'RS 115/2018')).toBeUndefined();
    expect(parseRegisterNumber(vasterbotten, 'KS 912-2025')).toBeUndefined();
  });

  test.each([
    'RS 0115/2018',
    ' RS 115/2018',
    'RS 115/2018\n',
    'rs 115/2018',
    'RS 115/18',
    'RS 0/2018',
    'RS  115/2018',
  ])('%j is not another way to write RS 115/2018', (text) => {
    expect(parseRegisterNumber(jamtland, text)).toBeUndefined();
  });

  test('a sign of the pattern is itself, not a wildcard', () => {
    expect(parseRegisterNumber(aSeries('KS', '{year}.{seq} {code}'), '2025x511 KS')).toBeUndefined();
  });

  test('a typed number names a case, not a document in it', () => {
    expect(isAcceptableTypedNumber(orebro, '23RS3')).toBe(true);
    expect(isAcceptableTypedNumber(orebro, '23RS3-182')).toBe(false);
    expect(isAcceptableTypedNumber(vasterbotten, 'RS 912-2025')).toBe(true);
    expect(isAcceptableTypedNumber(vasterbotten, '27-2025')).toBe(false);
    expect(isAcceptableTypedNumber(aSeries('RS', '{year}/{seq:5}-{doc}'), '2018/01948')).toBe(true);
  });
});

describe('what a text cannot hold is an error, never another number', () => {
  // Made in each test: how a series is read is remembered.
  const adjoining = () => aSeries('LTV', '{code} {yy}{seq:4}');
  const separated = () => aSeries('SLK', '{code}-{year}-{seq:5}');
  const monthly = () => aSeries('LS', '{code} {yy}{mm}-{seq:4}', { sequenceScope: 'month' });
  const classified = () => aSeries('KS', '{code} {yy}-{seq} {class}');

  test('digits that adjoin others hold no more than their padding', () => {
    expect(formatRegisterNumber(adjoining(), { year: 2016, sequence: 9999 })).toBe('LTV 169999');
    expect(() => formatRegisterNumber(adjoining(), { year: 2016, sequence: 10_000 })).toThrow(RangeError);
  });

  test('digits that stand alone may outgrow it', () => {
    expect(formatRegisterNumber(separated(), { year: 2026, sequence: 123_456 })).toBe('SLK-2026-123456');
    expect(parseRegisterNumber(separated(), 'SLK-2026-0123456')).toBeUndefined();
  });

  test('a two-digit year stays within its century', () => {
    expect(() => formatRegisterNumber(adjoining(), { year: 2116, sequence: 412 })).toThrow(RangeError);
    expect(() => formatRegisterNumber(adjoining(), { year: 1999, sequence: 412 })).toThrow(RangeError);
    const older = aSeries('LTV', '{code} {yy}{seq:4}', { firstYear: 1971 });
    expect(parseRegisterNumber(older, 'LTV 710001')?.year).toBe(1971);
    expect(parseRegisterNumber(older, 'LTV 700001')?.year).toBe(2070);
  });

  test.each([0, -1, 1.5, Number.NaN, 1_000_000_000, 1e21])('sequence %d', (sequence) => {
    expect(() => formatRegisterNumber(separated(), { year: 2026, sequence })).toThrow(RangeError);
  });

  test.each([26, 20_260, 2026.5, -2026])('year %d', (year) => {
    expect(() => formatRegisterNumber(separated(), { year, sequence: 1 })).toThrow(RangeError);
  });

  test.each([undefined, 0, 13])('month %d', (month) => {
    const parts = { year: 2026, sequence: 1, ...(month !== undefined && { month }) };
    expect(() => formatRegisterNumber(monthly(), parts)).toThrow(RangeError);
  });

  test.each([undefined, '', '10 7', '1..2', 'å'])('classification %j', (classification) => {
    const parts = { year: 2026, sequence: 1, ...(classification !== undefined && { classification }) };
    expect(() => formatRegisterNumber(classified(), parts)).toThrow(RangeError);
  });

  test('a document number without a place, or that is none', () => {
    expect(() => formatRegisterNumber(separated(), { year: 2026, sequence: 1, document: 1 })).toThrow(
      RangeError,
    );
    const suffixed = aSeries('RS', '{yy}{code}{seq}-{doc}');
    expect(() => formatRegisterNumber(suffixed, { year: 2026, sequence: 1, document: 0 })).toThrow(
      RangeError,
    );
  });

  test('month and class are left out where the pattern does not show them', () => {
    const parts = { year: 2026, sequence: 1, month: 6, classification: '107' };
    expect(formatRegisterNumber(separated(), parts)).toBe('SLK-2026-00001');
  });
});

describe('patterns that are refused', () => {
  test.each([
    ['an unknown placeholder', '{code} {nr}/{year}'],
    ['an unknown width', '{code} {seq:0}/{year}'],
    ['a width where none is known', '{code} {seq}/{year:5}'],
    ['a stray brace', '{code} {seq}/{year}}'],
    ['no sequence', '{code} {year}'],
    ['two sequences', '{seq} {code} {seq}/{year}'],
    ['no year', '{code} {seq}'],
    ['two years', '{code} {yy} {seq}/{year}'],
    ['two months', '{code} {yy}{mm}-{mm}-{seq:4}'],
    ['two classes', '{class} {code} {year}-{seq} {class}'],
    ['two documents', '{code} {year}-{seq}-{doc}-{doc}'],
    ['an empty one', ''],
    ['a space at the end', '{code} {seq}/{year} '],
    ['a line break', '{code}\n{seq}/{year}'],
    ['unpadded digits after the year', '{code} {yy}{seq}'],
    ['unpadded digits before the year', '{code} {seq}{year}'],
    ['unpadded digits beside a digit in the text', '{code} {year}/1{seq}'],
    ['class beside sequence', '{class}{seq:4}/{year}'],
    ['class beside a letter', '{class}{code}{seq}/{year}'],
    ['class beside a dot', '{class}.{seq}/{year}'],
    ['document beside sequence', '{code} {year}/{seq:5}{doc}'],
    ['document not last', '{doc}-{seq}/{year}'],
    ['document after the code alone', '{seq}/{year} {code}{doc}'],
    ['document after a digit', '{code} {seq}/{year}-0{doc}'],
  ])('%s: %j', (_, pattern) => {
    const series = { authority: 'regionstyrelsen', registerCode: 'RS', pattern };
    const issues = registerSeries.safeParse(series).error?.issues ?? [];
    expect(issues.map((issue) => issue.path)).toContainEqual(['pattern']);
  });

  test.each([
    ['{code} {nr}/{year}', 'unknown placeholder, stray brace or control character'],
    ['{code} {year}', 'must hold {seq} exactly once'],
    ['{code} {seq}', 'must hold one of {year} and {yy}, once'],
    ['{code} {yy}{mm}-{mm}-{seq:4}', 'holds a placeholder twice'],
    ['{doc}-{seq}/{year}', '{doc} must come last, after text'],
    ['{code} {seq}/{year} ', 'begins or ends with a space'],
  ])('%j is told why: %s', (pattern, message) => {
    const series = { authority: 'regionstyrelsen', registerCode: 'RS', pattern };
    expect(registerSeries.safeParse(series).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test('a sequence that restarts each month, with the month', () => {
    const series = aSeries('LS', '{code} {yy}{mm}-{seq:4}', { sequenceScope: 'month' });
    expect(formatRegisterNumber(series, { year: 2008, month: 6, sequence: 619 })).toBe('LS 0806-0619');
  });

  test('nine digits are the most a sequence has, padded or not', () => {
    const widest = aSeries('SLK', '{code}-{year}-{seq:9}');
    expect(formatRegisterNumber(widest, { year: 2026, sequence: 999_999_999 })).toBe('SLK-2026-999999999');
    expect(parseRegisterNumber(widest, 'SLK-2026-1000000000')).toBeUndefined();
    expect(parseRegisterNumber(aSeries('SLK', '{code}-{year}-{seq}'), 'SLK-2026-1000000000')).toBeUndefined();
  });

  test('a code that ends in a digit beside the sequence', () => {
    expect(() => aSeries('RS1', '{yy}{code}{seq}')).toThrow(/ambiguous/);
    expect(aSeries('RS1', '{code} {seq}/{year}').registerCode).toBe('RS1');
  });

  test('a sequence that restarts each month, without the month', () => {
    expect(() => aSeries('LS', '{code} {yy}-{seq:4}', { sequenceScope: 'month' })).toThrow(/\{mm\}/);
  });
});
