import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatRegisterNumber,
  parseRegisterNumber,
  type RegisterNumberParts,
  type RegisterSeries,
  registerSeries,
} from '../../domain/register-number.ts';

/** Any row of pieces at all: most are refused, and what is accepted must keep the promises below. */
const aPiece = fc.constantFrom(
  ...['{code}', '{seq}', '{seq:2}', '{seq:4}', '{year}', '{yy}', '{mm}', '{class}'],
  ...['-', '/', ' ', '.', ':', 'n', '0', '('],
);
const aPattern = fc
  .tuple(
    fc.array(aPiece, { maxLength: 4 }),
    fc.constantFrom('{year}', '{yy}', '{yy}{mm}'),
    fc.array(aPiece, { maxLength: 2 }),
    fc.constantFrom('{seq}', '{seq:2}', '{seq:4}', '{code}{seq}', '-{seq}'),
    fc.array(aPiece, { maxLength: 2 }),
    fc.constantFrom('', '-{doc}', '{doc}', '1{doc}'),
  )
  .map((pieces) => pieces.flat().join(''));
const aSeries = fc
  .record({
    authority: fc.constant('regionstyrelsen'),
    registerCode: fc.constantFrom('RS', 'Kst', 'R2', '2R', 'R-S', 'R.S'),
    pattern: aPattern,
    sequenceScope: fc.constantFrom('year' as const, 'month' as const),
    firstYear: fc.constantFrom(1950, 2000),
  })
  .map((series) => registerSeries.safeParse(series).data)
  .filter((series): series is RegisterSeries => series !== undefined);

/** Small numbers, so that two of them often differ in little: that is where texts would meet. */
const aNumber = fc.oneof(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 1, max: 120_000 }));
const someParts = fc.record({
  year: fc.integer({ min: 2000, max: 2049 }),
  sequence: aNumber,
  month: fc.integer({ min: 1, max: 12 }),
  classification: fc.constantFrom('1', '10', '107', '1.1', '2.10', 'n1', '0'),
  document: fc.option(aNumber, { nil: undefined }),
});

type SomeParts = typeof someParts extends fc.Arbitrary<infer P> ? P : never;

function written(series: RegisterSeries, { document, ...parts }: SomeParts) {
  const holdsDocument = series.pattern.includes('{doc}') && document !== undefined;
  const shown: RegisterNumberParts = holdsDocument ? { ...parts, document } : parts;
  try {
    return { shown, text: formatRegisterNumber(series, shown) };
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return undefined;
  }
}

test('what is written is read back, with everything the pattern shows', () => {
  fc.assert(
    fc.property(aSeries, someParts, (series, parts) => {
      const number = written(series, parts);
      fc.pre(number !== undefined);
      const { month, classification, ...always } = number.shown;
      expect(parseRegisterNumber(series, number.text)).toEqual({
        ...always,
        ...(series.pattern.includes('{mm}') && { month }),
        ...(series.pattern.includes('{class}') && { classification }),
      });
    }),
    { numRuns: 1000 },
  );
});

test('an accepted pattern can write every number that fits its padding', () => {
  const fits = { sequence: fc.integer({ min: 1, max: 99 }) };
  fc.assert(
    fc.property(aSeries, someParts, fc.record(fits), (series, parts, { sequence }) => {
      expect(written(series, { ...parts, sequence })).toBeDefined();
    }),
    { numRuns: 1000 },
  );
});

test('two numbers of a century that differ in year or sequence never have the same text', () => {
  fc.assert(
    fc.property(aSeries, fc.array(someParts, { minLength: 2, maxLength: 30 }), (series, manyParts) => {
      const numbers = manyParts
        .map((parts) => written(series, parts))
        .filter((number) => number !== undefined);
      const names = new Map<string, string>();
      for (const { shown, text } of numbers) {
        const month = series.sequenceScope === 'month' ? shown.month : '';
        const name = `${shown.year} ${month} ${shown.sequence}`;
        expect(names.get(text) ?? name).toBe(name);
        names.set(text, name);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a text with a character changed, added or lost is another number or none, never the same again', () => {
  const anEdit = fc.record({
    at: fc.nat(16),
    lost: fc.nat(1),
    added: fc.constantFrom('', '0', '1', '-', ' '),
  });
  fc.assert(
    fc.property(aSeries, someParts, anEdit, (series, parts, { at, lost, added }) => {
      const text = written(series, parts)?.text;
      fc.pre(text !== undefined);
      const edited = `${text.slice(0, at)}${added}${text.slice(at + lost)}`;
      const read = parseRegisterNumber(series, edited);
      if (read !== undefined) expect(formatRegisterNumber(series, read)).toBe(edited);
    }),
    { numRuns: 1000 },
  );
});

test('in a small world every pair is compared, in every shape of pattern', () => {
  const shapes = ['{code} {seq}/{year}', '{yy}{code}{seq}-{doc}', '{code} {yy}{seq:2}', '{seq:2}{yy} {code}'];
  const numbers = [2000, 2001, 2010, 2011, 2099].flatMap((year) =>
    Array.from({ length: 120 }, (_, index) => ({ year, sequence: index + 1 })),
  );
  for (const pattern of shapes) {
    const series = registerSeries.parse({ authority: 'regionstyrelsen', registerCode: 'RS', pattern });
    const fitting = numbers.filter(({ sequence }) => sequence < 100 || !pattern.includes(':2'));
    const texts = fitting.map((number) => formatRegisterNumber(series, number));
    expect(new Set(texts).size).toBe(fitting.length);
  }
});
