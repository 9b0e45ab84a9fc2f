import { consulteeOfRecipient, partyOfRecipient } from '../../domain/letter-recipients.ts';
import type { Member } from '../../domain/members.ts';
import type { Casework } from './dependencies.ts';

/** Where a letter goes, and whether somebody must approve it first. */
export interface LetterAddress {
  /** Absent when the person has none, is not known, or the group or committee has no address any more. */
  readonly to?: string | undefined;
  /** The recipient is a person of protected identity (domain.md §9). */
  readonly isProtected: boolean;
}

/**
 * Who a letter is to, by name; the id where nobody is known by it any more.
 * @param memberName the name of a member, as the asker may see it
 */
export const recipientNames = async (
  { people, organisation }: Pick<Casework, 'people' | 'organisation'>,
  recipients: readonly string[],
  memberName: (member: Member) => string,
): Promise<ReadonlyMap<string, string>> => {
  const members = await people.membersById(recipients.filter((each) => !each.includes(':')));
  const nameOf = (recipient: string): string => {
    const party = partyOfRecipient(recipient);
    if (party !== undefined) return `Partigruppen ${party}`;
    const id = consulteeOfRecipient(recipient);
    const consultee = organisation.consultees.find((each) => each.id === id)?.name;
    const member = members.get(recipient);
    return consultee ?? (member === undefined ? recipient : memberName(member));
  };
  return new Map(recipients.map((each) => [each, nameOf(each)]));
};

/** Looks up the recipient of a letter: a member, the contact of a party group, or a committee or unit. */
export const letterAddressOf = async (
  { people, organisation }: Pick<Casework, 'people' | 'organisation'>,
  recipient: string,
): Promise<LetterAddress> => {
  const party = partyOfRecipient(recipient);
  if (party !== undefined) {
    const contact = organisation.partyGroups.find((each) => each.party === party)?.contact;
    return { to: contact, isProtected: false };
  }
  const consultee = consulteeOfRecipient(recipient);
  if (consultee !== undefined) {
    return { to: organisation.consultees.find(({ id }) => id === consultee)?.email, isProtected: false };
  }
  const member = (await people.member(recipient))?.value;
  return { to: member?.email, isProtected: member?.protectedIdentity === true };
};
