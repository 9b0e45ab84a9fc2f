import type { StateDefinition } from './definition.ts';
import { type Interpret, interpreterOf, resultInterpreterOf } from './interpreter.ts';
import { isRecord } from './json.ts';
import type { CompiledStates, Doing, Work } from './steps.ts';

type Fields = Readonly<Record<string, unknown>>;

const pick = (state: Fields, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(keys.filter((key) => key in state).map((key) => [key, state[key]]));

const passOf = (fields: Fields): Interpret => interpreterOf({ Type: 'Pass', End: true, ...fields });

const pathOf = (path: unknown): Interpret | undefined =>
  path === undefined ? undefined : passOf({ InputPath: path });

const checkFunction = (name: string, state: Fields, functions: ReadonlySet<string>): void => {
  const parameters = isRecord(state.Parameters) ? state.Parameters : {};
  const called = parameters.FunctionName;
  if (typeof called === 'string' && !functions.has(called)) {
    throw new Error(`${name}: there is no function called ${called}`);
  }
};

const compileInvoke = (name: string, state: StateDefinition, functions: ReadonlySet<string>): Doing => {
  const resource = /^arn:aws:states:::lambda:invoke(\.waitForTaskToken)?$/.exec(state.Resource ?? '');
  if (resource === null) throw new Error(`${name}: resource ${state.Resource} is not provided locally`);
  checkFunction(name, state, functions);
  const { TimeoutSeconds: fixed } = state;
  return {
    kind: 'invoke',
    waitsForToken: resource[1] !== undefined,
    timeoutSeconds: fixed === undefined ? pathOf(state.TimeoutSecondsPath) : async () => fixed,
    heartbeatSeconds: state.HeartbeatSeconds,
  };
};

const compileWait = (name: string, state: Fields): Interpret => {
  if (state.Seconds !== undefined) return passOf({ Parameters: state.Seconds });
  if (state.Timestamp !== undefined) return passOf({ Parameters: state.Timestamp });
  const until = pathOf(state.SecondsPath ?? state.TimestampPath);
  if (until === undefined) throw new Error(`${name}: waits for nothing`);
  return until;
};

/** Takes a working state apart; `fields` are the state's own, fit for the interpreter. */
export const compileWork = (
  name: string,
  fields: Fields,
  state: StateDefinition,
  functions: ReadonlySet<string>,
  branch: (value: unknown) => CompiledStates,
): Work => {
  const way = state.Type === 'Map' ? ['InputPath'] : ['InputPath', 'Parameters'];
  const wayIn = pick(fields, way);
  const wayOut = pick(fields, ['ResultSelector', 'ResultPath', 'OutputPath']);
  const enter = Object.keys(wayIn).length === 0 ? undefined : passOf(wayIn);
  const leave = Object.keys(wayOut).length === 0 ? undefined : resultInterpreterOf(wayOut);
  if (state.Type === 'Task') return { enter, doing: compileInvoke(name, state, functions), leave };
  if (state.Type === 'Wait')
    return { enter, doing: { kind: 'wait', until: compileWait(name, state) }, leave };
  if (state.Type === 'Parallel') {
    const branches = Array.isArray(state.Branches) ? state.Branches.map(branch) : [];
    return { enter, doing: { kind: 'parallel', branches }, leave };
  }
  if (state.ItemReader !== undefined) throw new Error(`${name}: no distributed Map on one machine`);
  const selector = state.ItemSelector ?? state.Parameters;
  const concurrency = state.MaxConcurrency;
  return {
    enter,
    doing: {
      kind: 'map',
      items: pathOf(state.ItemsPath),
      select: selector === undefined ? undefined : passOf({ Parameters: selector }),
      iterator: branch(state.ItemProcessor ?? state.Iterator),
      concurrency: typeof concurrency === 'number' && concurrency > 0 ? concurrency : 40,
    },
    leave,
  };
};
