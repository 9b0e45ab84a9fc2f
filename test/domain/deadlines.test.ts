import { describe, expect, test } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import {
  anniversary,
  announceBy,
  announceUrgentBy,
  appealWindow,
  backward,
  certifyBy,
  forward,
  lastDayForUrgent,
  lastMeeting,
  postBy,
  registerBy,
  summonBy,
  workingDayBefore,
} from '../../domain/deadlines.ts';

describe('domain.md §7.1, test vectors', () => {
  test.each([
    ['2020-08-18', '2020-09-08', '2020-09-08', '2020-09-09'],
    ['2011-04-04', '2011-04-25', '2011-04-26', '2011-04-27'],
    ['2023-06-02', '2023-06-23', '2023-06-26', '2023-06-27'],
    ['2025-12-03', '2025-12-24', '2025-12-29', '2025-12-30'],
    ['2025-12-10', '2025-12-31', '2026-01-02', '2026-01-03'],
    ['2026-03-13', '2026-04-03', '2026-04-07', '2026-04-08'],
    ['2026-04-10', '2026-05-01', '2026-05-04', '2026-05-05'],
    ['2026-05-16', '2026-06-06', '2026-06-08', '2026-06-09'],
    ['2026-05-29', '2026-06-19', '2026-06-22', '2026-06-23'],
    ['2026-12-04', '2026-12-25', '2026-12-28', '2026-12-29'],
  ])('posted %s', (postedOn, threeWeeksOn, lastAppealDay, finalOn) => {
    expect(addDays(postedOn, 21)).toBe(threeWeeksOn);
    expect(appealWindow(postedOn)).toEqual({ lastAppealDay, finalOn, noticeDownEarliest: finalOn });
  });

  test.each([
    ['2026-06-05', '2026-06-22'],
    ['2025-12-10', '2025-12-29'],
    ['2026-02-24', '2026-03-10'],
  ])('meeting %s, certify by %s', (meeting, expected) => {
    expect(certifyBy(meeting)).toBe(expected);
  });

  test.each([
    ['2026-06-18', '2026-06-22'],
    ['2026-04-02', '2026-04-07'],
    ['2026-12-22', '2026-12-28'],
  ])('certified %s, post by %s', (certifiedOn, expected) => {
    expect(postBy(certifiedOn)).toBe(expected);
  });

  test.each([
    ['2026-04-10', '2026-04-02'],
    ['2026-06-26', '2026-06-18'],
    ['2026-06-16', '2026-06-09'],
  ])('meeting %s, summon and announce by %s', (meeting, expected) => {
    expect(announceBy(meeting)).toBe(expected);
    expect(summonBy(meeting)).toBe(expected);
  });
});

describe('real notices of domain.md §7.1: the first day each might come down', () => {
  test.each([
    ['Nynäshamn, down on that day', '2020-08-18', '2020-09-09'],
    ['Norrtälje, down the day before', '2000-12-06', '2000-12-28'],
    ['Sunne, down the day before', '2011-04-04', '2011-04-27'],
  ])('%s', (_, postedOn, earliest) => {
    expect(appealWindow(postedOn).noticeDownEarliest).toBe(earliest);
  });
});

describe('working days', () => {
  test('a working day is left where it is', () => {
    expect(forward('2026-06-18')).toBe('2026-06-18');
    expect(backward('2026-06-18')).toBe('2026-06-18');
  });

  test('over Easter, both ways', () => {
    expect(forward('2026-04-03')).toBe('2026-04-07');
    expect(backward('2026-04-06')).toBe('2026-04-02');
  });

  test('an urgent matter for a Monday is announced on the Friday', () => {
    expect(announceUrgentBy('2026-06-15')).toBe('2026-06-12');
    expect(workingDayBefore('2026-06-12')).toBe('2026-06-11');
  });

  test.each([
    ['Monday', '2026-06-15', '2026-06-13', '2026-06-12'],
    ['Tuesday', '2026-06-16', '2026-06-15', '2026-06-15'],
    ['2 January', '2026-01-02', '2025-12-31', '2025-12-30'],
    ['the Monday after midsummer', '2026-06-22', '2026-06-19', '2026-06-18'],
    ['the Tuesday after Easter', '2026-04-07', '2026-04-04', '2026-04-02'],
    ['the day after Christmas', '2025-12-27', '2025-12-24', '2025-12-23'],
  ])('KL 5:14 for %s %s: %s is in time, and %s is what we plan for', (_, meeting, last, planned) => {
    expect(lastDayForUrgent(meeting)).toBe(last);
    expect(announceUrgentBy(meeting)).toBe(planned);
  });

  test.each([
    ['2026-06-17', '2026-06-18'],
    ['2026-06-18', '2026-06-22'],
    ['2026-06-20', '2026-06-22'],
    ['2025-12-23', '2025-12-29'],
  ])('received %s, register by %s', (receivedOn, expected) => {
    expect(registerBy(receivedOn)).toBe(expected);
  });
});

describe('the one-year rule, KL 5:35', () => {
  test.each([
    ['2025-06-10', '2026-06-10'],
    ['2024-02-29', '2025-02-28'],
    ['2023-03-01', '2024-03-01'],
    ['2025-06-06', '2026-06-06'],
  ])('raised %s, anniversary %s, in H or not', (raisedOn, expected) => {
    expect(anniversary(raisedOn)).toBe(expected);
  });

  test('the last meeting is the latest one up to the anniversary, in whatever order they are given', () => {
    const meetings = ['2026-06-16', '2026-04-21', '2025-06-10', '2026-02-24', '2025-11-25'];
    expect(lastMeeting('2025-06-10', meetings)).toBe('2026-04-21');
    expect(lastMeeting('2025-06-16', meetings)).toBe('2026-06-16');
  });

  test('without a meeting in range there is none', () => {
    expect(lastMeeting('2025-06-10', [])).toBeUndefined();
    expect(lastMeeting('2025-06-10', ['2025-04-01', '2026-06-11'])).toBeUndefined();
  });

  test('the meeting at which it was raised does not count', () => {
    expect(lastMeeting('2025-06-10', ['2025-06-10', '2026-06-16'])).toBeUndefined();
  });

  test('the calendar given is not reordered', () => {
    const meetings = Object.freeze(['2026-04-21', '2026-02-24']);
    expect(lastMeeting('2025-06-10', meetings)).toBe('2026-04-21');
  });
});

test('what is no date is refused', () => {
  expect(() => appealWindow('2026-02-30')).toThrow(RangeError);
  expect(() => anniversary('10 juni 2025')).toThrow(RangeError);
});
