import { type ClaimKind, claimKind, theBoard } from '../../../../domain/claims.ts';
import type { ClauseRef } from '../../../../domain/outcome.ts';
import { type Ballot, tallyOf } from '../../../../domain/voting.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import type { Seated } from '../member-names.ts';

/** What the form is about: the clauses to decide, and who can have said and voted what. */
export interface DealingBasis {
  readonly clauses: readonly ClauseRef[];
  readonly people: readonly Seated[];
  /** Those who asked as a minority that the matter be put off (KL 5:50). */
  readonly askers: readonly string[] | undefined;
}

/** How many rows of a kind the form had: the highest number among its names. */
export const rowsIn = (filled: Filled, prefix: string): number =>
  Object.keys(filled).reduce((most, name) => {
    if (!name.startsWith(`${prefix}.`)) return most;
    const no = /^\d{1,3}/.exec(name.slice(prefix.length + 1))?.[0];
    return no === undefined ? most : Math.max(most, Number(no));
  }, 0);

const rows = <T>(filled: Filled, prefix: string, read: (no: number) => T | undefined): T[] =>
  Array.from({ length: rowsIn(filled, prefix) }, (_, index) => read(index + 1)).flatMap((each) =>
    each === undefined ? [] : [each],
  );

const refOf = (text: string): ClauseRef => (text === 'whole' ? text : Number(text));

const refsIn = (filled: Filled, name: string): ClauseRef[] =>
  (filled[name] ?? []).filter((each) => /^(whole|\d{1,3})$/.test(each)).map(refOf);

const optional = <K extends string>(key: K, text: string) => (text === '' ? {} : { [key]: text });

const isDeferralKind = (kind: ClaimKind) => kind === 'REFER_BACK' || kind === 'POSTPONE';

/** The claims; one with no clauses named is for all of them. */
const readClaims = (filled: Filled, { clauses, people }: DealingBasis) =>
  rows(filled, 'y', (claimNo) => {
    const at = (name: string) => firstOf(filled, `y.${claimNo}.${name}`).trim();
    const kind = claimKind.safeParse(at('kind')).data;
    if (kind === undefined) return undefined;
    const named = refsIn(filled, `y.${claimNo}.clauses`);
    const isForAll = named.length === 0 && kind !== 'ADD' && !isDeferralKind(kind);
    const party = people.find(({ memberId }) => memberId === at('mover'))?.party ?? '';
    return {
      claimNo,
      mover: at('mover'),
      ...(at('mover') === theBoard || party === '-' ? {} : optional('party', party)),
      kind,
      clauses: isForAll ? [...clauses] : named,
      state: at('state') || 'standing',
      ...optional('finding', at('finding')),
      ...optional('text', at('text')),
    };
  });
type ReadClaim = ReturnType<typeof readClaims>[number];

/** How each voted: as keyed, or as the party did. Who is neither stands without a ballot, and the law says so. */
const readBallots = (filled: Filled, at: string, people: readonly Seated[]): Ballot[] =>
  people.flatMap(({ memberId, party }) => {
    const given = firstOf(filled, `${at}.v.${memberId}`) || firstOf(filled, `${at}.parti.${party}`);
    return given === 'yes' || given === 'no' || given === 'abstain' ? [{ memberId, ballot: given }] : [];
  });

const sideOf = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);

/** What the votes gave, where nobody has said otherwise. */
const counted = (ballots: readonly Ballot[], castingVote: string, [yes, no]: readonly (number | null)[]) => {
  const tally = tallyOf(ballots);
  if (tally.yes === tally.no) return castingVote === 'no' ? (no ?? null) : (yes ?? null);
  return tally.yes > tally.no ? (yes ?? null) : (no ?? null);
};

interface ReadRound {
  readonly round: unknown;
  readonly names: readonly (number | null)[];
  readonly carried: number | null;
  readonly isAgainstNo: boolean;
}

/** Where claims are put against no in turn, the first yes wins: those that come after have fallen, if nobody says else. */
const isWonInTurn = ({ isAgainstNo, carried }: ReadRound) => isAgainstNo && carried !== null;

const readRound = (
  filled: Filled,
  at: string,
  place: { readonly isLast: boolean; readonly isWon: boolean },
  { people, askers }: DealingBasis,
): ReadRound | undefined => {
  const get = (name: string) => firstOf(filled, `${at}.${name}`);
  const [yes, no] = [sideOf(get('yes')), sideOf(get('no'))];
  const said = get('carried');
  const minority = askers === undefined || askers.length === 0 ? {} : { minority: askers };
  if (get('method') === 'among') {
    if (said === '') return undefined;
    const carried = sideOf(said);
    const round = { kind: 'among', method: 'acclamation', carried };
    return { round, names: [carried], carried, isAgainstNo: false };
  }
  if (get('yes') === '') return undefined;
  const isVote = get('method') === 'recorded-vote';
  const ballots = isVote ? readBallots(filled, at, people) : [];
  const castingVote = isVote ? get('casting') : '';
  const isAgainstNo = yes === null || no === null;
  const found = isAgainstNo && place.isWon ? null : yes;
  const carried = said === '' ? (isVote ? counted(ballots, castingVote, [yes, no]) : found) : sideOf(said);
  return {
    round: {
      kind: place.isLast || isAgainstNo ? 'main' : 'counter',
      method: isVote ? 'recorded-vote' : 'acclamation',
      yes,
      no,
      carried,
      ...optional('castingVote', castingVote),
      ...(isVote ? { ballots } : {}),
      ...(isAgainstNo ? minority : {}),
    },
    names: [yes, no, carried],
    carried,
    isAgainstNo,
  };
};

