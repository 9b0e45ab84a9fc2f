import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Limits } from './limits.ts';
import { linesOfPage } from './page-lines.ts';
import { type FileRefused, refuseFile } from './refusals.ts';

export interface PdfPages {
  /** The text of each page; empty where the page is a picture. */
  readonly pages: readonly string[];
}

/** A page with fewer letters than this has no text of its own: a stamp or a page number on a scan. */
const fewestLetters = 20;

/** The text of each page of a PDF, and which pages must be drawn and read as pictures. */
export const readPdf = async (bytes: Uint8Array, limits: Limits): Promise<PdfPages | FileRefused> => {
  // A reader can often mend a PDF that has lost its end, and then shows a motion without its last clauses.
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).toString('latin1');
  if (!tail.includes('%%EOF')) return refuseFile('file_damaged');
  const document = await opened(bytes);
  if ('refused' in document) return document;
  try {
    if (document.numPages > limits.pages) return refuseFile('too_many_pages');
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) =>
        'str' in item
          ? [
              {
                text: item.str,
                x: item.transform[4],
                y: item.transform[5],
                width: item.width,
                height: item.height,
              },
            ]
          : [],
      );
      const text = linesOfPage(pieces).normalize('NFC');
      pages.push((text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters ? '' : text);
      page.cleanup();
    }
    return { pages };
  } catch {
    return refuseFile('file_damaged');
  } finally {
    await document.loadingTask.destroy();
  }
};

/** Loads the library before there is a file. */
export const loadPdf = getResolvedPDFJS;

const opened = async (bytes: Uint8Array) => {
  try {
    // The library takes the bytes for its own, and pdfium needs them after it.
    return await getDocumentProxy(bytes.slice());
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    return refuseFile(isEncrypted ? 'file_encrypted' : 'file_damaged');
  }
};
