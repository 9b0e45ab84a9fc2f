/** A word of a text as OCR left it, without the signs round it. */
export interface Token {
  readonly seen: string;
  readonly start: number;
  readonly end: number;
}

/** OCR puts signs and digits inside words: `l4n`, `&r`, `6vergrepp`. Numbers, addresses and designations are no words. */
const wordLike =
  /(?:(?<![\p{L}\d&#])[&#469]{1,2}(?=\p{L}))?\p{L}(?:[\p{L}|]|[&#](?=\p{L})|[014690](?=\p{Ll}))*|(?<!\S)\|(?!\S)/gu;
const address = /\S*(?:@|:\/\/|www\.)\S*|\p{L}?\d{4}\/\d+/gu;

export const tokensIn = (text: string): Token[] => {
  const taken = [...text.matchAll(address)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
  return [...text.matchAll(wordLike)]
    .map(({ 0: seen, index }) => ({ seen, start: index, end: index + seen.length }))
    .filter((token) => !taken.some(({ start, end }) => token.start < end && start < token.end));
};

/** Gives a word in small letters the capitals of another. */
export const inCaseOf = (word: string, seen: string): string => {
  const letters = seen.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toLocaleUpperCase('sv')) return word.toLocaleUpperCase('sv');
  return /^[^\p{L}]*\p{Lu}/u.test(seen) ? word.charAt(0).toLocaleUpperCase('sv') + word.slice(1) : word;
};
