import type { Assignee } from '../../../domain/steps.ts';

const ofRole = (role: string) => `WORK#role#${role}`;
const ofPerson = (personId: string) => `WORK#person#${personId}`;
const ofMember = (memberId: string) => `WORK#member#${memberId}`;

/** The worklists that show a task: everyone's of the role, or those of the people it names. */
export const worklistsOf = ({ role, alsoRoles = [], personIds, memberIds }: Assignee): readonly string[] =>
  personIds === undefined && memberIds === undefined
    ? [role, ...alsoRoles].map(ofRole)
    : [...new Set([...(personIds ?? []).map(ofPerson), ...(memberIds ?? []).map(ofMember)])];

/** The worklists a person reads in a role. */
export const worklistsFor = (who: {
  role: string;
  personId?: string;
  memberId?: string;
}): readonly string[] => [
  ofRole(who.role),
  ...(who.personId === undefined ? [] : [ofPerson(who.personId)]),
  ...(who.memberId === undefined ? [] : [ofMember(who.memberId)]),
];
