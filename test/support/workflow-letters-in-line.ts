import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import { fillPlaceholders } from '../../local/functions.ts';
import { type HistoryEvent, startStepFunctions } from '../../local/step-functions/start-step-functions.ts';
import { isTell, ownChoice, readAsl, tasksOf, waitsOf } from './workflow-asl.ts';
import { failure } from './workflow-faults.ts';

const asked = z.object({
  caseId: z.string(),
  generation: z.int(),
  version: z.int(),
  step: z.string(),
  token: z.string(),
});

/** The machine with its letters in line: what the function throws then fails the state, as a failed call would. */
const definition = (): string => {
  const asl = readAsl();
  for (const [, task] of tasksOf(asl)) delete task.Parameters.InvocationType;
  return fillPlaceholders(JSON.stringify(asl));
};

/** For each Tell state a wait and an outcome that lead to it. */
const leadsTo = (asl: ReturnType<typeof readAsl>) =>
  new Map(
    waitsOf(asl).flatMap(([wait]) =>
      (ownChoice(asl, wait)?.Choices ?? [])
        .filter((branch) => isTell(branch.Next, asl.States[branch.Next]))
        .map((branch) => [branch.Next, { wait, outcome: branch.StringEquals }] as const),
    ),
  );

/**
 * Sends the letters of every Tell state in vain. No product is needed: the machine alone is asked where it goes. An
 * invocation of type Event fails in the machine only when Lambda itself refuses it, which no local function can do.
 * @returns what happened in each execution, by the Tell state it was about
 */
export const failLettersInLine = async (): Promise<ReadonlyMap<string, readonly HistoryEvent[]>> => {
  const ways = leadsTo(readAsl());
  const wayOf = (tell: string) => {
    const way = ways.get(tell);
    if (way === undefined) throw new Error(`nothing leads to ${tell}`);
    return way;
  };
  const answered = new Set<string>();
  let client: SFNClient | undefined;
  const layer = await startStepFunctions({
    machines: { motion: definition() },
    retryDelay: () => 0,
    functions: {
      'read-case': async (event) => {
        const { caseId } = asked.pick({ caseId: true }).parse(event);
        return { caseId, generation: 1, version: 1, step: wayOf(caseId).wait };
      },
      'open-wait': async (event) => {
        const { caseId, token: taskToken } = asked.parse(event);
        if (answered.has(caseId)) return;
        answered.add(caseId);
        const output = JSON.stringify({ caseId, generation: 1, version: 2, outcome: wayOf(caseId).outcome });
        await client?.send(new SendTaskSuccessCommand({ taskToken, output }));
      },
      'send-letters': async () => {
        throw failure('Defect');
      },
      'hand-over': async () => undefined,
      'record-failure': async () => undefined,
    },
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SFNClient({ endpoint: layer.endpoint, region: 'eu-north-1', credentials });
  try {
    for (const tell of ways.keys()) {
      const input = JSON.stringify({ caseId: tell, generation: 1 });
      const stateMachineArn = layer.arnOf('motion');
      await client.send(new StartExecutionCommand({ stateMachineArn, name: tell, input }));
    }
    await layer.idle();
    return new Map([...ways.keys()].map((tell) => [tell, layer.history(tell)]));
  } finally {
    client.destroy();
    await layer.stop();
  }
};
