import { Worker } from 'node:worker_threads';
import type { Limits } from './limits.ts';

const megabyte = 1024 * 1024;

/** Starts a thread for one file. With `isEarly` it loads what most files need before it is given one. */
export const startThread = (url: URL | undefined, { residentBytes }: Limits, isEarly = false): Worker =>
  new Worker(url ?? new URL('./worker.ts', import.meta.url), {
    workerData: { isEarly },
    resourceLimits: { maxOldGenerationSizeMb: Math.round(residentBytes / megabyte / 2) },
    // What the process was started with is not for it: a loader would be loaded anew for each file.
    execArgv: [],
    // What libraries write is of no use to anybody.
    stdout: true,
    stderr: true,
  });
