import { spelt } from './spelling.ts';
import { type Line, nextWritten, type WrittenText } from './written-text.ts';

const leadsOn = spelt(
  '(?:[,:(–—-]|\\b(?:mot|om|i|på|för|till|från|av|med|mellan|vid|hos|inom|under|över|kring|och|eller|samt|en|ett|den|det|de|som|att|utan|genom|efter|angående|gällande|avseende|rörande|vår|våra|sin|sina))$',
);
const longest = 8;

/**
 * The end of a heading that begins on a line and may be wrapped: it goes on while a line cannot end it (a comma, a
 * preposition), while the next begins with a small letter, and while `isOpen` says that something must still follow.
 */
export const headingBlock = (
  paper: WrittenText,
  from: number,
  isOpen: (soFar: string) => boolean = () => false,
): { readonly start: number; readonly end: number } => {
  const first = paper.lines[from];
  if (first === undefined) return { start: 0, end: 0 };
  let last: Line = first;
  for (let index = from, count = 1; count < longest; count += 1) {
    const mustGoOn = leadsOn.test(last.text) || isOpen(paper.text.slice(first.start, last.end));
    const next = mustGoOn ? nextWritten(paper, index + 1) : index + 1;
    const line = paper.lines[next];
    if (line === undefined || line.text === '') break;
    if (!mustGoOn && (/[.!?]$/u.test(last.text) || !/^[\p{Ll}\d(]/u.test(line.text))) break;
    index = next;
    last = line;
  }
  return { start: first.start, end: last.end };
};
