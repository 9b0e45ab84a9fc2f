import type { Instant } from '../../domain/calendar-date.ts';
import { nextWorkingMorning } from '../../domain/letter-times.ts';
import { changesPublicName, memberChanges } from '../../domain/member-changes.ts';
import type { Member } from '../../domain/members.ts';
import type { Person } from '../../domain/people.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { NotFound } from '../failures.ts';
import type { Casework } from './dependencies.ts';
import { publishMember } from './publish-member.ts';

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
  const what = [roleChanges(before?.value, person), ...digestChange(before?.value, person)].join('; ');
  const entry = { version, by: actor.personId, at: now(), what };
  await people.savePerson(person, version, entry, digestOf(before?.value, person, now()));
  return version;
};

const choosesDigest = (who: Person | undefined) => who?.dailyDigest === true && who.email !== undefined;

/** When the digest begins, or that it ends; undefined when neither. */
const digestOf = (before: Person | undefined, after: Person, now: Instant) => {
  if (choosesDigest(before) === choosesDigest(after)) return undefined;
  return choosesDigest(after) ? nextWorkingMorning(now) : ('none' as const);
};

const digestChange = (before: Person | undefined, after: Person): string[] => {
  if ((before?.dailyDigest ?? false) === (after.dailyDigest ?? false)) return [];
  return [after.dailyDigest === true ? 'digest_chosen' : 'digest_declined'];
};

/**
 * Somebody chooses to get a letter each working day with the tasks that wait, or not to. Where it goes is the
 * administrator's to enter.
 * @throws NotFound when there is no such person; Conflict when the person has been changed meanwhile
 */
export const chooseDigest = async (
  casework: Casework,
  actor: Actor,
  dailyDigest: boolean,
): Promise<{ readonly kind: 'chosen' } | Refusal> => {
  const found = await casework.people.person(actor.personId);
  if (found === undefined) throw new NotFound('person');
  if (dailyDigest && found.value.email === undefined) return refuse('no_email_address');
  await savePerson(casework, { ...found.value, dailyDigest }, found.version, actor);
  return { kind: 'chosen' };
};

/**
 * How long after a change the public views are written once more: longer than any request lasts that had read the
 * member before it.
 */
const publishAgainSeconds = 60;

/**
 * Enters or amends a member. Same terms as `savePerson`. When the name that may be published changes, the public views
 * of the person's motions are written anew; what cannot be now, `tick` does.
 */
export const saveMember = async (
  casework: Casework,
  member: Member,
  seen: number,
  actor: Actor,
): Promise<number> => {
  const { people, now, realNow } = casework;
  const before = await people.member(member.memberId);
  const version = seen + 1;
  const what = memberChanges(before?.value, member);
  const entry = { version, by: actor.personId, at: now(), what };
  if (!changesPublicName(before?.value, member)) {
    await people.saveMember(member, version, entry);
    return version;
  }
  const again = new Date(Date.parse(realNow()) + publishAgainSeconds * 1000).toISOString();
  await people.saveMember(member, version, entry, again);
  await publishNow(casework, member.memberId);
  return version;
};

const publishNow = async (casework: Casework, memberId: string) => {
  try {
    await publishMember(casework, memberId);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    casework.journal.warn('publication_still_owed', { error: name });
  }
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
