import { type Member, member } from '../../domain/members.ts';
import { type Organisation, organisation } from '../../domain/organisation.ts';
import { type Actor, type Role, role, systemActor } from '../../domain/roles.ts';

/** A member of the register, parsed by the production schema. */
export const aMember = (facts: Partial<Member> & { memberId: string }): Member =>
  member.parse({
    name: `Namn Efternamnsson-${facts.memberId.slice(2)}`,
    email: `${facts.memberId}@region.example`,
    terms: [{ from: '2022-10-15', to: '2026-10-14', office: 'member' }],
    parties: [{ from: '2022-10-15', party: 'Exempelpartiet' }],
    ...facts,
  });

/** Two sitting members, one who left on 31 March 2026, two substitutes of whom one serves. */
export const register: ReadonlyMap<string, Member> = new Map(
  [
    aMember({ memberId: 'm-anna' }),
    aMember({ memberId: 'm-bo' }),
    aMember({
      memberId: 'm-left',
      terms: [{ from: '2022-10-15', to: '2026-03-31', office: 'member' }],
    }),
    aMember({ memberId: 'm-idle', terms: [{ from: '2022-10-15', office: 'substitute' }] }),
    aMember({
      memberId: 'm-serving',
      terms: [{ from: '2022-10-15', office: 'substitute' }],
      servingOn: ['2026-01-12', '2026-01-13'],
    }),
  ].map((each) => [each.memberId, each]),
);

export const aRegion = (facts: Partial<Organisation> = {}): Organisation =>
  organisation.parse({
    name: 'Region Exempel',
    bodies: { council: 'regionfullmäktige', board: 'regionstyrelsen' },
    seats: { council: 71, board: 15 },
    register: { authority: 'RS', registerCode: 'RS', pattern: '{code} {seq}-{year}' },
    approvalChain: [
      { role: 'manager', title: 'områdeschef', deputy: 'director' },
      { role: 'director', title: 'regiondirektör', deputy: 'manager' },
    ],
    consultees: [
      { id: 'n-trafik', name: 'trafiknämnden', kind: 'committee' },
      { id: 'n-vard', name: 'vårdnämnden', kind: 'committee' },
      { id: 'e-stab', name: 'ekonomistaben', kind: 'unit' },
    ],
    mail: { from: 'noreply@region.example', fromName: 'Region Exempel', replyTo: 'diariet@region.example' },
    publicUrl: 'https://motioner.region.example/',
    ...facts,
  });

export const roles: readonly (Role | 'system')[] = [...role.options, 'system'];

const one = (name: Role): Actor => ({ personId: `p-${name}`, roles: [name] });

/** One person per role, each standing to the case of `aMotion` as the role's rows ask. */
export const actors: Readonly<Record<Role | 'system', Actor>> = {
  member: { ...one('member'), memberId: 'm-anna', partyGroup: 'g-ex' },
  'group-secretary': { ...one('group-secretary'), partyGroup: 'g-ex' },
  registrar: one('registrar'),
  official: one('official'),
  manager: one('manager'),
  director: one('director'),
  'board-secretary': one('board-secretary'),
  'council-secretary': one('council-secretary'),
  certifier: one('certifier'),
  archivist: one('archivist'),
  auditor: one('auditor'),
  administrator: one('administrator'),
  system: systemActor,
};

/** A member by id, of a party group of his or her own. */
export const theMember = (memberId: string): Actor => ({
  personId: `p-${memberId}`,
  roles: ['member'],
  memberId,
  partyGroup: `g-${memberId}`,
});

/** People who hold a role but stand in no relation to the case. */
export const strangers: readonly Actor[] = [
  { personId: 'p-x1', roles: ['member'], memberId: 'm-idle', partyGroup: 'g-other' },
  { personId: 'p-x2', roles: ['group-secretary'], partyGroup: 'g-other' },
  { personId: 'p-x3', roles: ['official'] },
  { personId: 'p-x4', roles: ['member'] },
];
