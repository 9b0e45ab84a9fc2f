import { parseArgs } from 'node:util';
import { UsageError } from '../options.ts';
import { type PlantedBug, plantedBug } from './planted-bugs.ts';

/** What a run of chaos is asked for. The plan follows from these alone. */
export interface ChaosOptions {
  readonly kills: number;
  readonly seed: number;
  readonly cases: number;
  /** Cases that act at the same time. */
  readonly concurrency: number;
  readonly plant?: PlantedBug | undefined;
}

const wholeNumber = (name: string, given: string | undefined, otherwise: number): number => {
  if (given === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(given)) throw new UsageError(`--${name} takes a whole number, not "${given}".`);
  return Number(given);
};

const known = '--kills N, --seed N, --cases N, --concurrency N, --plant BUG';

/**
 * Reads the command line of chaos. Without a seed one is drawn, and printed.
 * @throws UsageError with one sentence about the first fault
 */
export const readChaosOptions = (args: readonly string[]): ChaosOptions => {
  const given = parse(args);
  const kills = wholeNumber('kills', given.kills, 50);
  const plant = plantedBug.optional().safeParse(given.plant);
  if (!plant.success) throw new UsageError(`--plant takes one of ${plantedBug.options.join(', ')}.`);
  return {
    kills,
    seed: wholeNumber('seed', given.seed, Math.floor(Math.random() * 1_000_000)),
    cases: Math.max(1, wholeNumber('cases', given.cases, Math.max(12, kills))),
    concurrency: Math.max(1, wholeNumber('concurrency', given.concurrency, 8)),
    plant: plant.data,
  };
};

const parse = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  try {
    const options = { kills: text, seed: text, cases: text, concurrency: text, plant: text };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : 'unknown';
    throw new UsageError(`${reason}. Known options: ${known}.`);
  }
};
