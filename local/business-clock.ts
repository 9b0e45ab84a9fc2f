import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { CalendarDate, Instant } from '../domain/calendar-date.ts';

/** The clock the law goes by on one machine: real time, moved by as many days as somebody has asked for. */
export interface BusinessClock {
  now(): Instant;
  /** Moves the clock to the morning of a day; it goes on from there, also after a restart. */
  moveTo(day: CalendarDate): void;
}

const kept = z.object({ offsetMilliseconds: z.number() });

/**
 * A clock that is kept in a file, since what has happened on it stays in the record.
 * @param startOn the day to start on; `undefined` goes on where the clock was, or with real time
 */
export const makeBusinessClock = (file: string, startOn?: CalendarDate | undefined): BusinessClock => {
  let offsetMilliseconds = readOffset(file);
  const moveTo = (day: CalendarDate) => {
    offsetMilliseconds = Date.parse(`${day}T08:00:00Z`) - Date.now();
    writeFileSync(file, JSON.stringify({ offsetMilliseconds }));
  };
  if (startOn !== undefined) moveTo(startOn);
  return { moveTo, now: () => new Date(Date.now() + offsetMilliseconds).toISOString() };
};

const readOffset = (file: string): number => {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8'))).offsetMilliseconds;
  } catch {
    // Never moved, or broken off while it was written: real time, which `--clock` can change.
    return 0;
  }
};
