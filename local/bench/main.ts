import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { measureBundles } from './bundles.ts';
import { measureIntake } from './intake.ts';
import { startCountingSink } from './letter-sink.ts';
import { measureLetters } from './letters.ts';
import { measureLifecycles } from './lifecycles.ts';
import { measureLists } from './lists.ts';
import { measurePages } from './pages.ts';
import { measurePapers } from './papers.ts';
import { measurePrice } from './price.ts';
import { reportOn, waitingLines } from './report.ts';
import { measureWaiting } from './waiting.ts';

const sections = [
  'lifecycle',
  'memory',
  'start',
  'lists',
  'bundles',
  'price',
  'intake',
  'papers',
  'letters',
  'pages',
  'all',
] as const;
const section = z.enum(sections);

const usage = `node local/bench/main.ts [${sections.join('|')}] [--json FILE] [--quick]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const chosen = section.safeParse(positionals[0] ?? 'all');
if (!chosen.success) {
  console.error(usage);
  process.exit(1);
}

/** Memory and start are one measurement: a product that is started on cases that wait. */
const wants = (...names: readonly (typeof sections)[number][]) =>
  chosen.data === 'all' || names.includes(chosen.data);
const { quick } = values;

/** A long run that is broken off has told what it knew by then. */
const sofar = (lines: readonly string[]) => console.error(lines.join('\n'));

// Leaving by `exit`, and not by the signal, ends an engine that is being filled.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const sink = await startCountingSink();
try {
  const figures = {
    measuredAt: new Date().toISOString(),
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryBytes: totalmem(),
      node: process.version,
    },
    lifecycles: wants('lifecycle') ? await measureLifecycles(sink, quick) : undefined,
    waiting: wants('memory', 'start')
      ? await measureWaiting(
          sink,
          quick || chosen.data === 'start' ? [0, 1000] : [0, 1000, 10_000],
          (figures) => sofar(waitingLines(figures)),
        )
      : undefined,
    lists: wants('lists') ? await measureLists(sink, quick ? [1000, 10_000] : [1000, 100_000]) : undefined,
    prices: wants('price') ? [await measurePrice(sink, 1), await measurePrice(sink, 6)] : undefined,
    intake: wants('intake') ? await measureIntake(quick ? 1 : 5) : undefined,
    papers: wants('papers') ? await measurePapers(quick ? 20 : 200) : undefined,
    letters: wants('letters', 'papers') ? await measureLetters(sink) : undefined,
    pages: wants('pages') ? await measurePages(sink, quick ? 1000 : 10_000, quick ? 40 : 300) : undefined,
    bundles: wants('bundles') ? measureBundles(quick ? 3 : 7) : undefined,
  };
  console.log(reportOn(figures));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await sink.stop();
}
