import { makeFileReader } from '../../documents/reading/file-reader.ts';
import { readFileConnection } from '../config.ts';
import { connectFiles } from '../live-files.ts';
import { journal } from '../observability.ts';
import { makeHandler } from './handler.ts';

/** Beside the bundle (lib/bundle.ts): a thread is started by the name of its file. */
const reader = makeFileReader(new URL('./worker.mjs', import.meta.url));
// While the container starts, and the file is fetched.
void reader.prepare();

export const handler = makeHandler({
  files: connectFiles(readFileConnection(process.env)),
  readPaperFile: reader.read,
  journal,
  realNow: () => new Date().toISOString(),
});
