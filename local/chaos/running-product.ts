import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { endAtOnce, enginesOn } from './engine-processes.ts';
import type { Kill } from './plan.ts';
import type { PlantedBug } from './planted-bugs.ts';

const addresses = z.object({ siteUrl: z.string(), issuer: z.string() });
export type ProductAddresses = z.infer<typeof addresses>;

export interface ProductSettings {
  readonly folder: string;
  readonly port: number;
  readonly sesEndpoint: string;
  readonly startOn: string;
  readonly plant?: PlantedBug | undefined;
}

/** Longer than the lease on a letter. */
const offSeconds = 130;
/** Starts that fail in a row before the run is given up. */
const startsInVain = 5;

/** The product as its driver sees it: it is killed, started again, and goes on. */
export interface RunningProduct {
  /** Resolves when it answers, on the driver's day. */
  up(): Promise<ProductAddresses>;
  /** Kills it without warning, now if it is up, and begins to start it again. */
  kill(kill: Kill): void;
  /** Stops it as Ctrl-C would, leaves the machine off until every lease has run out, and starts it. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** The driver's day: where every new start sets the clock. */
  day: string;
  life(): number;
  readonly figures: { kills: number; readonly startMilliseconds: number[]; readonly deaths: string[] };
}

/** Starts the product in a child process of this one. @returns when it has been asked to; `up` tells when it is */
export const runProduct = (settings: ProductSettings): RunningProduct => {
  const dataDirectory = join(settings.folder, 'data');
  const databaseFile = join(dataDirectory, 'record.db');
  const log = openSync(join(settings.folder, 'product.log'), 'a');
  const figures = { kills: 0, startMilliseconds: [] as number[], deaths: [] as string[] };
  let life = 0;
  let downtimeSeconds = 0;
  let child: ChildProcess | undefined;
  let isExpected = false;
  let isUp = false;
  let isStopped = false;

  const launch = (): ChildProcess => {
    if (isStopped) throw new Error('the product has been stopped');
    life += 1;
    isExpected = false;
    const { port, sesEndpoint, plant } = settings;
    const given = { dataDirectory, port, clock: product.day, sesEndpoint, downtimeSeconds, plant };
    const entry = fileURLToPath(new URL('./product.ts', import.meta.url));
    const views = new URL('../views.ts', import.meta.url).href;
    // Where Node itself keeps what it has compiled: a start then takes half the time.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
    const args = ['--import', views, entry, JSON.stringify(given)];
    child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', log], env });
    return child;
  };

  /** Its first line says where it answers; none means that it died on the way. */
  const firstLine = async (started: ChildProcess): Promise<ProductAddresses | undefined> => {
    if (started.stdout === null) return undefined;
    for await (const line of createInterface({ input: started.stdout })) {
      return addresses.parse(JSON.parse(line));
    }
    return undefined;
  };

  const endAll = async (target: Kill['target']) => {
    isExpected = true;
    isUp = false;
    const ended = child;
    if (target !== 'engine') ended?.kill('SIGKILL');
    if (target !== 'process') endAtOnce(enginesOn(databaseFile));
    if (ended !== undefined && ended.exitCode === null && ended.signalCode === null)
      await once(ended, 'exit');
  };

  const isOnDay = (found: ProductAddresses) =>
    setClock(found, product.day).then(
      () => true,
      () => false,
    );

  const begin = async (againAfter?: number): Promise<ProductAddresses> => {
    for (let vain = 0; vain < startsInVain; vain += 1) {
      const at = performance.now();
      const started = launch();
      if (againAfter !== undefined) {
        await Promise.race([pause(againAfter, undefined, { ref: false }), once(started, 'exit')]);
        figures.kills += 1;
        await endAll('all');
        return begin();
      }
      const found = await firstLine(started);
      if (found !== undefined && (await isOnDay(found))) {
        isUp = true;
        figures.startMilliseconds.push(performance.now() - at);
        started.once('exit', (code) => {
          if (child === started && !isExpected) lost(`it ended by itself with code ${code}`);
        });
        return found;
      }
      figures.deaths.push('it ended while it started');
      await endAll('all');
    }
    throw new Error(`the product does not start; see ${settings.folder}/product.log`);
  };

  const strike = async ({ target, staysOff, againAfterMilliseconds }: Kill) => {
    figures.kills += 1;
    if (staysOff) downtimeSeconds += offSeconds;
    await endAll(target);
    return begin(againAfterMilliseconds);
  };

  const lost = (how: string) => {
    figures.deaths.push(how);
    running = endAll('all').then(() => begin());
    running.catch(() => undefined);
  };

  const end = async () => {
    isExpected = true;
    const ended = child;
    if (ended !== undefined && ended.exitCode === null && ended.signalCode === null) {
      const exit = once(ended, 'exit');
      ended.kill('SIGTERM');
      await Promise.race([exit, pause(15_000, undefined, { ref: false })]);
    }
    await endAll('all');
  };

  const product: RunningProduct = {
    up: () => running,
    kill: (kill) => {
      if (isStopped) return;
      running = isUp ? strike(kill) : running.then(() => strike(kill));
      running.catch(() => undefined);
    },
    restart: async () => {
      await end();
      downtimeSeconds += offSeconds;
      running = begin();
      await running;
    },
    stop: async () => {
      if (isStopped) return;
      isStopped = true;
      await end();
      closeSync(log);
    },
    day: settings.startOn,
    life: () => life,
    figures,
  };
  let running = begin();
  running.catch(() => undefined);
  return product;
};

/** Moves the product's clock; it does what is due then before it answers. */
export const setClock = async ({ siteUrl }: ProductAddresses, today: string): Promise<void> => {
  const moved = await fetch(`${siteUrl}/local/clock`, { method: 'POST', body: JSON.stringify({ today }) });
  if (!moved.ok) throw new Error(`the clock was not moved: ${moved.status} ${await moved.text()}`);
};
