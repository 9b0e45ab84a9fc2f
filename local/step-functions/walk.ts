import { type Leg, pause } from './engine.ts';
import { covers, StateFailure, Stopped } from './failure.ts';
import { runMap, runParallel } from './fan-out.ts';
import { note } from './history.ts';
import type { Context } from './interpreter.ts';
import { isRecord, type Json } from './json.ts';
import { retryAfter, type Used } from './retry.ts';
import type { CompiledStates, Step, WorkStep } from './steps.ts';
import { attemptTask } from './task.ts';

interface Move {
  readonly next: string | undefined;
  readonly output: Json;
}

const contextOf = (leg: Leg, state: string, enteredAt: number): Context => {
  const { execution, mapItem } = leg;
  const { machine } = execution;
  return {
    Run: {
      Id: execution.arn,
      Input: execution.input,
      Name: execution.name,
      RoleArn: 'arn:aws:iam::000000000000:role/local',
      StartTime: new Date(execution.startedAt).toISOString(),
    },
    State: { EnteredTime: new Date(enteredAt).toISOString(), Name: state, RetryCount: 0 },
    StateMachine: { Id: machine.arn, Name: machine.name },
    ...(mapItem === undefined ? {} : { Map: { Item: { ...mapItem } } }),
  };
};

const millisecondsUntil = (until: Json): number => {
  if (typeof until === 'number') return until * 1000;
  const at = Date.parse(String(until));
  if (Number.isNaN(at)) throw new StateFailure('States.Runtime', `${String(until)} is no time`);
  return at - Date.now();
};

const perform = async (
  leg: Leg,
  step: WorkStep,
  raw: Json,
  context: Context,
  attempt: number,
): Promise<Json> => {
  const { doing, enter } = step.work;
  if (doing.kind === 'invoke') return attemptTask(leg, step.name, doing, enter, raw, context, attempt);
  const input = enter === undefined ? raw : await enter(raw, context);
  if (doing.kind === 'parallel') return runParallel(leg, doing, input, walk);
  if (doing.kind === 'map') return runMap(leg, doing, input, context, walk);
  await pause(leg.scope, millisecondsUntil(await doing.until(input, context)));
  return input;
};

const caught = async (step: WorkStep, failure: StateFailure, raw: Json, context: Context): Promise<Move> => {
  const catcher = step.catchers.find((each) => covers(each.errorEquals, failure.error));
  if (catcher === undefined) throw failure;
  const Failure = { Error: failure.error, Cause: failure.failureCause };
  return { next: catcher.next, output: await catcher.interpret(raw, { ...context, Failure }) };
};

const work = async (leg: Leg, step: WorkStep, raw: Json, context: Context): Promise<Move> => {
  const used: Used = [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await perform(leg, step, raw, context, attempt);
      const { leave } = step.work;
      return { next: step.next, output: leave === undefined ? result : await leave(raw, result, context) };
    } catch (thrown) {
      if (leg.scope.stopped || !(thrown instanceof StateFailure)) throw thrown;
      const delay = retryAfter(step.retriers, used, thrown.error);
      if (delay === undefined) return caught(step, thrown, raw, context);
      await pause(leg.scope, leg.engine.retryDelay(delay));
      context = { ...context, State: { ...stateOf(context), RetryCount: attempt } };
    }
  }
};

const stateOf = (context: Context): Record<string, Json> => {
  const state = context.State;
  return typeof state === 'object' && state !== null && !Array.isArray(state) ? state : {};
};

const take = async (leg: Leg, step: Step, raw: Json): Promise<Move> => {
  const context = contextOf(leg, step.name, Date.now());
  if (step.kind === 'work') return work(leg, step, raw, context);
  const output = await step.interpret(raw, context);
  if (step.kind === 'plain') return { next: step.next, output };
  const { next, output: passed } = isRecord(output) ? output : {};
  if (typeof next !== 'string') throw new StateFailure('States.Runtime', `${step.name} chose no state`);
  return { next, output: passed ?? null };
};

/** Takes an execution, or a branch of it, from state to state until it ends; gives the last output. */
export const walk = async (leg: Leg, states: CompiledStates, input: Json): Promise<Json> => {
  const { history } = leg.execution;
  let data = input;
  let name: string | undefined = states.startAt;
  while (name !== undefined) {
    const step = states.steps.get(name);
    if (step === undefined) throw new StateFailure('States.Runtime', `There is no state ${name}`);
    note(history, `${step.type}StateEntered`, { state: name });
    const move: Move = await take(leg, step, data);
    if (leg.scope.stopped) throw new Stopped();
    note(history, `${step.type}StateExited`, { state: name });
    data = move.output;
    name = move.next;
  }
  return data;
};
