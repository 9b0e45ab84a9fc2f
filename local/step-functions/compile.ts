import { compileWork } from './compile-work.ts';
import { type Catcher, parseStates, type StateDefinition, type StatesDefinition } from './definition.ts';
import { type Interpret, interpreterOf } from './interpreter.ts';
import { isRecord } from './json.ts';
import type { CompiledCatcher, CompiledStates, Step } from './steps.ts';

const withoutRootResultPath = (state: Record<string, unknown>): Record<string, unknown> =>
  // The interpreter reads ResultPath `$` as a field called `$`; leaving it out says the same.
  Object.fromEntries(Object.entries(state).filter(([key, value]) => key !== 'ResultPath' || value !== '$'));

const plainState = (state: StateDefinition): Record<string, unknown> => {
  if (state.Type === 'Fail') {
    // Without an Error the interpreter would make one up.
    const error = state.ErrorPath === undefined ? { Error: state.Error ?? '' } : {};
    const cause = state.CausePath === undefined ? { Cause: state.Cause ?? '' } : {};
    return { ...state, ...error, ...cause };
  }
  if (state.Type === 'Succeed') return state;
  const { Next: _, ...rest } = state;
  // The interpreter overlooks a Result of false, 0, '' or null; a Parameters of the same is the same.
  const { Result: result, ...withoutResult } = rest;
  const pass = 'Result' in rest && !result ? { ...withoutResult, Parameters: result } : rest;
  return { ...withoutRootResultPath(pass), End: true };
};

const choiceInterpreter = (state: StateDefinition): Interpret => {
  const choices = Array.isArray(state.Choices) ? state.Choices.filter(isRecord) : [];
  const targets = [...choices.map((choice) => choice.Next), state.Default];
  const ends = targets
    .filter((target) => typeof target === 'string')
    .map((target) => [target, { Type: 'Pass', Parameters: { next: target, 'output.$': '$' }, End: true }]);
  return interpreterOf(state, Object.fromEntries(ends));
};

const compileCatcher = (catcher: Catcher): CompiledCatcher => ({
  errorEquals: catcher.ErrorEquals,
  next: catcher.Next,
  interpret: interpreterOf(
    withoutRootResultPath({
      Type: 'Pass',
      Parameters: { 'Error.$': '$$.Failure.Error', 'Cause.$': '$$.Failure.Cause' },
      ...(catcher.ResultPath === undefined ? {} : { ResultPath: catcher.ResultPath }),
      End: true,
    }),
  ),
});

const compileStep = (name: string, state: StateDefinition, functions: ReadonlySet<string>): Step => {
  if (state.Assign !== undefined || (state.QueryLanguage ?? 'JSONPath') !== 'JSONPath') {
    throw new Error(`${name}: the interpreter knows JSONPath only, and no Assign`);
  }
  const named = { name, type: state.Type, next: state.Next };
  switch (state.Type) {
    case 'Pass':
    case 'Succeed':
    case 'Fail':
      return { ...named, kind: 'plain', interpret: interpreterOf(plainState(state)) };
    case 'Choice':
      return { ...named, kind: 'choice', interpret: choiceInterpreter(state) };
    default: {
      const branch = (value: unknown): CompiledStates => compileStates(parseStates(value), functions);
      return {
        ...named,
        kind: 'work',
        work: compileWork(name, withoutRootResultPath(state), state, functions, branch),
        retriers: state.Retry,
        catchers: state.Catch.map(compileCatcher),
      };
    }
  }
};

/**
 * Makes every state a small machine of its own, once. So the interpreter does what is hard (paths,
 * intrinsics, choices) and is never suspended: a case that waits a year holds none of its promises,
 * event logs or timers, and its limit of 24.8 days on a task does not concern us.
 */
export const compileStates = (
  definition: StatesDefinition,
  functions: ReadonlySet<string>,
): CompiledStates => ({
  startAt: definition.StartAt,
  steps: new Map(
    Object.entries(definition.States).map(([name, state]) => [name, compileStep(name, state, functions)]),
  ),
});
