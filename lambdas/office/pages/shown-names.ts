import { protectedName, publicName } from '../../../domain/members.ts';
import type { Motion } from '../../../domain/motion.ts';
import type { Person } from '../../../domain/people.ts';
import { mayKnowProtection } from '../../../domain/permissions.ts';
import { type Actor, systemActor } from '../../../domain/roles.ts';
import type { Casework } from '../../casework/dependencies.ts';

/** A mover as the asker may see the name: protected for who need not know (domain.md §9). */
export interface ShownMover {
  readonly memberId: string;
  readonly name: string;
  readonly party: string;
  readonly withdrawnOn: string | undefined;
}

/** The movers of cases, looked up together. */
export const shownMovers = async (
  { people }: Pick<Casework, 'people'>,
  motions: readonly Pick<Motion, 'signatories'>[],
  actor: Actor,
): Promise<(of: Pick<Motion, 'signatories'>) => ShownMover[]> => {
  const named = motions.flatMap(({ signatories }) => signatories.map(({ memberId }) => memberId));
  const members = await people.membersById([...new Set(named)]);
  const isShownWhole = mayKnowProtection(actor);
  return ({ signatories }) =>
    signatories.map(({ memberId, party = '', withdrawnOn }) => {
      const who = members.get(memberId);
      const name = who === undefined ? memberId : isShownWhole ? who.name : publicName(who);
      return { memberId, name, party, withdrawnOn };
    });
};

/**
 * Names of people who sign in, by their subject; who is not known is named by it. An elected representative whose
 * identity is protected is so here too (domain.md §9).
 */
export const personNames = async (
  { people }: Pick<Casework, 'people'>,
  subjects: readonly string[],
  actor: Actor,
): Promise<(subject: string) => string> => {
  const found = await Promise.all([...new Set(subjects)].map((subject) => people.person(subject)));
  const persons = found.flatMap((each) => each?.value ?? []);
  const elected = await people.membersById(persons.flatMap(({ memberId }) => memberId ?? []));
  const shown = ({ name, memberId = '' }: Person) => {
    const isProtected = elected.get(memberId)?.protectedIdentity === true;
    return isProtected && !mayKnowProtection(actor) ? protectedName : name;
  };
  const names = new Map(persons.map((each) => [each.subject, shown(each)]));
  return (subject) => names.get(subject) ?? (subject === systemActor.personId ? 'systemet' : subject);
};
