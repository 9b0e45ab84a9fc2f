import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { failureNames } from '../../lambdas/failures.ts';
import { functions } from '../../lambdas/manifest.ts';
import { fillPlaceholders } from '../../local/functions.ts';
import { aslText, choicesOf, isWait, readAsl, tasksOf, waitsOf } from '../support/workflow-asl.ts';

type Validate = (definition: unknown) => { isValid: boolean; errorsText: () => string };
// It has no types of its own, and writes into what it is given.
const validate: Validate = createRequire(import.meta.url)('asl-validator');

const asl = readAsl();
const tasks = tasksOf(asl);
const waits = waitsOf(asl);
const placeholders = functions.flatMap((spec) => ('placeholder' in spec ? [spec.placeholder] : []));

/** The most that each kind of failure may cost: who is asked again, how often, and never on a wait's own timeout. */
const sharedRetry = [
  {
    ErrorEquals: [
      'Transient',
      'Conflict',
      'Lambda.TooManyRequestsException',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.Unknown',
      'Sandbox.Timedout',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 5,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: 'FULL',
  },
];

describe('the file', () => {
  test('is valid by the States Language', () => {
    const { isValid, errorsText } = validate(JSON.parse(aslText));
    expect(errorsText()).toBe('');
    expect(isValid).toBe(true);
  });

  test('is refused when it is broken', () => {
    const broken = readAsl();
    delete broken.States.CaseClosed;
    expect(validate(broken).isValid).toBe(false);
  });

  test('names functions by the placeholders of the manifest, and by nothing else', () => {
    const used = new Set(aslText.match(/\$\{[^}]*\}/g));
    expect([...used].sort()).toEqual(placeholders.map((each) => `$\{${each}}`).sort());
    for (const [name, { Parameters }] of tasks) {
      expect(Parameters.FunctionName, name).toMatch(/^\$\{\w+\}$/);
    }
    expect(fillPlaceholders(aslText)).not.toContain('${');
  });

  test('names states by verb phrases in PascalCase', () => {
    for (const name of Object.keys(asl.States)) expect(name).toMatch(/^([A-Z][a-z]+)+$/);
  });

  test('has no state that nothing leads to', () => {
    const targets = Object.values(asl.States).flatMap((state) => [
      ...('Next' in state && typeof state.Next === 'string' ? [state.Next] : []),
      ...(state.Type === 'Task' ? (state.Catch ?? []).map((each) => each.Next) : []),
      ...(state.Type === 'Choice' ? [state.Default, ...state.Choices.map((each) => each.Next)] : []),
    ]);
    const reached = new Set([asl.StartAt, ...targets]);
    expect(Object.keys(asl.States).filter((name) => !reached.has(name))).toEqual([]);
  });
});

describe('every task', () => {
  test('there are some', () => expect(tasks.length).toBeGreaterThan(40));

  test.each(tasks)('%s has a time limit, the shared Retry and a Catch', (name, task) => {
    expect(task.Retry).toEqual(sharedRetry);
    expect(task.Catch?.at(-1)?.ErrorEquals).toEqual(['States.ALL']);
    expect(task.TimeoutSeconds).toBe(isWait(asl.States[name]) ? 300 * 86_400 : 30);
  });

  test.each(tasks)('%s matches failures by names that exist', (_, task) => {
    const known = new Set<string>([...failureNames, 'Sandbox.Timedout']);
    const named = [...(task.Retry ?? []), ...(task.Catch ?? [])].flatMap((each) => each.ErrorEquals);
    const isKnown = (error: string) => known.has(error) || /^(States|Lambda)\.\w+$/.test(error);
    expect(named.filter((error) => !isKnown(error))).toEqual([]);
  });

  test.each(tasks)('%s keeps its input when it fails', (_, task) => {
    // Null or a field of its own: what catches it still needs caseId and generation.
    for (const each of task.Catch ?? []) expect([null, '$.error']).toContain(each.ResultPath);
  });

  test.each(waits)(
    '%s hands over when it has waited too long, and is not asked again for that',
    (_, wait) => {
      expect(wait.Catch).toEqual([
        { ErrorEquals: ['States.Timeout'], ResultPath: null, Next: 'HandOver' },
        { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'RecordFailure' },
      ]);
      expect(wait.Retry?.flatMap((each) => each.ErrorEquals)).not.toContain('States.Timeout');
    },
  );
});

describe('what a state is told', () => {
  const ids = {
    'caseId.$': '$.caseId',
    'generation.$': '$.generation',
    'version.$': '$.version',
    'token.$': '$$.Task.Token',
    'error.$': '$.error.Error',
  };

  test.each(tasks)('%s: ids, version, step and names only', (name, { Parameters: { Payload } }) => {
    const { step, awaits, ...others } = Payload;
    for (const [key, path] of Object.entries(others)) {
      expect({ [key]: path }).toEqual({ [key]: ids[key as keyof typeof ids] });
    }
    expect(step === undefined).toBe(awaits === undefined);
    if (step !== undefined) expect(step).toBe(name);
  });

  test.each(choicesOf(asl))('%s tests one field and has a Default', (name, choice) => {
    const variable = name === 'RouteToStep' ? '$.step' : '$.outcome';
    expect(new Set(choice.Choices.map((each) => each.Variable))).toEqual(new Set([variable]));
    expect(choice.Default).toBe('RejectOutcome');
  });
});
