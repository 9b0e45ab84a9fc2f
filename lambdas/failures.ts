/**
 * Breakage, as opposed to refusal. `name` is set by hand: it is what `Retry` and `Catch` in the state machines match
 * (docs/errors.md).
 */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** The thing asked for does not exist, or the asker may not know that it does. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** Throttling, a 5xx, a timeout: the same call may succeed later. */
export class Transient extends Error {
  override readonly name = 'Transient';
}

/** Every failure name a state machine may match, besides `States.*` and `Lambda.*`. */
export const failureNames = ['Conflict', 'NotFound', 'Transient'] as const;
