import type { Leg } from './engine.ts';
import { makeScope, type Scope, stopScope } from './execution.ts';
import { StateFailure, Stopped } from './failure.ts';
import type { Context } from './interpreter.ts';
import type { Json } from './json.ts';
import type { CompiledStates, Doing } from './steps.ts';

/** Walks states from their start to their end (walk.ts; passed in, since a walk may fan out again). */
export type Walk = (leg: Leg, states: CompiledStates, input: Json) => Promise<Json>;

type Branch = (scope: Scope) => Promise<Json>;

/** Runs the branches, so many at a time; the line they came from rests meanwhile. */
const runBranches = async (leg: Leg, branches: readonly Branch[], concurrency: number): Promise<Json> => {
  const { activity } = leg.engine;
  if (leg.scope.stopped) throw new Stopped();
  const scope = makeScope();
  const breakOff = (): void => stopScope(scope);
  const results: Json[] = branches.map(() => null);
  const queue = branches.entries();
  let failure: unknown;
  const work = async (): Promise<void> => {
    activity.enter();
    try {
      for (const [index, branch] of queue) results[index] = await branch(scope);
    } catch (thrown) {
      // One branch's failure ends the others, as on AWS; theirs is then only that they were ended.
      failure ??= thrown;
      stopScope(scope);
    } finally {
      activity.leave();
    }
  };
  leg.scope.breakOff.add(breakOff);
  const workers = Array.from({ length: Math.min(concurrency, branches.length) }, work);
  activity.leave();
  await Promise.all(workers);
  activity.enter();
  leg.scope.breakOff.delete(breakOff);
  if (failure !== undefined) throw failure;
  return results;
};

/** Parallel: every branch gets the same input. */
export const runParallel = (
  leg: Leg,
  doing: Extract<Doing, { kind: 'parallel' }>,
  input: Json,
  walk: Walk,
): Promise<Json> =>
  runBranches(
    leg,
    doing.branches.map((branch) => (scope) => walk({ ...leg, scope }, branch, input)),
    doing.branches.length,
  );

/** Map (inline): each item gets a walk of its own. */
export const runMap = async (
  leg: Leg,
  doing: Extract<Doing, { kind: 'map' }>,
  input: Json,
  context: Context,
  walk: Walk,
): Promise<Json> => {
  const items = doing.items === undefined ? input : await doing.items(input, context);
  if (!Array.isArray(items)) throw new StateFailure('States.Runtime', 'The items of a Map must be an array');
  const branches = items.map((Value, Index) => async (scope: Scope) => {
    const mapItem = { Index, Value };
    const selected = await doing.select?.(input, { ...context, Map: { Item: mapItem } });
    return walk({ ...leg, scope, mapItem }, doing.iterator, selected === undefined ? Value : selected);
  });
  return runBranches(leg, branches, doing.concurrency);
};
