import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type StepFunctions,
  type StepFunctionsOptions,
  startStepFunctions,
} from '../../local/step-functions/start-step-functions.ts';

const DAY_SECONDS = 86_400;

let layer: StepFunctions;
let client: SFNClient;
let tokens: string[];
let executionArn: string | undefined;

const keepToken = async (event: unknown): Promise<unknown> => {
  tokens.push((event as { token: string }).token);
  return { ignored: true };
};

/** Starts one execution of a machine with one waiting task, and waits for standstill. */
const start = async (
  state: object = {},
  options: Partial<StepFunctionsOptions> = {},
  machine: object = {},
): Promise<void> => {
  tokens = [];
  const Await = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Parameters: { FunctionName: 'open', Payload: { 'token.$': '$$.Task.Token' } },
    Next: 'Done',
    ...state,
  };
  const States = { Await, Done: { Type: 'Succeed' }, Caught: { Type: 'Succeed' } };
  const machines = {
    m: JSON.stringify({
      StartAt: 'Await',
      ...machine,
      States: 'Catch' in state ? States : { Await, Done: States.Done },
    }),
  };
  layer = await startStepFunctions({ machines, functions: { open: keepToken }, ...options });
  client = new SFNClient({
    endpoint: layer.endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const command = new StartExecutionCommand({
    stateMachineArn: layer.arnOf('m'),
    name: 'case',
    input: '{"id":7}',
  });
  ({ executionArn } = await client.send(command));
};

const succeed = (taskToken = tokens.at(-1), output = '{"outcome":"decided"}') =>
  client.send(new SendTaskSuccessCommand({ taskToken, output }));
const fail = (error: string, cause = 'because') =>
  client.send(new SendTaskFailureCommand({ taskToken: tokens.at(-1), error, cause }));
const outcome = async () => {
  await layer.idle();
  const { status, output, error, cause } = await client.send(new DescribeExecutionCommand({ executionArn }));
  return { status, output: output === undefined ? undefined : JSON.parse(output), error, cause };
};

afterEach(async () => {
  vi.useRealTimers();
  client.destroy();
  await layer.stop();
});

describe('waiting on a token', () => {
  test('the function opens the wait and its answer is ignored; the token decides', async () => {
    await start({ ResultPath: '$.signal' });
    await layer.idle();
    expect(layer.running()).toEqual(['case']);
    expect(tokens).toHaveLength(1);
    await succeed();
    expect(await outcome()).toMatchObject({
      status: 'SUCCEEDED',
      output: { id: 7, signal: { outcome: 'decided' } },
    });
  });

  test('success may come while the function still runs', async () => {
    let release = (): void => {};
    const reached = Promise.withResolvers<void>();
    const open = async (event: unknown) => {
      await keepToken(event);
      reached.resolve();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      throw new Error('too late to matter');
    };
    const logged: { message: string }[] = [];
    await start({}, { functions: { open }, onLog: (entry) => logged.push(entry) });
    await reached.promise;
    await succeed();
    release();
    expect(await outcome()).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'decided' } });
    expect(logged).toMatchObject([{ message: 'function failed after its task had ended' }]);
  });

  test('a failure can be caught, with its error and cause', async () => {
    await start({ Catch: [{ ErrorEquals: ['Refused'], ResultPath: '$.failure', Next: 'Caught' }] });
    await layer.idle();
    await fail('Refused');
    expect(await outcome()).toMatchObject({
      output: { id: 7, failure: { Error: 'Refused', Cause: 'because' } },
    });
    expect(layer.history('case').map(({ state }) => state)).toContain('Caught');
  });

  test('a throwing function fails the task by name, and a retry gets a new token', async () => {
    let calls = 0;
    const open = async (event: unknown) => {
      await keepToken(event);
      calls += 1;
      if (calls === 1) throw Object.assign(new Error('busy'), { name: 'Throttled' });
    };
    const Retry = [{ ErrorEquals: ['Throttled'], MaxAttempts: 1 }];
    await start({ Retry }, { functions: { open }, retryDelay: () => 0 });
    await layer.idle();
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).not.toBe(tokens[1]);
    await expect(succeed(tokens[0])).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await succeed(tokens[1]);
    expect(await outcome()).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('tokens', () => {
  test('are long, and differ', async () => {
    await start({ Retry: [{ ErrorEquals: ['Again'], MaxAttempts: 1 }] }, { retryDelay: () => 0 });
    await layer.idle();
    await fail('Again');
    await layer.idle();
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{48}$/);
  });

  test('of a completed task, a stopped execution and another process are dead', async () => {
    await start();
    await layer.idle();
    await succeed();
    await expect(succeed()).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await expect(fail('Late')).rejects.toMatchObject({ name: 'TaskTimedOut' });
    const stopped = new StartExecutionCommand({ stateMachineArn: layer.arnOf('m') });
    const second = await client.send(stopped);
    await layer.idle();
    await client.send(new StopExecutionCommand({ executionArn: second.executionArn }));
    await expect(succeed()).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await expect(succeed('A'.repeat(48))).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
  });

  test('that are garbage, and output that is not JSON, are refused', async () => {
    await start();
    await layer.idle();
    await expect(succeed('garbage')).rejects.toMatchObject({ name: 'InvalidToken' });
    await expect(succeed(tokens[0], 'no json')).rejects.toMatchObject({ name: 'InvalidOutput' });
    expect(layer.running()).toEqual(['case']);
  });
});

