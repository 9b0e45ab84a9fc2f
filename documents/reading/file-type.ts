import { type FileRefused, refuseFile } from './refusals.ts';

export type FileType = 'pdf' | 'docx' | 'png' | 'jpeg' | 'text';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The types that a name may end in; a name that ends otherwise says nothing. */
const typeOfEnding: Readonly<Record<string, FileType>> = {
  pdf: 'pdf',
  docx: 'docx',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  txt: 'text',
  md: 'text',
};

/** What a file is by its first bytes, whatever it is called. A name that says something else is refused. */
export const fileTypeOf = (name: string, bytes: Uint8Array): FileType | FileRefused => {
  const type = typeOfContent(bytes);
  if (type === undefined) return refuseFile('file_type_unknown');
  const ending = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = typeOfEnding[ending];
  return named === undefined || named === type ? type : refuseFile('file_type_differs');
};

const typeOfContent = (bytes: Uint8Array): FileType | undefined => {
  // Some scanners put a line before the mark of a PDF; readers look for it in the first kilobyte.
  if (ascii(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'docx';
  return isOfOtherKind(bytes) ? undefined : 'text';
};

/** An old Word file, RTF, TIFF, GIF, HEIC, 7z, rar, gzip or a program. */
const isOfOtherKind = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
  startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66) ||
  startsWith(bytes, 0x49, 0x49, 0x2a, 0x00) ||
  startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a) ||
  startsWith(bytes, 0x47, 0x49, 0x46, 0x38) ||
  startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
  startsWith(bytes, 0x52, 0x61, 0x72, 0x21) ||
  startsWith(bytes, 0x1f, 0x8b) ||
  startsWith(bytes, 0x4d, 0x5a) ||
  startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46) ||
  ascii(bytes.subarray(4, 8)) === 'ftyp';
