import type { Worker } from 'node:worker_threads';
import { limits } from './limits.ts';
import { type FileRead, type ReadOptions, readFile } from './read-file.ts';
import { startThread } from './reading-thread.ts';
import type { FileRefused } from './refusals.ts';

interface Waiting {
  readonly thread: Worker;
  /** Resolved when it has loaded what it can, or has ended. */
  readonly ready: Promise<void>;
}

/**
 * Reads files one after the other, each in a thread of its own that was made ready while nobody waited: the libraries
 * take longer to load than most files to read.
 */
export const makeFileReader = (workerUrl?: URL) => {
  let waiting: Waiting | undefined;
  const start = (): Waiting => {
    const thread = startThread(workerUrl, limits, true);
    thread.unref();
    // Whoever has taken it hears of it; else the next file gets another.
    thread.on('error', () => {});
    const ready = new Promise<void>((done) => {
      thread.once('message', () => done());
      thread.once('exit', () => {
        if (waiting?.thread === thread) waiting = undefined;
        done();
      });
    });
    return { thread, ready };
  };
  const prepare = (): Promise<void> => {
    waiting ??= start();
    return waiting.ready;
  };
  const takeThread = () => {
    const taken = waiting?.thread;
    waiting = undefined;
    taken?.ref();
    return taken;
  };
  return {
    prepare,
    read: async (
      name: string,
      bytes: Uint8Array,
      options: Pick<ReadOptions, 'onProgress' | 'signal'> = {},
    ): Promise<FileRead | FileRefused> => {
      try {
        return await readFile(name, bytes, { ...options, workerUrl, takeThread });
      } finally {
        if (options.signal?.aborted !== true) void prepare();
      }
    },
    stop: async (): Promise<void> => {
      await waiting?.thread.terminate();
    },
  };
};
