import { type FileRefused, refuseFile } from './refusals.ts';

const marks: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

const decodedAs = (encoding: string, bytes: Uint8Array, fatal: boolean): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Control signs other than white space, and what could not be decoded, are found in no text that a person wrote. */
const oddSigns = /(?!\s)[\p{Cc}\ufffd]/gu;

/** Å, ä and ö of an old Macintosh are unusual signs in Windows' alphabet. */
const macintosh =
  /[\u0160\u0161\u0152\u0153\u20ac\u0081\u2026\u0160](?=[a-z])|(?<=[a-z])[\u0160\u0161\u0152]/gu;
const letters = /[åäöÅÄÖé]/gu;

/**
 * A text file's text: by its byte order mark, else UTF-8 if it is that to the byte, else the one-byte alphabet that
 * gives most Swedish letters. Signs put together of two, as a Macintosh writes them, become one. Null bytes are no text.
 */
export const decodeText = (bytes: Uint8Array): string | FileRefused => {
  const marked = marks.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  const text = marked === undefined ? withoutMark(bytes) : decodedAs(marked.encoding, bytes, true);
  if (text === undefined) return refuseFile('file_damaged');
  const odd = text.match(oddSigns)?.length ?? 0;
  if (text.includes('\0') || odd > text.length / 1000) return refuseFile('file_not_text');
  return text.normalize('NFC');
};

const withoutMark = (bytes: Uint8Array): string | undefined => {
  const utf8 = decodedAs('utf-8', bytes, true);
  if (utf8 !== undefined) return utf8;
  const windows = decodedAs('windows-1252', bytes, false);
  const mac = decodedAs('macintosh', bytes, false);
  const count = (text: string | undefined) => text?.match(letters)?.length ?? 0;
  const oddInWindows = windows?.match(macintosh)?.length ?? 0;
  return count(mac) > count(windows) && oddInWindows > 0 ? mac : windows;
};
