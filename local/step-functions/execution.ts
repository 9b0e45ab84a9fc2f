import type { HistoryEvent } from './history.ts';
import type { Json } from './json.ts';
import type { CompiledStates } from './steps.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** A state machine, read and compiled once. */
export interface Machine {
  readonly name: string;
  readonly arn: string;
  readonly states: CompiledStates;
  readonly timeoutSeconds: number | undefined;
  readonly executions: Map<string, Execution>;
}

/** What can be broken off as one: an execution, or the branches of one Parallel or Map. */
export interface Scope {
  stopped: boolean;
  /** What to call to break off whatever waits. */
  readonly breakOff: Set<() => void>;
}

/** One run of a machine, as DescribeExecution tells it, and what is needed to break it off. */
export interface Execution {
  readonly machine: Machine;
  readonly name: string;
  readonly arn: string;
  /** The text itself: AWS compares it when a name is used again. */
  readonly inputText: string;
  readonly input: Json;
  readonly startedAt: number;
  readonly history: HistoryEvent[];
  readonly scope: Scope;
  status: Status;
  endedAt?: number;
  output?: string;
  error?: string;
  cause?: string;
}

export const makeScope = (): Scope => ({ stopped: false, breakOff: new Set() });

/** Breaks off everything in the scope; what it breaks off sees `stopped` and ends without retry or catch. */
export const stopScope = (scope: Scope): void => {
  scope.stopped = true;
  for (const breakOff of [...scope.breakOff]) breakOff();
};
