import { readFileSync } from 'node:fs';
import type { AnswerText, MotionText } from '../../domain/documents.ts';

/**
 * Reads the real documents the demo carries through. This is no reader of papers in general: it knows the layout of
 * these three files, and throws when one of them is not as expected.
 */
const folder = new URL('../../test/fixtures/seeds/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

const find = (text: string, pattern: RegExp, what: string): string => {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`the seed has no ${what}`);
  return found.replace(/\s+/g, ' ').trim();
};

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Seeds 000 and 001: the same answer, the second in clean text, the first with its date. */
export const readAnswerSeed = () => {
  const text = read('001_f3a47d4dbeb7047d.txt');
  const heading = find(text, /(Svar på motion från [\s\S]*? om [\s\S]*?)\n(?=\p{Lu})/u, 'title');
  const movers = [...heading.matchAll(/([\p{Lu}][\p{L} -]+?) \((\p{Lu}+)\)/gu)].map(([, name, party]) => ({
    name: (name ?? '').replace(/^Svar på motion från /, ''),
    party: party ?? '',
  }));
  const topic = find(heading, / om (.*)$/, 'topic');
  const proposal = find(text, /föreslår regionfullmäktige besluta\s+att\s+(.*)\./, 'proposal');
  const answer: AnswerText = { title: heading, sections: sectionsOf(text) };
  return {
    title: capitalised(topic),
    movers,
    answer,
    isAnswered: /anses besvarad/.test(proposal),
    answeredOn: find(read('000_7a1d5a4221290a60.txt'), /(\d{4}-\d{2}-\d{2})/, 'date'),
  };
};

/** A heading stands alone on a short line, after a sentence or a gap and before a sentence. */
const isHeading = (line: string, before: string, after: string) =>
  /^\p{Lu}[^.:]{3,45}$/u.test(line) && /^$|\.$/.test(before) && /^\p{Lu}/u.test(after);

const sectionsOf = (text: string): AnswerText['sections'] => {
  const body = text.slice(text.indexOf('Region Örebro län har'), text.indexOf('Regionstyrelsen föreslår'));
  const lines = body.split('\n').map((line) => line.trim());
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  for (const [index, line] of lines.entries()) {
    const isFurniture = /^\d+ \(\d+\)$|^www\./.test(line);
    if (isFurniture) continue;
    if (isHeading(line, lines[index - 1] ?? '', lines[index + 1] ?? ''))
      sections.push({ heading: line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map((each) => ({
    heading: each.heading,
    text: each.lines
      .join('\n')
      .replace(/\n{2,}/g, '\n\n')
      .trim(),
  }));
};

/** Seed 004: a motion of a party, with one clause and no signatory named. The text is left as the scan gave it. */
export const readMotionSeed = (): MotionText => {
  const text = read('004_191da873be7f9b93.txt');
  const title = find(text, /JAMLIKHETSMOTION 26: ([\s\S]*?)\n\nInspektionen/, 'title');
  const clause = find(text, /undertecknade att:\s+1\. ([\s\S]*?)\s*$/, 'clause');
  const body = text.slice(text.indexOf('Inspektionen'), text.indexOf('Mot bakgrund av')).trim();
  return { title, body, clauses: [clause], series: 'Jämlikhetsmotion 26' };
};
