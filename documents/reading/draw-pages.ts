import { PDFiumLibrary } from '@hyzyla/pdfium';
import { encode } from 'fast-png';
import type { Limits } from './limits.ts';
import { type FileRefused, refuseFile } from './refusals.ts';

const dotsPerInch = 200;
const pointsPerInch = 72;

/** Draws pages of a PDF, by their indexes, as grey pictures of 200 dots an inch, one at a time. */
export async function* drawPages(
  bytes: Uint8Array,
  indexes: readonly number[],
  limits: Limits,
): AsyncGenerator<Uint8Array | FileRefused> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  try {
    for (const index of indexes) {
      const page = document.getPage(index);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scale = dotsPerInch / pointsPerInch;
      if (originalWidth * originalHeight * scale * scale > limits.imagePixels) {
        yield refuseFile('image_too_large');
        return;
      }
      const { data, width, height } = await page.render({ scale, render: 'bitmap' });
      yield encode({ width, height, data: grey(data, width * height), channels: 1, depth: 8 });
    }
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** One byte of four is enough for black on white, and a picture of a quarter is sooner packed and read. */
const grey = (data: Uint8Array, pixels: number): Uint8Array => {
  const shades = new Uint8Array(pixels);
  for (let index = 0; index < pixels; index += 1) {
    const at = index * 4;
    shades[index] = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) >> 2;
  }
  return shades;
};
