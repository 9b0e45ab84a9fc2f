import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../documents/papers/content.ts';
import { renderDocx } from '../../documents/papers/render-docx.ts';
import { renderHtml } from '../../documents/papers/render-html.ts';
import { paperTemplate } from '../../documents/papers/typst-template.ts';
import { makeTypstPress } from '../../lambdas/adapters/typst-press.ts';
import { everyBlock } from '../support/paper-samples.ts';
import { wordsOfDocx, wordsOfHtml, wordsOfPaper, wordsOfPdf } from '../support/paper-texts.ts';

const press = makeTypstPress(paperTemplate);
const wide: Paper = { ...everyBlock, isWide: true, head: [] };
const papers = [
  ['upright', everyBlock],
  ['wide', wide],
] as const;

describe.each(papers)('a paper with every sort of block, %s', (_, paper) => {
  it('says the same in HTML, DOCX and PDF', async () => {
    const expected = wordsOfPaper(paper);
    expect(expected).toContain('#set text(red) <b>&amp; å ä ö</b> "citat" $x$ *stjärna* _streck_ \\ @alla');
    expect(wordsOfHtml(renderHtml(paper))).toBe(expected);
    expect(wordsOfDocx(await renderDocx(paper))).toBe(expected);
    expect(await wordsOfPdf(await press.pdf(paper), paper.organisation)).toBe(expected);
  });

  it('is the same file each time it is drawn, also by another press on another day', async () => {
    const [docx, pdf] = [await renderDocx(paper), await press.pdf(paper)];
    await press.pdf({ ...paper, title: 'Ett annat' });
    const realNow = Date.now;
    Date.now = () => realNow() + 400 * 86_400_000;
    try {
      expect(Buffer.from(await press.pdf(paper)).equals(pdf)).toBe(true);
      expect(Buffer.from(await makeTypstPress(paperTemplate).pdf(paper)).equals(pdf)).toBe(true);
      expect(Buffer.from(await renderDocx(paper)).equals(docx)).toBe(true);
    } finally {
      Date.now = realNow;
    }
    expect(Buffer.from(await press.pdf({ ...paper, title: 'Ett annat' })).equals(pdf)).toBe(false);
  });
});

it('a PDF says what it is: PDF/A-2a, tagged, in Swedish, with headings and tables as such', async () => {
  const pdf = await press.pdf(everyBlock);
  const raw = Buffer.from(pdf).toString('latin1');
  expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  expect(raw).toMatch(/\/Lang \(sv-SE\)/);
  const document = await getDocumentProxy(new Uint8Array(pdf));
  expect(document.numPages).toBeGreaterThan(1);
  const tags = new Set<string>();
  const collect = (node: { role?: string; children?: object[] }) => {
    if (node.role !== undefined) tags.add(node.role);
    for (const each of node.children ?? []) collect(each);
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    collect((await (await document.getPage(number)).getStructTree()) as object);
  }
  expect([...tags]).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TH', 'TD']));
  const { info } = (await document.getMetadata()) as { info: { Title?: string } };
  expect(info.Title).toBe(everyBlock.title);
});

it('a DOCX is in Swedish, and has styles, headings, lists and headed tables of Word’s own', async () => {
  const parts = unzipSync(await renderDocx(everyBlock));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  expect(part('word/styles.xml')).toContain('<w:lang w:val="sv-SE"');
  const document = part('word/document.xml');
  for (const style of ['Title', 'Heading1', 'Heading2', 'Point', 'TableHeading']) {
    expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(part('word/styles.xml')).toContain(`w:styleId="${style}"`);
  }
  expect(document).toContain('<w:numPr>');
  expect(document).toContain('<w:tblHeader');
  expect(part('docProps/core.xml')).toContain('2023-05-31T12:00:00Z');
});

it('an HTML paper fetches nothing, and states its language and title', () => {
  const page = renderHtml(everyBlock);
  expect(page).toContain('<html lang="sv">');
  expect(page).not.toMatch(/https?:|src=|@import|url\(/);
  expect(page).toContain('&lt;b&gt;&amp;amp; å ä ö&lt;/b&gt;');
});

it('a character that no font has is a box in print, and makes no paper impossible', async () => {
  const text = 'Namn 漢字 och 🇸🇪 här.';
  const pdf = await press.pdf({ ...everyBlock, title: text, blocks: [] });
  expect(await wordsOfPdf(pdf, everyBlock.organisation)).toContain('Namn □□ och □□ här.');
});
