import { addDays, type CalendarDate, isoWeekday, yearOf } from './calendar-date.ts';

/** A public holiday: its date, and its Swedish name as in lag (1989:253) om allmänna helgdagar. */
export type PublicHoliday = { readonly date: CalendarDate; readonly name: string };

const SATURDAY = 6;

/** A year's days never change, so the answer for a year is worked out once. At most 10 000 years exist. */
const nonWorkingDaysByYear = new Map<number, ReadonlySet<CalendarDate>>();

/**
 * The public holidays of a year other than ordinary Sundays, by date: lag (1989:253) 1 §.
 *
 * Valid from 2005 on: SFS 2004:1320 (in force 1 April 2005) made nationaldagen, 6 June, a public holiday in
 * place of annandag pingst. For earlier years annandag pingst is given instead, as 1 § read before; that is
 * right from 1990, when the act came into force, and only an extrapolation before it. Nothing earlier than
 * 2005 is checked by test against another source. Two holidays may share a date (in 2008, 1 May was also
 * Kristi himmelsfärdsdag); both are given.
 *
 * @throws RangeError if `year` is not an integer from 0 to 9999.
 */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const easterDay = easter(year);
  const replacedIn2005 =
    year >= 2005
      ? { date: inYear(year, '06-06'), name: 'nationaldagen' }
      : { date: addDays(easterDay, 50), name: 'annandag pingst' };
  const holidays = [
    { date: inYear(year, '01-01'), name: 'nyårsdagen' },
    { date: inYear(year, '01-06'), name: 'trettondedag jul' },
    { date: addDays(easterDay, -2), name: 'långfredagen' },
    { date: easterDay, name: 'påskdagen' },
    { date: addDays(easterDay, 1), name: 'annandag påsk' },
    { date: inYear(year, '05-01'), name: 'första maj' },
    { date: addDays(easterDay, 39), name: 'Kristi himmelsfärdsdag' },
    { date: addDays(easterDay, 49), name: 'pingstdagen' },
    replacedIn2005,
    { date: midsummerDay(year), name: 'midsommardagen' },
    { date: saturdayOnOrAfter(inYear(year, '10-31')), name: 'alla helgons dag' },
    { date: inYear(year, '12-25'), name: 'juldagen' },
    { date: inYear(year, '12-26'), name: 'annandag jul' },
  ];
  return holidays.sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
}

/**
 * Whether a day is in the set H of domain.md §7.1: Sundays and other public holidays, Saturdays,
 * midsommarafton, julafton and nyårsafton. A time limit that would end on such a day ends on the next day
 * that is not one (lag (1930:173) 2 §). Valid from 2005 on, see {@link publicHolidays}.
 *
 * @throws RangeError if `date` is no date.
 */
export function isNonWorkingDay(date: CalendarDate): boolean {
  return isoWeekday(date) >= SATURDAY || nonWorkingDays(yearOf(date)).has(date);
}

/**
 * Whether a date is a "söndag eller annan allmän helgdag": a Sunday, or a public holiday of lag (1989:253). What is not
 * is a "vardag" in the words of a statute, Saturdays and the three eves among them.
 *
 * @throws RangeError if `date` is no date.
 */
export function isPublicHoliday(date: CalendarDate): boolean {
  return isoWeekday(date) > SATURDAY || publicHolidays(yearOf(date)).some((holiday) => holiday.date === date);
}

function nonWorkingDays(year: number): ReadonlySet<CalendarDate> {
  const known = nonWorkingDaysByYear.get(year);
  if (known !== undefined) return known;
  const midsummerEve = addDays(midsummerDay(year), -1);
  const eves = [midsummerEve, inYear(year, '12-24'), inYear(year, '12-31')];
  const days = new Set([...eves, ...publicHolidays(year).map((holiday) => holiday.date)]);
  nonWorkingDaysByYear.set(year, days);
  return days;
}

/** The Saturday from 20 to 26 June. */
function midsummerDay(year: number): CalendarDate {
  return saturdayOnOrAfter(inYear(year, '06-20'));
}

function saturdayOnOrAfter(date: CalendarDate): CalendarDate {
  return addDays(date, (SATURDAY - isoWeekday(date) + 7) % 7);
}

function inYear(year: number, monthAndDay: string): CalendarDate {
  return `${String(year).padStart(4, '0')}-${monthAndDay}`;
}

/**
 * Easter Sunday in the Gregorian calendar, by the anonymous algorithm in Meeus, Astronomical Algorithms,
 * ch. 8. The letters are his: they stand for steps, not for things.
 */
function easter(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const daysAfter22March = h + l - 7 * m;
  return addDays(inYear(year, '03-22'), daysAfter22March);
}
