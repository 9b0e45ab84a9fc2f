import { join } from 'node:path';
import { roleHolders } from '../demo/town.ts';
import { startDynamoDb } from '../engines/dynamodb.ts';
import { makeDesk } from './desk.ts';
import type { CountingSink } from './letter-sink.ts';
import { signInAt } from './office-visitor.ts';
import { type RunningProduct, runProduct } from './run-product.ts';
import { seedPublicMotions } from './seed-public.ts';
import { makeSeededFolder } from './seeded-product.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { aMotionText } from './texts.ts';

/** What visitors ask for, by the address alone. */
const addresses = {
  list: '/',
  'page 200': '/?sida=200',
  search: '/?sok=cykelst%C3%A4llen+efternamn',
  filters: '/?parti=V&ar=2020&lage=avslutad&sortera=titel',
  overdue: '/?forsenad=ja&sortera=aldst',
  statistics: '/statistik',
} as const;

/** What the council's secretary asks for. */
const officeAddresses = {
  'my work': '/kontor',
  cases: '/kontor/arenden',
  meetings: '/kontor/sammantraden',
  minutes: '/kontor/protokoll',
} as const;

export interface PageFigures {
  readonly motions: number;
  /** The first visitor of a new process, who waits until the register has been read into memory. */
  readonly firstMilliseconds: number;
  readonly milliseconds: Readonly<Record<string, Spread>>;
  /** The office's pages, signed in, with as many cases in the table. */
  readonly officeMilliseconds: Readonly<Record<string, Spread>>;
  /** HTML and stylesheet, as they are before compression. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly residentBytes: number;
}

const fillPublic = async (dataDirectory: string, motions: number) => {
  const databaseFile = join(dataDirectory, 'record.db');
  const engine = await startDynamoDb({ databaseFile, environment: process.env });
  try {
    await seedPublicMotions(engine.endpoint, motions);
  } finally {
    await engine.stop();
  }
};

interface Got {
  readonly milliseconds: number;
  readonly html: string;
}

const read = async (what: string, ask: () => Promise<Response>): Promise<Got> => {
  const from = performance.now();
  const response = await ask();
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${what}: ${response.status}`);
  return { milliseconds: performance.now() - from, html };
};

/** Each page so many times; what the first costs more is for `firstMilliseconds`. */
const timeEach = async (
  pages: Readonly<Record<string, string>>,
  times: number,
  get: (path: string) => Promise<Got>,
) => {
  const milliseconds: Record<string, Spread> = {};
  const bytes: Record<string, number> = {};
  for (const [name, path] of Object.entries(pages)) {
    const taken: number[] = [];
    bytes[name] = Buffer.byteLength((await get(path)).html);
    for (let turn = 0; turn < times; turn += 1) taken.push((await get(path)).milliseconds);
    milliseconds[name] = spreadOf(taken);
  }
  return { milliseconds, bytes };
};

/** A case of its own with events and a task, beside those that lie in the table. */
const aCase = async (product: RunningProduct): Promise<string> => {
  const desk = makeDesk(product);
  try {
    return await desk.begin(roleHolders.registrar, {
      type: 'import-motion',
      text: aMotionText,
      signatories: ['m-carlqvist-jessica'],
      receivedOn: '2026-10-30',
    });
  } finally {
    desk.close();
  }
};

const measureOffice = async (product: RunningProduct, times: number) => {
  const caseId = await aCase(product);
  const ask = await signInAt(product.siteUrl, roleHolders.councilSecretary);
  const ofCase = {
    'a case': `/kontor/arenden/${caseId}`,
    'its events': `/kontor/arenden/${caseId}/handelser`,
  };
  return timeEach({ ...officeAddresses, ...ofCase }, times, (path) => read(path, () => ask(path)));
};

/** How long pages take with a large register, what they weigh, and what holding it costs. */
export const measurePages = async (
  sink: CountingSink,
  motions: number,
  times: number,
): Promise<PageFigures> => {
  const folder = makeSeededFolder();
  try {
    const { dataDirectory } = folder;
    await folder.fill(motions, false, true);
    await fillPublic(dataDirectory, motions);
    const product = await runProduct({ sesEndpoint: sink.endpoint, dataDirectory, clock: '2026-11-02' });
    try {
      const get = (path: string) => read(path, () => fetch(`${product.siteUrl}${path}`));
      const first = await get('/');
      const weightOf = async (pattern: RegExp) =>
        Buffer.byteLength((await get(pattern.exec(first.html)?.[1] ?? '')).html);
      const style = await weightOf(/href="(\/stil-[^"]+)"/);
      const motion = /href="(\/motioner\/[^"]+)"/.exec(first.html)?.[1] ?? '';
      const seen = await timeEach({ ...addresses, motion }, times, get);
      const office = await measureOffice(product, times);
      const weights = { ...seen.bytes, ...office.bytes };
      return {
        motions,
        firstMilliseconds: first.milliseconds,
        milliseconds: seen.milliseconds,
        officeMilliseconds: office.milliseconds,
        bytes: Object.fromEntries(Object.entries(weights).map(([name, bytes]) => [name, bytes + style])),
        residentBytes: product.residentBytes().product,
      };
    } finally {
      await product.stop();
    }
  } finally {
    folder.remove();
  }
};
