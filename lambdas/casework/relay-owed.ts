import type { RecordedEvent } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';

/** A record whose cases follow what happens to it: minutes or a meeting. */
export interface Relaying<E> {
  /** Names the record in the journal. */
  readonly keys: Readonly<Record<string, string>>;
  readonly owed: readonly number[];
  readonly events: readonly RecordedEvent<E>[];
  /** The cases that an event concerns. */
  readonly concerned: (happened: E) => readonly { readonly caseId: string }[];
  readonly follow: (recorded: RecordedEvent<E>, caseId: string) => Promise<void>;
  readonly clear: (version: number) => Promise<void>;
}

/**
 * Lets every case of a record follow what has happened to it, in order, each in its own idempotent transaction.
 * A case that the event does not concern refuses, which is its answer. One that fails does not hold up the others; it
 * takes no later step before the earlier one, and the relay stays owed.
 * @throws the first failure of a case, when all the others have followed
 */
export const relayOwed = async <E>(
  { journal }: Pick<Casework, 'journal'>,
  { keys, owed, events, concerned, follow, clear }: Relaying<E>,
): Promise<void> => {
  const failures = new Map<string, unknown>();
  for (const version of owed) {
    const recorded = events.find((each) => each.seq === version);
    if (recorded === undefined) throw new Error(`${Object.values(keys)} owe a relay of no event`);
    for (const { caseId } of concerned(recorded.event).filter((item) => !failures.has(item.caseId))) {
      try {
        await follow(recorded, caseId);
      } catch (error) {
        failures.set(caseId, error);
        const name = error instanceof Error ? error.name : 'unknown';
        journal.warn('case_not_relayed', { ...keys, caseId, error: name });
      }
    }
    if (failures.size === 0) await clear(version);
  }
  for (const error of failures.values()) throw error;
};
