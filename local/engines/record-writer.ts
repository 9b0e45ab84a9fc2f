import { Worker } from 'node:worker_threads';
import { type Answered, isAnswers, type WriterTarget } from './record-writer-messages.ts';
import type { TransactItem } from './record-writes.ts';

/** Writes the record; answers when it is on the disk. */
export interface RecordWriter {
  write(items: readonly TransactItem[]): Promise<Answered['came']>;
  stop(): Promise<void>;
}

/**
 * Starts the thread that writes the record.
 * @param onExit told if it ends without having been stopped
 */
export const startRecordWriter = (
  target: WriterTarget,
  onExit: (reason: string) => void = () => undefined,
): RecordWriter => {
  const worker = new Worker(new URL('./record-writer-thread.ts', import.meta.url), { workerData: target });
  const waiting = new Map<number, (came: Answered['came']) => void>();
  let last = 0;
  let fault: string | undefined;
  const ended = Promise.withResolvers<void>();
  worker.on('message', (message) => {
    for (const { id, came } of isAnswers(message) ? message : []) {
      waiting.get(id)?.(came);
      waiting.delete(id);
    }
  });
  worker.on('error', (error) => {
    fault = error instanceof Error ? error.message : String(error);
  });
  let stopping = false;
  worker.on('exit', () => {
    fault ??= 'the thread that writes the record has ended';
    for (const answer of waiting.values()) answer({ kind: 'failed', message: fault });
    waiting.clear();
    ended.resolve();
    if (!stopping) onExit(fault);
  });
  return {
    write: (items) => {
      if (fault !== undefined) return Promise.resolve({ kind: 'failed', message: fault });
      last += 1;
      const id = last;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage({ id, items });
      });
    },
    stop: async () => {
      stopping = true;
      worker.postMessage('close');
      await ended.promise;
    },
  };
};
