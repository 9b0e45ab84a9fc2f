import type { Refusal } from '../../domain/refusal.ts';
import { Conflict } from '../failures.ts';
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

/** Tries on conflict: another writer won, so the command is judged again on what the record says now. */
const tries = 5;

/**
 * Runs a command and, on conflict, judges it anew.
 * @param mayRepeat false when the caller has named the version it must be judged on
 * @throws Conflict when the record keeps moving, or may not be judged anew
 */
export const judgedAnew = async (run: () => Promise<Answer>, mayRepeat = true): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Conflict && mayRepeat && attempt < tries)) throw error;
    }
  }
};
