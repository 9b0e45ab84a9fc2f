import { readFileSync } from 'node:fs';
import { answerPaper } from '../../documents/papers/answer.ts';
import type { Paper } from '../../documents/papers/content.ts';
import { renderDocx } from '../../documents/papers/render-docx.ts';
import { renderHtml } from '../../documents/papers/render-html.ts';
import { stamped } from '../../documents/papers/stamp.ts';
import { paperTemplate } from '../../documents/papers/typst-template.ts';
import { organisation } from '../../domain/organisation.ts';
import { makeTypstPress } from '../../lambdas/adapters/typst-press.ts';
import { readAnswerSeed } from '../demo/seed-documents.ts';
import { type Spread, shown, spreadOf } from './statistics.ts';

export interface PaperFigures {
  readonly pages: number;
  /** The first paper of a process: the press is loaded with it. */
  readonly firstPdfMilliseconds: number;
  readonly milliseconds: Readonly<Record<'html' | 'docx' | 'pdf', Spread>>;
  /** Highest resident memory of the process, which does nothing else. */
  readonly peakBytes: number;
}

/** The answer of seed 001, three pages; a little different each time, so that nothing is remembered of it. */
const answerNo = (number: number): Paper => {
  const seed = readAnswerSeed();
  const config: unknown = JSON.parse(readFileSync('config/organisation.json', 'utf8'));
  const paper = answerPaper({
    organisation: organisation.parse(config),
    registrationNumber: `RS ${number}/2022`,
    unit: 'Staben hållbar utveckling',
    officer: 'Lilian Ivarsson Sporrong',
    writtenOn: seed.answeredOn,
    answer: { ...seed.answer, title: `${seed.answer.title}, ${number}` },
    proposals: [{ clause: 'whole', outcome: 'ANSWERED' }],
    clauses: [],
    clauseCount: 0,
    consultations: 0,
    consulted: [],
    isDraft: false,
  });
  return stamped(paper, { source: `ärende RS ${number}/2022` }, '0'.repeat(64));
};

const timed = async (times: number, from: number, draw: (paper: Paper) => unknown): Promise<Spread> => {
  const taken: number[] = [];
  for (let number = from; number < from + times; number += 1) {
    const paper = answerNo(number);
    const startedAt = performance.now();
    await draw(paper);
    taken.push(performance.now() - startedAt);
  }
  return spreadOf(taken);
};

const warmUp = 20;

/** Draws an answer of three pages again and again, in this process. */
export const measurePapers = async (times: number): Promise<PaperFigures> => {
  const press = makeTypstPress(paperTemplate);
  const startedAt = performance.now();
  const first = await press.pdf(answerNo(0));
  const firstPdfMilliseconds = performance.now() - startedAt;
  const draws = { html: renderHtml, docx: renderDocx, pdf: press.pdf };
  for (const draw of Object.values(draws)) await timed(warmUp, 1, draw);
  const milliseconds = {
    html: await timed(times, 1000, draws.html),
    docx: await timed(times, 2000, draws.docx),
    pdf: await timed(times, 3000, draws.pdf),
  };
  const pages =
    Buffer.from(first)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0;
  return { pages, firstPdfMilliseconds, milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
};

const spread = (each: Spread) => `p50 ${shown(each.p50)} ms, p95 ${shown(each.p95)} ms`;

/** The figures as lines. */
export const paperLines = ({
  pages,
  firstPdfMilliseconds,
  milliseconds,
  peakBytes,
}: PaperFigures): string[] => [
  `Papers: an answer of ${pages} pages`,
  `  to PDF   ${spread(milliseconds.pdf)} (the first ${firstPdfMilliseconds.toFixed(0)} ms)`,
  `  to DOCX  ${spread(milliseconds.docx)}`,
  `  to HTML  ${spread(milliseconds.html)}`,
  `  memory at most ${(peakBytes / 1024 / 1024).toFixed(0)} MB`,
];
