import { describe, expect, test } from 'vitest';
import {
  addDays,
  addYears,
  calendarDate,
  daysBetween,
  instant,
  isoWeekday,
  stockholmDate,
  yearOf,
} from '../../domain/calendar-date.ts';

describe('schemas', () => {
  test.each(['2024-02-29', '2026-12-31'])('%s is a calendar date', (text) => {
    expect(calendarDate.parse(text)).toBe(text);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-5', '20260105', '2026-01-05T00:00:00Z', 'LTV 160412', ''])(
    '%s is no calendar date',
    (text) => {
      expect(calendarDate.safeParse(text).success).toBe(false);
    },
  );

  test('an instant is in UTC', () => {
    expect(instant.safeParse('2026-01-05T10:00:00.000Z').success).toBe(true);
    expect(instant.safeParse('2026-01-05T10:00:00+01:00').success).toBe(false);
    expect(instant.safeParse('2026-01-05T10:00:00').success).toBe(false);
  });
});

describe('stockholmDate', () => {
  test.each([
    ['winter, last millisecond', '2026-01-14T22:59:59.999Z', '2026-01-14'],
    ['winter, midnight', '2026-01-14T23:00:00Z', '2026-01-15'],
    ['summer, last millisecond', '2026-07-14T21:59:59.999Z', '2026-07-14'],
    ['summer, midnight', '2026-07-14T22:00:00Z', '2026-07-15'],
    ['new year in Sweden, old in UTC', '2025-12-31T23:00:00Z', '2026-01-01'],
    // Summer time began 2026-03-29 at 01:00 UTC and ended 2026-10-25 at 01:00 UTC.
    ['the short day begins by winter time', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['the short day ends by summer time', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['the day after the short day', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['the long day begins by summer time', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['the long day ends by winter time', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['the day after the long day', '2026-10-25T23:00:00Z', '2026-10-26'],
  ])('%s', (_, at, expected) => {
    expect(stockholmDate(at)).toBe(expected);
  });

  test.each(['2026-01-14T23:00:00', '2026-01-14', 'Z', 'yesterdayZ'])('refuses %s', (text) => {
    expect(() => stockholmDate(text)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['0099-12-31', 1, '0100-01-01'],
    ['1969-12-31', 0, '1969-12-31'],
  ])('addDays(%s, %i)', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2096-02-29', 4, '2100-02-28'],
    ['2023-02-28', 1, '2024-02-28'],
    ['2025-11-30', 1, '2026-11-30'],
    ['2026-01-31', -1, '2025-01-31'],
  ])('addYears(%s, %i)', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });

  test.each([
    ['1969-12-28', 7],
    ['1970-01-01', 4],
    ['2000-12-06', 3],
    ['2026-06-19', 5],
    ['2026-06-20', 6],
    ['2026-06-21', 7],
    ['2026-06-22', 1],
  ])('%s is weekday %i', (date, weekday) => {
    expect(isoWeekday(date)).toBe(weekday);
  });

  test('yearOf reads the year', () => {
    expect(yearOf('2026-12-31')).toBe(2026);
  });
});

describe('what is no date is refused, never guessed at', () => {
  test.each(['2026-02-30', '2026-2-3', '2026-02-03T00:00:00Z', 'May 1 2026', ''])('%j', (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => addYears(text, 1)).toThrow(RangeError);
    expect(() => daysBetween('2026-01-01', text)).toThrow(RangeError);
    expect(() => isoWeekday(text)).toThrow(RangeError);
    expect(() => yearOf(text)).toThrow(RangeError);
  });

  test('nor are parts of days or years, nor dates of five-digit years', () => {
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addYears('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0000-01-01', -1)).toThrow(RangeError);
    expect(() => addYears('9999-01-01', 1)).toThrow(RangeError);
    expect(() => addYears('0000-02-29', -1)).toThrow(RangeError);
  });
});
