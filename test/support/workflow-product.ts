import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SFNClient } from '@aws-sdk/client-sfn';
import { expect, vi } from 'vitest';
import { addDays, stockholmDate } from '../../domain/calendar-date.ts';
import { clockTasksOf } from '../../domain/clock-tasks.ts';
import { fold } from '../../domain/evolve.ts';
import { stepOf } from '../../domain/steps.ts';
import type { CaseState } from '../../lambdas/ports/case-store.ts';
import { executionName } from '../../lambdas/ports/workflow.ts';
import { type Besvarad, startBesvarad } from '../../local/start-besvarad.ts';
import type { FunctionCall, HistoryEvent } from '../../local/step-functions/start-step-functions.ts';
import './workflow-quiet.ts';

/** What happens to a call of a function: what it throws, the function fails with; what it awaits, holds it. */
export type Fault = (call: FunctionCall) => Promise<void> | void;

export interface Alarm {
  readonly code: string;
  readonly keys: Readonly<Record<string, string | number>>;
}

/** The whole product for one test file: nothing happens in it unless a test makes it happen. */
export interface Product {
  readonly besvarad: Besvarad;
  readonly sfn: SFNClient;
  /** What an operator would have been woken for. */
  readonly alarms: readonly Alarm[];
  readonly today: () => string;
  /** Moves the business clock; what has become due is done by the next `tick`. */
  readonly advance: (days: number) => void;
  /** Until the next call, or without one for good. */
  readonly inject: (fault?: Fault) => void;
  readonly idle: () => Promise<void>;
  readonly load: (caseId: string) => Promise<CaseState>;
  /** Stops everything, as a machine that is switched off. */
  readonly stop: () => Promise<void>;
}

export const makeDataDirectory = (): string => mkdtempSync(join(tmpdir(), 'besvarad-workflow-'));
export const removeDataDirectory = (directory: string): void =>
  rmSync(directory, { recursive: true, force: true });

/** The interval of the schedule is left out: every tick is a test's own. */
const startWithoutSchedule: typeof startBesvarad = async (options, extras) => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  try {
    return await startBesvarad(options, extras);
  } finally {
    vi.useRealTimers();
  }
};

export const startProduct = async (dataDirectory: string, clock = '2019-01-07'): Promise<Product> => {
  let fault: Fault | undefined;
  const alarms: Alarm[] = [];
  const ignore = () => undefined;
  const journal = {
    info: ignore,
    warn: ignore,
    alarm: (code: string, keys: Alarm['keys'] = {}) => void alarms.push({ code, keys }),
  };
  const besvarad = await startWithoutSchedule(
    { dataDirectory, port: 0, clock, configFile: 'config/organisation.json' },
    {
      environment: process.env,
      journal,
      stepFunctions: { retryDelay: () => 0, intercept: (call) => fault?.(call) },
    },
  );
  // The first tick, which enters every open case, has been asked for already; this one comes after it.
  await besvarad.tick();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const { endpoint } = besvarad.stepFunctions;
  const sfn = new SFNClient({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
  const today = () => stockholmDate(besvarad.clock.now());
  return {
    besvarad,
    sfn,
    alarms,
    today,
    advance: (days) => besvarad.clock.moveTo(addDays(today(), days)),
    inject: (next) => {
      fault = next;
    },
    idle: () => besvarad.stepFunctions.idle(),
    load: async (caseId) => {
      const state = await besvarad.casework.cases.load(caseId);
      if (state === undefined) throw new Error(`there is no case ${caseId}`);
      return state;
    },
    stop: async () => {
      sfn.destroy();
      await besvarad.stop();
    },
  };
};

export const historyOf = (
  { besvarad }: Product,
  caseId: string,
  generation: number,
): readonly HistoryEvent[] => besvarad.stepFunctions.history(executionName(caseId, generation));

/** Every state an execution entered, in order. */
export const statesIn = (history: readonly HistoryEvent[]): string[] =>
  history.flatMap(({ type, state }) => (type.endsWith('StateEntered') && state !== undefined ? [state] : []));

/** The same without the Choices: each wait has one of its own, and one way to it (agreement.test.ts). */
export const stepsIn = (history: readonly HistoryEvent[]): string[] =>
  history.flatMap(({ type, state }) =>
    type.endsWith('StateEntered') && type !== 'ChoiceStateEntered' && state !== undefined ? [state] : [],
  );

/** What must hold whenever nothing moves: record and workflow say the same, and nobody is owed anything. */
export const expectAtRest = async (product: Product, caseId: string): Promise<CaseState> => {
  await product.idle();
  const state = await product.load(caseId);
  const { motion, wait, execution, owedSignals, tasks } = state;
  expect(owedSignals).toEqual([]);
  expect(execution).toMatchObject({ failures: 0, startOwedAt: undefined });
  const generation = execution?.generation ?? 0;
  const isRunning = product.besvarad.stepFunctions.running().includes(executionName(caseId, generation));
  const step = stepOf[motion.status];
  expect(isRunning).toBe(step !== undefined);
  if (step !== undefined) {
    expect(wait).toMatchObject({ step, generation });
    expect(wait?.openedAtVersion).toBeGreaterThanOrEqual(motion.movedAtVersion);
  }
  // The step's task, and those of the clocks that have rung and stand: no other, and none that is moot.
  const { approvalChain } = product.besvarad.casework.organisation;
  const ofStep = step === undefined || step === 'WatchNotice' ? [] : [step];
  const ofClocks = clockTasksOf(motion, approvalChain).map((task) => task.kind);
  expect(tasks.map((task) => task.kind)).toEqual([...ofStep, ...ofClocks].sort());
  return state;
};

/** The same of the whole case: its log folds to its record, and its letters are sent. */
export const expectWhole = async (product: Product, caseId: string): Promise<CaseState> => {
  const state = await expectAtRest(product, caseId);
  const { cases } = product.besvarad.casework;
  const [recorded, letters] = await Promise.all([cases.events(caseId), cases.letters(caseId)]);
  const events = recorded.map((each) => each.event);
  expect(fold(caseId, events)).toEqual(state.motion);
  expect(letters.filter((letter) => letter.state !== 'sent')).toEqual([]);
  return state;
};
