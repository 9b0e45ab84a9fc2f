import { type Member, partyOn, publicName } from '../../../domain/members.ts';
import type { PagesDesk } from './desk.ts';

/** A member in a list of the office: a protected identity stays so (domain.md §9). */
export const memberLine = (member: Member, day: string): string =>
  `${publicName(member)} (${partyOn(member, day)})`;

/** The names of members by id, as they may be shown. */
export const memberNames = async (
  { people }: Pick<PagesDesk, 'people'>,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const members = await people.membersById([...new Set(memberIds)]);
  return new Map([...members].map(([memberId, member]) => [memberId, publicName(member)]));
};

/** The names of people who sign in, by subject. */
export const personNames = async (
  { people }: Pick<PagesDesk, 'people'>,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await Promise.all(subjects.map((subject) => people.person(subject)));
  return new Map(
    found.flatMap((each) => (each === undefined ? [] : [[each.value.subject, each.value.name] as const])),
  );
};
