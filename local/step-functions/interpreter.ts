import { StateMachine } from 'aws-local-stepfunctions';
import { isInterpretable } from './definition.ts';
import { failureOfInterpreter } from './failure.ts';
import type { Json } from './json.ts';

/** The context object, `$$`. `Run` is the States Language's `Execution` (see definition.ts). */
export interface Context {
  [name: string]: Json;
}

/** Works a state's data flow out: input in, output (or the next state's name and it) out. */
export type Interpret = (input: Json, context: Context) => Promise<Json>;

/** Longer than AWS lets a state's name be, so that no target of a Choice has it. */
const ONLY = 'x'.repeat(81);
const noValidate = { validationOptions: { noValidate: true } };

const machineOf = (states: Record<string, unknown>): StateMachine => {
  const definition: unknown = { StartAt: ONLY, States: states };
  if (!isInterpretable(definition)) throw new Error('not interpretable');
  return new StateMachine(definition, noValidate);
};

/** A machine of this one state (and what it may lead to), made once and shared by all executions. */
export const interpreterOf = (
  state: Record<string, unknown>,
  others: Record<string, unknown> = {},
): Interpret => {
  const machine = machineOf({ [ONLY]: state, ...others });
  return async (input, context) => {
    try {
      return await machine.run(input, { context }).result;
    } catch (thrown) {
      throw failureOfInterpreter(thrown);
    }
  };
};

/** Works out what a task's result makes of its input: ResultSelector, ResultPath, OutputPath. */
export const resultInterpreterOf = (
  state: Record<string, unknown>,
): ((input: Json, result: Json, context: Context) => Promise<Json>) => {
  const machine = machineOf({ [ONLY]: { ...state, Type: 'Task', Resource: ONLY, End: true } });
  return async (input, result, context) => {
    try {
      const overrides = { taskResourceLocalHandlers: { [ONLY]: () => result } };
      return await machine.run(input, { context, overrides }).result;
    } catch (thrown) {
      throw failureOfInterpreter(thrown);
    }
  };
};
