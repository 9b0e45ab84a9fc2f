import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { z } from 'zod';
import { isRecord, parseJson } from './json.ts';

const errorEquals = z.array(z.string()).min(1);

const retrier = z.object({
  ErrorEquals: errorEquals,
  IntervalSeconds: z.number().default(1),
  MaxAttempts: z.number().default(3),
  BackoffRate: z.number().default(2),
  MaxDelaySeconds: z.number().optional(),
  JitterStrategy: z.enum(['NONE', 'FULL']).default('NONE'),
});

const catcher = z.object({
  ErrorEquals: errorEquals,
  Next: z.string(),
  ResultPath: z.string().nullable().optional(),
});

const state = z.looseObject({
  Type: z.enum(['Task', 'Choice', 'Pass', 'Succeed', 'Fail', 'Wait', 'Parallel', 'Map']),
  Next: z.string().optional(),
  Resource: z.string().optional(),
  Retry: z.array(retrier).default([]),
  Catch: z.array(catcher).default([]),
  TimeoutSeconds: z.number().positive().optional(),
  HeartbeatSeconds: z.number().positive().optional(),
});

const states = z.object({
  StartAt: z.string(),
  States: z.record(z.string(), state),
  TimeoutSeconds: z.number().positive().optional(),
});

export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type StateDefinition = z.infer<typeof state>;
export type StatesDefinition = z.infer<typeof states>;

/** The interpreter checks the contents itself; this only tells the compiler that it has been asked to. */
export const isInterpretable = (value: unknown): value is StateMachineDefinition =>
  isRecord(value) && typeof value.StartAt === 'string' && isRecord(value.States);

/** Reads states, those of a branch too. */
export const parseStates = (value: unknown): StatesDefinition => states.parse(value);

// The interpreter's check takes most of a second (it compiles its schemas anew), and tests start many layers.
const valid = new Set<string>();

/**
 * Reads a machine's ASL once, at start, so that a faulty file stops the start and not a case.
 * @param isChecked the text has been held to the whole of the language before
 */
export const parseDefinition = (text: string, isChecked: boolean): StatesDefinition => {
  const json = parseJson(text);
  if (!isInterpretable(json)) throw new Error('not an ASL definition');
  if (!isChecked && !valid.has(text)) {
    new StateMachine(json);
    valid.add(text);
  }
  // The interpreter writes Execution.Input and StartTime over with those of each run, and we run it once
  // per state; our own go by another name.
  const renamed = text.replaceAll('$$.Execution', () => '$$.Run');
  return parseStates(parseJson(renamed));
};
