import { isRecord, isTooLarge, type Json, parseJson } from './json.ts';

/** A state's failure in the words Retry and Catch match on: an error name and a cause text. */
export class StateFailure extends Error {
  readonly error: string;
  readonly failureCause: string;

  constructor(error: string, failureCause: string) {
    super(`${error}: ${failureCause}`);
    this.name = 'StateFailure';
    this.error = error;
    this.failureCause = failureCause;
  }
}

/** Ends a walk whose execution, or whose sibling branch, is over. It is never retried or caught. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** What a handler threw, told the way Lambda tells it; the stack stays here, it may name people. */
export const failureOfFunction = (thrown: unknown): StateFailure => {
  const errorType = thrown instanceof Error ? thrown.name : 'Error';
  const errorMessage = thrown instanceof Error ? thrown.message : String(thrown);
  return new StateFailure(errorType, JSON.stringify({ errorType, errorMessage }));
};

/** What the interpreter threw: its errors wrap the state's own, whose name is the ASL error name. */
export const failureOfInterpreter = (thrown: unknown): StateFailure => {
  const inner = isRecord(thrown) && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (!(inner instanceof Error)) return new StateFailure('States.Runtime', String(inner));
  // A TypeError from inside the interpreter must not be caught by name: AWS knows no such error.
  const known = inner.name.startsWith('States.') || inner.constructor.name === 'FailStateError';
  return new StateFailure(known ? inner.name : 'States.Runtime', inner.message);
};

/** Carries a value over a border as the wire does: no shared objects, no `undefined`, no dates. */
export const throughTheWire = (value: unknown): Json => {
  const text = JSON.stringify(value) ?? 'null';
  if (isTooLarge(text)) {
    throw new StateFailure('States.DataLimitExceeded', 'The payload is larger than 262144 bytes.');
  }
  return parseJson(text) ?? null;
};

const notUnderWildcard = new Set(['States.Runtime', 'States.DataLimitExceeded']);

/** Whether an `ErrorEquals` list covers an error, by the rules of the States Language. */
export const covers = (errorEquals: readonly string[], error: string): boolean =>
  errorEquals.some((name) => {
    if (name === error) return true;
    if (notUnderWildcard.has(error)) return false;
    if (name === 'States.ALL') return true;
    return name === 'States.TaskFailed' && error !== 'States.Timeout';
  });
