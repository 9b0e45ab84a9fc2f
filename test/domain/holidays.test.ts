import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, isoWeekday, yearOf } from '../../domain/calendar-date.ts';
import { isNonWorkingDay, isPublicHoliday, publicHolidays } from '../../domain/holidays.ts';

const FIRST_YEAR = 2005;
const LAST_YEAR = 2060;

/**
 * The oracle: npm `date-holidays`, country SE, whose entries have a type. Compared are
 * - `public`: lag (1989:253), against `publicHolidays`;
 * - `public` + `bank` + Saturdays + Sundays, against H (domain.md §7.1). `bank` is midsommarafton, julafton
 *   and nyårsafton: not public holidays, but in H by lag (1930:173) 2 §.
 * Not compared are `optional` and `observance`: trettondagsafton, skärtorsdagen, påskafton,
 * valborgsmässoafton, pingstafton, annandag pingst, allhelgonaafton, Lucia and so on. None of them is in H by
 * itself; påskafton and pingstafton always are, because they are Saturdays.
 */
const oracle = new Holidays('SE');
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

function oracleEntries(year: number, types: readonly string[]) {
  return oracle
    .getHolidays(year)
    .filter((entry) => types.includes(entry.type))
    .map((entry) => ({ date: entry.date.slice(0, 10), name: entry.name }));
}

function oracleDates(types: readonly string[]): Set<CalendarDate> {
  return new Set(years.flatMap((year) => oracleEntries(year, types).map((entry) => entry.date)));
}

function everyDay(): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = `${FIRST_YEAR}-01-01`; yearOf(day) <= LAST_YEAR; day = addDays(day, 1)) days.push(day);
  return days;
}

describe('against date-holidays, 2005–2060', () => {
  test('every day is in H exactly if the oracle has it as public, bank, Saturday or Sunday', () => {
    const free = oracleDates(['public', 'bank']);
    const days = everyDay();
    expect(days).toHaveLength(20_454);
    const disagreements = days.filter(
      (day) => isNonWorkingDay(day) !== (free.has(day) || isoWeekday(day) >= 6),
    );
    expect(disagreements).toEqual([]);
  });

  test('every day is a public holiday exactly if the oracle has it as public, or it is a Sunday', () => {
    const holidays = oracleDates(['public']);
    const isFree = (day: CalendarDate) => holidays.has(day) || isoWeekday(day) === 7;
    expect(everyDay().filter((day) => isPublicHoliday(day) !== isFree(day))).toEqual([]);
  });

  test('the public holidays of every year are the same, name by name', () => {
    const sorted = (entries: readonly { date: string; name: string }[]) =>
      entries.map(({ date, name }) => `${date} ${name}`).sort();
    for (const year of years) {
      expect(sorted(publicHolidays(year))).toEqual(sorted(oracleEntries(year, ['public'])));
    }
  });

  test('the only days of H that are neither weekend nor public holiday are the three eves', () => {
    const publicDays = oracleDates(['public']);
    const rest = everyDay().filter(
      (day) => isNonWorkingDay(day) && isoWeekday(day) < 6 && !publicDays.has(day),
    );
    const eves = new Set(years.flatMap((year) => oracleEntries(year, ['bank']).map((entry) => entry.name)));
    expect(eves).toEqual(new Set(['midsommarafton', 'julafton', 'nyårsafton']));
    const monthsAndDays = new Set(rest.map((day) => day.slice(5)));
    const midsummerEves = ['06-19', '06-20', '06-21', '06-22', '06-23', '06-24', '06-25'];
    expect(monthsAndDays).toEqual(new Set([...midsummerEves, '12-24', '12-31']));
  });
});

describe('days that are easily taken for holidays', () => {
  test.each([
    ['trettondagsafton', '2026-01-05'],
    ['skärtorsdagen', '2026-04-02'],
    ['valborgsmässoafton', '2026-04-30'],
    ['the Friday after Kristi himmelsfärdsdag', '2026-05-15'],
    ['annandag pingst', '2026-05-25'],
    ['allhelgonaafton', '2026-10-30'],
    ['Lucia', '2027-12-13'],
  ])('%s is a working day', (_, date) => {
    expect(isNonWorkingDay(date)).toBe(false);
  });

  test('påskafton is not a public holiday, but a Saturday', () => {
    expect(publicHolidays(2026).map((holiday) => holiday.date)).not.toContain('2026-04-04');
    expect(isNonWorkingDay('2026-04-04')).toBe(true);
  });
});

test('two holidays may share a date', () => {
  const names = publicHolidays(2008).filter((holiday) => holiday.date === '2008-05-01');
  expect(names.map((holiday) => holiday.name).sort()).toEqual(['Kristi himmelsfärdsdag', 'första maj']);
});

test('they come in order of date', () => {
  const dates = publicHolidays(2026).map((holiday) => holiday.date);
  expect(dates).toEqual([...dates].sort());
  expect(dates).toHaveLength(13);
});

test('before 2005 annandag pingst stood in place of nationaldagen', () => {
  expect(isNonWorkingDay('2004-05-31')).toBe(true);
  expect(isNonWorkingDay('2003-06-06')).toBe(false);
  expect(isNonWorkingDay('2005-05-16')).toBe(false);
  expect(isNonWorkingDay('2005-06-06')).toBe(true);
});

test.each([-1, 10_000, 2026.5, Number.NaN])('there is no year %d', (year) => {
  expect(() => publicHolidays(year)).toThrow(RangeError);
});

test('what is no date is refused', () => {
  expect(() => isNonWorkingDay('2026-02-30')).toThrow(RangeError);
});
