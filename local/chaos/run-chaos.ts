import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { choosePort } from '../engines/free-port.ts';
import { firstDay } from './calendar.ts';
import { isFinished } from './carry-case.ts';
import { carryYears } from './carry-year.ts';
import type { Check } from './checks/check.ts';
import { checkClocks } from './checks/clocks.ts';
import { checkCommands } from './checks/commands.ts';
import { checkLetters, repeatsOf } from './checks/letters.ts';
import { checkLogs, checkNumbers } from './checks/logs.ts';
import { checkProgress } from './checks/progress.ts';
import { type ChaosJournal, makeJournal } from './journal.ts';
import { type LetterRecorder, startLetterRecorder } from './letter-recorder.ts';
import { type Observed, observeRecord, openRecord } from './observe-record.ts';
import { makeOngoingCase, type OngoingCase } from './ongoing-case.ts';
import type { ChaosOptions } from './options.ts';
import { makePlan, type Plan } from './plan.ts';
import { type RunningProduct, runProduct } from './running-product.ts';
import { settle, settleLetters } from './settle.ts';
import { makeSteadfastOffice, type SteadfastOffice } from './steadfast-office.ts';

/** What a run has shown. */
export interface ChaosReport {
  readonly fingerprint: string;
  readonly checks: readonly Check[];
  readonly figures: Readonly<Record<string, number | string>>;
  /** Kept when a check failed: the driver's journal, the product's log and its data. */
  readonly folder: string | undefined;
}

export interface ChaosSettings extends ChaosOptions {
  /** How long nothing may move before what has not settled counts as stuck. */
  readonly patienceSeconds?: number;
}

/** Carries cases while the product is killed under them, and looks at what is left. */
export const runChaos = async (options: ChaosSettings): Promise<ChaosReport> => {
  const plan = makePlan(options);
  const folder = mkdtempSync(join(tmpdir(), 'besvarad-chaos-'));
  const journal = makeJournal(join(folder, 'journal.jsonl'));
  const began = performance.now();
  let product: RunningProduct | undefined;
  const recorder = await startLetterRecorder(() => product?.life() ?? 0);
  try {
    product = runProduct({
      folder,
      port: await choosePort(),
      sesEndpoint: recorder.endpoint,
      startOn: firstDay,
      plant: options.plant,
    });
    const office = makeSteadfastOffice({ product, journal, recorder, plan, run: `chaos-${options.seed}` });
    const cases = plan.cases.map(makeOngoingCase);
    const checks = await carryAndCheck({ product, office, journal, recorder, plan, cases, folder }, options);
    const isPassed = checks.every((check) => check.faults.length === 0);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const figures = { ...figuresOf(journal, recorder, product, cases), seconds };
    await product.stop();
    if (isPassed) rmSync(folder, { recursive: true, force: true });
    return { fingerprint: plan.fingerprint, checks, figures, folder: isPassed ? undefined : folder };
  } finally {
    await product?.stop();
    await recorder.stop();
  }
};

interface Running {
  readonly product: RunningProduct;
  readonly office: SteadfastOffice;
  readonly journal: ChaosJournal;
  readonly recorder: LetterRecorder;
  readonly plan: Plan;
  readonly cases: readonly OngoingCase[];
  readonly folder: string;
}

const carryAndCheck = async (running: Running, options: ChaosSettings): Promise<Check[]> => {
  const { product, office, journal, recorder, plan, cases, folder } = running;
  const hasFault = () => journal.commands.some((each) => each.refusal !== undefined);
  const lastDay = await carryYears(office, plan, cases, { concurrency: options.concurrency, hasFault });
  recorder.waitNoLonger();
  // The last kill may be a moment away still.
  await pause(200);
  await product.up();
  const databaseFile = join(folder, 'data', 'record.db');
  const caseIds = cases.flatMap((it) => it.caseId ?? []);
  const patience = options.patienceSeconds ?? 20;
  const record = openRecord(databaseFile);
  const day = await settle({ office, record, caseIds }, lastDay, patience);
  const before = await observeRecord(record, caseIds, []);
  record.close();
  // A start enters every case again, and so mends what got stuck: that was looked at before it. It is needed for
  // letters that a killed life had leased.
  if (product.figures.kills > 0) await product.restart();
  const reopened = openRecord(databaseFile);
  const entered = await settle({ office, record: reopened, caseIds }, day, patience);
  await settleLetters({ office, record: reopened, caseIds }, entered, patience);
  const minutesIds = journal.commands.flatMap(({ type, subject }) =>
    type === 'open-minutes' && subject !== undefined ? [subject] : [],
  );
  const observed = await observeRecord(reopened, caseIds, minutesIds);
  reopened.close();
  return [
    ...checkCommands(journal.commands, observed),
    checkNumbers(observed),
    ...checkLogs(observed),
    ...checkLetters(observed, recorder.letters),
    checkClocks(observed, product.day),
    stuckBefore(before),
    ...checkProgress(observed, finishedOf(cases, observed)),
    checkKills(plan, product),
  ];
};

const stuckBefore = (before: Observed): Check => {
  const [stuck] = checkProgress({ ...before, owed: { ...before.owed, letters: 0 } }, new Map());
  return { name: 'no case got stuck while the product ran', faults: stuck?.faults ?? [] };
};

const finishedOf = (cases: readonly OngoingCase[], observed: Observed): Map<string, boolean> => {
  const status = new Map(observed.cases.map(({ caseId, state }) => [caseId, state?.motion.status]));
  return new Map(
    cases.flatMap((it) =>
      it.caseId === undefined ? [] : [[it.caseId, isFinished(it, status.get(it.caseId))] as const],
    ),
  );
};

const checkKills = (plan: Plan, { figures }: RunningProduct): Check => {
  const planned = plan.kills.reduce(
    (sum, kill) => sum + (kill.againAfterMilliseconds === undefined ? 1 : 2),
    0,
  );
  const fell = planned === figures.kills ? [] : [`${figures.kills} of ${planned} kills fell`];
  return {
    name: 'every planned kill fell, and the product never died by itself',
    faults: [...fell, ...figures.deaths],
  };
};

const figuresOf = (
  journal: ChaosJournal,
  recorder: LetterRecorder,
  { figures }: RunningProduct,
  cases: readonly OngoingCase[],
) => {
  const starts = figures.startMilliseconds.toSorted((one, other) => one - other).map(Math.round);
  const { commands } = journal;
  return {
    kills: figures.kills,
    cases: cases.length,
    commands: commands.length,
    acknowledged: commands.filter((each) => each.acknowledgedVersion !== undefined).length,
    'sent again': commands.reduce((sum, each) => sum + each.sendings - 1, 0),
    conflicts: journal.conflicts(),
    letters: new Set(recorder.letters.map((each) => each.letterId)).size,
    'letters that came again': repeatsOf(recorder.letters).length,
    'start p50 ms': starts[Math.floor(starts.length / 2)] ?? 0,
    'start max ms': starts.at(-1) ?? 0,
  };
};
