import { protectedName } from '../../domain/members.ts';
import { type Paper, rewritten } from './content.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name as it may stand in a text: any space between its parts, any case. */
const patternOf = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${name
      .normalize('NFC')
      .trim()
      .split(/\s+/)
      .map(escaped)
      .join('[\\s,]+')}(?=s?(?![\\p{L}\\p{N}]))`,
    'giu',
  );

/** Takes the names of people whose identity is protected out of a text (domain.md §9; OSL 21:3, 22:1–2). */
export const namesTakenOut = (names: readonly string[]): ((text: string) => string) => {
  const patterns = names.map(patternOf);
  return (text) => patterns.reduce((written, pattern) => written.replace(pattern, protectedName), text);
};

/** The paper without those names in any text, also where somebody has typed them into a title or an answer. */
export const withoutNames = (paper: Paper, names: readonly string[]): Paper =>
  names.length === 0 ? paper : rewritten(paper, namesTakenOut(names));
