import { spelt } from './spelling.ts';

/** Parties by their names and the nouns for their members; codes as in the councils' lists. */
const parties: readonly { readonly code: string; readonly names: RegExp }[] = [
  { code: 'S', names: spelt('^(?:arbetarepartiet[ -])?socialdemokrat(?:erna|iska\\b.*|en)?s?$') },
  { code: 'M', names: spelt('^moderat(?:erna|a samlingspartiet|en)?s?$') },
  { code: 'SD', names: spelt('^sverigedemokrat(?:erna|en)?s?$') },
  { code: 'C', names: spelt('^center(?:partiet|partisterna|partisten)s?$') },
  { code: 'V', names: spelt('^vänster(?:partiet|partisterna|partisten)s?$') },
  { code: 'KD', names: spelt('^kristdemokrat(?:erna|en)?s?$') },
  { code: 'L', names: spelt('^liberal(?:erna|en)s?$') },
  { code: 'MP', names: spelt('^miljöpartiet(?: de gröna)?s?$|^miljöpartist(?:erna|en)$') },
  { code: 'FP', names: spelt('^folkpartiet(?: liberalerna)?s?$|^folkpartist(?:erna|en)$') },
  { code: 'KDS', names: spelt('^kristdemokratiska samhällspartiet$') },
  { code: 'VPK', names: spelt('^vänsterpartiet kommunisterna$') },
  { code: 'FI', names: spelt('^feministiskt initiativ$') },
  { code: 'SjvP', names: spelt('^sjukvårdspartiet.*$') },
  {
    code: '-',
    names: spelt('^politisk(?:a)? vild(?:e|ar)$|^opolitisk$|^partilös$|^oberoende$|^utan parti$'),
  },
];

const nationalCodes = new Set(['S', 'M', 'SD', 'C', 'V', 'KD', 'L', 'MP', 'FP', 'KDS', 'VPK', 'FI']);

/** The code of a party written in full, `Vänsterpartiet`; undefined if it names none. `-` for a member of none. */
export const partyNamed = (written: string): string | undefined =>
  parties.find(({ names }) => names.test(written.trim()))?.code;

/**
 * The party in brackets after a name: its usual code, whatever the case it is written in, `-` for none; a local party
 * keeps its own letters. Undefined for brackets that hold no party: `(ordförande)`, `(2007:606)`.
 */
export const partyInBrackets = (written: string): string | undefined => {
  const inner = written.replace(/^\s*(?:båda|b.da|samtliga|alla)\s+/iu, '').trim();
  if (/^[-–—]+$/u.test(inner)) return '-';
  const upper = inner.toLocaleUpperCase('sv');
  if (nationalCodes.has(upper)) return upper;
  if (/^\p{Lu}[\p{L}]{0,5}\p{Lu}$|^\p{Lu}{1,5}$/u.test(inner)) return inner;
  return partyNamed(inner);
};

/** The pattern of a noun before names that tells their party: `vänsterpartisterna Anna Ek och Bo Alm`. */
export const memberNoun =
  '(?:socialdemokraterna|moderaterna|sverigedemokraterna|centerpartisterna|vänsterpartisterna|kristdemokraterna|liberalerna|miljöpartisterna|folkpartisterna)';
