import { type Block, list, oneLine, say } from './content.ts';

/** Longest line of a text that a program has broken into lines; a person's own lines are as long as they please. */
const longestBroken = 100;
const bullet = /^\s*[-–•*]\s+/;

const isBroken = (lines: readonly string[]): boolean => {
  const long = lines.filter((line) => line.length > longestBroken * 0.6).length;
  return long >= 2 && lines.every((line) => line.length <= longestBroken);
};

/** In a text broken to a width, a line goes on unless a sentence ends where the next word would have fitted. */
const goesOn = (line: string, next: string, width: number): boolean =>
  !/[.!?:]["”')]?$/.test(line) || line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) > width;

/** The lines as their writer meant them. */
const meantLines = (lines: readonly string[]): readonly string[] => {
  const trimmed = lines.map((line) => line.trimEnd());
  if (!isBroken(trimmed)) return trimmed;
  const width = Math.max(...trimmed.map((line) => line.length));
  const meant: string[] = [];
  for (const [index, line] of trimmed.entries()) {
    const before = trimmed[index - 1];
    if (before !== undefined && !bullet.test(line) && goesOn(before, line, width)) {
      meant.push(`${meant.pop()} ${line}`);
    } else meant.push(line);
  }
  return meant;
};

const blocksOfPart = (part: string): Block[] => {
  const blocks: Block[] = [];
  let items: string[] = [];
  const close = () => {
    if (items.length > 0) blocks.push(list(items));
    items = [];
  };
  for (const line of meantLines(part.split(/[\n\u2028\u2029]/))) {
    if (bullet.test(line)) items.push(line.replace(bullet, ''));
    else {
      close();
      if (oneLine(line) !== '') blocks.push(say(line));
    }
  }
  close();
  return blocks;
};

/**
 * What somebody wrote, as paragraphs and lists. A line is a paragraph; lines that a program has broken to a width, as
 * in a text pasted from a PDF, are put together again.
 */
export const prose = (text: string): Block[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap(blocksOfPart);

/** The same as paragraphs only, for a quotation. */
export const quoted = (text: string): Block[] => {
  const paragraphs = prose(text).flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'list' ? block.items : [];
  });
  return paragraphs.length === 0 ? [] : [{ kind: 'quotation', paragraphs }];
};
