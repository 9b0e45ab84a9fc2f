import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { isDamaged } from '../intake/damage.ts';
import { readPaper } from '../intake/read-paper.ts';
import { makeMender } from '../intake/repair/mend-words.ts';
import { limitsOfReading } from './limits.ts';
import { readBytes } from './read-bytes.ts';
import { isRefused } from './refusals.ts';

/** Reads one file in a thread of its own, which may be stopped at any moment, and tells how far it has come. */
const task = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array), limits: limitsOfReading });

parentPort?.once('message', async (given: unknown) => {
  const { name, bytes, limits } = task.parse(given);
  const file = await readBytes(name, bytes, limits, (share) => parentPort?.postMessage({ share }));
  parentPort?.postMessage(isRefused(file) ? file : { file, ...(await paperOf(file.text)) });
});

if (z.object({ isEarly: z.boolean() }).parse(workerData).isEarly) await prepare();

/** While nobody waits: what most files need is loaded, and the patterns are compiled by reading a little. */
async function prepare() {
  const [, { loadPdf }] = await Promise.all([import('./read-docx.ts'), import('./read-pdf.ts')]);
  await loadPdf();
  readPaper('Svar på motion\n\nRegionstyrelsen föreslår att motionen avslås.\n\nAnna Ek (V)');
  parentPort?.postMessage({ isReady: true });
}

/** The word list is loaded for a damaged text alone: others are not touched. */
async function paperOf(text: string) {
  if (!isDamaged(text)) return { paper: readPaper(text), suggestions: [] };
  const { swedishLexicon } = await import('./swedish-lexicon.ts');
  const mender = makeMender(text, swedishLexicon());
  return { paper: readPaper(text, mender.mend), suggestions: mender.suggestions(text) };
}
