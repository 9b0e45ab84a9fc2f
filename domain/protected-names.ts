import { type Member, protectedName } from './members.ts';

/** The names among these members that nothing outside the office may show. */
export const protectedNamesOf = (members: Iterable<Member>): string[] =>
  [...members].filter(({ protectedIdentity }) => protectedIdentity === true).map(({ name }) => name);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Each way once: two ways to read the same words would make a long text take for ever. */
const oneOf = (all: readonly string[]) => `(?:${[...new Set(all)].join('|')})`;

/** Not within a word, nor the later half of a double name. */
const start = '(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)';
/** The genitive stays: `Anna Eks motion`. */
const end = 's?(?![\\p{L}\\p{N}])';
/** What comes next would make it somebody else's double name. */
const endOfPart = 's?(?!-?[\\p{L}\\p{N}])';
const gap = '[\\s-]+';
/** As many parts as a name has, with some to spare; not without end, for the same reason. */
const some = '{0,6}';
/** A name or an initial that the register does not have: `Anna B. Ek`, `Anna Britta Ek`. */
const unknown = `(?:\\p{L}\\.[\\s-]*|(?-i:\\p{Lu}\\p{Ll}+)${gap})?`;

/**
 * A name as it may be written in a text: in any case; with its parts together or some left out; with initials and a
 * point (`A. Ek`, never `i Lund` for Ida Lund); surname first (`Ek, Anna`).
 */
const patternsOf = (name: string): readonly RegExp[] => {
  const [first = '', ...rest] = name
    .normalize('NFC')
    .trim()
    .split(/[\s-]+/u);
  const last = rest.at(-1);
  if (last === undefined) return [pattern(`${escaped(first)}(?=${end})`)];
  const initial = (word: string) => `${escaped([...word][0] ?? '')}(?:\\.|(?=-\\p{L}\\.))`;
  const given = `(?:${escaped(first)}${gap}|${initial(first)}[\\s-]*)`;
  const between = `(?:${oneOf(rest.map(escaped))}${gap}|${oneOf(rest.map(initial))}[\\s-]*)${some}`;
  const others = rest.slice(0, -1).map(escaped);
  return [
    pattern(`${given}${between}${unknown}${escaped(last)}(?=${end})`),
    pattern(
      `(?:${oneOf(rest.map(escaped))}${gap})${some}${escaped(last)}(?:\\s*,\\s*|\\s+)` +
        `(?:${escaped(first)}(?=${end})|${initial(first)})` +
        `(?:[\\s-]+${oneOf(rest.map(escaped))}(?=${end})|[\\s-]*${oneOf(rest.map(initial))})${some}`,
    ),
    // One who has two surnames may be called by either.
    ...(others.length === 0 ? [] : [pattern(`${given}${between}${oneOf(others)}(?=${endOfPart})`)]),
  ];
};

const pattern = (source: string) => new RegExp(`${start}${source}`, 'giu');

/** The text as a reader sees it: without hyphens that show at a line's end only, and other marks that nobody sees. */
const seen = (text: string) =>
  text.normalize('NFC').replace(/(?<=\p{L})[\u00ad\u200b-\u200d\u2060\ufeff]+(?=\p{L})/gu, '');

/**
 * Takes the names of people whose identity is protected out of a text, wherever somebody has typed them (domain.md §9;
 * OSL 21:3, 22:1–2). A text with a letter and its accent apart says the same as one with both in one.
 */
export const namesTakenOut = (names: readonly string[]): ((text: string) => string) => {
  if (names.length === 0) return (text) => text;
  const patterns = [...new Set(names)].flatMap(patternsOf);
  return (text) => patterns.reduce((written, each) => written.replace(each, protectedName), seen(text));
};
