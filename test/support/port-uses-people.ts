import {
  claim,
  entryOf,
  hashOfId,
  minute,
  type PortUses,
  page,
  type Stores,
  unnumbered,
} from './port-uses.ts';

const aPerson = (id: string) => ({
  subject: id,
  name: `Eva ${id}`,
  roles: [{ role: 'registrar' as const, from: '2026-01-01' }],
});
const aMember = (id: string) => ({
  memberId: id,
  name: `Åke ${id}`,
  terms: [{ from: '2022-10-15', office: 'member' as const }],
  parties: [{ from: '2022-10-15', party: 'S' }],
  servingOn: [],
});

const person = ({ people }: Stores, id: string) => people.savePerson(aPerson(id), 1, entryOf(id));
const member = ({ people }: Stores, id: string) => people.saveMember(aMember(id), 1, entryOf(id), minute(0));

const registers: PortUses = {
  'people.savePerson': {
    given: person,
    call: ({ people }, id) => people.savePerson({ ...aPerson(id), roles: [] }, 2, entryOf(id, 2), minute(1)),
  },
  'people.people': { given: person, call: ({ people }) => people.people(page) },
  'people.personLog': { given: person, call: ({ people }, id) => people.personLog(id) },
  'people.saveMember': {
    given: member,
    call: ({ people }, id) =>
      people.saveMember({ ...aMember(id), name: `Bo ${id}` }, 2, entryOf(id, 2), minute(1)),
  },
  'people.members': { given: member, call: ({ people }) => people.members(page) },
  'people.memberLog': { given: member, call: ({ people }, id) => people.memberLog(id) },
  'people.clearPublication': {
    given: member,
    call: ({ people }, id) => people.clearPublication({ memberId: id, version: 1 }),
  },
  'people.memberImport': {
    given: ({ people }, id) => people.noteMemberImport(id, hashOfId(id), entryOf(id)),
    call: ({ people }, id) => people.memberImport(id),
  },
  'people.noteMemberImport': {
    call: ({ people }, id) => people.noteMemberImport(id, hashOfId(id), entryOf(id)),
  },
};

const aSession = (id: string) => ({
  sessionHash: `s-${id}`,
  subject: id,
  csrf: 'a-secret',
  startedAt: minute(0),
  expiresAt: minute(50),
});
const anAttempt = (id: string) => ({
  attemptHash: `a-${id}`,
  state: 'state',
  nonce: 'nonce',
  verifier: 'verifier',
  returnTo: '/kontor',
  expiresAt: minute(50),
});
const signedIn = ({ sessions }: Stores, id: string) => sessions.open(aSession(id));
const begun = ({ sessions }: Stores, id: string) => sessions.beginAttempt(anAttempt(id));

const signIns: PortUses = {
  'sessions.beginAttempt': { call: begun },
  'sessions.takeAttempt': {
    given: begun,
    call: ({ sessions }, id) => sessions.takeAttempt(`a-${id}`, minute(1)),
  },
  'sessions.open': { call: signedIn },
  'sessions.find': { given: signedIn, call: ({ sessions }, id) => sessions.find(`s-${id}`, minute(1)) },
  'sessions.close': { given: signedIn, call: ({ sessions }, id) => sessions.close(`s-${id}`) },
  'sessions.closeAll': { given: signedIn, call: ({ sessions }, id) => sessions.closeAll(id, minute(1)) },
};

const invited = ({ invitations }: Stores, id: string) =>
  invitations.invite(
    {
      codeHash: hashOfId(id),
      name: `Eva ${id}`,
      roles: ['registrar'],
      invitedBy: id,
      invitedAt: minute(0),
      expiresAt: '2026-12-01T00:00:00.000Z',
    },
    unnumbered(id),
  );

const invitations: PortUses = {
  'invitations.invite': { call: invited },
  'invitations.invitation': {
    given: invited,
    call: (stores, id) => stores.invitations.invitation(hashOfId(id)),
  },
  'invitations.invitations': { given: invited, call: (stores) => stores.invitations.invitations(page) },
  'invitations.revokeInvitation': {
    given: invited,
    call: (stores, id) => stores.invitations.revokeInvitation(hashOfId(id), minute(2), unnumbered(id)),
  },
  'invitations.useInvitation': {
    given: invited,
    call: (stores, id) =>
      stores.invitations.useInvitation(hashOfId(id), minute(2), aPerson(id), unnumbered(id)),
  },
};

const addressOf = (id: string) => `${id}@region.example`;
const stopped = ({ addresses }: Stores, id: string) =>
  addresses.stop(addressOf(id), { reason: 'bounced', at: minute(0) });
const stopOf = ({ addresses }: Stores, id: string) => addresses.stopOf(addressOf(id));

const addresses: PortUses = {
  'addresses.stop': { call: stopped, shows: stopOf },
  'addresses.lift': {
    given: stopped,
    call: (stores, id) => stores.addresses.lift(addressOf(id)),
    shows: stopOf,
  },
};

const digestOwed = ({ people }: Stores, id: string) =>
  people.savePerson(aPerson(id), 1, entryOf(id), minute(3));

const digests: PortUses = {
  'digests.lease': { given: digestOwed, call: (stores, id) => stores.digests.lease(id, claim) },
  'digests.owe': { given: digestOwed, call: (stores, id) => stores.digests.owe(id, minute(30), 0) },
};

/** People, their sessions and what is sent to them. */
export const usesOfPeople: PortUses = { ...registers, ...signIns, ...invitations, ...addresses, ...digests };
