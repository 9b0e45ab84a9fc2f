import { isPersonName, type NamedPerson, type NameList, personName, readNames } from './names.ts';
import { memberNoun, partyNamed } from './parties.ts';
import type { Found, PaperKind } from './reading.ts';
import { spelt } from './spelling.ts';
import { datesIn } from './swedish-dates.ts';
import type { Line, WrittenText } from './written-text.ts';

const roleLine = spelt(
  '(?:direktör|chef|ordförande|regionråd|ledamot|ersättare|gruppledare|sekreterare|oppositionsråd)(?:en)?\\b',
);
const blockFurniture = spelt(
  '^(?:_+|-{3,}|\\.{3,}|underskrift(?:er)?:?|undertecknat(?: av)?:?|undertecknare:?|namn(?:förtydligande)?:?|ort och datum:?.*|dag som ovan|motionärer:?|för (?:\\p{Lu}.*)|.*@.*|(?:tel|mobil)\\S*.*|med flera|m\\.?\\s?fl\\.?)$',
);
const unsigned: Found<NameList> = { value: { people: [], hasMore: false }, start: 0, end: 0, confidence: 0 };

/**
 * Those whose paper it is: the movers of a motion, signed or named in a heading; the movers an answer names; those
 * who signed a decision. A party is no person (KL 4:19): with no one named the list is empty. Officials who sign an
 * answer are not its movers.
 */
export const findSignatories = (
  paper: WrittenText,
  kind: PaperKind,
  { movers, clausesEnd }: { readonly movers: Found<string> | undefined; readonly clausesEnd: number },
): Found<NameList> => {
  if (kind === 'director-decision' || kind === 'agreement') return withRoles(paper);
  const heading = movers === undefined ? unsigned : { ...movers, value: readNames(movers.value) };
  if (kind === 'motion') {
    const signed = signatureBlock(paper, clausesEnd);
    return signed.value.people.length >= heading.value.people.length && signed.value.people.length > 0
      ? withPartiesOf(signed, heading.value)
      : heading;
  }
  return heading.value.people.length > 0 ? heading : inRunningText(paper.text);
};

/** A heading may tell the party of one who signs without. */
const withPartiesOf = (signed: Found<NameList>, heading: NameList): Found<NameList> => ({
  ...signed,
  value: {
    hasMore: signed.value.hasMore,
    people: signed.value.people.map(({ name, party }) => ({
      name,
      party: party ?? heading.people.find((other) => other.name === name)?.party,
    })),
  },
});

/** A name on one line and what the person is on the next. */
const withRoles = ({ lines }: WrittenText): Found<NameList> => {
  const signing = lines.filter((line, index) => {
    const next = lines[index + 1]?.text ?? '';
    return isPersonName(line.text) && roleLine.test(next) && next.length < 60;
  });
  return listOf(
    signing,
    signing.map(({ text }) => ({ name: text, party: undefined })),
    false,
  );
};

const listOf = (
  lines: readonly Line[],
  people: readonly NamedPerson[],
  hasMore: boolean,
): Found<NameList> => {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || people.length === 0) return unsigned;
  return { value: { people, hasMore }, start: first.start, end: last.end, confidence: 0.9 };
};

/** The lines at the end of the paper that are nothing but names, parties, a day and the like. */
const signatureBlock = ({ lines }: WrittenText, clausesEnd: number): Found<NameList> => {
  const block: Line[] = [];
  for (const line of lines.toReversed()) {
    if (line.text === '') continue;
    if (line.start < clausesEnd || !isOfSignature(line)) break;
    block.unshift(line);
  }
  const people: { name: string; party: string | undefined }[] = [];
  let partyBefore: string | undefined;
  let hasMore = false;
  for (const { text } of block) {
    const list = readNames(text);
    hasMore ||= list.hasMore;
    people.push(...list.people.map(({ name, party }) => ({ name, party })));
    const party = list.people.length > 0 ? undefined : partyOfLine(text);
    if (party === undefined) continue;
    const waiting = people.filter((person) => person.party === undefined);
    for (const person of waiting) person.party = party;
    if (waiting.length === 0) partyBefore = party;
  }
  const named = people.map(({ name, party }) => ({ name, party: party ?? partyBefore }));
  const held = block.filter(({ text }) => readNames(text).people.length > 0);
  return listOf(held, named, hasMore);
};

/** `För Vänsterpartiet`, `(Vänsterpartiet)`, `Vänsterpartiet i Region Dalarna`, `Vänsterpartiet Dalarna`. */
const partyOfLine = (text: string): string | undefined => {
  const bare = text.replace(/^för\s+/iu, '').replace(/^\(|\)$/gu, '');
  return (
    partyNamed(bare) ??
    (bare.length < 60 ? partyNamed(bare.replace(/\s+(?:i\s+)?\p{Lu}.*$/u, '')) : undefined)
  );
};

const isOfSignature = ({ text }: Line): boolean =>
  blockFurniture.test(text) ||
  partyOfLine(text) !== undefined ||
  (datesIn(text).length > 0 && text.length < 50) ||
  (roleLine.test(text) && text.length < 60 && !/[.:]$/u.test(text)) ||
  isNameLine(text);

/** Names, parties and what joins them, and nothing else to speak of. */
const isNameLine = (text: string): boolean => {
  const { people } = readNames(text);
  if (people.length === 0) return /^\((?:\p{L}{1,4}|-)\)$/u.test(text);
  const named = people.reduce((sum, { name }) => sum + name.length, 0);
  const rest = text.replace(/\([^)]*\)|,|\boch\b|\bm\.?\s?fl\.?|med flera|_+/giu, '').trim();
  return rest.length - named < 30;
};

const party = '\\((?:\\p{L}{1,4}|-)\\)';
const acts = '(?:yrkar|föreslår|har|inkom|lämnade|väckte|anför|vill|skriver|hemställer)';
const runningForms = [
  spelt(`(?<noun>${memberNoun}) (?<names>\\p{Lu}[^.:;]{3,200}?) (?:i (?:en |sin )?motion |${acts}\\b)`, 'd'),
  spelt(
    `(?<names>\\p{Lu}[^.:;]{2,200}?${party}(?: (?:med flera|m\\.?\\s?fl\\.?))?),? (?:i (?:en |sin )?motion |${acts}\\b)`,
    'd',
  ),
];

/** An answer without names in its heading may tell them: "Anna Ek och Bo Alm (båda S) har i en motion föreslagit". */
const inRunningText = (text: string): Found<NameList> => {
  for (const form of runningForms) {
    const found = form.exec(text);
    const [start, end] = found?.indices?.groups?.names ?? [];
    if (start === undefined || end === undefined) continue;
    const written = text.slice(start, end);
    const first = new RegExp(personName, 'u').exec(written)?.index ?? 0;
    const ofParty = partyNamed(found?.groups?.noun ?? '');
    const list = readNames(written.slice(first));
    const people = list.people.map(({ name, party: own }) => ({ name, party: own ?? ofParty }));
    if (people.length > 0) return { value: { ...list, people }, start: start + first, end, confidence: 0.75 };
  }
  return unsigned;
};
