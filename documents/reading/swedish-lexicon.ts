import dictionary from 'dictionary-sv';
import type { Lexicon } from '../intake/repair/lexicon.ts';

interface Suffix {
  readonly flag: string;
  readonly strip: string;
  readonly condition: RegExp;
  /** Flags of the form it makes: whether it may begin a compound. */
  readonly flags: string;
}

/** Flags of the dictionary's own (index.aff). */
const begins = 'X';
const between = 'U';
const ends = 'Y';
const onlyInCompound = 'Z';
const needsSuffix = '¤';
const shortestPart = 3;

/**
 * The Swedish word list of LibreOffice, read as Hunspell reads it: stems with suffixes, and compounds of up to three
 * parts. nspell, which reads it too, takes any text for a compound: its rules do not cover how Swedish compounds are
 * told (COMPOUNDBEGIN and the like).
 */
export const swedishLexicon = (): Lexicon => {
  const stems = stemsIn(text(dictionary.dic));
  const suffixes = suffixesIn(text(dictionary.aff));
  const forms = (word: string): readonly { readonly flags: string; readonly bySuffix: boolean }[] => {
    const own = stems.get(word);
    const found = own === undefined ? [] : [{ flags: own, bySuffix: false }];
    for (let length = 0; length <= Math.min(7, word.length - 1); length += 1) {
      for (const suffix of suffixes.get(word.slice(word.length - length)) ?? []) {
        const stem = word.slice(0, word.length - length) + suffix.strip;
        const flags = stems.get(stem);
        if (flags?.includes(suffix.flag) && suffix.condition.test(stem)) {
          found.push({ flags: suffix.flags + (flags.includes(ends) ? ends : ''), bySuffix: true });
        }
      }
    }
    return found;
  };
  const isWord = (word: string) =>
    forms(word).some(({ flags }) => !flags.includes(onlyInCompound) && !flags.includes(needsSuffix));
  const has = (word: string, flag: string) => forms(word).some(({ flags }) => flags.includes(flag));
  return { parts: remembered((word) => partsOf(word, isWord, has)) };
};

const partsOf = (
  word: string,
  isWord: (word: string) => boolean,
  has: (word: string, flag: string) => boolean,
): number | undefined => {
  if (isWord(word)) return 1;
  const firsts: number[] = [];
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    if (has(word.slice(0, at), begins)) firsts.push(at);
  }
  if (firsts.some((at) => has(word.slice(at), ends))) return 2;
  const isThree = firsts.some((at) => {
    for (let next = at + shortestPart; next <= word.length - shortestPart; next += 1) {
      if (has(word.slice(at, next), between) && has(word.slice(next), ends)) return true;
    }
    return false;
  });
  return isThree ? 3 : undefined;
};

const remembered = (parts: (word: string) => number | undefined) => {
  const known = new Map<string, number | undefined>();
  return (word: string): number | undefined => {
    if (!known.has(word)) known.set(word, parts(word));
    return known.get(word);
  };
};

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

const stemsIn = (dic: string): ReadonlyMap<string, string> => {
  const stems = new Map<string, string>();
  for (const line of dic.split('\n').slice(1)) {
    const [stem = '', flags = ''] = line.split('/');
    if (stem !== '' && !flags.includes('%')) stems.set(stem, (stems.get(stem) ?? '') + flags);
  }
  return stems;
};

const suffixesIn = (aff: string): ReadonlyMap<string, readonly Suffix[]> => {
  const suffixes = new Map<string, Suffix[]>();
  for (const line of aff.split('\n')) {
    const [kind, flag = '', strip = '', added = '', condition] = line.trim().split(/\s+/u);
    if (kind !== 'SFX' || condition === undefined || /^[YN]$/u.test(strip)) continue;
    const [add = '', flags = ''] = added.split('/');
    const suffix = {
      flag,
      strip: strip === '0' ? '' : strip,
      condition: new RegExp(`${condition}$`, 'u'),
      flags,
    };
    const key = add === '0' ? '' : add;
    suffixes.set(key, [...(suffixes.get(key) ?? []), suffix]);
  }
  return suffixes;
};
