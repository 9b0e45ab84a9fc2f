import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Found } from './reading.ts';
import { spelt } from './spelling.ts';
import { datesIn } from './swedish-dates.ts';
import { type Line, onOneLine, type WrittenText } from './written-text.ts';

const headLines = 14;
const otherDay = spelt('senast|uppfölj|giltig|gäller|inkom|sammanträde|beslutad|återrapport');
const columns = spelt('^tjänsteställe,?\\s*handläggare\\b.*datum');

/**
 * The day of the paper itself: in the head, or where it is signed (`Gävle den 3 mars 2024`). A day that a sentence
 * speaks of is not it, nor one by which something is to be done; a paper may have none (seeds 001, 003, 004).
 */
export const findDate = ({ lines }: WrittenText): Found<CalendarDate> | undefined => {
  const written = lines.filter((line) => line.text !== '');
  const below = written.findIndex((line) => columns.test(line.text));
  const inColumns = below === -1 ? undefined : dateOf(written[below + 1]);
  if (inColumns !== undefined) return { ...inColumns, confidence: 0.95 };
  const labelled = written.find(
    (line) => /^(?:datum|date|sammanträdesdatum)\b/iu.test(line.text) && datesIn(line.text).length > 0,
  );
  if (labelled !== undefined) return dateOf(labelled);
  const head = written.slice(0, headLines).find(isDateLine);
  if (head !== undefined) return dateOf(head);
  const signed = written.toReversed().find(isDateLine);
  const found = dateOf(signed);
  return found && { ...found, confidence: 0.8 };
};

const dateOf = (line: Line | undefined): Found<CalendarDate> | undefined => {
  const [found] = line === undefined ? [] : datesIn(line.text);
  return found && line && { ...found, start: line.start + found.start, end: line.start + found.end };
};

/** A line that is a date, perhaps with a place or a label before it and little else. */
const isDateLine = (line: Line): boolean => {
  const [date, another] = datesIn(line.text);
  if (date === undefined || another !== undefined || otherDay.test(line.text)) return false;
  const rest = onOneLine(line.text.slice(0, date.start) + line.text.slice(date.end));
  return /^(?:datum:?|daterad:?|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?,? ?(?:den|d\.)? ?[.,]?$/u.test(rest);
};
