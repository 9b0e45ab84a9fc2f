import { z } from 'zod';

const MILLISECONDS_PER_DAY = 86_400_000;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Building a formatter costs far more than using it, and dates are asked for in every request. */
const stockholmFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const stockholmTimeFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * A day in the calendar of Europe/Stockholm, `YYYY-MM-DD`. The statutes count days, not hours
 * (lag (1930:173) 1 §), so a deadline is a date and never an instant. As text, dates sort by time.
 */
export const calendarDate = z.iso.date();
/** See {@link calendarDate}. */
export type CalendarDate = z.infer<typeof calendarDate>;

/** A moment in UTC, ISO 8601 with `Z`: when something was recorded or received, to the second or finer. */
export const instant = z.iso.datetime();
/** See {@link instant}. */
export type Instant = z.infer<typeof instant>;

/**
 * The day an instant falls on in Sweden, winter or summer time. It decides, for instance, which day a
 * document came in (FL 22 §) or a notice was posted (KL 13:5).
 *
 * @throws RangeError if the text is not an instant in UTC.
 */
export function stockholmDate(at: Instant): CalendarDate {
  // Without the Z, Date.parse would read the text in the time zone of the machine.
  if (!at.endsWith('Z')) throw new RangeError(`Not an instant in UTC: ${at}`);
  return stockholmFormat.format(Date.parse(at));
}

/**
 * The time of day an instant is in Sweden, `HH:MM`.
 *
 * @throws RangeError if the text is not an instant in UTC.
 */
export function stockholmTime(at: Instant): string {
  if (!at.endsWith('Z')) throw new RangeError(`Not an instant in UTC: ${at}`);
  return stockholmTimeFormat.format(Date.parse(at));
}

/**
 * The date `days` calendar days later, or earlier if negative.
 *
 * @throws RangeError if `date` is no date, `days` no integer, or the answer lies outside years 0000–9999.
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * The date `years` years later (or earlier): the same number in the same month; where there is no such day,
 * the last of the month (lag (1930:173) 1 §). Only 29 February can lack its day.
 *
 * @throws RangeError if `date` is no date, `years` no integer, or the answer lies outside years 0000–9999.
 */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const year = String(yearOf(date) + years).padStart(4, '0');
  const sameNumber = `${year}${date.slice(4)}`;
  const answer = date.endsWith('-02-29') && !isDate(sameNumber) ? `${year}-02-28` : sameNumber;
  // Refuses half years and years of more than four digits.
  toDayNumber(answer);
  return answer;
}

/**
 * Calendar days from one date to another: 0 for the same day, negative if `to` is the earlier.
 *
 * @throws RangeError if either is no date.
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/**
 * The day of the week by ISO 8601: 1 is Monday, 6 Saturday, 7 Sunday.
 *
 * @throws RangeError if `date` is no date.
 */
export function isoWeekday(date: CalendarDate): number {
  // Day 0, 1970-01-01, was a Thursday (4). The double remainder keeps earlier days positive.
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/**
 * The calendar year of a date, as a number: the year of a register number (domain.md §2.2).
 *
 * @throws RangeError if `date` is no date.
 */
export function yearOf(date: CalendarDate): number {
  toDayNumber(date);
  return Number(date.slice(0, 4));
}

/** Days since 1970-01-01. In UTC every day has 24 hours, so the two nights of clock change do no harm. */
function toDayNumber(date: CalendarDate): number {
  if (!isDate(date)) throw new RangeError(`Not a calendar date: ${date}`);
  return Date.parse(date) / MILLISECONDS_PER_DAY;
}

function fromDayNumber(day: number): CalendarDate {
  const text = new Date(day * MILLISECONDS_PER_DAY).toISOString();
  // Years outside four digits are written with a sign and two more digits.
  if (text.length !== '0000-00-00T00:00:00.000Z'.length)
    throw new RangeError(`Outside years 0000–9999: ${text}`);
  return text.slice(0, 10);
}

/** Date.parse takes 30 February for 2 March, so the day is read back; and much else that is no ISO date. */
function isDate(text: string): boolean {
  return datePattern.test(text) && new Date(Date.parse(text)).getUTCDate() === Number(text.slice(8));
}
