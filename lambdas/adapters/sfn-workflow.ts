import {
  ExecutionAlreadyExists,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { Transient } from '../failures.ts';
import { executionName, type Workflow } from '../ports/workflow.ts';

/** Settings of the adapter: the client decides region or local endpoint. */
export interface SfnWorkflowOptions {
  readonly client: SFNClient;
  readonly stateMachineArn: string;
}

/**
 * The workflow on Step Functions.
 * @throws Transient for anything but an answer: the signal is then still owed
 */
export const makeSfnWorkflow = ({ client, stateMachineArn }: SfnWorkflowOptions): Workflow => ({
  start: async (caseId, generation) => {
    const name = executionName(caseId, generation);
    const input = JSON.stringify({ caseId, generation });
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
    } catch (error) {
      // The name is taken: this generation was started before, and is running or has ended.
      if (error instanceof ExecutionAlreadyExists) return;
      throw transient(error);
    }
  },

  complete: async (token, outcome) => {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(outcome) }));
      return 'delivered';
    } catch (error) {
      const isGone =
        error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;
      if (isGone) return 'gone';
      throw transient(error);
    }
  },

  running: async () => {
    const names = new Set<string>();
    let nextToken: string | undefined;
    do {
      const page = await listRunning(client, stateMachineArn, nextToken);
      for (const { name } of page.executions ?? []) if (name !== undefined) names.add(name);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return names;
  },
});

const listRunning = async (client: SFNClient, stateMachineArn: string, nextToken: string | undefined) => {
  try {
    return await client.send(
      new ListExecutionsCommand({
        stateMachineArn,
        statusFilter: 'RUNNING',
        maxResults: 1000,
        ...(nextToken === undefined ? {} : { nextToken }),
      }),
    );
  } catch (error) {
    throw transient(error);
  }
};

const transient = (error: unknown) =>
  new Transient(`step functions: ${error instanceof Error ? error.name : 'unknown'}`);
