import type { CalendarDate } from './calendar-date.ts';
import { isInOffice, type Member } from './members.ts';
import type { Motion, Signatory } from './motion.ts';
import type { Organisation } from './organisation.ts';

/** An id of a member never holds a colon, so that other recipients can be told from it. */
const groupPrefix = 'party-group:';

/** The party whose group a letter goes to; undefined when it goes to a member. */
export const partyOfRecipient = (recipient: string): string | undefined =>
  recipient.startsWith(groupPrefix) ? recipient.slice(groupPrefix.length) : undefined;

const consulteePrefix = 'consultee:';

/** A committee or unit as the recipient of a letter, by its id in the organisation's configuration. */
export const consulteeRecipient = (consulteeId: string): string => `${consulteePrefix}${consulteeId}`;

/** The id of the committee or unit that a letter goes to; undefined when it goes to anybody else. */
export const consulteeOfRecipient = (recipient: string): string | undefined =>
  recipient.startsWith(consulteePrefix) ? recipient.slice(consulteePrefix.length) : undefined;

/** What is known when letters are owed. */
interface Known {
  readonly members: ReadonlyMap<string, Member>;
  readonly today: CalendarDate;
  readonly partyGroups: Organisation['partyGroups'];
}

/**
 * Who is told of what happens to a motion: every signatory, also one who has withdrawn, since the matter is still
 * theirs. To one who has left the council letters go on unless declined, and a copy goes to the contact of the party
 * group as of signing, where one is configured (domain.md §1.4).
 */
export const recipientsOf = ({ signatories }: Motion, known: Known): string[] => {
  const told = signatories.filter((each) => !hasDeclined(each, known)).map((each) => each.memberId);
  const contacts = signatories
    .filter((each) => hasLeft(each, known))
    .flatMap(({ party }) =>
      known.partyGroups.some((each) => each.party === party) ? [`${groupPrefix}${party}`] : [],
    );
  return [...new Set([...told, ...contacts])];
};

const hasLeft = ({ memberId }: Signatory, { members, today }: Known): boolean => {
  const who = members.get(memberId);
  return who !== undefined && !isInOffice(who, today);
};

const hasDeclined = (each: Signatory, known: Known): boolean => {
  const from = known.members.get(each.memberId)?.noLettersFrom;
  return hasLeft(each, known) && from !== undefined && from <= known.today;
};
