import type { Paper } from '../../documents/papers/content.ts';
import { prose } from '../../documents/papers/prose.ts';
import { renderDocx } from '../../documents/papers/render-docx.ts';
import { paperTemplate } from '../../documents/papers/typst-template.ts';
import { drawPages } from '../../documents/reading/draw-pages.ts';
import { limits } from '../../documents/reading/limits.ts';
import { makeTypstPress } from '../../lambdas/adapters/typst-press.ts';

export interface FileToRead {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A text of three pages as a Word file, as a PDF with text, and its first page as a scan: the product's own papers. */
export const filesToRead = async (text: string): Promise<FileToRead[]> => {
  const paper: Paper = {
    sort: 'Tjänsteskrivelse',
    organisation: 'Region Exempel',
    title: 'Svar på motion från Anna Ek (V) om krafttag mot våld',
    head: [],
    blocks: prose(text),
    date: '2023-05-31',
  };
  const pdf = await makeTypstPress(paperTemplate).pdf(paper);
  const files = [
    { what: 'a Word file', name: 'svar.docx', bytes: await renderDocx(paper) },
    { what: 'a PDF with text', name: 'svar.pdf', bytes: pdf },
  ];
  for await (const page of drawPages(pdf, [0], limits)) {
    if (page instanceof Uint8Array) files.push({ what: 'a scanned page', name: 'svar.png', bytes: page });
  }
  return files;
};
