import type { Refusal } from '../../domain/refusal.ts';

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
