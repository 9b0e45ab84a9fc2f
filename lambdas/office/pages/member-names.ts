import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { MeetingBody } from '../../../domain/meeting.ts';
import {
  emptySeats,
  hasLeftSeat,
  holdsOffice,
  type Member,
  partyOn,
  publicName,
} from '../../../domain/members.ts';
import { everyone } from '../../casework/everyone.ts';
import type { PagesDesk } from './desk.ts';

/** Somebody of a body as a list of the office shows them: a protected identity stays so (domain.md §9). */
export interface Seated {
  readonly memberId: string;
  readonly name: string;
  readonly party: string;
}

const seatedOf = (member: Member, day: CalendarDate): Seated => ({
  memberId: member.memberId,
  name: publicName(member),
  party: partyOn(member, day),
});

const byPartyAndName = (one: Seated, other: Seated) =>
  one.party.localeCompare(other.party, 'sv') || one.name.localeCompare(other.name, 'sv');

/** The members and the substitutes of a body on a day, and while a seat stands empty who has left one, by party and name. */
export const peopleOfBody = async (
  { people, organisation }: Pick<PagesDesk, 'people' | 'organisation'>,
  body: MeetingBody,
  day: CalendarDate,
) => {
  const found = await everyone((page) => people.members(page));
  const hasEmpty = emptySeats(found, organisation.seats[body], day, body) > 0;
  const those = (are: (who: Member) => boolean) =>
    found
      .filter(are)
      .map((each) => seatedOf(each, day))
      .toSorted(byPartyAndName);
  return {
    members: those((each) => holdsOffice(each, 'member', day, body)),
    substitutes: those((each) => holdsOffice(each, 'substitute', day, body)),
    left: those((each) => hasEmpty && hasLeftSeat(each, day, body)),
  };
};

/** Members by id, by party and name; those who are not known are left out. */
export const seatedById = async (
  { people }: Pick<PagesDesk, 'people'>,
  memberIds: readonly string[],
  day: CalendarDate,
): Promise<Seated[]> => {
  const members = await people.membersById([...new Set(memberIds)]);
  return [...members.values()].map((each) => seatedOf(each, day)).toSorted(byPartyAndName);
};

/** The names of members by id, as they may be shown. */
export const memberNames = async (
  { people }: Pick<PagesDesk, 'people'>,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const members = await people.membersById([...new Set(memberIds)]);
  return new Map([...members].map(([memberId, member]) => [memberId, publicName(member)]));
};

/** People in their parties, in order. */
export const byParty = (people: readonly Seated[]): { party: string; people: Seated[] }[] =>
  [...new Set(people.map(({ party }) => party))].map((party) => ({
    party,
    people: people.filter((each) => each.party === party),
  }));
