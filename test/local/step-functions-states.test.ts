import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test } from 'vitest';
import {
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

describe('lambda:invoke', () => {
  test('gives the result as AWS does, a copy each way', async () => {
    const events: unknown[] = [];
    const f: LocalFunction = async (event) => {
      events.push(event);
      (event as { from: { id: number } }).from.id = 99;
      return { at: new Date(0), gone: undefined };
    };
    const States = { One: { ...invoke('f', { 'from.$': '$' }), ResultPath: '$.result', End: true } };
    expect(await run(States, { functions: { f }, input: { id: 7 } })).toMatchObject({
      output: {
        id: 7,
        result: { StatusCode: 200, ExecutedVersion: '$LATEST', Payload: { at: '1970-01-01T00:00:00.000Z' } },
      },
    });
  });

  test('ResultSelector, ResultPath, InputPath and OutputPath are honoured', async () => {
    const One = {
      ...invoke('f', { 'n.$': '$.n' }),
      InputPath: '$.in',
      ResultSelector: { 'doubled.$': '$.Payload' },
      ResultPath: '$.in.result',
      OutputPath: '$.in',
      Next: 'Two',
    };
    const Two = {
      ...invoke('f', { 'n.$': '$.result.doubled' }),
      ResultPath: '$',
      OutputPath: '$.Payload',
      End: true,
    };
    const f: LocalFunction = async (event) => (event as { n: number }).n * 2;
    expect(await run({ One, Two }, { functions: { f }, input: { in: { n: 21 } } })).toMatchObject({
      output: 84,
    });
  });

  test('ResultPath null keeps the input', async () => {
    const States = { One: { ...invoke('f'), ResultPath: null, End: true } };
    expect(await run(States, { functions: { f: async () => 1 }, input: { id: 7 } })).toMatchObject({
      output: { id: 7 },
    });
  });

  test('Event goes on at once; the function runs beside, is tried three times and logged', async () => {
    const delays: number[] = [];
    const logged: unknown[] = [];
    let calls = 0;
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const functions = {
      beside: async () => {
        calls += 1;
        await gate;
        throw named('Broken');
      },
      next: async () => open(),
    };
    const One = invoke('beside');
    const States = {
      One: {
        ...One,
        Parameters: { ...One.Parameters, InvocationType: 'Event' },
        ResultPath: '$.started',
        Next: 'Two',
      },
      Two: { ...invoke('next'), ResultPath: null, End: true },
    };
    const retryDelay = (milliseconds: number) => {
      delays.push(milliseconds);
      return 0;
    };
    const ended = await run(States, { functions, retryDelay, onLog: (entry) => logged.push(entry) });
    expect(ended).toMatchObject({ status: 'SUCCEEDED', output: { started: { StatusCode: 202 } } });
    // It begins a moment after the step that follows (twenty milliseconds), then is tried again as Lambda would.
    expect([calls, delays]).toEqual([3, [20, 60_000, 120_000]]);
    expect(logged).toHaveLength(3);
    expect(logged[0]).toMatchObject({ state: 'One', execution: 'case', error: 'Broken' });
  });

  test('a result over 256 kB fails, and States.ALL does not catch it', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const States = { One: { ...invoke('f'), Catch, End: true }, Caught: { Type: 'Succeed' } };
    const ended = await run(States, { functions: { f: async () => 'x'.repeat(262_144) } });
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });
});

