import { type CalendarDate, calendarDate } from '../../domain/calendar-date.ts';
import type { Found } from './reading.ts';
import { spelt } from './spelling.ts';

const months = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];
const monthWord =
  '(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|aug|sept|okt|nov|dec)';

const forms: readonly {
  readonly pattern: RegExp;
  readonly order: 'ymd' | 'dmy';
  readonly confidence: number;
}[] = [
  { pattern: /(?<![\d/:-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])/gu, order: 'ymd', confidence: 0.95 },
  {
    pattern: spelt(`(?<![\\d-])(\\d{1,2}):?(?:e|de)? ${monthWord}\\.? ((?:19|20)\\d\\d)(?!\\d)`, 'g'),
    order: 'dmy',
    confidence: 0.95,
  },
  {
    pattern: /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[ -./]\s?((?:19|20)\d\d)(?!\d)/gu,
    order: 'dmy',
    confidence: 0.8,
  },
  { pattern: /(?<![\d/.])((?:19|20)\d\d)[ ./](\d\d)[ ./](\d\d)(?![\d/])/gu, order: 'ymd', confidence: 0.8 },
];

/**
 * The dates of a text, in its order: `2023-05-31`, `den 31 maj 2023`, `31/5 2023`, `2023 05 31`. Six digits together
 * are none: `LTV 160412` is a register number (domain.md §2.2), and so is neither a year nor a span of years.
 */
export const datesIn = (text: string): Found<CalendarDate>[] => {
  const found: Found<CalendarDate>[] = [];
  for (const { pattern, order, confidence } of forms) {
    for (const { 0: whole, 1: first = '', 2: second = '', 3: third = '', index } of text.matchAll(pattern)) {
      const [year, month, day] = order === 'ymd' ? [first, second, third] : [third, second, first];
      const date = calendarDate.safeParse(`${year}-${monthNumber(month)}-${day.padStart(2, '0')}`);
      const isTaken = found.some((other) => index < other.end && other.start < index + whole.length);
      if (date.success && !isTaken) {
        found.push({ value: date.data, start: index, end: index + whole.length, confidence });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
};

const monthNumber = (written: string): string => {
  const index = months.findIndex((month) => month.startsWith(written.toLocaleLowerCase('sv').slice(0, 3)));
  return /^\d+$/u.test(written) ? written.padStart(2, '0') : String(index + 1).padStart(2, '0');
};
