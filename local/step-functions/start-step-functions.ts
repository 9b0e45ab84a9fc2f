import type { Workflow } from '../../lambdas/ports/workflow.ts';
import { makeActivity } from './activity.ts';
import { compileStates } from './compile.ts';
import { parseDefinition } from './definition.ts';
import type { Engine, FunctionCall, LocalFunction, LogEntry } from './engine.ts';
import { type Execution, type Machine, makeScope, stopScope } from './execution.ts';
import { makeExecutions } from './executions.ts';
import type { HistoryEvent } from './history.ts';
import { type Ask, makeLocalWorkflow } from './local-workflow.ts';
import { makeOperations } from './operations.ts';
import { serve } from './server.ts';
import { ServiceError } from './service-error.ts';
import { makeTokens } from './tokens.ts';

export type { FunctionCall, HistoryEvent, LocalFunction, LogEntry };

export interface StepFunctionsOptions {
  /** Machine name → ASL text, its placeholders already replaced by function names. */
  readonly machines: Readonly<Record<string, string>>;
  /** The definitions have been held to the whole of the language before, which takes most of a second. */
  readonly checked?: boolean;
  /** Function name → handler. */
  readonly functions: Readonly<Record<string, LocalFunction>>;
  /** On 127.0.0.1; a free one when 0 or absent. */
  readonly port?: number;
  /** Tests shrink the waits between retries with it. */
  readonly retryDelay?: (milliseconds: number) => number;
  /** Awaited before each function call; what it throws, the function fails with. */
  readonly intercept?: (call: FunctionCall) => Promise<void> | void;
  readonly onLog?: (entry: LogEntry) => void;
}

export interface StepFunctions {
  /** For the SDK client's `endpoint`, or AWS_ENDPOINT_URL_SFN. */
  readonly endpoint: string;
  /** The ARN of a machine, for StartExecution. */
  arnOf(machine: string): string;
  /** The executions of a machine, for whoever lives in this process. */
  workflowOf(machine: string): Workflow;
  /** What happened in an execution, named by ARN or by name; empty when it is not known. */
  history(executionArnOrName: string): readonly HistoryEvent[];
  /** The names of the running executions. */
  running(): readonly string[];
  /** Resolves when no execution makes progress: all that run wait for a token. */
  idle(): Promise<void>;
  /** Ends everything at once; nothing is kept. */
  stop(): Promise<void>;
}

const ARN_PREFIX = 'arn:aws:states:eu-north-1:000000000000:stateMachine:';

const makeMachine = (
  name: string,
  text: string,
  functions: ReadonlySet<string>,
  isChecked: boolean,
): Machine => {
  try {
    const definition = parseDefinition(text, isChecked);
    const states = compileStates(definition, functions);
    const { TimeoutSeconds: timeoutSeconds } = definition;
    return { name, arn: ARN_PREFIX + name, states, timeoutSeconds, executions: new Map() };
  } catch (cause) {
    throw new Error(`state machine ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
};

const makeEngine = (options: StepFunctionsOptions): Engine => ({
  functions: new Map(Object.entries(options.functions)),
  tokens: makeTokens(),
  activity: makeActivity(),
  retryDelay: options.retryDelay ?? ((milliseconds) => milliseconds),
  intercept: options.intercept,
  scope: makeScope(),
  log: options.onLog ?? (() => {}),
});

/** Starts the Step Functions of one machine; every fault in a definition is thrown here. */
export const startStepFunctions = async (options: StepFunctionsOptions): Promise<StepFunctions> => {
  const functions = new Set(Object.keys(options.functions));
  const machines = new Map(
    Object.entries(options.machines).map(([name, text]) => [
      name,
      makeMachine(name, text, functions, options.checked ?? false),
    ]),
  );
  const machineOf = (arn: string): Machine => {
    const machine = arn.startsWith(ARN_PREFIX) ? machines.get(arn.slice(ARN_PREFIX.length)) : undefined;
    if (machine !== undefined) return machine;
    const code = /^arn:aws:states:[^:]+:\d+:stateMachine:.+$/.test(arn)
      ? 'StateMachineDoesNotExist'
      : 'InvalidArn';
    throw new ServiceError(code, `State Machine Does Not Exist: '${arn.slice(0, 200)}'`);
  };
  const engine = makeEngine(options);
  const executions = makeExecutions(engine);
  const operations = makeOperations({ machineOf, executions, tokens: engine.tokens });
  const server = await serve(operations, options.port ?? 0);
  const ask: Ask = (operation, request) => {
    const found = operations.get(operation);
    if (found === undefined) throw new ServiceError('UnknownOperationException', operation);
    return found(request);
  };
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const all = (): Execution[] => [...machines.values()].flatMap(({ executions: own }) => [...own.values()]);
  const running = (): Execution[] => all().filter(({ status }) => status === 'RUNNING');
  const named = (wanted: string): Execution | undefined => {
    const name = wanted.slice(wanted.lastIndexOf(':') + 1);
    const found = [...machines.values()].map(({ executions: own }) => own.get(name));
    return found.find((execution) => execution?.arn === wanted || execution?.name === wanted);
  };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    arnOf: (name) => machineOf(ARN_PREFIX + name).arn,
    workflowOf: (name) => makeLocalWorkflow(ask, machineOf(ARN_PREFIX + name).arn),
    history: (wanted) => named(wanted)?.history ?? [],
    running: () => running().map(({ name }) => name),
    idle: () => engine.activity.idle(),
    stop: async () => {
      for (const execution of running()) executions.stop(execution, undefined, 'Step Functions is stopping');
      stopScope(engine.scope);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