describe('the other states', () => {
  test('Choice picks by the data and falls to its Default', async () => {
    const States = {
      Pick: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.n', IsPresent: true },
              { Variable: '$.n', NumericGreaterThan: 5 },
            ],
            Next: 'Big',
          },
        ],
        Default: 'Small',
      },
      Big: { Type: 'Succeed' },
      Small: { Type: 'Pass', Result: false, ResultPath: '$.big', End: true },
    };
    expect((await run(States, { input: { n: 9 } })).output).toEqual({ n: 9 });
    expect(visited()).toEqual(['Pick', 'Big']);
    await layer.stop();
    expect((await run(States, { input: { x: 1 } })).output).toEqual({ x: 1, big: false });
    await layer.stop();
    const { Default: _, ...Pick } = States.Pick;
    const without = await run({ Pick, Big: States.Big });
    expect(without).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  test('the context tells of execution, state and machine', async () => {
    const Parameters = {
      'name.$': '$$.Execution.Name',
      'id.$': '$$.Execution.Id',
      'input.$': '$$.Execution.Input.id',
      'state.$': '$$.State.Name',
      'entered.$': '$$.State.EnteredTime',
      'machine.$': '$$.StateMachine.Name',
      'text.$': "States.Format('{} in {}', $$.Execution.Name, $$.State.Name)",
    };
    const before = Date.now();
    const { output } = await run(
      { Zero: { Type: 'Pass', Result: 'other', Next: 'One' }, One: { Type: 'Pass', Parameters, End: true } },
      { input: { id: 7 } },
    );
    expect(output).toMatchObject({ name: 'case', input: 7, state: 'One', machine: 'm', text: 'case in One' });
    expect(output.id).toBe(`${layer.arnOf('m').replace('stateMachine', 'execution')}:case`);
    expect(Date.parse(output.entered)).toBeGreaterThanOrEqual(before);
  });

  test('a path that finds nothing fails as States.Runtime, which States.ALL does not catch', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const States = {
      One: { ...invoke('f', { 'x.$': '$.missing' }), Catch, End: true },
      Caught: { Type: 'Succeed' },
    };
    const ended = await run(States, { functions: { f: async () => 1 } });
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  test('Parallel joins its branches, and one failure ends the others', async () => {
    const branch = (name: string) => ({ StartAt: name, States: { [name]: { ...invoke(name), End: true } } });
    const Branches = [branch('good'), branch('other')];
    const All = { Type: 'Parallel', Branches, ResultSelector: { 'both.$': '$[*].Payload' }, End: true };
    const joined = await run(
      { All },
      { functions: { good: async () => 'good', other: async () => 'other' } },
    );
    expect(joined.output).toEqual({ both: ['good', 'other'] });
    await layer.stop();
    const tokens: string[] = [];
    const waiting = { ...invoke('good', { 'token.$': '$$.Task.Token' }), End: true };
    const good = { ...waiting, Resource: `${waiting.Resource}.waitForTaskToken` };
    const Catch = [{ ErrorEquals: ['Broken'], Next: 'Caught' }];
    const stuck = { ...All, Catch, Branches: [{ StartAt: 'good', States: { good } }, branch('other')] };
    const functions = {
      good: async (event: unknown) => tokens.push((event as { token: string }).token),
      other: async () => {
        throw named('Broken');
      },
    };
    const caught = await run({ All: stuck, Caught: { Type: 'Succeed' } }, { functions });
    expect(caught.output).toMatchObject({ Error: 'Broken' });
    expect(visited()).toEqual(['All', 'good', 'other', 'Caught']);
    expect(tokens).toHaveLength(1);
  });

  test('Map selects for each item and keeps their order', async () => {
    const ItemSelector = { 'n.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index', 'id.$': '$.id' };
    const One = {
      ...invoke('f', { 'n.$': '$.n', 'index.$': '$.index', 'id.$': '$.id' }),
      OutputPath: '$.Payload',
      End: true,
    };
    const ItemProcessor = { StartAt: 'One', States: { One } };
    const Each = {
      Type: 'Map',
      ItemsPath: '$.list',
      ItemSelector,
      ItemProcessor,
      MaxConcurrency: 2,
      End: true,
    };
    let running = 0;
    let most = 0;
    const f: LocalFunction = async (event) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return event;
    };
    const { output } = await run({ Each }, { functions: { f }, input: { id: 7, list: ['a', 'b', 'c'] } });
    expect(output).toEqual(['a', 'b', 'c'].map((n, index) => ({ n, index, id: 7 })));
    expect(most).toBeLessThanOrEqual(2);
  });

  test('Wait waits', async () => {
    const States = { Pause: { Type: 'Wait', SecondsPath: '$.wait', End: true } };
    expect((await run(States, { input: { wait: 0 } })).output).toEqual({ wait: 0 });
    await layer.stop();
    const until = { Pause: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', End: true } };
    expect((await run(until)).status).toBe('SUCCEEDED');
  });
});
