import { readFile } from '../../documents/reading/read-file.ts';
import { readFileConnection } from '../config.ts';
import { connectFiles } from '../live-files.ts';
import { journal } from '../observability.ts';
import { makeHandler } from './handler.ts';

/** Beside the bundle (lib/bundle.ts): a thread is started by the name of its file. */
const workerUrl = new URL('./worker.mjs', import.meta.url);

export const handler = makeHandler({
  files: connectFiles(readFileConnection(process.env)),
  readPaperFile: (name, bytes, options) => readFile(name, bytes, { ...options, workerUrl }),
  journal,
  realNow: () => new Date().toISOString(),
});
