import { spelt } from './spelling.ts';

/** A line of the text and where it stands. The text itself is never changed: positions hold in the original. */
export interface Line {
  /** Without white space and mark-up at its ends. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it stands in capitals or as a heading of mark-up. */
  readonly isMarkedHeading: boolean;
}

/** A paper as lines that say something, with empty ones between them; page numbers and addresses are left out. */
export interface WrittenText {
  readonly text: string;
  readonly lines: readonly Line[];
}

const furniture = [
  /^(?:sida\s*)?\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|\/\s*\d{1,4}|av\s+\d{1,4})$/iu,
  /^sida\s+\d+$/iu,
  /^-\s*\d{1,3}\s*-$/u,
  /^<?(?:https?:\/\/|www\.)\S+>?$/iu,
  /^(?:org(?:anisations)?[. -]*nr|bankgiro|plusgiro)\b.*$/iu,
  spelt('^(?:postadress|besöksadress|telefon|växel|e-post)\\s*:?(?:\\s*\\S+)?$'),
];

const isFurniture = (text: string): boolean => furniture.some((pattern) => pattern.test(text));

const openingMarks = /^(?:#{1,6}\s+)?[*_]{0,3}/u;

/** Reads a text as lines. */
export const writtenText = (text: string): WrittenText => {
  const lines: Line[] = [];
  for (const found of text.matchAll(/[^\r\n\f\u2028\u2029]*(?:\r\n|[\r\n\f\u2028\u2029]|$)/g)) {
    const whole = found[0].replace(/[\r\n\f\u2028\u2029]+$/u, '');
    const line = withoutMarks(whole, found.index);
    if (!isFurniture(line.text)) lines.push(line);
  }
  return { text, lines };
};

const withoutMarks = (whole: string, at: number): Line => {
  const inner = whole.trim();
  const marks = openingMarks.exec(inner)?.[0] ?? '';
  const isHeading = marks.startsWith('#') || /^\*\*.*\*\*$/u.test(inner);
  const opening = isHeading || /^[*_]+[^*_\s]/u.test(inner) ? marks.length : 0;
  const closing = opening > 0 ? (/[*_]{1,3}$/u.exec(inner)?.[0].length ?? 0) : 0;
  const text = inner.slice(opening, inner.length - closing).trim();
  const start = at + whole.indexOf(inner) + opening + inner.slice(opening).search(/\S|$/u);
  return { text, start, end: start + text.length, isMarkedHeading: isHeading };
};

/** What stands between two places, on one line. A word divided at the end of a line is put together. */
export const onOneLine = (text: string): string =>
  text
    .replace(/(\p{Ll})-[ \t]*\r?\n[ \t]*(?=\p{Ll})(?!och\b|eller\b)/gu, '$1')
    .replace(/\*{1,3}|(?<!\p{L})_{1,3}|_{1,3}(?!\p{L})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** The indexes of the lines that are not empty, from one on. */
export const nextWritten = ({ lines }: WrittenText, from: number): number => {
  let index = from;
  while (index < lines.length && lines[index]?.text === '') index += 1;
  return index;
};

/** The index of the line that a place stands in. */
export const lineAt = ({ lines }: WrittenText, place: number): number => {
  const after = lines.findIndex((line) => line.start > place);
  return after === -1 ? lines.length - 1 : Math.max(0, after - 1);
};

/** The sentence round a place, as far as paragraphs and full stops tell. */
export const sentenceAround = (text: string, place: number): { start: number; end: number } => {
  const before = text.slice(0, place);
  const start = Math.max(
    before.lastIndexOf('\n\n'),
    ...[...before.matchAll(/[.!?]\s+(?=\p{Lu})/gu)].map((found) => found.index + 1),
    0,
  );
  const after = text.slice(place).search(/[.!?](?:\s|$)|\n\s*\n/u);
  return { start, end: after === -1 ? text.length : place + after };
};
