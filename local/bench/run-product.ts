import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** The product in its own process, and how to ask it about itself. */
export interface RunningProduct {
  readonly siteUrl: string;
  readonly issuer: string;
  readonly dataDirectory: string;
  /** From the start of the process to its word that it is up. */
  readonly startMilliseconds: number;
  ask<S extends z.ZodType>(what: string, schema: S): Promise<z.output<S>>;
  /** CPU seconds so far, of the product's process and its engine's. */
  cpuSeconds(): { readonly product: number; readonly engine: number };
  residentBytes(): { readonly product: number; readonly engine: number };
  diskBytes(): number;
  stop(): Promise<void>;
}

export interface ProductOptions {
  readonly sesEndpoint: string;
  readonly clock?: string;
  /** Kept afterwards when given. */
  readonly dataDirectory?: string;
  /** A running engine instead of the product's own. */
  readonly dynamoDbEndpoint?: string;
  /** For a profile: `--cpu-prof` and its like. */
  readonly execArgv?: readonly string[];
}

/** Ticks of `/proc/<pid>/stat` in a second; Linux has shown 100 to programs for decades. */
const ticksPerSecond = 100;
const pageBytes = 4096;

const statOf = (pid: number | undefined): readonly string[] => {
  if (pid === undefined) return [];
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
};

const cpuOf = (pid: number | undefined) => {
  const fields = statOf(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
};

const residentOf = (pid: number | undefined) => Number(statOf(pid)[21] ?? 0) * pageBytes;

/** Bytes of the database and its write-ahead log. */
const sizeOf = (dataDirectory: string) =>
  ['record.db', 'record.db-wal'].reduce((sum, name) => {
    const found = statSync(join(dataDirectory, name), { throwIfNoEntry: false });
    return sum + (found?.size ?? 0);
  }, 0);

const claim = z.object({ engine: z.object({ pid: z.int() }).optional() });

const enginePidIn = (dataDirectory: string): number | undefined => {
  try {
    return claim.parse(JSON.parse(readFileSync(join(dataDirectory, 'record.db.engine.pid'), 'utf8'))).engine
      ?.pid;
  } catch {
    return undefined;
  }
};

const reply = z.object({ id: z.int(), answer: z.unknown() });

/** Asks over IPC, one answer for each question. */
const makeAsking = (child: ChildProcess) => {
  let asked = 0;
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  child.on('message', (message) => {
    const { id, answer } = reply.parse(message);
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const each of waiting.values()) each.reject(new Error(`the product ended with code ${code}`));
    waiting.clear();
  });
  const answerTo = (id: number) =>
    new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  return {
    up: () => answerTo(0),
    ask: (what: string) => {
      asked += 1;
      const answer = answerTo(asked);
      child.send({ id: asked, ask: what });
      return answer;
    },
  };
};

const addresses = z.object({ siteUrl: z.string(), issuer: z.string() });

/** Starts the product and waits for its word that it is up. */
export const runProduct = async (options: ProductOptions): Promise<RunningProduct> => {
  const { sesEndpoint, dynamoDbEndpoint, clock = '2026-06-01', execArgv = [] } = options;
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'besvarad-bench-'));
  const startedAt = performance.now();
  const argument = JSON.stringify({ dataDirectory, clock, sesEndpoint, dynamoDbEndpoint });
  const child = fork(new URL('product.ts', import.meta.url), [argument], {
    execArgv: ['--import', new URL('../views.ts', import.meta.url).href, ...execArgv],
  });
  const { up, ask } = makeAsking(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { siteUrl, issuer } = addresses.parse(await up());
  const startMilliseconds = performance.now() - startedAt;
  const enginePid = enginePidIn(dataDirectory);
  return {
    siteUrl,
    issuer,
    dataDirectory,
    startMilliseconds,
    ask: async (what, schema) => schema.parse(await ask(what)),
    cpuSeconds: () => ({ product: cpuOf(child.pid), engine: cpuOf(enginePid) }),
    residentBytes: () => ({ product: residentOf(child.pid), engine: residentOf(enginePid) }),
    diskBytes: () => sizeOf(dataDirectory),
    stop: async () => {
      await ask('stop');
      await ended;
      if (options.dataDirectory === undefined) rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};
