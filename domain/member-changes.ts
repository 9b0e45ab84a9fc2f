import { type Member, publicName } from './members.ts';

/** What an entry of the register's log says of a change: what was done, never a name or an address. */
export const memberChanges = (before: Member | undefined, after: Member): string => {
  if (before === undefined) return ['member_entered', ...protectionChange(false, after)].join('; ');
  const changes = [
    ...(before.name === after.name ? [] : ['name_changed']),
    ...(before.email === after.email ? [] : ['address_changed']),
    ...listed('term', before.terms.map(termText), after.terms.map(termText)),
    ...listed('party', before.parties.map(partyText), after.parties.map(partyText)),
    ...listed('serving', before.servingOn, after.servingOn),
    ...protectionChange(before.protectedIdentity ?? false, after),
    ...(before.noLettersFrom === after.noLettersFrom ? [] : ['letters_declined_changed']),
  ];
  return changes.length === 0 ? 'member_amended' : ['member_amended', ...changes].join('; ');
};

/** Whether the public views of the person's motions say something else after the change (domain.md §9). */
export const changesPublicName = (before: Member | undefined, after: Member): boolean =>
  before !== undefined && publicName(before) !== publicName(after);

const protectionChange = (was: boolean, { protectedIdentity: is = false }: Member) => {
  if (was === is) return [];
  return [is ? 'protection_set' : 'protection_ended'];
};

const termText = ({ office, body = 'council', from, to = '' }: Member['terms'][number]) =>
  `${office} ${body} ${from}–${to}`;

const partyText = ({ party, from }: Member['parties'][number]) => `${party} ${from}`;

const listed = (what: string, had: readonly string[], has: readonly string[]): string[] => [
  ...has.filter((each) => !had.includes(each)).map((each) => `${what}_added ${each}`),
  ...had.filter((each) => !has.includes(each)).map((each) => `${what}_removed ${each}`),
];
