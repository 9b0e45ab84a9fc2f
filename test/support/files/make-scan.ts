import { PDFiumLibrary } from '@hyzyla/pdfium';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What a scanner makes of a page: one shade for each dot, as drawn from a PDF, with specks where asked. */
export const scanOf = async (pdf: Uint8Array, { dotsPerInch = 200, specks = 0 } = {}): Promise<Picture> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { data, width, height } = await document
    .getPage(0)
    .render({ scale: dotsPerInch / 72, render: 'bitmap' });
  const shades = Uint8Array.from({ length: width * height }, (_, index) => data[index * 4] ?? 255);
  document.destroy();
  library.destroy();
  // Spread evenly, so that the same page always gives the same scan.
  for (let count = 0; count < specks; count += 1) shades[(count * 7_919) % shades.length] = 0;
  return { width, height, data: shades };
};