/** The clauses that all of some claims are for. */
const sharedClauses = (claims: readonly ReadClaim[], all: readonly ClauseRef[]): ClauseRef[] =>
  all.filter((clause) => claims.every((each) => each.clauses.includes(clause)));

/** The question a proposition asks, read off its rounds: the clauses and claims follow of what was put. */
const readProposition = (
  filled: Filled,
  no: number,
  claims: readonly ReadClaim[],
  basis: DealingBasis,
): unknown => {
  const at = `p.${no}.r`;
  const count = rowsIn(filled, at);
  const isGiven = (round: number) =>
    firstOf(filled, `${at}.${round}.yes`) !== '' || firstOf(filled, `${at}.${round}.method`) === 'among';
  const given = Array.from({ length: count }, (_, index) => index + 1).filter(isGiven);
  const read: ReadRound[] = [];
  for (const [index, round] of given.entries()) {
    const place = { isLast: index === given.length - 1, isWon: read.some(isWonInTurn) };
    const each = readRound(filled, `${at}.${round}`, place, basis);
    if (each !== undefined) read.push(each);
  }
  if (read.length === 0) return undefined;
  // Put against no, each by itself, are only those that are named: another that stands is still to be put.
  const isInTurn = read.every((each) => each.isAgainstNo);
  const named = new Set(read.flatMap(({ names }) => names.filter((each) => each !== null)));
  const put = claims.filter(({ claimNo }) => named.has(claimNo));
  const defers = put.some(({ kind }) => isDeferralKind(kind));
  return {
    ...questionOf(filled, no, put, isInTurn && !defers ? put : claims, basis, [...named]),
    rounds: read.map(({ round }) => round),
  };
};

const questionOf = (
  filled: Filled,
  no: number,
  put: readonly ReadClaim[],
  claims: readonly ReadClaim[],
  { clauses }: DealingBasis,
  named: readonly number[],
) => {
  const standing = claims.filter(({ state }) => state === 'standing');
  if (put.some(({ kind }) => isDeferralKind(kind))) {
    const others = standing.filter(({ kind }) => isDeferralKind(kind)).map(({ claimNo }) => claimNo);
    return { about: 'deferral', claims: [...new Set([...named, ...others])] };
  }
  const asked = refsIn(filled, `p.${no}.about`);
  const isAddition = put.length > 0 && put.every(({ kind }) => kind === 'ADD');
  const about = asked.length > 0 ? asked : sharedClauses(put, isAddition ? [] : clauses);
  if (isAddition) return { about, claims: [...named] };
  const others = standing.filter(
    (each) =>
      each.kind !== 'ADD' &&
      !isDeferralKind(each.kind) &&
      about.length > 0 &&
      about.every((clause) => each.clauses.includes(clause)),
  );
  return { about, claims: [...new Set([...named, ...others.map(({ claimNo }) => claimNo)])] };
};

/** Members named one by one, or all of a party at once. */
const whoIn = (text: string, people: readonly Seated[]): string[] => {
  if (!text.startsWith('parti:')) return text === '' ? [] : [text];
  const party = text.slice('parti:'.length);
  return people.filter((each) => each.party === party).map(({ memberId }) => memberId);
};

const readReservations = (filled: Filled, { people }: DealingBasis) =>
  rows(filled, 'r', (no) => {
    const at = (name: string) => firstOf(filled, `r.${no}.${name}`).trim();
    const against = refsIn(filled, `r.${no}.against`);
    return whoIn(at('who'), people).map((memberId) => ({
      memberId,
      ...(against.length === 0 ? {} : { against }),
      ...optional('text', at('text')),
      announcedBeforeEnd: at('late') === '',
    }));
  }).flat();

const readRemarks = (filled: Filled, kind: string) =>
  rows(filled, 's', (no) => {
    const at = (name: string) => firstOf(filled, `s.${no}.${name}`).trim();
    return at('kind') === kind && at('who') !== '' ? { memberId: at('who'), text: at('text') } : undefined;
  });

const readPoints = (filled: Filled) =>
  rows(filled, 'b', (pointNo) => {
    const text = firstOf(filled, `b.${pointNo}.text`).trim();
    return text === '' ? undefined : { pointNo, clauses: refsIn(filled, `b.${pointNo}.clauses`), text };
  });

/**
 * How the matter was dealt with, in the shape of the command; undefined when nothing of it was noted: then only the
 * outcome stands.
 */
export const readDeliberation = (filled: Filled, basis: DealingBasis): unknown => {
  const claims = readClaims(filled, basis);
  const propositions = rows(filled, 'p', (no) => readProposition(filled, no, claims, basis));
  const given = {
    ...optional('chairedBy', firstOf(filled, 'chairedBy')),
    claims,
    propositions,
    reservations: readReservations(filled, basis),
    separateStatements: readRemarks(filled, 'separate'),
    minuteNotes: readRemarks(filled, 'note'),
    points: readPoints(filled),
  };
  const isEmpty = Object.values(given).every((each) => Array.isArray(each) && each.length === 0);
  return isEmpty ? undefined : given;
};

/** The proposition of a form's number, by its place among those that were read; and the other way round. */
export const propositionNumbers = (filled: Filled, basis: DealingBasis): number[] => {
  const claims = readClaims(filled, basis);
  return rows(filled, 'p', (no) =>
    readProposition(filled, no, claims, basis) === undefined ? undefined : no,
  );
};