describe('timeouts', () => {
  const fake = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

  test('300 days do not fire at once, nor a day early, but after 300 days', async () => {
    fake();
    await start({ TimeoutSeconds: 300 * DAY_SECONDS });
    await layer.idle();
    vi.advanceTimersByTime(299 * DAY_SECONDS * 1000);
    await layer.idle();
    expect(layer.running()).toEqual(['case']);
    vi.advanceTimersByTime(DAY_SECONDS * 1000);
    await layer.idle();
    expect(layer.history('case').map(({ type }) => type)).toContain('TaskTimedOut');
    expect(layer.history('case').at(-1)).toMatchObject({
      type: 'ExecutionFailed',
      error: 'States.Timeout',
    });
    await expect(succeed()).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  test('a machine may have a time limit of its own', async () => {
    fake();
    await start({}, {}, { TimeoutSeconds: 40 * DAY_SECONDS });
    await layer.idle();
    vi.advanceTimersByTime(39 * DAY_SECONDS * 1000);
    expect(layer.running()).toEqual(['case']);
    vi.advanceTimersByTime(DAY_SECONDS * 1000);
    expect(await outcome()).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    await expect(succeed()).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  test('a timeout is caught by name, and not as States.TaskFailed', async () => {
    fake();
    const Catch = [
      { ErrorEquals: ['States.TaskFailed'], Next: 'Done' },
      { ErrorEquals: ['States.Timeout'], ResultPath: '$.failure', Next: 'Caught' },
    ];
    await start({ TimeoutSeconds: 10, Catch });
    await layer.idle();
    vi.advanceTimersByTime(10_000);
    await layer.idle();
    expect(layer.history('case').map(({ state }) => state)).toContain('Caught');
  });

  test('heartbeats keep a task alive; their absence ends it', async () => {
    fake();
    await start({ HeartbeatSeconds: 60 });
    await layer.idle();
    vi.advanceTimersByTime(50_000);
    await client.send(new SendTaskHeartbeatCommand({ taskToken: tokens[0] }));
    vi.advanceTimersByTime(50_000);
    await layer.idle();
    expect(layer.running()).toEqual(['case']);
    vi.advanceTimersByTime(10_000);
    await layer.idle();
    expect(layer.history('case').at(-1)).toMatchObject({ type: 'ExecutionFailed', error: 'States.Timeout' });
    const dead = new SendTaskHeartbeatCommand({ taskToken: tokens[0] });
    await expect(client.send(dead)).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });
});
