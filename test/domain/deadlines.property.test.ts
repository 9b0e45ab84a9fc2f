import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../domain/calendar-date.ts';
import {
  anniversary,
  announceBy,
  announceUrgentBy,
  appealWindow,
  backward,
  certifyBy,
  forward,
  lastMeeting,
  postBy,
  registerBy,
  summonBy,
  workingDayBefore,
} from '../../domain/deadlines.ts';
import { isNonWorkingDay } from '../../domain/holidays.ts';

const FIRST_DAY = '2005-01-01';
const LAST_DAY = '2099-12-31';
const aDate = fc
  .integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) })
  .map((days) => addDays(FIRST_DAY, days));
const aSmallNumberOfDays = fc.integer({ min: 0, max: 40 });
const runs = { numRuns: 2000 };

/** The days strictly between two dates. */
function daysInside(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) - 1) }, (_, index) =>
    addDays(from, index + 1),
  );
}

function forEveryDate(check: (date: string) => void): void {
  fc.assert(fc.property(aDate, check), runs);
}

test('a decision is never final on or before the last appeal day, but on the day after', () => {
  forEveryDate((postedOn) => {
    const { lastAppealDay, finalOn } = appealWindow(postedOn);
    expect(finalOn > lastAppealDay).toBe(true);
    expect(daysBetween(lastAppealDay, finalOn)).toBe(1);
  });
});

test('the notice stays up through the last appeal day', () => {
  forEveryDate((postedOn) => {
    const { lastAppealDay, noticeDownEarliest } = appealWindow(postedOn);
    expect(noticeDownEarliest > lastAppealDay).toBe(true);
  });
});

test('an appeal window has at least 21 days, ends on a working day, and on the first such', () => {
  forEveryDate((postedOn) => {
    const { lastAppealDay } = appealWindow(postedOn);
    expect(daysBetween(postedOn, lastAppealDay)).toBeGreaterThanOrEqual(21);
    expect(isNonWorkingDay(lastAppealDay)).toBe(false);
    expect(daysInside(addDays(postedOn, 20), lastAppealDay).every(isNonWorkingDay)).toBe(true);
  });
});

test('posting later never makes a decision final earlier', () => {
  fc.assert(
    fc.property(aDate, aSmallNumberOfDays, (postedOn, delay) => {
      const later = appealWindow(addDays(postedOn, delay));
      expect(later.finalOn >= appealWindow(postedOn).finalOn).toBe(true);
    }),
    runs,
  );
});

test('forward is idempotent, never goes back, ends on a working day and passes none', () => {
  forEveryDate((date) => {
    const end = forward(date);
    expect(forward(end)).toBe(end);
    expect(end >= date).toBe(true);
    expect(isNonWorkingDay(end)).toBe(false);
    expect(daysInside(addDays(date, -1), end).every(isNonWorkingDay)).toBe(true);
  });
});

test('backward is its mirror', () => {
  forEveryDate((date) => {
    const end = backward(date);
    expect(backward(end)).toBe(end);
    expect(end <= date).toBe(true);
    expect(isNonWorkingDay(end)).toBe(false);
    expect(daysInside(end, addDays(date, 1)).every(isNonWorkingDay)).toBe(true);
  });
});

test('the working day before is before, and the first working day after it is not', () => {
  forEveryDate((date) => {
    const before = workingDayBefore(date);
    expect(before < date).toBe(true);
    expect(isNonWorkingDay(before)).toBe(false);
    expect(forward(addDays(before, 1)) >= date).toBe(true);
    expect(announceUrgentBy(date)).toBe(before);
  });
});

test.each([
  ['summons', summonBy],
  ['announcement', announceBy],
])('a %s goes out at least 7 days before, on a working day, and on the last such', (_, deadline) => {
  forEveryDate((meeting) => {
    const day = deadline(meeting);
    expect(daysBetween(day, meeting)).toBeGreaterThanOrEqual(7);
    expect(isNonWorkingDay(day)).toBe(false);
    expect(daysInside(day, addDays(meeting, -6)).every(isNonWorkingDay)).toBe(true);
  });
});

test.each([
  ['certifyBy', 14, certifyBy],
  ['postBy', 2, postBy],
  ['registerBy', 1, registerBy],
])('%s ends on the first working day from %d days on', (_, days, deadline) => {
  forEveryDate((start) => {
    const end = deadline(start);
    expect(daysBetween(start, end)).toBeGreaterThanOrEqual(days);
    expect(isNonWorkingDay(end)).toBe(false);
    expect(daysInside(addDays(start, days - 1), end).every(isNonWorkingDay)).toBe(true);
  });
});

test('an anniversary is 365 or 366 days after, in the same month', () => {
  forEveryDate((raisedOn) => {
    const day = anniversary(raisedOn);
    expect([365, 366]).toContain(daysBetween(raisedOn, day));
    expect(day.slice(5, 7)).toBe(raisedOn.slice(5, 7));
  });
});

test('being raised later never makes the anniversary earlier', () => {
  fc.assert(
    fc.property(aDate, aSmallNumberOfDays, (raisedOn, delay) => {
      expect(anniversary(addDays(raisedOn, delay)) >= anniversary(raisedOn)).toBe(true);
    }),
    runs,
  );
});

test('the last meeting is in range with none in range after it, or none is in range', () => {
  const offsets = fc.array(fc.integer({ min: -400, max: 800 }), { maxLength: 12 });
  fc.assert(
    fc.property(aDate, offsets, (raisedOn, days) => {
      const meetings = days.map((offset) => addDays(raisedOn, offset));
      const end = anniversary(raisedOn);
      const inRange = meetings.filter((meeting) => meeting > raisedOn && meeting <= end);
      const found = lastMeeting(raisedOn, meetings);
      if (found === undefined) expect(inRange).toEqual([]);
      else {
        expect(inRange).toContain(found);
        expect(inRange.every((meeting) => meeting <= found)).toBe(true);
      }
    }),
    runs,
  );
});
