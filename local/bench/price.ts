import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { startDynamoDb } from '../engines/dynamodb.ts';
import { costOf, readPriceList, type Usage } from './aws-price.ts';
import type { CountingSink } from './letter-sink.ts';
import { lettersPerSignatory } from './lifecycle.ts';
import { type LoadFigures, runLoad } from './load.ts';
import { startMeter } from './metering-proxy.ts';
import { type RunningProduct, runProduct } from './run-product.ts';

const counts = z.record(z.string(), z.number());
const history = z.array(
  z.array(z.object({ type: z.string(), timestamp: z.number(), state: z.string().optional() })),
);
const letterTime = z.object({ milliseconds: z.number(), invocations: z.number() });

/** Memory of the functions as the manifest has it, in GB. */
const officeGb = 1;
const taskGb = 0.5;
/** Lines of Lambda and of ours for an invocation, and an access line for an HTTP request: an estimate. */
const logBytesPerInvocation = 900;
const logBytesPerRequest = 400;
/** How long the record is kept, for the price of keeping it. */
const storedMonths = 120;

export interface PriceFigures {
  readonly signatories: number;
  readonly requests: Readonly<Record<string, number>>;
  readonly usage: Usage;
  readonly bill: Readonly<Record<string, number>>;
  readonly total: number;
  /** Without the ten years that the record is kept. */
  readonly totalOfTheLife: number;
}

/** States entered, and milliseconds that functions ran in them, per execution. */
const workflowUse = (executions: z.infer<typeof history>) => {
  let transitions = 0;
  let tasks = 0;
  let milliseconds = 0;
  for (const events of executions) {
    const scheduled = new Map<string, number>();
    for (const { type, state = '', timestamp } of events) {
      if (type.endsWith('StateEntered')) transitions += 1;
      if (type === 'TaskScheduled') {
        scheduled.set(state, timestamp);
        tasks += 1;
      }
      if (type === 'TaskSubmitted' || (type === 'TaskSucceeded' && state === 'ReadCase')) {
        milliseconds += timestamp - (scheduled.get(state) ?? timestamp);
      }
    }
  }
  return { transitions, tasks, milliseconds };
};

const countsSince = (before: Record<string, number>, after: Record<string, number>, share: number) =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, count]) => [name, (count - (before[name] ?? 0)) / share] as const)
      .filter(([, each]) => each > 0),
  );

/** Bytes of every row, once for the table and once for each index that holds it. */
const storedBytes = async (endpoint: string) => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ region: 'eu-north-1', endpoint, credentials });
  let bytes = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: 'besvarad' })) {
    for (const item of Items) {
      const copies = 1 + Number('gsi1pk' in item) + Number('gsi2pk' in item);
      bytes += (JSON.stringify(item).length + 100) * copies;
    }
  }
  client.destroy();
  return bytes;
};

const lifecycleUse = async (product: RunningProduct, load: LoadFigures, lifecycles: number) => {
  await product.ask('idle', z.null());
  const workflow = workflowUse(await product.ask('history', history));
  const letters = await product.ask('letters', letterTime);
  const office = load.httpRequestsPerLifecycle;
  const gbSeconds =
    (office * load.answered.p50 * officeGb +
      ((workflow.milliseconds + letters.milliseconds) / lifecycles) * taskGb) /
    1000;
  return {
    transitions: workflow.transitions / lifecycles,
    invocations: office + workflow.tasks / lifecycles,
    gbSeconds,
    httpRequests: office,
  };
};

/** Counts all that a motion's life uses of AWS, on a metered engine, and prices it. */
export const measurePrice = async (
  sink: CountingSink,
  signatories: number,
  lifecycles = 4,
): Promise<PriceFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'besvarad-bench-'));
  const engine = await startDynamoDb({ databaseFile: join(folder, 'metered.db'), environment: process.env });
  const meter = await startMeter(engine.endpoint);
  const product = await runProduct({ sesEndpoint: sink.endpoint, dynamoDbEndpoint: meter.endpoint });
  try {
    const before = await product.ask('counts', counts);
    const bytesBefore = await storedBytes(engine.endpoint);
    const used = meter.used();
    const load = await runLoad(product, sink, { lifecycles, concurrency: 1, signatories });
    const use = await lifecycleUse(product, load, lifecycles);
    const after = await product.ask('counts', counts);
    const now = meter.used();
    const usage: Usage = {
      ...use,
      writeUnits: (now.writeUnits - used.writeUnits) / lifecycles,
      readUnits: (now.readUnits - used.readUnits) / lifecycles,
      storedBytes: ((await storedBytes(engine.endpoint)) - bytesBefore) / lifecycles,
      storedMonths,
      letters: lettersPerSignatory * signatories,
      logBytes: use.invocations * logBytesPerInvocation + use.httpRequests * logBytesPerRequest,
      traces: use.invocations,
    };
    const { bill, total } = costOf(usage, readPriceList());
    return {
      signatories,
      requests: countsSince(before, after, lifecycles),
      usage,
      bill,
      total,
      totalOfTheLife: total - bill.storage,
    };
  } finally {
    await product.stop();
    await meter.stop();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
