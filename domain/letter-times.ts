import { addDays, type CalendarDate, type Instant, stockholmDate } from './calendar-date.ts';
import { isNonWorkingDay } from './holidays.ts';

/** Early morning in Sweden, summer and winter: what is told once a day is read at the beginning of it. */
const morningOf = (day: CalendarDate): Instant => `${day}T04:30:00.000Z`;

/** When the news of today is told: tomorrow, when the day is over. */
export const nextMorning = (now: Instant): Instant => morningOf(addDays(stockholmDate(now), 1));

/** The next morning of a working day. */
export const nextWorkingMorning = (now: Instant): Instant => {
  let day = addDays(stockholmDate(now), 1);
  while (isNonWorkingDay(day)) day = addDays(day, 1);
  return morningOf(day);
};

/** A letter that could not go is tried again later each time, and never more than an hour later. */
export const retryAfter = (now: Instant, attempts: number): Instant =>
  new Date(Date.parse(now) + Math.min(60, 2 ** attempts) * 60_000).toISOString();
