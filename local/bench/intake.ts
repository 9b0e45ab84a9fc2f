import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { makeMender } from '../../documents/intake/repair/mend-words.ts';
import { makeFileReader } from '../../documents/reading/file-reader.ts';
import { swedishLexicon } from '../../documents/reading/swedish-lexicon.ts';
import { alignWords, wordsIn } from './align-words.ts';
import { type FileToRead, filesToRead } from './intake-papers.ts';
import { heldOutTexts } from './intake-texts.ts';
import { damaged, damageStyles } from './ocr-damage.ts';

/** What repair does to a text, word by word against the clean one. */
export interface RepairFigures {
  readonly text: string;
  readonly words: number;
  /** Of all words. */
  readonly damagedBefore: number;
  readonly damagedAfter: number;
  /** Words that were right and were made wrong. */
  readonly spoiled: number;
}

export interface IntakeFigures {
  readonly repairs: readonly RepairFigures[];
  readonly readings: readonly {
    readonly what: string;
    /** As the first and only file of a process of its own, with the memory of that process at most. */
    readonly coldMilliseconds: number;
    readonly peakMegabytes: number;
    /** In a thread that was ready, as one is after the first file of a process. */
    readonly milliseconds: number;
  }[];
}

const seedFolder = new URL('../../test/fixtures/seeds/', import.meta.url);
const seed = (name: string) => readFileSync(new URL(name, seedFolder), 'utf8');

/** Repair of the scanned seed against the clean one, and of damage of our own making; then how long reading takes. */
export const measureIntake = async (times: number): Promise<IntakeFigures> => {
  const lexicon = swedishLexicon();
  const repaired = (text: string, seen: string, clean: string): RepairFigures => {
    const mended = makeMender(seen, lexicon).mend(seen);
    return { text, ...compare(wordsIn(seen), wordsIn(mended), wordsIn(clean)) };
  };
  const clean = seed('001_f3a47d4dbeb7047d.txt');
  const others = [
    { name: 'seed 002', text: seed('002_9335f79621ab4ea8.txt') },
    { name: 'seed 003', text: seed('003_91b86af8944ceb3a.txt') },
    ...heldOutTexts,
  ];
  const repairs = [
    repaired('seed 000 against 001', seed('000_7a1d5a4221290a60.txt'), clean),
    ...damageStyles.flatMap((style) =>
      others.map(({ name, text }, index) =>
        repaired(`${style.name}: ${name}`, damaged(text, style, index + 1), text),
      ),
    ),
  ];
  const readings = [];
  for (const file of await filesToRead(clean)) {
    readings.push({
      what: file.what,
      ...readAlone(times, file),
      milliseconds: await readWhenReady(times, file),
    });
  }
  return { repairs, readings };
};

/** A busy machine only adds, so the quickest tells most. */
const readWhenReady = async (times: number, { what, name, bytes }: FileToRead): Promise<number> => {
  const reader = makeFileReader();
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await reader.prepare();
    const start = performance.now();
    const read = await reader.read(name, bytes);
    taken.push(performance.now() - start);
    if ('refused' in read) throw new Error(`${what} was refused: ${read.refused}`);
  }
  await reader.stop();
  return Math.min(...taken);
};

const told = z.object({ milliseconds: z.number(), megabytes: z.number() });

const readAlone = (times: number, { name, bytes }: FileToRead) => {
  const folder = mkdtempSync(join(tmpdir(), 'besvarad-bench-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const script = join(import.meta.dirname, 'read-alone.ts');
    const runs = Array.from({ length: times }, () =>
      told.parse(JSON.parse(execFileSync(process.execPath, [script, path], { encoding: 'utf8' }))),
    );
    return {
      coldMilliseconds: Math.min(...runs.map(({ milliseconds }) => milliseconds)),
      peakMegabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const compare = (seen: readonly string[], mended: readonly string[], clean: readonly string[]) => {
  if (seen.length !== mended.length) throw new Error('repair has changed the number of words');
  const pairs = alignWords(seen, clean).map(([at, other]) => ({
    seen: seen[at],
    mended: mended[at],
    clean: clean[other],
  }));
  return {
    words: pairs.length,
    damagedBefore: pairs.filter((pair) => pair.seen !== pair.clean).length,
    damagedAfter: pairs.filter((pair) => pair.mended !== pair.clean).length,
    spoiled: pairs.filter((pair) => pair.seen === pair.clean && pair.mended !== pair.clean).length,
  };
};
