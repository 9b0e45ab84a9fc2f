import { z } from 'zod';
import type { Execution, Machine } from './execution.ts';
import type { Executions } from './executions.ts';
import { toAwsEvent } from './history.ts';
import { isTooLarge, parseJson } from './json.ts';
import { ServiceError } from './service-error.ts';
import type { Tokens } from './tokens.ts';

/** One operation of the API: the request's members in, the answer's out. */
export type Operation = (request: unknown) => object;

interface Parts {
  readonly machineOf: (arn: string) => Machine;
  readonly executions: Executions;
  readonly tokens: Tokens;
}

const seconds = (milliseconds: number): number => milliseconds / 1000;

const summaryOf = (execution: Execution): Record<string, unknown> => ({
  executionArn: execution.arn,
  stateMachineArn: execution.machine.arn,
  name: execution.name,
  status: execution.status,
  startDate: seconds(execution.startedAt),
  ...(execution.endedAt === undefined ? {} : { stopDate: seconds(execution.endedAt) }),
});

/** Reads a request against its shape; a member missing or of the wrong type is AWS's ValidationException. */
const operation =
  <Shape extends z.ZodType>(shape: Shape, answer: (request: z.output<Shape>) => object): Operation =>
  (request) => {
    const parsed = shape.safeParse(request);
    if (parsed.success) return answer(parsed.data);
    throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
  };

const executionArn = z.string().min(1);
const taskToken = z.string().min(1);
const errorAndCause = { error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() };

const checkOutput = (output: string): string => {
  if (parseJson(output) === undefined || isTooLarge(output)) {
    throw new ServiceError(
      'InvalidOutput',
      "Invalid Output: 'The output is not JSON of at most 262144 bytes'",
    );
  }
  return output;
};

const executionOperations = ({ machineOf, executions }: Parts): [string, Operation][] => [
  [
    'StartExecution',
    operation(
      z.object({ stateMachineArn: z.string(), name: z.string().optional(), input: z.string().default('{}') }),
      ({ stateMachineArn, name, input }) => {
        const execution = executions.start(machineOf(stateMachineArn), name, input);
        return { executionArn: execution.arn, startDate: seconds(execution.startedAt) };
      },
    ),
  ],
  [
    'DescribeExecution',
    operation(z.object({ executionArn }), (request) => {
      const execution = executions.find(request.executionArn);
      const { inputText: input, output, error, cause } = execution;
      return { ...summaryOf(execution), input, output, error, cause };
    }),
  ],
  [
    'ListExecutions',
    operation(
      z.object({ stateMachineArn: z.string(), statusFilter: z.string().optional() }),
      ({ stateMachineArn, statusFilter }) => {
        const all = [...machineOf(stateMachineArn).executions.values()].reverse();
        const asked = all.filter(({ status }) => statusFilter === undefined || status === statusFilter);
        return { executions: asked.map(summaryOf) };
      },
    ),
  ],
  [
    'StopExecution',
    operation(z.object({ executionArn, ...errorAndCause }), (request) => {
      const execution = executions.find(request.executionArn);
      executions.stop(execution, request.error, request.cause);
      return { stopDate: seconds(execution.endedAt ?? Date.now()) };
    }),
  ],
  [
    'GetExecutionHistory',
    operation(z.object({ executionArn, reverseOrder: z.boolean().default(false) }), (request) => {
      const events = executions.find(request.executionArn).history.map(toAwsEvent);
      return { events: request.reverseOrder ? events.reverse() : events };
    }),
  ],
];

const tokenOperations = ({ tokens }: Parts): [string, Operation][] => [
  [
    'SendTaskSuccess',
    operation(z.object({ taskToken, output: z.string() }), (request) => {
      const output = checkOutput(request.output);
      tokens.find(request.taskToken).succeed(output);
      return {};
    }),
  ],
  [
    'SendTaskFailure',
    operation(z.object({ taskToken, ...errorAndCause }), (request) => {
      tokens.find(request.taskToken).fail(request.error ?? '', request.cause ?? '');
      return {};
    }),
  ],
  [
    'SendTaskHeartbeat',
    operation(z.object({ taskToken }), (request) => {
      tokens.find(request.taskToken).beat();
      return {};
    }),
  ],
];

/** The operations this layer knows, by the name the SDK sends. */
export const makeOperations = (parts: Parts): ReadonlyMap<string, Operation> =>
  new Map([...executionOperations(parts), ...tokenOperations(parts)]);
