import { readNames } from './names.ts';
import { partyNamed } from './parties.ts';
import { spelt } from './spelling.ts';
import { datesIn } from './swedish-dates.ts';
import { type Line, lineAt, onOneLine, type WrittenText } from './written-text.ts';

export interface ClauseBlock {
  readonly clauses: readonly { readonly number: number; readonly text: string }[];
  readonly start: number;
  readonly end: number;
  /** Each on a line of its own with a mark before it; otherwise they run on in a sentence. */
  readonly isListed: boolean;
}

type Mark = 'att' | 'number' | 'bullet';

/** How a line can begin a clause. OCR makes an `e` or `o` of a bullet, and `at` of `att`. */
const marks: readonly { readonly mark: Mark; readonly pattern: RegExp }[] = [
  {
    mark: 'att',
    pattern: /^(?:(?:\d{1,2}|[a-h])[.)]\s*|[-–—•*·▪●]\s*|att-sats\s+\d+:?\s*)?att?\s*(?::|(?=\s))/iu,
  },
  { mark: 'number', pattern: /^\(?\d{1,2}[.)]\s+(?=\S)/u },
  { mark: 'bullet', pattern: /^(?:[-–—•*·▪●]\s*|[eo]\s+(?=\p{Lu}))(?=\S)/u },
];

const endsBlock = spelt(
  '^(?:underskrift(?:er)?|motivering|bakgrund|bilag(?:a|or)|region.{0,25} den \\d|för (?:\\p{L}+(?:partiet|demokraterna)|region)|vänsterpartiet|regionstyrelsen föreslår|bedömning|svar|yttrande|beredning|ärendebeskrivning|sammanfattning|_{3,})(?!\\p{L})',
);

const markOf = (text: string): Mark | undefined => marks.find(({ pattern }) => pattern.test(text))?.mark;

const isSignature = (text: string): boolean => {
  const { people } = readNames(text);
  const isShort = text.length < 80;
  const hasParty = people.some(({ party }) => party !== undefined);
  return (
    partyNamed(text) !== undefined ||
    (isShort && datesIn(text).length > 0 && /^\p{Lu}/u.test(text) && !/[.]$/u.test(text)) ||
    (isShort &&
      hasParty &&
      !/^[-–•*\d]/u.test(text) &&
      text.length < 25 + people.length * 40 &&
      isMostlyNames(text)) ||
    (people.length === 1 && people[0]?.name === text)
  );
};

const isMostlyNames = (text: string): boolean => {
  const { people } = readNames(text);
  return people.reduce((sum, { name }) => sum + name.length, 0) > text.length / 2;
};

/**
 * Reads clauses from where the phrase that asks for them ends. Those after `att:` in the phrase may begin without the
 * word. A sentence that follows a clause in its paragraph belongs to it; a signature or a new paragraph ends them all.
 */
export const clausesFrom = (
  paper: WrittenText,
  from: number,
  introHasAtt: boolean,
): ClauseBlock | undefined => {
  const at = lineAt(paper, from);
  const rest = paper.text.slice(from, paper.lines[at]?.end ?? from).trim();
  if (rest !== '') return runningOn(paper, from, introHasAtt);
  const lines = paper.lines.slice(at + 1);
  const first = lines.findIndex((line) => line.text !== '');
  const mark = markOf(lines[first]?.text ?? '');
  if (mark !== undefined) return listed(lines.slice(first), mark, paper.text);
  return introHasAtt ? runningOn(paper, from, introHasAtt) : undefined;
};

const listed = (lines: readonly Line[], mark: Mark, text: string): ClauseBlock | undefined => {
  const parts: { start: number; end: number }[] = [];
  let afterGap = false;
  for (const line of lines) {
    if (line.text === '') {
      afterGap = true;
      continue;
    }
    const last = parts.at(-1);
    const begins = markOf(line.text) === mark;
    if (!begins && (last === undefined || afterGap || endsBlock.test(line.text) || isSignature(line.text)))
      break;
    if (begins || last === undefined) parts.push({ start: line.start, end: line.end });
    else last.end = line.end;
    afterGap = false;
  }
  return blockOf(text, parts, true);
};

/** `att … , att … samt att …` in one paragraph. */
const runningOn = (paper: WrittenText, from: number, introHasAtt: boolean): ClauseBlock | undefined => {
  const paragraph = paper.text.slice(from);
  const stop = paragraph.slice(1).search(/\n\s*\n/u);
  const whole = stop === -1 ? paragraph : paragraph.slice(0, stop + 1);
  const opening = /^\s*(?:at{1,2}\b:?\s*)?/iu.exec(whole)?.[0] ?? '';
  if (!introHasAtt && opening.trim() === '') return undefined;
  const parts: { start: number; end: number }[] = [];
  let start = opening.length;
  for (const next of whole.matchAll(
    /(?:[,;.]\s*(?:samt |och |dels )?|\s(?:samt|dels)\s|\soch\s+)att\s+|\n\s*[-–•]?\s*att\b\s*/giu,
  )) {
    if (next.index <= start) continue;
    parts.push({ start: from + start, end: from + next.index });
    start = next.index + next[0].length;
  }
  const tail = whole.slice(start);
  const lines = tail.split('\n');
  const signature = lines.findIndex((line, index) => index > 0 && isSignature(line.trim()));
  const kept = signature === -1 ? tail : lines.slice(0, signature).join('\n');
  parts.push({ start: from + start, end: from + start + kept.trimEnd().length });
  return blockOf(paper.text, parts, false);
};

const blockOf = (
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
  isListed: boolean,
): ClauseBlock | undefined => {
  const clauses = parts
    .map(({ start, end }) => clauseText(text.slice(start, end)))
    .filter((clause) => /\p{L}{2}/u.test(clause))
    .map((clause, index) => ({ number: index + 1, text: clause }));
  const [first] = parts;
  const last = parts.at(-1);
  if (clauses.length === 0 || first === undefined || last === undefined) return undefined;
  return { clauses, start: first.start, end: last.end, isListed };
};

/** Without its mark and without `att`, doubled or not, which every clause has. */
const clauseText = (written: string): string =>
  onOneLine(written)
    .replace(/^(?:(?:\d{1,2}|[a-h])[.)]|\(\d{1,2}\))\s+/u, '')
    .replace(/^[-–—•*·▪●]\s*/u, '')
    .replace(/^[eo]\s+(?=\p{Lu})/u, '')
    .replace(/^(?:att?\s*:?\s+)+/iu, '')
    .replace(/[,;]?\s*(?:samt|och)?[,;]?$/u, '')
    .trim();
