import { partyInBrackets, partyNamed } from './parties.ts';
import { spelt } from './spelling.ts';

/** One who has signed, or is named as mover. `party` is undefined when the paper tells none. */
export interface NamedPerson {
  readonly name: string;
  readonly party: string | undefined;
}

export interface NameList {
  readonly people: readonly NamedPerson[];
  /** Whether the list ends in "med flera": there are more than it names. */
  readonly hasMore: boolean;
}

const particle = '(?:von|van|af|av|de|der|den|du|la|le|el|al|bin|ibn|da|dos|zu|ter)';
/** OCR reads the capital I as l or |. */
const namePart = "(?:\\p{Lu}|[l|](?=[bcdfghjkmnpqrstvwxz]))[\\p{L}'’´]+(?:-\\p{Lu}[\\p{L}'’´]+)*";
const initial = '\\p{Lu}\\.';

/** A person's name: two to five parts, with particles and initials between. */
export const personName = `\\p{Lu}[\\p{L}'’´]+(?:-\\p{Lu}[\\p{L}'’´]+)*(?:\\s+(?:${particle}|${initial}))*(?:\\s+(?:${particle}\\s+)*${namePart}){1,4}`;

const exactName = new RegExp(`^${personName}$`, 'u');
const wordsOfNoName = spelt(
  '(?<!\\p{L})(?:region(?:en|ens)?|kommun(?:en|ens)?|landstinget?|sverige|motion(?:en|er)?|svar|bilaga|protokoll|län(?:et|s)?)(?!\\p{L})|(?:styrelsen?|nämnden?|utskottet|fullmäktige|direktör(?:en)?|ordförande|ledamot|förvaltning(?:en)?|avdelning(?:en)?|enhet(?:en)?|kansliet?|staben?|partiet?|gruppen|sekreterare)(?!\\p{L})',
);

/** Whether a text is a person's name and nothing else. A party or a body is no person (KL 4:19). */
export const isPersonName = (text: string): boolean =>
  exactName.test(text) &&
  text.length <= 60 &&
  partyNamed(text) === undefined &&
  !wordsOfNoName.test(text) &&
  text !== text.toLocaleUpperCase('sv');

const moreWords = /(?:,?\s*(?:med flera|m\.?\s?fl\.?|mfl\.?))/iu;
const bracket = /\(([^()]{1,40})\)/u;

/**
 * Reads names with parties as councils write them: `A (X), B (Y)`; `A, B (X)`; `A och B (båda X)`;
 * `A, B och C (samtliga X)`; `A med flera (X)`, `A (X) mfl`; `A, Vänsterpartiet`. A party in brackets holds for those
 * named since the last one. What is no name is passed over.
 */
export const readNames = (written: string): NameList => {
  const text = written
    .replace(/[ \t]{3,}|\t/gu, ', ')
    .replace(/\s+/gu, ' ')
    .replace(/(\p{Ll})- (?=\p{Lu})/gu, '$1-');
  const people: { name: string; party: string | undefined }[] = [];
  for (const piece of text.split(/,|;|\boch\b|\bsamt\b|&|(?<=\))|\//u)) readPiece(piece, people);
  return { people, hasMore: moreWords.test(text) };
};

const readPiece = (piece: string, people: { name: string; party: string | undefined }[]): void => {
  const inBrackets = bracket.exec(piece)?.[1];
  const bare = piece
    .replace(bracket, '')
    .replace(new RegExp(moreWords, 'giu'), '')
    .replace(/[.:_]+$/u, '')
    .trim();
  const name = inBrackets === undefined ? bare : inSmallLetters(bare);
  const party = inBrackets === undefined ? partyNamed(name) : partyInBrackets(inBrackets);
  if (isPersonName(name)) people.push({ name, party: undefined });
  if (party === undefined) return;
  for (let index = people.length - 1; index >= 0 && people[index]?.party === undefined; index -= 1) {
    const person = people[index];
    if (person !== undefined) person.party = party;
  }
};

/** A name in capitals alone, as in some signature blocks. */
const inSmallLetters = (name: string): string =>
  name === name.toLocaleUpperCase('sv')
    ? name.replace(
        /(\p{L})(\p{L}+)/gu,
        (_, first: string, rest: string) => first + rest.toLocaleLowerCase('sv'),
      )
    : name;
