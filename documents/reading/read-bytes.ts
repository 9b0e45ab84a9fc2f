import { decodeText } from './decode-text.ts';
import { fileTypeOf } from './file-type.ts';
import { imagePixels, isWholeImage } from './image-size.ts';
import type { Limits } from './limits.ts';
import type { Recognised } from './recognise.ts';
import { type FileRefused, isRefused, refuseFile } from './refusals.ts';

/** The text of a file, and how it was come by. */
export interface FileText {
  readonly text: string;
  readonly by: 'text' | 'docx' | 'pdf' | 'ocr';
  readonly pages: number;
  /** How sure the OCR is of what it read, 0–1; absent where nothing was recognised. */
  readonly ocrConfidence?: number;
}

/** Told how far the reading has come, 0–1. */
export type OnProgress = (share: number) => void;

/** Reads the text of a file, whatever it is. What cannot or may not be read is refused, with a reason. */
export const readBytes = async (
  name: string,
  bytes: Uint8Array,
  limits: Limits,
  onProgress: OnProgress,
): Promise<FileText | FileRefused> => {
  if (bytes.length === 0) return refuseFile('file_empty');
  if (bytes.length > limits.fileBytes) return refuseFile('file_too_large');
  const type = fileTypeOf(name, bytes);
  if (typeof type === 'object') return type;
  const read = await readers[type](bytes, limits, onProgress);
  if (isRefused(read)) return read;
  return read.text.length > limits.textCharacters ? refuseFile('text_too_long') : read;
};

type Reader = (bytes: Uint8Array, limits: Limits, onProgress: OnProgress) => Promise<FileText | FileRefused>;

const readText: Reader = async (bytes) => {
  const text = decodeText(bytes);
  return typeof text === 'string' ? { text, by: 'text', pages: 1 } : text;
};

// Each library is loaded when a file needs it: a text file waits for none.
const readWord: Reader = async (bytes, limits) => {
  const { readDocx } = await import('./read-docx.ts');
  const text = await readDocx(bytes, limits);
  return typeof text === 'string' ? { text, by: 'docx', pages: 1 } : text;
};

const readPages: Reader = async (bytes, limits, onProgress) => {
  const { readPdf } = await import('./read-pdf.ts');
  const read = await readPdf(bytes, limits);
  if (isRefused(read)) return read;
  const pages = [...read.pages];
  const drawn = pages.flatMap((text, index) => (text === '' ? [index] : []));
  if (drawn.length === 0) return { text: pages.join('\n\n'), by: 'pdf', pages: pages.length };
  if (drawn.length > limits.scannedPages) return refuseFile('too_many_scanned_pages');
  const { drawPages } = await import('./draw-pages.ts');
  const recognised = await recogniseAll(drawPages(bytes, drawn, limits), drawn.length, onProgress);
  if (isRefused(recognised)) return recognised;
  for (const [at, index] of drawn.entries()) pages[index] = recognised.pages[at]?.text ?? '';
  return { text: pages.join('\n\n'), by: 'ocr', pages: pages.length, ocrConfidence: recognised.confidence };
};

const readPicture: Reader = async (bytes, limits, onProgress) => {
  const pixels = imagePixels(bytes);
  if (pixels === undefined || !isWholeImage(bytes)) return refuseFile('file_damaged');
  if (pixels > limits.imagePixels) return refuseFile('image_too_large');
  const recognised = await recogniseAll([bytes], 1, onProgress);
  if (isRefused(recognised)) return recognised;
  const [page] = recognised.pages;
  return { text: page?.text ?? '', by: 'ocr', pages: 1, ocrConfidence: recognised.confidence };
};

const readers: Readonly<Record<'text' | 'docx' | 'pdf' | 'png' | 'jpeg', Reader>> = {
  text: readText,
  docx: readWord,
  pdf: readPages,
  png: readPicture,
  jpeg: readPicture,
};

const recogniseAll = async (
  pictures: AsyncIterable<Uint8Array | FileRefused> | Iterable<Uint8Array>,
  count: number,
  onProgress: OnProgress,
): Promise<{ readonly pages: readonly Recognised[]; readonly confidence: number } | FileRefused> => {
  const { startRecogniser } = await import('./recognise.ts');
  const pages: Recognised[] = [];
  const recogniser = await startRecogniser((share) => onProgress((pages.length + share) / count));
  try {
    for await (const picture of pictures) {
      if (!(picture instanceof Uint8Array)) return picture;
      pages.push(await recogniser.recognise(picture));
    }
  } catch {
    // A picture whose head is right and whose body is not.
    return refuseFile('file_damaged');
  } finally {
    await recogniser.stop();
  }
  return {
    pages,
    confidence: pages.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, pages.length),
  };
};
