import { z } from 'zod';
import type { Member } from '../../domain/members.ts';
import { everyone } from '../casework/everyone.ts';
import { InvalidCursor, type Page, type PageRequest } from '../ports/case-store.ts';
import type { PeopleStore } from '../ports/people-store.ts';

const usualLimit = 50;

const place = z.tuple([z.literal('shown'), z.string(), z.string()]);
type Place = readonly [name: string, memberId: string];
const placeOf = ({ name, memberId }: Member): Place => [name, memberId];
const order = (one: Place, other: Place) =>
  one[0].localeCompare(other[0], 'sv') || (one[1] < other[1] ? -1 : Number(one[1] > other[1]));

const encoded = (last: Place) => Buffer.from(JSON.stringify(['shown', ...last])).toString('base64url');
const decoded = (cursor: string): Place => {
  try {
    const [, ...at] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return at;
  } catch {
    throw new InvalidCursor('not a cursor of this list');
  }
};

/**
 * A page of the register of members in the order of the names as they are shown: the record's own order, and the cursor
 * that tells a place in it, would give a name that is not. The register of an assembly is some hundred members.
 * @throws InvalidCursor when the cursor is not one of this list
 */
export const membersByShownName = async (
  people: Pick<PeopleStore, 'members'>,
  shownOf: (member: Member) => Member,
  { cursor, limit = usualLimit }: PageRequest,
): Promise<Page<Member>> => {
  const after = cursor === undefined ? undefined : decoded(cursor);
  const all = (await everyone((page) => people.members(page))).map(shownOf);
  const rest = all
    .filter((each) => after === undefined || order(placeOf(each), after) > 0)
    .toSorted((one, other) => order(placeOf(one), placeOf(other)));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return last === undefined || items.length === rest.length
    ? { items }
    : { items, cursor: encoded(placeOf(last)) };
};
