import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { vi } from 'vitest';
import { addDays, stockholmDate } from '../../domain/calendar-date.ts';
import { makeRecord } from '../../lambdas/adapters/dynamodb/record.ts';
import type { CaseState } from '../../lambdas/ports/case-store.ts';
import { type Besvarad, startBesvarad } from '../../local/start-besvarad.ts';
import { startWires, type Wires } from './fault-wires.ts';
import { type Alarm, makeDataDirectory, removeDataDirectory } from './workflow-product.ts';

/** The whole product with a wire to each service that can be made to fail, and clocks that a test moves. */
export interface FaultyProduct {
  readonly besvarad: Besvarad;
  readonly wires: Wires;
  /** The record, read past the wires. */
  readonly record: ReturnType<typeof makeRecord>;
  /** What an operator would have been woken for, and what was only noted. */
  readonly alarms: readonly Alarm[];
  readonly warnings: readonly Alarm[];
  readonly today: () => string;
  /** Moves the business clock to the morning of a later day. */
  readonly advance: (days: number) => void;
  /** Lets time pass, for the law and for leases alike. */
  readonly pass: (hours: number) => void;
  /** Sets the business clock alone, forward or back. */
  readonly shift: (hours: number) => void;
  /** What the schedule does: every few minutes, and once an hour with a sweep. One that fails is followed by the next. */
  readonly tick: (sweep?: boolean) => Promise<void>;
  readonly idle: () => Promise<void>;
  readonly load: (caseId: string) => Promise<CaseState>;
  readonly stop: () => Promise<void>;
}

const hour = 3_600_000;
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

const makeClocks = (firstDay: string) => {
  const morning = (day: string) => Date.parse(`${day}T08:00:00Z`) - Date.now();
  let lawOffset = morning(firstDay);
  let realOffset = 0;
  const at = (offset: number) => new Date(Date.now() + offset).toISOString();
  const now = () => at(lawOffset);
  const today = () => stockholmDate(now());
  return {
    now,
    realNow: () => at(realOffset),
    today,
    advance: (days: number) => {
      lawOffset = morning(addDays(today(), days));
    },
    pass: (hours: number) => {
      lawOffset += hours * hour;
      realOffset += hours * hour;
    },
    shift: (hours: number) => {
      lawOffset += hours * hour;
    },
  };
};

/** The interval of the schedule is left out: every tick is a test's own. */
const startWithoutSchedule: typeof startBesvarad = async (options, extras) => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  try {
    return await startBesvarad(options, extras);
  } finally {
    vi.useRealTimers();
  }
};

/**
 * Starts it on a table of its own.
 * @param sdkTries how often the SDK makes a call; with 1, the adapter meets every fault itself
 */
export const startFaultyProduct = async ({ sdkTries = 1 } = {}): Promise<FaultyProduct> => {
  vi.stubEnv('AWS_MAX_ATTEMPTS', String(sdkTries));
  const dataDirectory = makeDataDirectory();
  const wires = await startWires();
  const alarms: Alarm[] = [];
  const warnings: Alarm[] = [];
  const clocks = makeClocks('2019-01-07');
  const noteIn =
    (list: Alarm[]) =>
    (code: string, keys: Alarm['keys'] = {}) =>
      void list.push({ code, keys });
  let engine = '';
  const besvarad = await startWithoutSchedule(
    { dataDirectory, port: 0, configFile: 'config/organisation.json' },
    {
      environment: process.env,
      journal: { info: () => undefined, warn: noteIn(warnings), alarm: noteIn(alarms) },
      stepFunctions: { retryDelay: () => 0 },
      reachBy: (service, endpoint) => {
        if (service === 'dynamoDb') engine = endpoint;
        return wires.reachBy(service, endpoint);
      },
      around: (live) => wires.around({ ...live, now: clocks.now, realNow: clocks.realNow }),
    },
  );
  await besvarad.tick();
  const client = new DynamoDBClient({ endpoint: engine, region: 'eu-north-1', credentials });
  const record = makeRecord({ client, tableName: 'besvarad' });
  return {
    besvarad,
    wires,
    record,
    alarms,
    warnings,
    ...clocks,
    tick: async (sweep) => void (await besvarad.tick(sweep).catch(() => undefined)),
    idle: () => besvarad.stepFunctions.idle(),
    load: async (caseId) => {
      const state = await record.cases.load(caseId);
      if (state === undefined) throw new Error(`there is no case ${caseId}`);
      return state;
    },
    stop: async () => {
      client.destroy();
      await besvarad.stop();
      await wires.stop();
      removeDataDirectory(dataDirectory);
      vi.unstubAllEnvs();
    },
  };
};
