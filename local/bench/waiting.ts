import { z } from 'zod';
import { roleHolders } from '../demo/town.ts';
import { makeDesk } from './desk.ts';
import type { CountingSink } from './letter-sink.ts';
import { type RunningProduct, runProduct } from './run-product.ts';
import { makeSeededFolder, type SeededFolder } from './seeded-product.ts';

const memory = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() });

export interface StartFigures {
  readonly openCases: number;
  /** From the start of the process until the site answers a signed-in command. */
  readonly readySeconds: number;
  /** Until every open case had an execution that waits again. */
  readonly enteredSeconds: number;
}

export interface WaitingFigures extends StartFigures {
  readonly residentBytes: number;
  readonly engineResidentBytes: number;
  readonly heapBytes: number;
}

const firstAnswer = async (product: RunningProduct) => {
  const desk = makeDesk(product);
  await desk.begin(roleHolders.registrar, {
    type: 'import-motion',
    text: { title: 'Den första efter starten', body: '', clauses: ['att svara'] },
    signatories: ['m-carlqvist-jessica'],
    receivedOn: '2026-05-29',
  });
  desk.close();
};

/** Starts the product on a folder with so many open cases, and waits until all of them wait again. */
const startOn = async (
  folder: SeededFolder,
  openCases: number,
  sink: CountingSink,
): Promise<WaitingFigures> => {
  const startedAt = performance.now();
  const product = await runProduct({ sesEndpoint: sink.endpoint, dataDirectory: folder.dataDirectory });
  try {
    await firstAnswer(product);
    const readySeconds = (performance.now() - startedAt) / 1000;
    const entered = await product.ask('entered', z.int());
    const enteredSeconds = (performance.now() - startedAt) / 1000;
    if (entered < openCases) throw new Error(`${entered} of ${openCases} cases were entered again`);
    const { heapUsed } = await product.ask('memory', memory);
    const resident = product.residentBytes();
    return {
      openCases,
      readySeconds,
      enteredSeconds,
      residentBytes: resident.product,
      engineResidentBytes: resident.engine,
      heapBytes: heapUsed,
    };
  } finally {
    await product.stop();
  }
};

/**
 * Time from start to ready, and memory, with none, some and many cases that wait. Each start opens one case of its
 * own; it is in the count of none.
 */
export const measureWaiting = async (
  sink: CountingSink,
  sizes: readonly number[],
  told: (sofar: readonly WaitingFigures[]) => void = () => undefined,
): Promise<readonly WaitingFigures[]> => {
  const folder = makeSeededFolder();
  const figures: WaitingFigures[] = [];
  try {
    for (const size of sizes) {
      await folder.fill(size, true);
      figures.push(await startOn(folder, size, sink));
      told(figures);
    }
  } finally {
    folder.remove();
  }
  return figures;
};

/** Heap and resident bytes that one more waiting case takes, against the figures with none. */
export const perWaitingCase = (none: WaitingFigures, some: WaitingFigures) => ({
  openCases: some.openCases,
  heapBytes: (some.heapBytes - none.heapBytes) / (some.openCases - none.openCases),
  residentBytes: (some.residentBytes - none.residentBytes) / (some.openCases - none.openCases),
});
