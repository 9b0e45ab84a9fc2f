import type { CalendarDate, Instant } from '../domain/calendar-date.ts';

/** The clock the law goes by on one machine: real time, moved by as many days as somebody has asked for. */
export interface BusinessClock {
  now(): Instant;
  /** Moves the clock to the morning of a day; it goes on from there. */
  moveTo(day: CalendarDate): void;
}

/** @param startOn the first day; real time when absent */
export const makeBusinessClock = (startOn?: CalendarDate | undefined): BusinessClock => {
  let offsetMilliseconds = 0;
  const moveTo = (day: CalendarDate) => {
    offsetMilliseconds = Date.parse(`${day}T08:00:00Z`) - Date.now();
  };
  if (startOn !== undefined) moveTo(startOn);
  return { moveTo, now: () => new Date(Date.now() + offsetMilliseconds).toISOString() };
};
