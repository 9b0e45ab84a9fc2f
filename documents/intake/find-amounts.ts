import type { Found, PaperAmount } from './reading.ts';

const number = '(\\d{1,3}(?:[ \\u00a0.\\u202f]\\d{3})+|\\d+)(?:,(\\d{1,2}))?';
const money = new RegExp(
  `(?<![\\d,./:-])${number}(?::-|[ \\u00a0\\n]?(kronor|kr|sek|tkr|mkr|mnkr|mdkr|tusen kronor|(?:miljoner|miljon|miljarder|miljard)(?:[ \\u00a0]kr(?:onor)?)?))(?![\\p{L}\\d])`,
  'giu',
);
const share = new RegExp(`(?<![\\d,./:-])${number}[ \\u00a0]?(?:%|procent(?!enhet))`, 'giu');

const factors: readonly (readonly [RegExp, number])[] = [
  [/^(?:mdkr|miljard)/iu, 1e9],
  [/^(?:mkr|mnkr|miljon)/iu, 1e6],
  [/^(?:tkr|tusen)/iu, 1e3],
];

/** Sums of money and shares in per cent, each once, in the order of the text: `952 381 kronor`, `1,5 mnkr`, `25 %`. */
export const findAmounts = (text: string): Found<PaperAmount>[] => {
  const all = [
    ...[...text.matchAll(money)].map((found) => {
      const [, whole = '', decimals = '', unit = ''] = found;
      const factor = factors.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;
      return placed(found, 'SEK', numberOf(whole, decimals) * factor);
    }),
    ...[...text.matchAll(share)].map((found) => placed(found, '%', numberOf(found[1] ?? '', found[2] ?? ''))),
  ].sort((one, other) => one.start - other.start);
  const isFirst = ({ value }: Found<PaperAmount>, index: number) =>
    all.findIndex((other) => other.value.value === value.value && other.value.unit === value.unit) === index;
  return all.filter(isFirst);
};

const numberOf = (whole: string, decimals: string): number =>
  Number(`${whole.replace(/\D/gu, '')}.${decimals === '' ? '0' : decimals}`);

const placed = (found: RegExpExecArray, unit: PaperAmount['unit'], value: number): Found<PaperAmount> => ({
  // A decimal times a million is not always whole in binary.
  value: { value: Math.round(value * 100) / 100, unit, text: found[0].replace(/\s+/gu, ' ') },
  start: found.index,
  end: found.index + found[0].length,
  confidence: 0.9,
});
