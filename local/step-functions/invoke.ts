import { type Engine, type FunctionCall, type Leg, type LogEntry, pause } from './engine.ts';
import { failureOfFunction, StateFailure, throughTheWire } from './failure.ts';
import { isRecord, type Json } from './json.ts';

/** What a task's Parameters ask of Lambda. */
export interface Invocation {
  readonly functionName: string;
  readonly payload: unknown;
  readonly beside: boolean;
}

/** Reads the effective Parameters of `lambda:invoke`. */
export const readInvocation = (parameters: Json): Invocation => {
  const functionName = isRecord(parameters) ? parameters.FunctionName : undefined;
  if (!isRecord(parameters) || typeof functionName !== 'string') {
    throw new StateFailure('States.Runtime', 'FunctionName is missing');
  }
  const beside = parameters.InvocationType === 'Event';
  return { functionName, payload: parameters.Payload ?? {}, beside };
};

/** Calls the function as Lambda would: a copy goes in, a copy comes out, a throw is a named failure. */
export const callFunction = async (engine: Engine, call: FunctionCall, payload: unknown): Promise<Json> => {
  const handler = engine.functions.get(call.functionName);
  if (handler === undefined) {
    throw new StateFailure('Lambda.ResourceNotFoundException', `Function not found: ${call.functionName}`);
  }
  const event = throughTheWire(payload);
  engine.activity.enter();
  try {
    await engine.intercept?.(call);
    return throughTheWire(await handler(event));
  } catch (thrown) {
    throw thrown instanceof StateFailure ? thrown : failureOfFunction(thrown);
  } finally {
    engine.activity.leave();
  }
};

/** Where a call was made, for the log. */
export const placeOf = ({
  machine,
  execution,
  state,
}: FunctionCall): Omit<LogEntry, 'level' | 'message'> => ({
  machine,
  execution,
  state,
});

/**
 * Milliseconds before an asynchronous invocation, and before Lambda's first and second retry of it. On AWS it goes by
 * a queue; here it lets the machine come to its next step first, or both would share the one processor.
 */
const asynchronousDelays = [20, 60_000, 120_000];

/** Runs the function beside the machine, as InvocationType `Event` does: the machine never learns how it went. */
export const callBeside = async (leg: Leg, call: FunctionCall, payload: unknown): Promise<void> => {
  const { engine } = leg;
  engine.activity.enter();
  try {
    for (const [index, delay] of asynchronousDelays.entries()) {
      await pause(engine.scope, engine.retryDelay(delay));
      try {
        await callFunction(engine, { ...call, attempt: call.attempt + index }, payload);
        return;
      } catch (thrown) {
        const error = thrown instanceof StateFailure ? thrown.error : String(thrown);
        engine.log({ level: 'error', message: 'asynchronous function failed', ...placeOf(call), error });
      }
    }
  } catch {
    // Broken off while waiting to retry: the layer is stopping.
  } finally {
    engine.activity.leave();
  }
};
