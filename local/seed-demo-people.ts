import { systemActor } from '../domain/roles.ts';
import type { Casework } from '../lambdas/casework/dependencies.ts';
import { saveMember, savePerson } from '../lambdas/casework/keep-registers.ts';
import { type DemoPerson, demoPeople } from './demo-people.ts';

/** Long before any motion of the demo was raised, so that a virtual clock can start in the past. */
const since = '2010-10-15';

/** Enters the demo people and members, those who are missing and have a role; what an administrator has changed stays. */
export const seedDemoPeople = async (casework: Casework): Promise<void> => {
  const entered = demoPeople.filter(({ roles }) => roles.length > 0);
  await Promise.all(entered.map((person) => enter(casework, person)));
};

const enter = async (casework: Casework, given: DemoPerson) => {
  const { subject, name, roles, memberId, partyGroup, unit, email, party } = given;
  if ((await casework.people.person(subject)) === undefined) {
    const dated = roles.map((role) => ({ role, from: since }));
    const person = { subject, name, roles: dated, memberId, partyGroup, unit, email };
    await savePerson(casework, person, 0, systemActor);
  }
  if (memberId === undefined || (await casework.people.member(memberId)) !== undefined) return;
  const member = {
    memberId,
    name,
    email,
    terms: [{ from: since, office: 'member' as const }],
    parties: [{ from: since, party: party ?? '-' }],
    servingOn: [],
  };
  await saveMember(casework, member, 0, systemActor);
};
