import { randomUUID } from 'node:crypto';
import type { Engine } from './engine.ts';
import { type Execution, type Machine, makeScope, type Status, stopScope } from './execution.ts';
import { StateFailure, Stopped } from './failure.ts';
import { note } from './history.ts';
import { isTooLarge, type Json, parseJson } from './json.ts';
import { ServiceError } from './service-error.ts';
import { after } from './timer.ts';
import { walk } from './walk.ts';

/** How many ended executions are still told of; the running ones are all kept. */
export const KEPT_AFTER_END = 1000;

/** All executions of all machines. */
export interface Executions {
  start(machine: Machine, name: string | undefined, inputText: string): Execution;
  stop(execution: Execution, error: string | undefined, cause: string | undefined): void;
  find(arn: string): Execution;
}

interface Ending {
  readonly status: Exclude<Status, 'RUNNING'>;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

const eventOfStatus: Record<Ending['status'], string> = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
};

// AWS's list: white space, brackets, wildcards, special and control characters, lone surrogates.
const forbiddenInName = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\p{Cs}\ufffe\uffff]/u;

const checkName = (name: string): void => {
  if (name.length < 1 || name.length > 80 || forbiddenInName.test(name)) {
    throw new ServiceError('InvalidName', `Invalid Name: '${name.slice(0, 100)}'`);
  }
};

const readInput = (inputText: string): Json => {
  const input = parseJson(inputText);
  if (input === undefined || isTooLarge(inputText)) {
    throw new ServiceError('InvalidExecutionInput', 'Invalid State Machine Execution Input');
  }
  return input;
};

const endingOf = (thrown: unknown): Ending => {
  if (!(thrown instanceof StateFailure)) {
    return { status: 'FAILED', error: 'States.Runtime', cause: String(thrown) };
  }
  // A Fail state may leave either out.
  return {
    // A task's timeout too: TIMED_OUT is for the time limit of the whole execution, as on AWS.
    status: 'FAILED',
    ...(thrown.error === '' ? {} : { error: thrown.error }),
    ...(thrown.failureCause === '' ? {} : { cause: thrown.failureCause }),
  };
};

export const makeExecutions = (engine: Engine): Executions => {
  const byArn = new Map<string, Execution>();
  const ended: Execution[] = [];

  const end = (execution: Execution, ending: Ending): void => {
    if (execution.status !== 'RUNNING') return;
    Object.assign(execution, ending, { endedAt: Date.now() });
    const { error, cause } = ending;
    note(execution.history, eventOfStatus[ending.status], {
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    });
    stopScope(execution.scope);
    ended.push(execution);
    const forgotten = ended.length > KEPT_AFTER_END ? ended.shift() : undefined;
    if (forgotten === undefined) return;
    byArn.delete(forgotten.arn);
    forgotten.machine.executions.delete(forgotten.name);
  };

  const run = async (execution: Execution): Promise<void> => {
    const { machine, scope } = execution;
    try {
      const leg = { engine, execution, scope, mapItem: undefined };
      const output = await walk(leg, machine.states, execution.input);
      end(execution, { status: 'SUCCEEDED', output: JSON.stringify(output) });
    } catch (thrown) {
      if (thrown instanceof Stopped) return;
      const ending = endingOf(thrown);
      end(execution, ending);
      const failed = { machine: machine.name, execution: execution.name, error: ending.error ?? '' };
      engine.log({ level: 'error', message: 'execution failed', ...failed });
    } finally {
      engine.activity.leave();
    }
  };

  const begin = (machine: Machine, name: string, inputText: string): Execution => {
    const input = readInput(inputText);
    const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const scope = makeScope();
    const startedAt = Date.now();
    const execution: Execution = {
      ...{ machine, name, arn, inputText, input, startedAt, history: [], scope, status: 'RUNNING' },
    };
    machine.executions.set(name, execution);
    byArn.set(arn, execution);
    note(execution.history, 'ExecutionStarted');
    if (machine.timeoutSeconds !== undefined) {
      const timeOut = (): void => end(execution, { status: 'TIMED_OUT', error: 'States.Timeout' });
      scope.breakOff.add(after(machine.timeoutSeconds * 1000, timeOut));
    }
    engine.activity.enter();
    void run(execution);
    return execution;
  };

  return {
    start: (machine, name, inputText) => {
      if (name === undefined) return begin(machine, randomUUID(), inputText);
      checkName(name);
      const present = machine.executions.get(name);
      if (present === undefined) return begin(machine, name, inputText);
      if (present.status === 'RUNNING' && present.inputText === inputText) return present;
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${present.arn}'`);
    },
    stop: (execution, error, cause) => {
      const told = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
      end(execution, { status: 'ABORTED', ...told });
    },
    find: (arn) => {
      const execution = byArn.get(arn);
      if (execution !== undefined) return execution;
      if (!/^arn:aws:states:[^:]+:\d+:execution:[^:]+:[^:]+$/.test(arn)) {
        throw new ServiceError('InvalidArn', `Invalid Arn: '${arn.slice(0, 200)}'`);
      }
      throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    },
  };
};
