import type { Found } from './reading.ts';
import { spelt } from './spelling.ts';
import type { WrittenText } from './written-text.ts';

/** The formats in domain.md §2.2, those with a register's letters first. */
const withCode = (capital: string, letter: string) => [
  `${capital}${letter}{1,4} ?\\d{1,6}\\/(?:19|20)\\d\\d(?:-\\d{1,4})?`,
  `${capital}${letter}{1,4} ?\\d{1,6}-(?:19|20)\\d\\d`,
  `(?<!\\d)\\d\\d${capital}{2,4}\\d{1,6}(?:-\\d{1,4})?`,
  `${capital}{2,4} ?\\d{4}-\\d{3,6}`,
  `${capital}{2,4} ?\\d{2}-\\d{2,5}(?: \\d{3})?`,
  `${capital}{2,5}-(?:19|20)\\d\\d-\\d{1,6}(?:-\\d{1,4})?`,
  `(?<!\\d)(?:19|20)\\d\\d\\.\\d{1,6} ?${capital}{2,4}`,
  `${capital}${letter}{1,4}\\/(?:19|20)\\d\\d:\\d{1,6}`,
  `${capital}{2,4} (?:19|20)\\d\\d\\/\\d{1,6}`,
];
/** Without letters only after a label: a date, a page or a law looks the same. */
const onlyLabelled = (capital: string) => [
  '\\d{1,4}-\\d{1,5}-(?:19|20)\\d\\d',
  '(?:19|20)\\d\\d\\/\\d{2,6}(?:-\\d{1,4})?',
  '\\d{1,6}[-/](?:19|20)\\d\\d',
  `${capital}{2,4} ?\\d{6}`,
  '(?:19|20)\\d\\d:\\d{1,6}',
];
const label = '(?:diarie(?:nummer|nr)|dnr|d\\.nr|[äa]rende(?:nummer|nr)|beteckning|vårt dnr)';

/** Statutes, reports and numbers of others: they are written in the same way and name no case of ours. */
const foreign =
  /^(?:SOSFS|SFS|HSLF|RA-FS|MDFFS|SOU|KVFS|AFS|Prop|Bet|Dir|Ds|JO|ISBN|ISO|EU|EG|COVID|RFV|SKRFS|LSU|PM|RSK|UNDP|TF|KBT)\b/iu;
/** `A2021/01714`: one letter or two, then the year, is a ministry's. */
const ofGovernment = /^\p{L}{1,2}(?:19|20)\d\d\//u;

/** In either case, and so by name: see `sign` in spelling.ts. */
const swedish = '[a-zåäö]';
const numbers = [...withCode(swedish, swedish), ...onlyLabelled(swedish)].join('|');
const labelled = new RegExp(`(?<!${swedish})${label}\\.?\\s*[:.]?\\s*(${numbers})(?![a-zåäö\\d])`, 'giu');
const standing = new RegExp(
  `(?<![\\p{L}\\d/:-])(${withCode('\\p{Lu}', '\\p{L}').join('|')})(?![\\p{L}\\d])`,
  'gu',
);
const byOthers = spelt(
  'regering|departement|socialstyrelsens?|(?:riksdagens|kommunens|myndighetens) (?:dnr|diarie)',
);

/** Where an unlabelled number may stand: the head of the paper, before it begins to speak of other things. */
const headLength = 900;

/**
 * The register number (diarienummer) of the paper: after a label anywhere, else in the head if it has a register's
 * letters. `LTV 160412` needs its label; a telephone number and a cost object (seed 002) have none.
 */
export const findRegistrationNumber = ({ text }: WrittenText): Found<string> | undefined => {
  for (const found of text.matchAll(labelled)) {
    const [whole, number = ''] = found;
    const before = text.slice(Math.max(0, found.index - 40), found.index);
    if (!isForeign(number) && !byOthers.test(before)) return placed(found.index + whole.length, number, 0.95);
  }
  for (const found of text.slice(0, headLength).matchAll(standing)) {
    const [, number = ''] = found;
    const before = text.slice(Math.max(0, found.index - 60), found.index);
    if (!isForeign(number) && !byOthers.test(before)) return placed(found.index + number.length, number, 0.8);
  }
  return undefined;
};

const isForeign = (number: string) => foreign.test(number) || ofGovernment.test(number);

const placed = (end: number, number: string, confidence: number): Found<string> => ({
  value: number.replace(/\s+/gu, ' '),
  start: end - number.length,
  end,
  confidence,
});
