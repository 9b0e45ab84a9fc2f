import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type StepFunctions,
  type StepFunctionsOptions,
  startStepFunctions,
} from '../../local/step-functions/start-step-functions.ts';

const waiting = {
  StartAt: 'Await',
  States: {
    Await: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: { FunctionName: 'open', Payload: { 'token.$': '$$.Task.Token' } },
      End: true,
    },
  },
};
const passing = {
  StartAt: 'Pass',
  States: { Pass: { Type: 'Pass', Next: 'Done' }, Done: { Type: 'Succeed' } },
};
const failing = {
  StartAt: 'Broken',
  States: { Broken: { Type: 'Fail', Error: 'Broken', Cause: 'by design' } },
};

let layer: StepFunctions;
let client: SFNClient;

const start = async (options: Partial<StepFunctionsOptions> = {}): Promise<void> => {
  const machines = { waiting, passing, failing };
  layer = await startStepFunctions({
    machines: Object.fromEntries(Object.entries(machines).map(([name, asl]) => [name, JSON.stringify(asl)])),
    functions: { open: async () => undefined },
    ...options,
  });
  client = new SFNClient({
    endpoint: layer.endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
};

const run = (machine: string, name?: string, input?: string) =>
  client.send(new StartExecutionCommand({ stateMachineArn: layer.arnOf(machine), name, input }));
const describeExecution = (executionArn: string | undefined) =>
  client.send(new DescribeExecutionCommand({ executionArn }));

afterEach(async () => {
  client.destroy();
  await layer.stop();
});

describe('starting', () => {
  test('an execution runs to its end and can be described', async () => {
    await start();
    const { executionArn, startDate } = await run('passing', 'case-1-g1', '{"caseId":"1"}');
    await layer.idle();
    const described = await describeExecution(executionArn);
    expect(described).toMatchObject({
      name: 'case-1-g1',
      status: 'SUCCEEDED',
      input: '{"caseId":"1"}',
      output: '{"caseId":"1"}',
      stateMachineArn: layer.arnOf('passing'),
    });
    expect(described.startDate).toEqual(startDate);
    expect(described.stopDate?.getTime()).toBeGreaterThanOrEqual(startDate?.getTime() ?? Number.NaN);
  });

  test('the same name and input while running gives the same execution', async () => {
    await start();
    const first = await run('waiting', 'case-1-g1', '{"a":1}');
    await expect(run('waiting', 'case-1-g1', '{"a":1}')).resolves.toMatchObject({
      executionArn: first.executionArn,
      startDate: first.startDate,
    });
    expect(layer.running()).toEqual(['case-1-g1']);
  });

  test('the same name with another input, or after the end, is taken', async () => {
    await start();
    await run('waiting', 'case-1-g1', '{"a":1}');
    await expect(run('waiting', 'case-1-g1', '{"a":2}')).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
    await run('passing', 'case-1-g1', '{}');
    await layer.idle();
    await expect(run('passing', 'case-1-g1', '{}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  test.each(['white space', 'a/b', 'a:b', 'a*', '', 'x'.repeat(81)])(
    'the name %j is invalid',
    async (name) => {
      await start();
      await expect(run('passing', name)).rejects.toMatchObject({ name: 'InvalidName' });
    },
  );

  test('a name of 80 characters with å is valid', async () => {
    await start();
    await expect(run('passing', `å${'x'.repeat(79)}`)).resolves.toHaveProperty('executionArn');
  });

  test('input that is not JSON is refused', async () => {
    await start();
    await expect(run('passing', 'a', '{oops')).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
  });

  test('an unknown machine, a garbled ARN and an unknown execution have names of their own', async () => {
    await start();
    const send = (stateMachineArn: string) => client.send(new StartExecutionCommand({ stateMachineArn }));
    await expect(send(`${layer.arnOf('passing')}x`)).rejects.toMatchObject({
      name: 'StateMachineDoesNotExist',
    });
    await expect(send('passing')).rejects.toMatchObject({ name: 'InvalidArn' });
    const { executionArn } = await run('passing');
    await expect(describeExecution(`${executionArn}x`)).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
    expect(() => layer.arnOf('nothing')).toThrow('Does Not Exist');
  });

  test('an operation it does not know is named in the error', async () => {
    await start();
    await expect(client.send(new ListStateMachinesCommand({}))).rejects.toThrow(
      'ListStateMachines: this layer knows',
    );
  });
});

describe('listing and stopping', () => {
  test('executions are listed by status, newest first', async () => {
    await start();
    await run('waiting', 'one');
    await run('waiting', 'two');
    const { executionArn } = await run('waiting', 'three');
    await client.send(new StopExecutionCommand({ executionArn, error: 'Operator', cause: 'asked to' }));
    const list = async (statusFilter?: 'RUNNING' | 'ABORTED') => {
      const command = new ListExecutionsCommand({ stateMachineArn: layer.arnOf('waiting'), statusFilter });
      return (await client.send(command)).executions?.map(({ name }) => name);
    };
    expect(await list()).toEqual(['three', 'two', 'one']);
    expect(await list('RUNNING')).toEqual(['two', 'one']);
    expect(await list('ABORTED')).toEqual(['three']);
    const aborted = { status: 'ABORTED', error: 'Operator', cause: 'asked to' };
    expect(await describeExecution(executionArn)).toMatchObject(aborted);
  });

  test('a failed execution tells its error and is logged', async () => {
    const logged: unknown[] = [];
    await start({ onLog: (entry) => logged.push(entry) });
    const { executionArn } = await run('failing', 'case-1-g1');
    await layer.idle();
    expect(await describeExecution(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'Broken',
      cause: 'by design',
    });
    expect(logged).toMatchObject([{ execution: 'case-1-g1', message: 'execution failed', error: 'Broken' }]);
  });

  test('only the last thousand ended executions are kept', async () => {
    await start();
    for (let batch = 0; batch < 101; batch += 1) {
      await Promise.all(
        Array.from({ length: 10 }, (_, index) => run('passing', `case-${batch * 10 + index}`)),
      );
      await layer.idle();
    }
    const command = new ListExecutionsCommand({ stateMachineArn: layer.arnOf('passing') });
    expect((await client.send(command)).executions).toHaveLength(1000);
    expect(layer.history('case-0')).toEqual([]);
    expect(layer.history('case-1009')).not.toEqual([]);
  });
});

describe('history', () => {
  test('tells states and tasks in order, with ids', async () => {
    await start();
    const { executionArn } = await run('waiting', 'case-1-g1');
    await layer.idle();
    await client.send(new StopExecutionCommand({ executionArn }));
    const types = [
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskSubmitted',
      'ExecutionAborted',
    ];
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.map(({ type }) => type)).toEqual(types);
    expect(events?.map(({ id, previousEventId }) => [previousEventId, id])).toEqual(
      types.map((_, index) => [index, index + 1]),
    );
    expect(events?.[1]?.stateEnteredEventDetails?.name).toBe('Await');
    expect(events?.[0]?.timestamp?.getTime()).toBe(layer.history('case-1-g1')[0]?.timestamp);
    const reversed = await client.send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: true }));
    expect(reversed.events?.[0]?.type).toBe('ExecutionAborted');
    expect(layer.history(executionArn ?? '')).toBe(layer.history('case-1-g1'));
  });
});

describe('definitions', () => {
  const withState = (state: object) => ({
    machines: { m: JSON.stringify({ StartAt: 'One', States: { One: { End: true, ...state } } }) },
    functions: {},
  });
  const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };

  test.each([
    ['a missing target', { Type: 'Pass', End: undefined, Next: 'Two' }, 'state machine m'],
    ['an unknown function', { ...task, Parameters: { FunctionName: 'nobody' } }, 'no function called nobody'],
    ['another service', { ...task, Resource: 'arn:aws:states:::sqs:sendMessage' }, 'not provided locally'],
    ['JSONata', { Type: 'Pass', QueryLanguage: 'JSONata' }, 'state machine m'],
    ['Assign', { Type: 'Pass', Assign: { x: 1 } }, 'state machine m'],
  ])('%s stops the start', async (_, state, message) => {
    await start();
    await expect(startStepFunctions(withState(state))).rejects.toThrow(message);
  });

  test('stopping ends what runs and closes the door', async () => {
    await start();
    await run('waiting', 'one');
    await layer.idle();
    await layer.stop();
    expect(layer.running()).toEqual([]);
    await expect(run('waiting', 'two')).rejects.toThrow();
  });
});
