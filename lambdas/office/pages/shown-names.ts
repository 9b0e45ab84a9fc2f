import { publicName } from '../../../domain/members.ts';
import type { Motion } from '../../../domain/motion.ts';
import { mayKnowProtection } from '../../../domain/permissions.ts';
import type { Actor } from '../../../domain/roles.ts';
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

/** Names of people who sign in, by their subject; who is not known is named by it. */
export const personNames = async (
  { people }: Pick<Casework, 'people'>,
  subjects: readonly string[],
): Promise<(subject: string) => string> => {
  const distinct = [...new Set(subjects)];
  const found = await Promise.all(distinct.map((subject) => people.person(subject)));
  const names = new Map(
    found.flatMap((each) => (each === undefined ? [] : [[each.value.subject, each.value.name]])),
  );
  return (subject) => names.get(subject) ?? (subject === 'system' ? 'Systemet' : subject);
};
