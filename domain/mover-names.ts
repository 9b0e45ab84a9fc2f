import { z } from 'zod';
import { type Member, publicName } from './members.ts';
import type { Motion } from './motion.ts';
import { hasStoodBack } from './withdrawn-on.ts';

/** A mover as a report names him or her: with the party as of signing (domain.md §1.4). */
export const moverName = z.object({ name: z.string(), party: z.string(), withdrawn: z.boolean() });
export type MoverName = z.infer<typeof moverName>;

/** Shown for a mover whom the register no longer holds: that there was one is not hidden. */
const unknownName = 'uppgift saknas';

/**
 * The movers of a motion, by name and party. The one place where a report gets a name from: what must not be shown is
 * masked here. Who is named in a revision and has not signed is not a mover yet.
 */
export const moverNames = (record: Motion, members: ReadonlyMap<string, Member>): MoverName[] =>
  record.signatories.flatMap((each) =>
    each.party === undefined
      ? []
      : [
          {
            name: shownName(members.get(each.memberId)),
            party: each.party,
            withdrawn: hasStoodBack(record, each),
          },
        ],
  );

const shownName = (who: Member | undefined): string => (who === undefined ? unknownName : publicName(who));

/** The movers on one line: `Anna Ek (S), Bo Alm (V, återtagit)`. */
export const moversLine = (movers: readonly MoverName[]): string =>
  movers
    .map(({ name, party, withdrawn }) => `${name} (${party}${withdrawn ? ', återtagit' : ''})`)
    .join(', ');
