import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../documents/reading/limits.ts';
import { readFile } from '../../../documents/reading/read-file.ts';
import { docxBomb, wordFile } from '../../support/files/make-docx.ts';
import { encryptedPdf, pdfBomb, scannedPdf, textPdf } from '../../support/files/make-pdf.ts';
import { scanOf } from '../../support/files/make-scan.ts';

const megabyte = 1024 * 1024;
const page = ['En motion om bättre bussar.', 'Vi yrkar att bussarna går oftare.'];
const png = (width: number, height: number) =>
  Buffer.from(encode({ width, height, data: new Uint8Array(width * height), channels: 1, depth: 8 }));
const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));

/** Widths and heights of the head alone: nobody unpacks what it promises. */
const hugePng = () => {
  const small = png(8, 8);
  small.writeUInt32BE(60_000, 16);
  small.writeUInt32BE(60_000, 20);
  return small;
};

describe('a file that may not or cannot be read is refused', () => {
  it.each<[code: string, what: string, name: string, make: () => Buffer | Promise<Buffer>]>([
    ['file_too_large', 'of more than 100 MB', 'motion.txt', () => Buffer.alloc(limits.fileBytes + 1, 'a')],
    ['file_empty', 'with nothing in it', 'motion.txt', () => Buffer.alloc(0)],
    ['file_not_text', 'of null bytes', 'motion.txt', () => Buffer.alloc(5000)],
    ['file_not_text', 'of text with null bytes in it', 'motion.txt', () => Buffer.from('Motion\0 om bussar')],
    [
      'file_not_text',
      'of noise',
      'motion.txt',
      () => Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * n * 7) % 251)),
    ],
    ['file_type_differs', 'of Word called PDF', 'motion.pdf', () => wordFile(page)],
    ['file_type_differs', 'of PDF called Word', 'motion.docx', () => textPdf([page])],
    ['file_type_differs', 'of text called PDF', 'motion.pdf', () => Buffer.from('Motion om bussar')],
    ['file_type_differs', 'of PNG called JPEG', 'motion.jpg', () => png(8, 8)],
    [
      'file_type_unknown',
      'of old Word',
      'motion.doc',
      () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ],
    ['file_type_unknown', 'of a program', 'motion.exe', () => Buffer.from('MZ\x90\0')],
    ['file_encrypted', 'locked with a password', 'motion.pdf', encryptedPdf],
    ['file_damaged', 'of PDF cut in half', 'motion.pdf', () => cut(textPdf([page, page]), 0.5)],
    ['file_damaged', 'of PDF that lacks its last bytes', 'motion.pdf', () => cut(textPdf([page]), 0.98)],
    ['file_damaged', 'of PDF in name alone', 'motion.pdf', () => Buffer.from('%PDF-1.7 and nothing %%EOF')],
    ['file_damaged', 'of Word cut in half', 'motion.docx', async () => cut(await wordFile(page), 0.5)],
    ['file_damaged', 'of PNG cut in half', 'motion.png', async () => cut(png(400, 400), 0.5)],
    [
      'too_many_pages',
      'of 10,000 pages',
      'motion.pdf',
      () => textPdf(Array.from({ length: 10_000 }, () => page)),
    ],
    ['image_too_large', 'of a picture as large as a hall', 'motion.png', hugePng],
    [
      'file_unpacks_too_large',
      'of Word that unpacks to 110 MB',
      'motion.docx',
      () => docxBomb(400 * megabyte),
    ],
    [
      'file_unpacks_too_large',
      'of Word that lies about it',
      'motion.docx',
      () => docxBomb(110 * megabyte, 4000),
    ],
  ])('%s: %s', async (code, _, name, make) => {
    expect(await readFile(name, await make())).toEqual({ refused: code });
  });

  it('too_many_scanned_pages: more pictures than can be read', async () => {
    const few = { ...limits, scannedPages: 0 };
    const scan = scannedPdf({ width: 8, height: 8, data: new Uint8Array(64) });
    expect(await readFile('motion.pdf', scan, { limits: few })).toEqual({
      refused: 'too_many_scanned_pages',
    });
  });

  it('text_too_long: more text than a paper can hold', async () => {
    const short = { ...limits, textCharacters: 10 };
    expect(await readFile('motion.txt', Buffer.from('Motion om bussar'), { limits: short })).toEqual({
      refused: 'text_too_long',
    });
  });
});

describe('the thread that reads', () => {
  it('is ended when it takes more memory than it may', async () => {
    const bomb = pdfBomb(400 * megabyte);
    const small = { ...limits, residentBytes: 150 * megabyte };
    expect(await readFile('motion.pdf', bomb, { limits: small })).toEqual({
      refused: 'reading_took_too_much_memory',
    });
  });

  it('is ended when it takes longer than it may', async () => {
    const hasty = { ...limits, milliseconds: 1 };
    expect(await readFile('motion.txt', Buffer.from('Motion'), { limits: hasty })).toEqual({
      refused: 'reading_took_too_long',
    });
  });

  it('is ended when it is told to stop, in the middle of a page', async () => {
    const scan = await scanOf(textPdf([page]));
    const stop = new AbortController();
    const shares: number[] = [];
    const result = await readFile('motion.pdf', scannedPdf(scan), {
      signal: stop.signal,
      onProgress: (share) => {
        shares.push(share);
        stop.abort();
      },
    });
    expect(result).toEqual({ refused: 'reading_stopped' });
    expect(shares.length).toBeLessThan(5);
  });

  it('does not begin when it was told to stop before', async () => {
    const result = await readFile('motion.txt', Buffer.from('Motion'), { signal: AbortSignal.abort() });
    expect(result).toEqual({ refused: 'reading_stopped' });
  });
});
