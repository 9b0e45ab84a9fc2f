import { type ImportRow, inRowOrder, problem, warning } from './import-table.ts';
import type { MemberRow } from './member-rows.ts';
import { isThatTerm, termFault } from './member-terms.ts';
import { comparableName, type Member, partyOn } from './members.ts';

/** What an import makes of one person. */
export interface MemberChange {
  readonly before: Member | undefined;
  readonly after: Member;
  readonly kind: 'entered' | 'amended' | 'unchanged';
}

/** All changes with what is told of each row, or all that is wrong: a table is brought in whole or not at all. */
export type MemberImport =
  | { readonly changes: readonly MemberChange[]; readonly rows: readonly ImportRow[] }
  | { readonly problems: readonly ImportRow[] };

/** A person of the register, as far as names go. */
type Named = Pick<Member, 'memberId' | 'name'>;

/**
 * Judges the rows of a table of members against the register. Rows of one id are one person; people are never merged
 * by name (domain.md §11.3): one name under two ids is told, and the same id under another name is a problem. What the
 * register has stays: an import adds terms and parties, and ends a term that is open.
 * @param known the members of the table's ids that the register has
 * @param all everybody in the register, for names that occur twice
 */
export const judgeMemberRows = (
  rows: readonly MemberRow[],
  known: ReadonlyMap<string, Member>,
  all: readonly Named[],
): MemberImport => {
  const people = [...new Set(rows.map(({ memberId }) => memberId))].map((memberId) => {
    const own = rows.filter((each) => each.memberId === memberId);
    return { own, memberId, ...mergedWith(known.get(memberId), own) };
  });
  const problems = people.flatMap((each) => each.problems);
  if (problems.length > 0) return { problems: inRowOrder(problems) };
  const named = [...all, ...people.map(({ memberId, after }) => ({ memberId, name: after.name }))];
  return {
    changes: people.map(({ before, after }) => ({ before, after, kind: kindOf(before, after) })),
    rows: inRowOrder(
      people.flatMap(({ own, before, after }) => [
        ...own.map(({ row }) => toldOf(row, kindOf(before, after))),
        ...namesakes(own, after, named),
      ]),
    ),
  };
};

const sentences = {
  entered: 'Förs in i registret.',
  amended: 'Ändras i registret.',
  unchanged: 'Står redan så i registret.',
} as const;

const toldOf = (row: number, code: MemberChange['kind']): ImportRow => ({
  row,
  outcome: 'done',
  code,
  sentence: sentences[code],
});

const kindOf = (before: Member | undefined, after: Member): MemberChange['kind'] => {
  if (before === undefined) return 'entered';
  return JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(after)) ? 'unchanged' : 'amended';
};

/** The same facts in the same order, so that they can be compared. */
const inOrder = ({ memberId, name, email, terms, parties, protectedIdentity }: Member) => ({
  memberId,
  name,
  email,
  terms: terms
    .map(({ from, to, office, body = 'council' }) => [from, office, body, to ?? ''].join(' '))
    .toSorted(),
  parties: parties.map(({ from, party }) => `${from} ${party}`).toSorted(),
  protectedIdentity: protectedIdentity ?? false,
});

/** The same name under another id: two people, or one who has been entered twice. Only a person can tell. */
const namesakes = (own: readonly MemberRow[], after: Member, named: readonly Named[]): ImportRow[] => {
  const [first] = own;
  const others = named
    .filter((each) => each.memberId !== after.memberId)
    .filter((each) => comparableName(each.name) === comparableName(after.name))
    .map(({ memberId }) => memberId);
  if (first === undefined || others.length === 0) return [];
  const ids = [...new Set(others)].toSorted().join(', ');
  const sentence = `Samma namn finns med ledamots-id ${ids}. De förs inte samman; se efter att det är olika personer.`;
  return [warning(first.row, 'same_name', sentence)];
};

interface Merged {
  readonly before: Member | undefined;
  readonly after: Member;
  readonly problems: readonly ImportRow[];
}

const mergedWith = (before: Member | undefined, own: readonly MemberRow[]): Merged => {
  const [first] = own;
  if (first === undefined) throw new Error('a person of no row');
  const problems: ImportRow[] = [];
  const start: Member = before ?? {
    memberId: first.memberId,
    name: first.name,
    terms: [],
    parties: [],
    servingOn: [],
  };
  // From the oldest on: a later row may say that a party came back.
  const byTime = own.toSorted((one, other) => one.party.from.localeCompare(other.party.from));
  const after = byTime.reduce((person, each) => {
    const found = wrongIn(person, each, own, before !== undefined);
    problems.push(...found);
    return found.length > 0 ? person : withRow(person, each);
  }, start);
  return { before, after, problems };
};

const wrongIn = (
  person: Member,
  { row, name, email, term, party, protectedIdentity }: MemberRow,
  own: readonly MemberRow[],
  isKnown: boolean,
): ImportRow[] => {
  if (comparableName(name) !== comparableName(person.name)) {
    const where = isKnown ? 'i registret' : 'på en annan rad';
    const sentence = `Samma ledamots-id har ett annat namn ${where}. Är det en annan person behövs ett annat id; har personen bytt namn ändras det först i registret.`;
    return [problem(row, 'name_differs', sentence)];
  }
  const earlier = own.filter((each) => each.row < row);
  const differs = <T>(value: T | undefined, of: (each: MemberRow) => T | undefined) =>
    value !== undefined && earlier.some((each) => of(each) !== undefined && of(each) !== value);
  const found: ImportRow[] = [];
  const wrong = (code: string, sentence: string) => void found.push(problem(row, code, sentence));
  if (differs(email, (each) => each.email)) {
    wrong('email_differs', 'Personen har en annan e-postadress på en rad före.');
  }
  if (differs(protectedIdentity, (each) => each.protectedIdentity)) {
    wrong('protected_differs', 'Raderna för personen säger olika om skyddade personuppgifter.');
  }
  if (earlier.some((each) => isThatTerm(each.term, term) && each.term.to !== term.to)) {
    wrong('term_differs', 'Samma uppdrag har en annan till-dag på en rad före.');
    return found;
  }
  const faultOfTerm = termFault(person.terms, term);
  if (faultOfTerm !== undefined) wrong(...faultOfTerm);
  const isOther = (each: MemberRow['party']) => each.from === party.from && each.party !== party.party;
  if (person.parties.some(isOther) || earlier.some((each) => isOther(each.party))) {
    wrong(
      'party_differs',
      `Personen har redan ett annat parti från ${party.from}. Ange i parti från när bytet skedde.`,
    );
  }
  return found;
};

const withRow = (person: Member, { email, term, party, protectedIdentity }: MemberRow): Member => {
  const isKnown = person.terms.some((each) => isThatTerm(each, term));
  const terms = isKnown
    ? person.terms.map((each) =>
        isThatTerm(each, term) && term.to !== undefined ? { ...each, to: term.to } : each,
      )
    : [...person.terms, term];
  const isBegun = person.parties.some((each) => each.from <= party.from);
  const hasParty = isBegun && partyOn(person, party.from) === party.party;
  return {
    ...person,
    ...(email === undefined ? {} : { email }),
    ...(protectedIdentity === undefined ? {} : { protectedIdentity }),
    terms: terms.toSorted((one, other) => one.from.localeCompare(other.from)),
    parties: hasParty
      ? person.parties
      : [...person.parties, party].toSorted((one, other) => one.from.localeCompare(other.from)),
  };
};
