import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../documents/papers/content.ts';
import { renderDocx } from '../../documents/papers/render-docx.ts';
import { paperTemplate } from '../../documents/papers/typst-template.ts';
import { makeTypstPress } from '../../lambdas/adapters/typst-press.ts';
import { everyBlock } from '../support/paper-samples.ts';
import { wordsOf, wordsOfPaper } from '../support/paper-texts.ts';

/**
 * What other programs make of the papers: those that a clerk or an archive would open them with. They come with Debian
 * (`poppler-utils qpdf libreoffice-writer-nogui`); .ci/run installs them.
 */
const isThere = (program: string) =>
  spawnSync(program, ['--version'], { timeout: 60_000 }).error === undefined;
const missing = (programs: readonly string[]): boolean => {
  const gone = programs.filter((each) => !isThere(each));
  if (gone.length > 0) console.warn(`not proved, since this machine has no ${gone.join(', ')}`);
  return gone.length > 0;
};
const run = promisify(execFile);

let folder: string;
const file = (name: string) => join(folder, name);
const wide: Paper = { ...everyBlock, isWide: true };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'besvarad-papers-'));
  const press = makeTypstPress(paperTemplate);
  writeFileSync(file('paper.pdf'), await press.pdf(everyBlock));
  writeFileSync(file('wide.pdf'), await press.pdf(wide));
  writeFileSync(file('paper.docx'), await renderDocx(everyBlock));
  writeFileSync(file('wide.docx'), await renderDocx(wide));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(missing(['qpdf', 'pdfinfo', 'pdftotext']))('PDF, to qpdf and poppler', () => {
  it.each(['paper.pdf', 'wide.pdf'])('%s is sound, tagged and has its title', async (name) => {
    const checked = await run('qpdf', ['--check', file(name)]);
    expect(checked.stdout).toContain('No syntax or stream encoding errors found');
    const { stdout } = await run('pdfinfo', [file(name)]);
    expect(stdout).toMatch(/^Tagged: +yes$/m);
    expect(stdout).toMatch(/^Title: +Svar på motion om #set/m);
    expect(stdout).toMatch(/^Encrypted: +no$/m);
    expect(stdout).toMatch(name === 'wide.pdf' ? /841\.89 x 595/ : /595\.276 x 841\.89/);
  });

  it('says the same words, running heads aside', async () => {
    const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file('paper.pdf'), '-']);
    const pages = stdout.split('\f').filter((page) => page.trim() !== '');
    const words = pages.map((page, index) => {
      const text = wordsOf(page).replace(`${index + 1} (${pages.length})`, '');
      return index === 0 ? text : text.replace(everyBlock.organisation, '');
    });
    expect(wordsOf(words.join(' '))).toBe(wordsOfPaper(everyBlock));
  });
});

describe.skipIf(missing(['soffice', 'pdfinfo']))('DOCX, to LibreOffice', () => {
  const convert = async (name: string, to: string) => {
    const profile = `-env:UserInstallation=${pathToFileURL(file('profile')).href}`;
    await run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file(name)], {
      timeout: 180_000,
    });
  };

  it('opens, and says the same words', async () => {
    await convert('paper.docx', 'txt:Text (encoded):UTF8');
    expect(wordsOf(readFileSync(file('paper.txt'), 'utf8').replace('\uFEFF', ''))).toBe(
      wordsOfPaper(everyBlock),
    );
  }, 240_000);

  it('becomes pages of the right shape', async () => {
    await convert('wide.docx', 'pdf');
    const { stdout } = await run('pdfinfo', [file('wide.pdf')]);
    expect(stdout).toMatch(/Page size: +841\.\d+ x 595/);
    expect(stdout).toMatch(/^Pages: +[23]$/m);
  }, 240_000);
});
