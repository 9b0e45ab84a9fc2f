import { createHash } from 'node:crypto';
import type { makeRecord } from '../../lambdas/adapters/dynamodb/record.ts';

export type Stores = ReturnType<typeof makeRecord>;

/** One use of one method of a port, of rows that bear an id of their own: the same use again, under another id, is the same. */
export interface PortUse {
  /** What must be there first. */
  readonly given?: (stores: Stores, id: string) => Promise<unknown>;
  readonly call: (stores: Stores, id: string) => Promise<unknown>;
  /** What tells that it was done, where the rows themselves do not bear the id. */
  readonly shows?: (stores: Stores, id: string) => Promise<unknown>;
}
export type PortUses = Readonly<Record<string, PortUse>>;

export const page = { limit: 200 };
export const minute = (minutes: number) => `2026-03-02T10:${String(minutes).padStart(2, '0')}:00.000Z`;
export const claim = { now: minute(5), realNow: minute(5), until: minute(9) };
const entry = (id: string) => ({ by: id, at: minute(0), what: 'a change' });
export const entryOf = (id: string, version = 1) => ({ ...entry(id), version });
/** An entry that the store numbers. */
export const unnumbered = entry;
/** What stands for an id where only a hash may stand. */
export const hashOfId = (id: string) => createHash('sha256').update(id).digest('hex');

/** @throws Error when a test has not put there what it needs */
export const there = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('what the use needs is not there');
  return found;
};
