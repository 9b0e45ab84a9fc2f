import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { type Member, partyOn, publicName } from '../../../domain/members.ts';
import { protectedNamesOf } from '../../../domain/protected-names.ts';
import type { PaperSources } from './draft.ts';

type People = Pick<PaperSources, 'people'>;

/** Shown for somebody whom the register no longer holds: that there was one is not hidden. */
const unknownName = 'uppgift saknas';

/** `Anna Ek (S)`, with the party of the day; no name of a person whose identity is protected. */
export const naming =
  (members: ReadonlyMap<string, Member>, day: CalendarDate) =>
  (memberId: string): string => {
    const who = members.get(memberId);
    return who === undefined ? unknownName : `${publicName(who)} (${partyOn(who, day)})`;
  };

/** A member of the register, read once. */
export const membersOf = ({ people }: People, memberIds: Iterable<string>) =>
  people.membersById([...new Set(memberIds)]);

/** People who sign in, by name: the officer, those who certify. One who is a member may be protected. */
export const personNames = async (
  sources: People,
  personIds: readonly string[],
): Promise<{ readonly names: readonly string[]; readonly protectedNames: readonly string[] }> => {
  const found = await Promise.all(personIds.map((each) => sources.people.person(each)));
  const persons = found.map((each) => each?.value);
  const members = await membersOf(
    sources,
    persons.flatMap((each) => each?.memberId ?? []),
  );
  return {
    names: persons.map((each) => {
      if (each === undefined) return unknownName;
      const member = each.memberId === undefined ? undefined : members.get(each.memberId);
      return member?.protectedIdentity === true ? publicName(member) : each.name;
    }),
    protectedNames: protectedNamesOf(members.values()),
  };
};
