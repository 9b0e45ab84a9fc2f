/** A word list that knows Swedish compounds. */
export interface Lexicon {
  /** In how many parts a word is known: 1 for a word of its own, 2 or 3 for a compound; undefined when unknown. */
  parts(word: string): number | undefined;
}
