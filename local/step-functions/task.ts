import type { FunctionCall, Leg } from './engine.ts';
import { StateFailure, Stopped } from './failure.ts';
import { note } from './history.ts';
import type { Context } from './interpreter.ts';
import { callBeside, callFunction, type Invocation, placeOf, readInvocation } from './invoke.ts';
import { type Json, parseJson } from './json.ts';
import type { Work } from './steps.ts';
import { after } from './timer.ts';

type Invoke = Extract<Work['doing'], { kind: 'invoke' }>;

/** A heartbeat that stays out has this name as well, on AWS. */
const TIMEOUT = 'States.Timeout';

interface Attempt {
  readonly leg: Leg;
  readonly call: FunctionCall;
  readonly invocation: Invocation;
  readonly token: string | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
}

const errorNameOf = (thrown: unknown): string =>
  thrown instanceof StateFailure ? thrown.error : String(thrown);

const seconds = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Settles with whatever comes first: the answer, a failure, the token's use, a timeout, or a stop. */
const settle = (attempt: Attempt): Promise<Json> =>
  new Promise((resolve, reject) => {
    const { leg, token, call, invocation } = attempt;
    const { activity, tokens } = leg.engine;
    let settled = false;
    let cancelTimeout: (() => void) | undefined;
    let cancelHeartbeat: (() => void) | undefined;
    const finish = (act: () => void): void => {
      if (settled) return;
      settled = true;
      cancelTimeout?.();
      cancelHeartbeat?.();
      leg.scope.breakOff.delete(breakOff);
      if (token !== undefined) {
        tokens.close(token);
        activity.enter();
      }
      act();
    };
    const fail = (error: string, cause: string): void => finish(() => reject(new StateFailure(error, cause)));
    const breakOff = (): void => finish(() => reject(new Stopped()));
    const beat = (): void => {
      cancelHeartbeat?.();
      if (attempt.heartbeatSeconds === undefined) return;
      cancelHeartbeat = after(attempt.heartbeatSeconds * 1000, () => fail(TIMEOUT, ''));
    };
    leg.scope.breakOff.add(breakOff);
    if (attempt.timeoutSeconds !== undefined) {
      cancelTimeout = after(attempt.timeoutSeconds * 1000, () => fail(TIMEOUT, ''));
    }
    beat();
    const running = invocation.beside
      ? callBeside(leg, call, invocation.payload).then(() => null)
      : callFunction(leg.engine, call, invocation.payload);
    if (token !== undefined) {
      const succeed = (text: string): void => finish(() => resolve(parseJson(text) ?? null));
      tokens.open(token, { succeed, fail, beat });
      // The running function counts as progress by itself; the wait does not.
      activity.leave();
    }
    const answered = (payload: Json): void => {
      if (token === undefined) {
        finish(() => resolve({ ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 }));
      } else if (!settled) {
        note(leg.execution.history, 'TaskSubmitted', { state: call.state });
      }
    };
    if (invocation.beside && token === undefined) finish(() => resolve({ StatusCode: 202 }));
    running.then(answered, (thrown) => {
      if (settled && !leg.engine.scope.stopped) {
        const message = 'function failed after its task had ended';
        leg.engine.log({ level: 'error', message, ...placeOf(call), error: errorNameOf(thrown) });
      }
      finish(() => reject(thrown));
    });
  });

const noteFailure = (leg: Leg, state: string, failure: StateFailure): void => {
  note(leg.execution.history, failure.error === TIMEOUT ? 'TaskTimedOut' : 'TaskFailed', {
    state,
    error: failure.error,
    cause: failure.failureCause,
  });
};

/** One attempt at a Task state: calls its function and, for `.waitForTaskToken`, waits to be told. */
export const attemptTask = async (
  leg: Leg,
  state: string,
  doing: Invoke,
  enter: Work['enter'],
  raw: Json,
  context: Context,
  attempt: number,
): Promise<Json> => {
  const { engine, execution } = leg;
  // A new token for each attempt: whoever holds the last one must not answer this one.
  const token = doing.waitsForToken ? engine.tokens.mint() : undefined;
  const taskContext = token === undefined ? context : { ...context, Task: { Token: token } };
  const invocation = readInvocation(enter === undefined ? raw : await enter(raw, taskContext));
  const timeoutSeconds = seconds(await doing.timeoutSeconds?.(raw, context));
  if (leg.scope.stopped) throw new Stopped();
  note(execution.history, 'TaskScheduled', { state });
  const { functionName } = invocation;
  const call = { machine: execution.machine.name, execution: execution.name, state, functionName, attempt };
  const { heartbeatSeconds } = doing;
  try {
    const result = await settle({ leg, call, invocation, token, timeoutSeconds, heartbeatSeconds });
    note(execution.history, 'TaskSucceeded', { state });
    return result;
  } catch (thrown) {
    if (thrown instanceof StateFailure) noteFailure(leg, state, thrown);
    throw thrown;
  }
};
