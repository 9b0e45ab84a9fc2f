import { parseArgs } from 'node:util';
import { z } from 'zod';
import { calendarDate } from '../domain/calendar-date.ts';

/** A mistake of the person who starts the product: told in one sentence, exit code 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const port = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(65535));

/** How the product is started on one machine. */
export interface StartOptions {
  readonly dataDirectory: string;
  readonly port: number;
  /** The day the business clock starts on; today when absent. */
  readonly clock?: string | undefined;
  readonly configFile: string;
}

/**
 * Reads the command line.
 * @throws UsageError with one sentence about the first fault
 */
export const readOptions = (args: readonly string[]): StartOptions => {
  const given = parse(args);
  const chosenPort = port.safeParse(given.port ?? '8080');
  if (!chosenPort.success) throw new UsageError(`--port takes a number up to 65535, not "${given.port}".`);
  const clock = calendarDate.optional().safeParse(given.clock);
  if (!clock.success) throw new UsageError(`--clock takes a date such as 2026-06-01, not "${given.clock}".`);
  return {
    dataDirectory: given.data ?? '.besvarad',
    port: chosenPort.data,
    clock: clock.data,
    configFile: given.config ?? 'config/organisation.json',
  };
};

const parse = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { data: text, port: text, clock: text, config: text } })
      .values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\.\s/)[0] : 'unknown';
    throw new UsageError(`${reason}. Known options: --data DIR, --port N, --clock DATE, --config FILE.`);
  }
};
