import { setInterval } from 'node:timers';
import type { Worker } from 'node:worker_threads';
import type { PaperReading } from '../intake/read-paper.ts';
import type { Suggestion } from '../intake/repair/mend-words.ts';
import { type Limits, limits as usual } from './limits.ts';
import type { FileText, OnProgress } from './read-bytes.ts';
import { startThread } from './reading-thread.ts';
import { type FileRefused, refuseFile } from './refusals.ts';

/** A file that was read: its text, and what the paper says. */
export interface FileRead {
  readonly file: FileText;
  readonly paper: PaperReading;
  /** Words of a damaged text that may have been spelt otherwise, to be shown beside it; none where it is whole. */
  readonly suggestions: readonly Suggestion[];
}

export interface ReadOptions {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
  readonly limits?: Limits;
  /** The module that the thread runs; a bundle has it elsewhere. */
  readonly workerUrl?: URL | undefined;
  /** Takes one that waits already; else one is started. */
  readonly takeThread?: () => Worker | undefined;
}

type Told = { readonly share: number } | { readonly isReady: true } | FileRead | FileRefused;

const watchMilliseconds = 100;

/**
 * Reads a file in a thread of its own, within limits of time and memory; the thread is ended when it exceeds them, and
 * when `signal` says so. Memory is watched from outside too: what a library unpacks lies beside the thread's own heap.
 */
export const readFile = (
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<FileRead | FileRefused> => {
  const { onProgress, signal, limits = usual } = options;
  if (bytes.length > limits.fileBytes) return Promise.resolve(refuseFile('file_too_large'));
  if (signal?.aborted === true) return Promise.resolve(refuseFile('reading_stopped'));
  const before = process.memoryUsage.rss();
  const worker = options.takeThread?.() ?? startThread(options.workerUrl, limits);
  return new Promise((resolve, reject) => {
    const stop = () => end(refuseFile('reading_stopped'));
    const timer = setTimeout(() => end(refuseFile('reading_took_too_long')), limits.milliseconds);
    const watch = setInterval(() => {
      const grown = process.memoryUsage.rss() - before;
      if (grown > limits.residentBytes) end(refuseFile('reading_took_too_much_memory'));
    }, watchMilliseconds);
    const end = (result: FileRead | FileRefused) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', stop);
      resolve(result);
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (told: Told) => {
      if ('share' in told) onProgress?.(told.share);
      else if (!('isReady' in told)) end(told);
    });
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end(refuseFile('reading_took_too_much_memory'));
      end(refuseFile('file_damaged'));
      reject(error);
    });
    worker.postMessage({ name, bytes, limits });
  });
};
