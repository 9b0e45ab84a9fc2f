import type { Command } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import type { Role } from '../../domain/roles.ts';
import { type Act, by } from './motion-builders.ts';
import { actors } from './motion-people.ts';

/** A guard of a row: what is refused, with which code. */
export interface Guarded {
  readonly from?: readonly Act[];
  readonly act: Act;
  readonly code: RefusalCode;
}

/** One row of domain.md §11.1 as a case: where it starts, the act, and what follows. */
export interface RowCase {
  readonly row: string;
  readonly says: string;
  readonly from: readonly Act[];
  readonly act: Act;
  /** What the record holds afterwards. */
  readonly holds: object;
  /** What it no longer holds. */
  readonly gone?: readonly string[];
  /** The letter to the signatories, by the Notify column. */
  readonly tells?: string;
  readonly refused?: readonly Guarded[];
}

/** The person of a role asks. */
export const as = (role: Role | 'system', command: Command, facts: Partial<Context> = {}): Act =>
  by(actors[role], command, facts);
