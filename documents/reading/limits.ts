import { z } from 'zod';

/** What a file may cost to read. A motion is a few pages; these leave room for the thickest of appendices. */
export const limitsOfReading = z.object({
  fileBytes: z.int().positive(),
  /** All parts of a Word file together, as they unpack. */
  unpackedBytes: z.int().positive(),
  pages: z.int().positive(),
  /** Pages that must be drawn and read by OCR, which takes some ten seconds each. */
  scannedPages: z.int().min(0),
  imagePixels: z.int().positive(),
  textCharacters: z.int().positive(),
  milliseconds: z.int().positive(),
  /** Memory of the whole process, beyond what it held before. */
  residentBytes: z.int().positive(),
});
export type Limits = z.infer<typeof limitsOfReading>;

const megabyte = 1024 * 1024;

export const limits: Limits = {
  fileBytes: 100 * megabyte,
  unpackedBytes: 100 * megabyte,
  pages: 500,
  scannedPages: 40,
  imagePixels: 40_000_000,
  textCharacters: 2_000_000,
  milliseconds: 600_000,
  residentBytes: 1024 * megabyte,
};
