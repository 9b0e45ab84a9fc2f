import type { Member } from '../../domain/members.ts';
import type { Person } from '../../domain/people.ts';
import type { Actor } from '../../domain/roles.ts';
import type { Casework } from './dependencies.ts';

/**
 * Enters or amends a person; giving and revoking a role is an entry in the log (architecture §9).
 * @param seen the version the administrator has seen, 0 for a new person
 * @returns the new version
 * @throws Conflict when somebody else has changed the person since
 */
export const savePerson = async (
  { people, now }: Casework,
  person: Person,
  seen: number,
  actor: Actor,
): Promise<number> => {
  const before = await people.person(person.subject);
  const version = seen + 1;
  const what = roleChanges(before?.value, person);
  await people.savePerson(person, version, { version, by: actor.personId, at: now(), what });
  return version;
};

/** Enters or amends a member. Same terms as `savePerson`. */
export const saveMember = async (
  { people, now }: Casework,
  member: Member,
  seen: number,
  actor: Actor,
): Promise<number> => {
  const version = seen + 1;
  const what = seen === 0 ? 'member_entered' : 'member_amended';
  await people.saveMember(member, version, { version, by: actor.personId, at: now(), what });
  return version;
};

const describe = (given: Person['roles'][number]) =>
  `${given.role} ${given.from}${given.to === undefined ? '' : `–${given.to}`}`;

const roleChanges = (before: Person | undefined, after: Person): string => {
  const had = (before?.roles ?? []).map(describe);
  const has = after.roles.map(describe);
  const given = has.filter((each) => !had.includes(each)).map((each) => `role_given ${each}`);
  const revoked = had.filter((each) => !has.includes(each)).map((each) => `role_revoked ${each}`);
  const changes = [...given, ...revoked];
  if (changes.length > 0) return changes.join('; ');
  return before === undefined ? 'person_entered' : 'person_amended';
};
