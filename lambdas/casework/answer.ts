import type { Refusal } from '../../domain/refusal.ts';
import { Conflict, NotFound } from '../failures.ts';
import type { StoredAnswer } from '../ports/case-store.ts';

/** A command under an id that was used for another command: refused, since the answer would be to something else. */
export interface CommandIdReused {
  readonly kind: 'command-id-reused';
}

/** A command that was accepted, now or the first time it was sent. */
export interface Done {
  readonly kind: 'done';
  readonly version: number;
  /** True when the command had been accepted before: nothing happened again. */
  readonly repeated: boolean;
}

/** What comes of a command. */
export type Answer = Done | Refusal | CommandIdReused;

/** The answer to a command whose id has been accepted before: the same for the same command, a no for another. */
export const repeatOf = (earlier: StoredAnswer, commandHash: string): Done | CommandIdReused =>
  earlier.commandHash === commandHash
    ? { kind: 'done', version: earlier.version, repeated: true }
    : { kind: 'command-id-reused' };

/**
 * Judges a command, and looks before any no whether it was accepted before: then that is its answer. A yes needs no
 * such look, since the commit refuses an id that has been used.
 * @param earlier reads what was answered under this id
 */
export const unlessRepeated = async (
  commandHash: string,
  earlier: () => Promise<StoredAnswer | undefined>,
  judge: () => Promise<Done | Refusal>,
): Promise<Answer> => {
  const repeat = async () => {
    const stored = await earlier();
    return stored && repeatOf(stored, commandHash);
  };
  try {
    const answer = await judge();
    return answer.kind === 'done' ? answer : ((await repeat()) ?? answer);
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Conflict)) throw error;
    const found = await repeat();
    // Whoever may not know of the case is not told either that the id has been used.
    if (found === undefined || (found.kind !== 'done' && error instanceof NotFound)) throw error;
    return found;
  }
};

/** The record is not at the version the caller has seen: judging anew cannot help. */
export class VersionMoved extends Conflict {}

/**
 * Holds a record to the version that the caller has seen, if any; one that does not exist is at 0.
 * @throws VersionMoved
 */
export const requireVersion = (version = 0, expected: number | undefined): void => {
  if (expected !== undefined && expected !== version) throw new VersionMoved('version moved');
};

/**
 * Tries on conflict: another writer won, so the command is judged again on what the record says now. As many as there
 * may be clerks who draw a register number at one moment, since one of them gets it each time.
 */
const tries = 25;

/**
 * Runs a command and, on conflict, judges it anew.
 * @throws Conflict when the record keeps moving, or is not at the version the caller has seen
 */
export const judgedAnew = async (run: () => Promise<Answer>): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const again = error instanceof Conflict && !(error instanceof VersionMoved) && attempt < tries;
      if (!again) throw error;
    }
  }
};
