import { type Candidate, candidatesFor } from './candidates.ts';
import { type Change, changes } from './channel.ts';
import { commonWords, precededBy } from './common-words.ts';
import type { Lexicon } from './lexicon.ts';
import { inCaseOf, type Token, tokensIn } from './tokens.ts';

/** One word that may have been read wrong, and how it may have been written. */
export interface Suggestion {
  readonly start: number;
  readonly end: number;
  readonly seen: string;
  readonly suggested: string;
}

/** What words of the list and what is in no list costs, on the scale of the common ones. */
const listed: Readonly<Record<number, number>> = { 1: 14, 2: 15.5, 3: 18 };
const unknown = 24;
const bestListed = 14;
const likeliest = 5;
/** A word that the same document has elsewhere, damaged so that it can have been no other. */
const witnessed = 8;
const after = 4;
/** A suggestion must be clearly better than what stands. */
const margin = 0.4;

/**
 * Proposes the spelling of words in a text whose OCR knew no Swedish. Each word is weighed against what it may have
 * been (how OCR errs, times how common the word is); the document itself first tells, by words that can have been one
 * thing only, how its OCR erred and which words it uses. Proposes; changes nothing.
 */
export const makeMender = (text: string, lexicon: Lexicon) => {
  const plain = weighing(lexicon, changesBy(new Map()), new Set());
  const certain = tokensIn(text).flatMap((token) => {
    const seen = token.seen.toLocaleLowerCase('sv');
    // What is a word as it stands bears no witness.
    if (lexicon.parts(seen) !== undefined || isProper(token.seen, lexicon)) return [];
    const best = plain.best(token.seen, undefined);
    return best.changes.length > 0 && isKnown(best.word, lexicon) ? [best] : [];
  });
  const words = new Set(certain.map(({ word }) => word));
  const told = weighing(lexicon, changesBy(countsIn(text, certain)), words);
  return {
    /** Every word of a text that may have been read wrong. */
    suggestions: (part: string): Suggestion[] => suggestionsIn(part, told),
    /** The text with every suggestion taken. */
    mend: (part: string): string =>
      suggestionsIn(part, told).reduceRight(
        (whole, { start, end, suggested }) => whole.slice(0, start) + suggested + whole.slice(end),
        part,
      ),
  };
};

type Weighing = ReturnType<typeof weighing>;

const weighing = (
  lexicon: Lexicon,
  changesOf: (seen: string) => readonly Change[],
  witnesses: ReadonlySet<string>,
) => {
  const known = new Map<string, Candidate>();
  const best = (seen: string, before: string | undefined): Candidate => {
    const isAmbiguous = before !== undefined && [...precededBy.values()].some((set) => set.has(before));
    const key = isAmbiguous ? `${before} ${seen}` : seen;
    const found = known.get(key) ?? choose(seen, before, { lexicon, changesOf, witnesses });
    known.set(key, found);
    return found;
  };
  return { best };
};

const choose = (
  seen: string,
  before: string | undefined,
  { changesOf, ...words }: Words & { changesOf: (seen: string) => readonly Change[] },
): Candidate => {
  const small = seen.toLocaleLowerCase('sv');
  const isName = /^\p{Lu}/u.test(seen);
  let best: Candidate = { word: small, cost: Number.POSITIVE_INFINITY, changes: [] };
  for (const candidate of candidatesFor(small, changesOf)) {
    const readings =
      isName || isCapitalI(candidate) ? [candidate.word, capitalised(candidate.word)] : [candidate.word];
    const suits = before !== undefined && precededBy.get(candidate.word)?.has(before) === true ? after : 0;
    const soFar = candidate.cost - suits + (candidate.changes.length > 0 ? margin : 0);
    // The likeliest word of all could not make up for what is left.
    if (soFar + likeliest - after > best.cost) break;
    const total = soFar + Math.min(...readings.map((word) => costOfWord(word, best.cost - soFar, words)));
    if (total < best.cost) best = { ...candidate, cost: total };
  }
  return best;
};

interface Words {
  readonly lexicon: Lexicon;
  readonly witnesses: ReadonlySet<string>;
}

/** The word list is asked last, and only if what it can say is of any use. */
const costOfWord = (word: string, useful: number, { lexicon, witnesses }: Words): number => {
  const common = Math.min(commonWords.get(word) ?? unknown, witnesses.has(word) ? witnessed : unknown);
  if (common < bestListed || useful < bestListed) return common;
  const parts = lexicon.parts(word);
  return Math.min(common, parts === undefined ? unknown : (listed[parts] ?? unknown));
};

/** `lvarsson` is a name. */
const isCapitalI = ({ changes: [first] }: Candidate): boolean => first?.seen === 'l' && first.written === 'i';

const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase('sv') + word.slice(1);

const isKnown = (word: string, lexicon: Lexicon): boolean =>
  commonWords.has(word) ||
  lexicon.parts(word) !== undefined ||
  lexicon.parts(capitalised(word)) !== undefined;

const isProper = (seen: string, lexicon: Lexicon): boolean =>
  /^\p{Lu}\p{Ll}/u.test(seen) && lexicon.parts(seen) === 1;

/** How often each change was made, and how often its sign was seen at all. */
const countsIn = (text: string, certain: readonly Candidate[]): ReadonlyMap<Change, number> => {
  const made = new Map<Change, number>();
  for (const change of certain.flatMap((each) => each.changes)) made.set(change, (made.get(change) ?? 0) + 1);
  const small = text.toLocaleLowerCase('sv');
  return new Map(
    [...made].map(([change, count]) => [change, count / (small.split(change.seen).length - 1 || 1)]),
  );
};

const leastCost = 0.7;

const changesBy = (rates: ReadonlyMap<Change, number>) => {
  const bySeen = new Map<string, Change[]>();
  for (const change of changes) {
    const rate = rates.get(change);
    const told =
      rate === undefined ? change.cost : Math.max(leastCost, Math.min(change.cost, -Math.log(rate)));
    bySeen.set(change.seen, [...(bySeen.get(change.seen) ?? []), { ...change, cost: told }]);
  }
  return (seen: string): readonly Change[] => bySeen.get(seen) ?? [];
};

const suggestionsIn = (text: string, { best }: Weighing): Suggestion[] => {
  let before: Token | undefined;
  const suggestions: Suggestion[] = [];
  for (const token of tokensIn(text)) {
    const earlier = before === undefined ? undefined : best(before.seen, undefined).word;
    const { word, changes: made } = best(token.seen, earlier);
    const suggested = suggestedFor(token.seen, word);
    if (made.length > 0 && suggested !== token.seen) suggestions.push({ ...token, suggested });
    before = token;
  }
  return suggestions;
};

const suggestedFor = (seen: string, word: string): string => {
  if (seen === '|') return 'I';
  return seen.startsWith('l') && word.startsWith('i') ? capitalised(word) : inCaseOf(word, seen);
};
