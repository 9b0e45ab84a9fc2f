import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDb } from '../engines/dynamodb.ts';
import { prepareTable } from '../prepare-table.ts';
import type { CountingSink } from './letter-sink.ts';
import { runProduct } from './run-product.ts';
import { seedPublicMotions } from './seed-public.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** What visitors ask for, by the address alone. */
const addresses = {
  list: '/',
  'page 200': '/?sida=200',
  search: '/?sok=cykelst%C3%A4llen+efternamn',
  filters: '/?parti=V&ar=2020&lage=avslutad&sortera=titel',
  overdue: '/?forsenad=ja&sortera=aldst',
  statistics: '/statistik',
} as const;

export interface PageFigures {
  readonly motions: number;
  /** The first visitor of a new process, who waits until the register has been read into memory. */
  readonly firstMilliseconds: number;
  readonly milliseconds: Readonly<Record<string, Spread>>;
  /** HTML and stylesheet, as they are before compression. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly residentBytes: number;
}

const fill = async (dataDirectory: string, motions: number) => {
  const databaseFile = join(dataDirectory, 'record.db');
  const engine = await startDynamoDb({ databaseFile, environment: process.env });
  try {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const { endpoint } = engine;
    await prepareTable({ region: 'eu-north-1', endpoint, credentials, tableName: 'besvarad' });
    await seedPublicMotions(endpoint, motions);
  } finally {
    await engine.stop();
  }
};

const get = async (url: string): Promise<{ milliseconds: number; html: string }> => {
  const from = performance.now();
  const response = await fetch(url);
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return { milliseconds: performance.now() - from, html };
};

/** How long the public pages take with a large register, what they weigh, and what holding it costs. */
export const measurePages = async (
  sink: CountingSink,
  motions: number,
  times: number,
): Promise<PageFigures> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'besvarad-bench-'));
  try {
    await fill(dataDirectory, motions);
    const product = await runProduct({ sesEndpoint: sink.endpoint, dataDirectory, clock: '2026-11-02' });
    try {
      const first = await get(`${product.siteUrl}/`);
      const style = /href="(\/stil-[^"]+)"/.exec(first.html)?.[1] ?? '';
      const weightOfStyle = Buffer.byteLength((await get(`${product.siteUrl}${style}`)).html);
      const motion = /href="(\/motioner\/[^"]+)"/.exec(first.html)?.[1] ?? '';
      const milliseconds: Record<string, Spread> = {};
      const bytes: Record<string, number> = {};
      for (const [name, path] of Object.entries({ ...addresses, motion })) {
        const taken: number[] = [];
        for (let turn = 0; turn < times; turn += 1) {
          const { milliseconds: each, html } = await get(`${product.siteUrl}${path}`);
          taken.push(each);
          bytes[name] = Buffer.byteLength(html) + weightOfStyle;
        }
        milliseconds[name] = spreadOf(taken);
      }
      const residentBytes = product.residentBytes().product;
      return { motions, firstMilliseconds: first.milliseconds, milliseconds, bytes, residentBytes };
    } finally {
      await product.stop();
    }
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
};
