import type { Invitation } from '../../domain/invitations.ts';
import { Conflict } from '../../lambdas/failures.ts';
import type { InvitationStore } from '../../lambdas/ports/invitation-store.ts';
import type { PeopleStore } from '../../lambdas/ports/people-store.ts';
import { copy, pageOf } from './in-memory-state.ts';

/** Invitations without an engine. */
export const inMemoryInvitations = (people: PeopleStore): InvitationStore => {
  const rows = new Map<string, Invitation>();
  const requireOpen = (codeHash: string): Invitation => {
    const found = rows.get(codeHash);
    if (found === undefined || found.usedAt !== undefined || found.revokedAt !== undefined) {
      throw new Conflict('the invitation is not open');
    }
    return found;
  };
  return {
    invite: async (given) => {
      if (rows.has(given.codeHash)) throw new Conflict('the invitation is there');
      rows.set(given.codeHash, copy(given));
    },
    invitation: async (codeHash) => copy(rows.get(codeHash)),
    invitations: async (page) =>
      pageOf(
        'INVITATIONS',
        [...rows.values()].map((row) => ({ order: `${row.invitedAt}#${row.codeHash}`, row })),
        page,
        'down',
      ),
    revokeInvitation: async (codeHash, at) =>
      void rows.set(codeHash, { ...requireOpen(codeHash), revokedAt: at }),
    useInvitation: async (codeHash, at, person, entry) => {
      const found = requireOpen(codeHash);
      rows.set(codeHash, { ...found, usedAt: at, usedBy: person.subject });
      try {
        await people.savePerson(person, 1, { ...entry, version: 1 });
      } catch (error) {
        rows.set(codeHash, found);
        throw error;
      }
    },
  };
};
