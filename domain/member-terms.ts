import type { Member } from './members.ts';

type Term = Member['terms'][number];

const isSameOffice = (one: Term, other: Term) =>
  one.office === other.office && (one.body ?? 'council') === (other.body ?? 'council');

/** A seat and a substitute's place in one body exclude each other; a full-time councillor may also have a seat (KL 5:39). */
const excludes = (one: Term, other: Term) =>
  one.office === 'councillor' || other.office === 'councillor'
    ? one.office === other.office
    : (one.body ?? 'council') === (other.body ?? 'council');

const isBeforeEnd = (day: string, { to }: Term) => to === undefined || day <= to;
const overlaps = (one: Term, other: Term) => isBeforeEnd(one.from, other) && isBeforeEnd(other.from, one);

/** Whether it is the same term of office: that of the same body from the same day. */
export const isThatTerm = (one: Term, other: Term) => isSameOffice(one, other) && one.from === other.from;

/** What is wrong with a term beside those a person has: it has been ended, or overlaps one that excludes it. */
export const termFault = (
  terms: readonly Term[],
  term: Term,
): [code: string, sentence: string] | undefined => {
  const same = terms.find((each) => isThatTerm(each, term));
  if (same !== undefined) {
    return same.to === undefined || same.to === term.to
      ? undefined
      : ['term_ended', `Uppdraget är avslutat ${same.to} och ändras inte genom en inläsning.`];
  }
  return terms.some((each) => excludes(each, term) && overlaps(each, term))
    ? ['terms_overlap', 'Uppdraget överlappar ett annat som personen har i samma organ.']
    : undefined;
};
