import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { type Member, partyOn } from '../../../domain/members.ts';

export interface NameOnPaper {
  readonly name: string;
  readonly party: string;
}

export interface MatchedSignatories {
  /** Members to propose: the only one of that name and party. */
  readonly memberIds: readonly string[];
  /** Names that nobody in the register has, or more than one. */
  readonly unmatched: readonly NameOnPaper[];
}

const same = (one: string, other: string) => one.localeCompare(other, 'sv', { sensitivity: 'accent' }) === 0;

/**
 * Whom the names on a paper may be. A name is proposed only where one member bears it, in that party or where the paper
 * tells none; it is for a person to confirm. A name spelt otherwise is left to the person (domain.md §11.3).
 */
export const matchSignatories = (
  names: readonly NameOnPaper[],
  members: readonly Member[],
  day: CalendarDate,
): MatchedSignatories => {
  const matches = names.map((each) => {
    const bearing = members.filter(
      (member) =>
        same(member.name, each.name) && (each.party === '-' || same(partyOn(member, day), each.party)),
    );
    const [only] = bearing;
    return { each, memberId: bearing.length === 1 ? only?.memberId : undefined };
  });
  return {
    memberIds: matches.flatMap(({ memberId }) => memberId ?? []),
    unmatched: matches.filter(({ memberId }) => memberId === undefined).map(({ each }) => each),
  };
};
