import { makeFileReader } from '../documents/reading/file-reader.ts';
import type { Journal } from '../lambdas/casework/dependencies.ts';
import { functions } from '../lambdas/manifest.ts';
import type { FileStore } from '../lambdas/ports/file-store.ts';
import { makeHandler } from '../lambdas/read-document/handler.ts';
import type { StoredEvent } from './files/engine.ts';
import { lambdaContext } from './functions.ts';

/** Whether a file is one that a function is called for (lib/arrivals.ts has EventBridge ask the same). */
const isAwaited = (key: string): boolean =>
  functions.some(
    (spec) => 'reads' in spec && key.startsWith(spec.reads.prefix) && key.endsWith(spec.reads.suffix),
  );

/**
 * Calls the function that reads files for each that arrives, as EventBridge does: one after the other, since each takes
 * what this machine has. What is being read when the product stops is left.
 */
export const makeArrivals = () => {
  const stopping = new AbortController();
  const reader = makeFileReader();
  let handle: ((event: StoredEvent) => Promise<unknown>) | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    onStored: (event: StoredEvent): void => {
      const { key } = event.detail.object;
      if (isAwaited(key) && !stopping.signal.aborted) last = last.then(() => handle?.(event));
    },
    bind: ({ files, journal }: { files: FileStore; journal: Journal }): void => {
      const handler = makeHandler({
        files,
        journal,
        readPaperFile: (name, bytes, options) =>
          reader.read(name, bytes, { ...options, signal: stopping.signal }),
        realNow: () => new Date().toISOString(),
      });
      handle = (event) =>
        handler(event, lambdaContext('read-document')).catch((error: unknown) =>
          journal.alarm('file_not_read', { error: error instanceof Error ? error.name : 'unknown' }),
        );
    },
    stop: async (): Promise<void> => {
      stopping.abort();
      await last;
      await reader.stop();
    },
  };
};
