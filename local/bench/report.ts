import type { BundleFigures } from './bundles.ts';
import type { IntakeFigures } from './intake.ts';
import type { LetterFigures } from './letters.ts';
import { commandsPerLifecycle, lettersPerSignatory } from './lifecycle.ts';
import type { LifecycleFigures } from './lifecycles.ts';
import type { ListFigures } from './lists.ts';
import type { PageFigures } from './pages.ts';
import { type PaperFigures, paperLines } from './papers.ts';
import type { PriceFigures } from './price.ts';
import { type Spread, shown } from './statistics.ts';
import { perWaitingCase, type WaitingFigures } from './waiting.ts';

export interface Figures {
  readonly measuredAt: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly lifecycles?: LifecycleFigures | undefined;
  readonly waiting?: readonly WaitingFigures[] | undefined;
  readonly lists?: readonly ListFigures[] | undefined;
  readonly prices?: readonly PriceFigures[] | undefined;
  readonly intake?: IntakeFigures | undefined;
  readonly papers?: PaperFigures | undefined;
  readonly letters?: LetterFigures | undefined;
  readonly pages?: PageFigures | undefined;
  readonly bundles?: readonly BundleFigures[] | undefined;
}

const megabytes = (bytes: number) => `${shown(bytes / 1e6)} MB`;
const kilobytes = (bytes: number) => `${shown(bytes / 1e3)} kB`;
const spread = ({ p50, p95, p99 }: Spread) => `p50 ${shown(p50)}  p95 ${shown(p95)}  p99 ${shown(p99)} ms`;

const lifecycleLines = ({ loads, residentBytes }: LifecycleFigures) => [
  `Lifecycles: ${commandsPerLifecycle} commands of people, ${lettersPerSignatory} letters to each signatory`,
  ...loads.flatMap((load) => [
    `  ${load.concurrency} at a time, ${load.signatories} signatories: ${shown(load.lifecyclesPerSecond)} lifecycles/s (${load.lifecycles} in ${shown(load.seconds)} s)`,
    `    command to next step visible  ${spread(load.nextStepVisible)}`,
    `    command to answer             ${spread(load.answered)}`,
    `    CPU ${shown(load.cpuSecondsPerLifecycle.product)} s product + ${shown(load.cpuSecondsPerLifecycle.engine)} s engine, disk ${kilobytes(load.diskBytesPerLifecycle)} a lifecycle`,
  ]),
  `  resident ${megabytes(residentBytes.product)} product, ${megabytes(residentBytes.engine)} engine`,
];

/** Start and memory. */
export const waitingLines = (figures: readonly WaitingFigures[]) => {
  const [none, ...some] = figures;
  return [
    'Start and memory',
    ...figures.map(
      (each) =>
        `  ${each.openCases} open cases: ready in ${shown(each.readySeconds)} s, all entered again in ${shown(each.enteredSeconds)} s; ` +
        `heap ${megabytes(each.heapBytes)}, resident ${megabytes(each.residentBytes)}, engine ${megabytes(each.engineResidentBytes)}`,
    ),
    ...(none === undefined ? [] : some.map((each) => perWaitingCase(none, each))).map(
      (each) =>
        `  a waiting case at ${each.openCases}: ${kilobytes(each.heapBytes)} of heap, ${kilobytes(each.residentBytes)} resident`,
    ),
  ];
};

/** Lists by size of the table. */
const listLines = (figures: readonly ListFigures[]) => [
  'Lists, first page of 50',
  ...figures.flatMap(({ cases, milliseconds }) =>
    Object.entries(milliseconds).map(
      ([name, each]) => `  ${String(cases).padStart(6)} cases  ${name.padEnd(10)} ${spread(each)}`,
    ),
  ),
];

