import { stemmer } from '@orama/stemmers/swedish';

/** Stems are costly to make and few: a language has some ten thousand words in use. */
const stems = new Map<string, string>();
const mostStems = 50_000;

const stemOf = (word: string): string => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= mostStems) stems.clear();
  const stem = stemmer(word);
  stems.set(word, stem);
  return stem;
};

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The stems of some texts, each once, between spaces: searched as one string. å, ä and ö are letters of their own. */
export const searchableOf = (texts: readonly string[]): string =>
  ` ${[...new Set(texts.flatMap(wordsIn).map(stemOf))].join(' ')} `;

/** Shorter than this, a word is only itself: `bil` is not `bildning`. */
const shortestBeginning = 4;

/** What to look for: every word of the question, as a whole word or as the beginning of a compound (`cykel` in `cykelställ`). */
export const needlesOf = (question: string): readonly string[] =>
  [...new Set(wordsIn(question).map(stemOf))].map((stem) =>
    stem.length < shortestBeginning || /^\d+$/.test(stem) ? ` ${stem} ` : ` ${stem}`,
  );
