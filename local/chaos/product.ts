import { z } from 'zod';
import type { Journal } from '../../lambdas/casework/dependencies.ts';
import { startBesvarad } from '../start-besvarad.ts';
import { plant, plantedBug } from './planted-bugs.ts';

/**
 * The whole local product in a process of its own, to be killed: as `npm start` runs it, but that letters go to a
 * recorder that outlives it. It says where it answers, in one line, and stops when its parent is gone.
 */
const settings = z
  .object({
    dataDirectory: z.string(),
    port: z.int(),
    /** The business day it starts on; without it the clock would leap to today, and everything be late. */
    clock: z.string(),
    sesEndpoint: z.string(),
    /** How long the machine has been off in all: moves real time on, by which leases run out. */
    downtimeSeconds: z.number(),
    plant: plantedBug.optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const { dataDirectory, port, clock, sesEndpoint, downtimeSeconds } = settings;
const realNow = () => new Date(Date.now() + downtimeSeconds * 1000).toISOString();

/** What goes wrong on the way is no failure, and is kept for whoever must explain one. */
const note = (level: string): Journal['warn'] => {
  return (code, keys) => console.error(new Date().toISOString(), level, code, JSON.stringify(keys));
};

const besvarad = await startBesvarad(
  { dataDirectory, port, clock, configFile: 'config/organisation.json' },
  {
    sesEndpoint,
    environment: process.env,
    journal: { info: () => undefined, warn: note('warning'), alarm: note('alarm') },
    stepFunctions: { onLog: (entry) => console.error(JSON.stringify(entry)) },
    around: (live) => plant(settings.plant, { ...live, realNow }),
    onEngineExit: () => process.exit(1),
  },
);

const stop = () => void besvarad.stop().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.stdin.once('end', stop).resume();
console.log(JSON.stringify({ siteUrl: besvarad.siteUrl, issuer: besvarad.issuer }));
