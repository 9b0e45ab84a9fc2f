import { createHash } from 'node:crypto';
import type { RecordedEvent } from './ports/case-store.ts';

/** `previousHash` of the first event of a case or of minutes. */
export const chainStart = '0'.repeat(64);

/** JSON with sorted keys and without absent fields: the same value always gives the same text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
};

/** SHA-256, hex, of a value as canonical JSON. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

/** An event that has not yet been given its place in the chain. */
export type UnchainedEvent<E> = Omit<RecordedEvent<E>, 'previousHash' | 'hash'>;

/**
 * Gives an event its place in the chain.
 * @param previousHash hash of the event before, `chainStart` for the first
 */
export const chainEvent = <E>(previousHash: string, event: UnchainedEvent<E>): RecordedEvent<E> => {
  const chained = { ...event, previousHash };
  return { ...chained, hash: hashOf(chained) };
};

/**
 * Checks a whole log: numbered from 1 without gaps, each event carrying the hash of the one before and its own.
 * @returns the number of the first event that does not fit, or undefined when all do
 */
export const verifyChain = (events: readonly RecordedEvent<unknown>[]): number | undefined => {
  let previousHash = chainStart;
  for (const [index, each] of events.entries()) {
    const { hash, ...chained } = each;
    if (each.seq !== index + 1 || each.previousHash !== previousHash || hash !== hashOf(chained)) {
      return index + 1;
    }
    previousHash = hash;
  }
  return undefined;
};