const priceLines = (figures: readonly PriceFigures[]) =>
  figures.flatMap(({ signatories, requests, usage, bill, total, totalOfTheLife }) => [
    `A motion's life on AWS, ${signatories} signatories: ${shown(totalOfTheLife)} USD, with ten years' storage ${shown(total)} USD`,
    `  ${Object.entries(bill)
      .map(([name, usd]) => `${name} ${shown(usd)}`)
      .join(', ')}`,
    `  uses ${Object.entries(usage)
      .map(([name, amount]) => `${name} ${shown(amount)}`)
      .join(', ')}`,
    `  calls ${Object.entries(requests)
      .map(([name, count]) => `${name} ${shown(count)}`)
      .join(', ')}`,
  ]);

const weighedLines = (milliseconds: PageFigures['milliseconds'], bytes: PageFigures['bytes']) =>
  Object.entries(milliseconds).map(
    ([name, each]) => `  ${name.padEnd(10)} ${spread(each)}  ${kilobytes(bytes[name] ?? 0)} with stylesheet`,
  );

const pageLines = ({
  motions,
  firstMilliseconds,
  milliseconds,
  officeMilliseconds,
  bytes,
  residentBytes,
}: PageFigures) => [
  `Public pages, ${motions} motions: the first visitor waits ${shown(firstMilliseconds)} ms, the process holds ${megabytes(residentBytes)}`,
  ...weighedLines(milliseconds, bytes),
  `Office pages, ${motions} cases`,
  ...weighedLines(officeMilliseconds, bytes),
];

const percent = (part: number, whole: number) => `${shown((100 * part) / Math.max(1, whole))} %`;

const intakeLines = ({ repairs, readings }: IntakeFigures) => [
  'Intake: words damaged by OCR before and after repair, and words that were right and were changed',
  ...repairs.map(
    ({ text, words, damagedBefore, damagedAfter, spoiled }) =>
      `  ${text.padEnd(36)} ${String(words).padStart(4)} words  ${percent(damagedBefore, words).padStart(6)} before  ${percent(damagedAfter, words).padStart(6)} after  ${percent(spoiled, words - damagedBefore).padStart(6)} of the right ones (${spoiled})`,
  ),
  ...readings.map(
    ({ what, coldMilliseconds, peakMegabytes, milliseconds }) =>
      `  ${what} read in ${shown(milliseconds)} ms; the first of a process in ${shown(coldMilliseconds)} ms, with ${shown(peakMegabytes)} MB at most`,
  ),
];

const letterLines = ({ letters, composedSeconds, sentSeconds }: LetterFigures) => [
  `Letters: ${letters} composed in ${shown(composedSeconds)} s; composed and handed over, one after the other, in ${shown(sentSeconds)} s`,
];

const bundleLines = (figures: readonly BundleFigures[]) => [
  'Bundles',
  ...figures.map(
    ({ name, minifiedBytes, zippedBytes, loadMilliseconds }) =>
      `  ${name.padEnd(15)} ${kilobytes(minifiedBytes).padStart(9)} minified, ${kilobytes(zippedBytes).padStart(8)} zipped, loads in ${shown(loadMilliseconds)} ms`,
  ),
];

/** The figures as a person reads them. */
export const reportOn = ({ measuredAt, machine, ...figures }: Figures): string =>
  [
    `${measuredAt}  ${machine.cores} × ${machine.cpu}, Node ${machine.node}`,
    ...(figures.lifecycles === undefined ? [] : lifecycleLines(figures.lifecycles)),
    ...(figures.waiting === undefined ? [] : waitingLines(figures.waiting)),
    ...(figures.lists === undefined ? [] : listLines(figures.lists)),
    ...(figures.prices === undefined ? [] : priceLines(figures.prices)),
    ...(figures.intake === undefined ? [] : intakeLines(figures.intake)),
    ...(figures.papers === undefined ? [] : paperLines(figures.papers)),
    ...(figures.letters === undefined ? [] : letterLines(figures.letters)),
    ...(figures.pages === undefined ? [] : pageLines(figures.pages)),
    ...(figures.bundles === undefined ? [] : bundleLines(figures.bundles)),
  ].join('\n');
