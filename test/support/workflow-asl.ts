import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { machines } from '../../lambdas/manifest.ts';

/** The motion machine as tests read it: the fields they ask about, nothing lost. */
const retrier = z.looseObject({ ErrorEquals: z.array(z.string()).min(1) });
const catcher = z.object({
  ErrorEquals: z.array(z.string()).min(1),
  ResultPath: z.string().nullable(),
  Next: z.string(),
});
const task = z.looseObject({
  Type: z.literal('Task'),
  Resource: z.enum(['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken']),
  Parameters: z.strictObject({
    FunctionName: z.string(),
    InvocationType: z.literal('Event').optional(),
    Payload: z.record(z.string(), z.string()),
  }),
  TimeoutSeconds: z.int().min(1).optional(),
  Retry: z.array(retrier).optional(),
  Catch: z.array(catcher).optional(),
  Next: z.string(),
});
const branch = z.strictObject({ Variable: z.string(), StringEquals: z.string(), Next: z.string() });
const choice = z.looseObject({
  Type: z.literal('Choice'),
  Choices: z.array(branch),
  Default: z.string().optional(),
});
const state = z.discriminatedUnion('Type', [
  task,
  choice,
  z.looseObject({ Type: z.literal('Pass'), Next: z.string() }),
  z.looseObject({ Type: z.literal('Succeed') }),
  z.looseObject({ Type: z.literal('Fail') }),
]);
const asl = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), state) });

export type Asl = z.infer<typeof asl>;
export type AslState = z.infer<typeof state>;
export type AslTask = z.infer<typeof task>;
export type AslChoice = z.infer<typeof choice>;

export const aslText = readFileSync(machines.motion, 'utf8');
/** A fresh copy each time, so that a test may break it. */
export const readAsl = (): Asl => asl.parse(JSON.parse(aslText));

export const tasksOf = ({ States }: Asl): [string, AslTask][] =>
  Object.entries(States).flatMap(([name, each]) => (each.Type === 'Task' ? [[name, each]] : []));
export const choicesOf = ({ States }: Asl): [string, AslChoice][] =>
  Object.entries(States).flatMap(([name, each]) => (each.Type === 'Choice' ? [[name, each]] : []));

export const isWait = (each: AslState | undefined): each is AslTask =>
  each?.Type === 'Task' && each.Resource.endsWith('.waitForTaskToken');
/** A state that sends letters and does nothing else. */
export const isTell = (name: string, each: AslState | undefined): each is AslTask =>
  name.startsWith('Tell') && each?.Type === 'Task' && each.Parameters.FunctionName === '$' + '{SendLetters}';

export const waitsOf = (machine: Asl): [string, AslTask][] =>
  tasksOf(machine).filter(([, each]) => isWait(each));

/** The Choice that a wait leads to, its own. */
export const ownChoice = (machine: Asl, wait: string): AslChoice | undefined => {
  const waiting = machine.States[wait];
  const next = isWait(waiting) ? machine.States[waiting.Next] : undefined;
  return next?.Type === 'Choice' ? next : undefined;
};

/** Names in a row, as a way is read. */
export const words = (text: string): string[] => text.trim().split(/\s+/);
