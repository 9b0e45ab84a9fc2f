import { z } from 'zod';
import { Transient } from '../../lambdas/failures.ts';
import { executionName, type Workflow } from '../../lambdas/ports/workflow.ts';
import type { Operation } from './operations.ts';
import { ServiceError } from './service-error.ts';

/** Calls an operation of the API by its name. */
export type Ask = (name: string, request: object) => ReturnType<Operation>;

const listed = z.object({ executions: z.array(z.object({ name: z.string() })) });

const isOneOf = (thrown: unknown, codes: readonly string[]) =>
  thrown instanceof ServiceError && codes.includes(thrown.code);

const transient = (thrown: unknown) =>
  new Transient(`step functions: ${thrown instanceof ServiceError ? thrown.code : 'unknown'}`);

/**
 * The workflow in the process that also runs the executions: the operations of the API without a request to oneself.
 * It says the same as `lambdas/adapters/sfn-workflow.ts`, which test/faults goes by.
 * @throws Transient for anything but an answer: the signal is then still owed
 */
export const makeLocalWorkflow = (ask: Ask, stateMachineArn: string): Workflow => ({
  start: async (caseId, generation) => {
    const name = executionName(caseId, generation);
    try {
      ask('StartExecution', { stateMachineArn, name, input: JSON.stringify({ caseId, generation }) });
    } catch (error) {
      // The name is taken: this generation was started before, and is running or has ended.
      if (!isOneOf(error, ['ExecutionAlreadyExists'])) throw transient(error);
    }
  },
  complete: async (taskToken, outcome) => {
    try {
      ask('SendTaskSuccess', { taskToken, output: JSON.stringify(outcome) });
      return 'delivered';
    } catch (error) {
      if (isOneOf(error, ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])) return 'gone';
      throw transient(error);
    }
  },
  running: async () => {
    const { executions } = listed.parse(ask('ListExecutions', { stateMachineArn, statusFilter: 'RUNNING' }));
    return new Set(executions.map(({ name }) => name));
  },
});
