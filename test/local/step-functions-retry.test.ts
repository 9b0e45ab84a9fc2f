import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type FunctionCall,
  type LocalFunction,
  type StepFunctions,
  type StepFunctionsOptions,
  startStepFunctions,
} from '../../local/step-functions/start-step-functions.ts';

const invoke = (name: string, payload: unknown = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, Payload: payload },
});
const named = (name: string, message = 'oops') => Object.assign(new Error(message), { name });

let layer: StepFunctions;

/** Runs one execution of the states, the first of which is the start, to its end. */
const run = async (
  States: Record<string, object>,
  options: Partial<StepFunctionsOptions> & { input?: unknown } = {},
) => {
  const { input = {}, ...rest } = options;
  const machines = { m: JSON.stringify({ StartAt: Object.keys(States)[0], States }) };
  layer = await startStepFunctions({ machines, functions: {}, ...rest });
  const client = new SFNClient({
    endpoint: layer.endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { executionArn } = await client.send(
    new StartExecutionCommand({
      stateMachineArn: layer.arnOf('m'),
      name: 'case',
      input: JSON.stringify(input),
    }),
  );
  await layer.idle();
  const { status, output, error, cause } = await client.send(new DescribeExecutionCommand({ executionArn }));
  client.destroy();
  return { status, output: output === undefined ? undefined : JSON.parse(output), error, cause };
};

const visited = () =>
  layer
    .history('case')
    .filter(({ type }) => type.endsWith('StateEntered'))
    .map(({ state }) => state);

afterEach(() => layer.stop());

describe('retry and catch', () => {
  const failing = (name: string, times: number) => {
    let calls = 0;
    const f: LocalFunction = async () => {
      calls += 1;
      if (calls <= times) throw named(name, `try ${calls}`);
      return calls;
    };
    return { functions: { f } };
  };
  const collect = (delays: number[]) => (milliseconds: number) => {
    delays.push(milliseconds);
    return 0;
  };

  test('backs off by rate up to the longest delay, then succeeds', async () => {
    const delays: number[] = [];
    const Retry = [
      { ErrorEquals: ['Slow'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 3 },
    ];
    const States = { One: { ...invoke('f'), Retry, OutputPath: '$.Payload', End: true } };
    const ended = await run(States, { ...failing('Slow', 3), retryDelay: collect(delays) });
    expect([ended.output, delays]).toEqual([4, [2000, 6000, 10_000]]);
    const types = layer.history('case').map(({ type }) => type);
    expect(types.filter((type) => type === 'TaskFailed')).toHaveLength(3);
    expect(types.filter((type) => type === 'TaskScheduled')).toHaveLength(4);
  });

  test('jitter stays within the delay', async () => {
    const delays: number[] = [];
    const Retry = [
      { ErrorEquals: ['Slow'], IntervalSeconds: 4, MaxAttempts: 20, BackoffRate: 1, JitterStrategy: 'FULL' },
    ];
    const States = { One: { ...invoke('f'), Retry, End: true } };
    await run(States, { ...failing('Slow', 20), retryDelay: collect(delays) });
    expect(Math.max(...delays)).toBeLessThanOrEqual(4000);
    expect(new Set(delays).size).toBeGreaterThan(1);
  });

  test('spent retries fall to the catch, with the cause as JSON and no stack', async () => {
    const Retry = [{ ErrorEquals: ['Slow'], MaxAttempts: 2 }];
    const Catch = [
      { ErrorEquals: ['Other'], Next: 'Wrong' },
      { ErrorEquals: ['States.TaskFailed'], ResultPath: '$.failure', Next: 'Caught' },
    ];
    const States = {
      One: { ...invoke('f'), Retry, Catch, End: true },
      Wrong: { Type: 'Fail' },
      Caught: { Type: 'Succeed' },
    };
    const ended = await run(States, { ...failing('Slow', 9), retryDelay: () => 0, input: { id: 7 } });
    const Cause = JSON.stringify({ errorType: 'Slow', errorMessage: 'try 3' });
    expect(ended.output).toEqual({ id: 7, failure: { Error: 'Slow', Cause } });
    expect(visited()).toEqual(['One', 'Caught']);
  });

  test('an error no one names fails the execution; so does a bare Fail state', async () => {
    const Retry = [{ ErrorEquals: ['Slow'], MaxAttempts: 2 }];
    const ended = await run({ One: { ...invoke('f'), Retry, End: true } }, failing('Defect', 9));
    const cause = JSON.stringify({ errorType: 'Defect', errorMessage: 'try 1' });
    expect(ended).toMatchObject({ status: 'FAILED', error: 'Defect', cause });
    await layer.stop();
    const bare = await run({ One: { Type: 'Fail' } });
    expect(bare).toEqual({ status: 'FAILED', output: undefined, error: undefined, cause: undefined });
  });

  test('intercept sees each call and its throw is the function failing', async () => {
    const calls: FunctionCall[] = [];
    let called = 0;
    const f: LocalFunction = async () => {
      called += 1;
    };
    const intercept = async (call: FunctionCall) => {
      calls.push(call);
      if (call.attempt === 1) throw named('Injected');
    };
    const Retry = [{ ErrorEquals: ['Injected'], MaxAttempts: 1 }];
    const States = { One: { ...invoke('f'), Retry, End: true } };
    const ended = await run(States, { functions: { f }, intercept, retryDelay: () => 0 });
    expect([ended.status, called]).toEqual(['SUCCEEDED', 1]);
    const call = { machine: 'm', execution: 'case', state: 'One', functionName: 'f' };
    expect(calls).toEqual([
      { ...call, attempt: 1 },
      { ...call, attempt: 2 },
    ]);
  });
});
