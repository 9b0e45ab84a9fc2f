import { SendTaskFailureCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { executionName } from '../../lambdas/ports/workflow.ts';
import type { FunctionCall, HistoryEvent } from '../../local/step-functions/start-step-functions.ts';
import type { Asl } from './workflow-asl.ts';
import { tasksOf } from './workflow-asl.ts';
import type { Product } from './workflow-product.ts';

/** An error of this name, as a function would throw it. */
export const failure = (name: string): Error => Object.assign(new Error('injected'), { name });

const held = new Set<() => void>();
/** Lets go of whatever is still held, so that a failed test takes no other with it. */
export const releaseAll = (): void => {
  for (const release of held) release();
  held.clear();
};

/** Holds the next call made from a state, and no other, until it is released; nothing is at rest meanwhile. */
export const holdAt = (product: Product, state: string) => {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  let isHeld = false;
  product.inject(async (call) => {
    if (call.state !== state || isHeld) return;
    isHeld = true;
    reached.resolve();
    await gate.promise;
  });
  const release = () => {
    product.inject();
    gate.resolve();
  };
  held.add(release);
  return { reached: reached.promise, release };
};

/** Fails the calls from each state by their number: the first as the first name says; later ones go through. */
export const failInTurn = (namesFor: (call: FunctionCall) => readonly string[]) => {
  const calls = new Map<string, number>();
  return (call: FunctionCall) => {
    const count = calls.get(call.state) ?? 0;
    calls.set(call.state, count + 1);
    const name = namesFor(call)[count];
    if (name !== undefined) throw failure(name);
  };
};

const waitOf = async ({ load }: Product, caseId: string) => {
  const { wait } = await load(caseId);
  if (wait === undefined) throw new Error('no wait is open');
  return wait;
};

/** Lets the open wait of a case fail with an error of this name, from outside. */
export const failWait = async (product: Product, caseId: string, error: string) => {
  const { token: taskToken } = await waitOf(product, caseId);
  await product.sfn.send(new SendTaskFailureCommand({ taskToken, error }));
};

/** Answers the open wait of a case with an outcome that no command has made. */
export const answerWait = async (product: Product, caseId: string, outcome: string) => {
  const { token, generation, openedAtVersion: version } = await waitOf(product, caseId);
  return product.besvarad.casework.workflow.complete(token, { caseId, generation, version, outcome });
};

export const arnOf = ({ besvarad }: Product, name: string): string =>
  `${besvarad.stepFunctions.arnOf('motion').replace(':stateMachine:', ':execution:')}:${name}`;

/** Stops the present execution of a case, as an operator could. */
export const stopExecution = async (product: Product, caseId: string) => {
  const { execution } = await product.load(caseId);
  const executionArn = arnOf(product, executionName(caseId, execution?.generation ?? 0));
  await product.sfn.send(new StopExecutionCommand({ executionArn }));
};

/** Where failures were caught and led, as `state > target`. */
export const caughtIn = (history: readonly HistoryEvent[]): string[] => {
  const caught: string[] = [];
  let failed: string | undefined;
  let left: string | undefined;
  for (const { type, state } of history) {
    if (type === 'TaskFailed' || type === 'TaskTimedOut') failed = state;
    else if (type === 'TaskScheduled' || type === 'TaskSucceeded') failed = undefined;
    else if (type === 'TaskStateExited') left = state === failed ? state : undefined;
    else if (type.endsWith('StateEntered') && left !== undefined) {
      caught.push(`${left} > ${state}`);
      left = undefined;
    }
  }
  return caught;
};

/** Every Catch of the machine, in the same words. */
export const catchesOf = (asl: Asl): string[] =>
  tasksOf(asl).flatMap(([name, { Catch = [] }]) => Catch.map((each) => `${name} > ${each.Next}`));
