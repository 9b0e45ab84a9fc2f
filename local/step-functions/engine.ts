import type { Activity } from './activity.ts';
import type { Execution, Scope } from './execution.ts';
import { Stopped } from './failure.ts';
import type { Json } from './json.ts';
import { after } from './timer.ts';
import type { Tokens } from './tokens.ts';

/** A Lambda handler, already wrapped: takes the event, gives the answer. */
export type LocalFunction = (event: unknown) => Promise<unknown>;

/** A function about to be called, told to the fault hook. */
export interface FunctionCall {
  readonly machine: string;
  readonly execution: string;
  readonly state: string;
  readonly functionName: string;
  /** 1 for the first try in this visit to the state. */
  readonly attempt: number;
}

/** Something worth a line in the log; no payloads. */
export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly machine: string;
  readonly execution: string;
  readonly state?: string;
  readonly error?: string;
}

/** What all executions share. */
export interface Engine {
  readonly functions: ReadonlyMap<string, LocalFunction>;
  readonly tokens: Tokens;
  readonly activity: Activity;
  readonly retryDelay: (milliseconds: number) => number;
  readonly intercept: ((call: FunctionCall) => Promise<void> | void) | undefined;
  /** Broken off when the layer stops; what runs beside the executions waits in it. */
  readonly scope: Scope;
  readonly log: (entry: LogEntry) => void;
}

/** One line of progress: an execution's main one, or a branch's. */
export interface Leg {
  readonly engine: Engine;
  readonly execution: Execution;
  readonly scope: Scope;
  readonly mapItem: { readonly Index: number; readonly Value: Json } | undefined;
}

/** Waits, unless the scope is broken off. */
export const pause = (scope: Scope, milliseconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    if (scope.stopped) return reject(new Stopped());
    const cancelTimer = after(milliseconds, () => {
      scope.breakOff.delete(breakOff);
      resolve();
    });
    const breakOff = (): void => {
      scope.breakOff.delete(breakOff);
      cancelTimer();
      reject(new Stopped());
    };
    scope.breakOff.add(breakOff);
  });
