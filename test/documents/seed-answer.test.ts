import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerPaper } from '../../documents/papers/answer.ts';
import type { Paper } from '../../documents/papers/content.ts';
import { renderDocx } from '../../documents/papers/render-docx.ts';
import { renderHtml } from '../../documents/papers/render-html.ts';
import { paperTemplate } from '../../documents/papers/typst-template.ts';
import { organisation } from '../../domain/organisation.ts';
import { makeTypstPress } from '../../lambdas/adapters/typst-press.ts';
import { readAnswerSeed } from '../../local/demo/seed-documents.ts';
import { wordsOf, wordsOfDocx, wordsOfHtml, wordsOfPdf } from '../support/paper-texts.ts';

/** The answer as Region Örebro län published it. */
const original = readFileSync('test/fixtures/seeds/001_f3a47d4dbeb7047d.txt', 'utf8');

/** Page numbers and the address at the foot of each page are layout. */
const wordsOfOriginal = wordsOf(original.replace(/^\s*\d+ \(\d+\)\s*$|^\s*www\.\S+\s*$/gm, ' '));

const seed = readAnswerSeed();
const configured = organisation.parse(JSON.parse(readFileSync('config/organisation.json', 'utf8')));
const paper: Paper = answerPaper({
  organisation: configured,
  registrationNumber: 'RS 1/2022',
  unit: 'Staben hållbar utveckling',
  officer: 'Lilian Ivarsson Sporrong',
  writtenOn: seed.answeredOn,
  answer: seed.answer,
  proposals: [{ clause: 'whole', outcome: 'ANSWERED' }],
  clauses: [],
  clauseCount: 0,
  consultations: 0,
  consulted: [],
  isDraft: false,
});
/** What the head of every page of ours says, and the original's does not (seed 000 has it). */
const head = wordsOf([paper.organisation, paper.sort, ...paper.head.flat()].join(' '));

it('the answer of seed 001 differs from the original in its layout only', async () => {
  const expected = `${head} ${wordsOfOriginal}`;
  expect(wordsOfOriginal).toContain(
    'Andreas Svahn Regionstyrelsens ordförande Rickard Simonsson Regiondirektör',
  );
  expect(wordsOfHtml(renderHtml(paper))).toBe(expected);
  expect(wordsOfDocx(await renderDocx(paper))).toBe(expected);
  expect(await wordsOfPdf(await makeTypstPress(paperTemplate).pdf(paper), paper.organisation)).toBe(expected);
});

it('has the head of seed 000', () => {
  expect(paper.head).toEqual([
    ['Tjänsteställe, handläggare', 'Staben hållbar utveckling, Lilian Ivarsson Sporrong'],
    ['Datum', '2023-05-31'],
    ['Beteckning', 'RS 1/2022'],
  ]);
});
