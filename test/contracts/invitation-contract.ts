import { describe, expect, it } from 'vitest';
import type { Invitation } from '../../domain/invitations.ts';
import { at, newId } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const entry = { by: 'p-1', at, what: 'invited registrar' };
/** The engines keep what earlier runs wrote. */
const run = Math.floor(Math.random() * 16).toString(16);
let counted = 0;
const anInvitation = (name = 'Eva Ek', invitedAt = at): Invitation => {
  counted += 1;
  return {
    codeHash: counted.toString(16).padStart(64, run),
    name,
    roles: ['registrar'],
    invitedBy: 'p-1',
    invitedAt,
    expiresAt: '2026-12-01T00:00:00.000Z',
  };
};
const aPerson = (subject: string) => ({
  subject,
  name: 'Eva Ek',
  roles: [{ role: 'registrar' as const, from: '2026-01-01' }],
});
const isConflict = { name: 'Conflict' };

/** Invitations: used once, by whoever comes first. */
export const invitationContract = (stores: () => Stores) =>
  describe('invitations', () => {
    it('enters a person and closes the invitation in one go, once', async () => {
      const { invitations, people } = stores();
      const given = anInvitation();
      const [first, second] = [newId('person'), newId('person')];
      expect(await invitations.invitation(given.codeHash)).toBeUndefined();
      await invitations.invite(given, entry);
      await expect(invitations.invite(given, entry)).rejects.toMatchObject(isConflict);
      expect(await invitations.invitation(given.codeHash)).toEqual(given);
      const use = (subject: string) =>
        invitations.useInvitation(given.codeHash, at, aPerson(subject), { ...entry, by: subject });
      const came = await Promise.allSettled([use(first), use(second)]);
      expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const winner = came[0]?.status === 'fulfilled' ? first : second;
      const loser = winner === first ? second : first;
      expect((await people.person(winner))?.version).toBe(1);
      expect(await people.personLog(winner)).toEqual([{ ...entry, by: winner, version: 1 }]);
      expect(await people.person(loser)).toBeUndefined();
      expect(await invitations.invitation(given.codeHash)).toEqual({ ...given, usedAt: at, usedBy: winner });
    });

    it('does not enter one who is there, and then stays open', async () => {
      const { invitations, people } = stores();
      const given = anInvitation();
      const subject = newId('person');
      await people.savePerson(aPerson(subject), 1, { ...entry, version: 1 });
      await invitations.invite(given, entry);
      const used = invitations.useInvitation(given.codeHash, at, aPerson(subject), entry);
      await expect(used).rejects.toMatchObject(isConflict);
      expect(await invitations.invitation(given.codeHash)).toEqual(given);
    });

    it('is no use when it has been taken back, which is done once', async () => {
      const { invitations, people } = stores();
      const given = anInvitation();
      const subject = newId('person');
      await invitations.invite(given, entry);
      await invitations.revokeInvitation(given.codeHash, at, entry);
      expect(await invitations.invitation(given.codeHash)).toEqual({ ...given, revokedAt: at });
      const used = invitations.useInvitation(given.codeHash, at, aPerson(subject), entry);
      await expect(used).rejects.toMatchObject(isConflict);
      const again = invitations.revokeInvitation(given.codeHash, at, entry);
      await expect(again).rejects.toMatchObject(isConflict);
      expect(await people.person(subject)).toBeUndefined();
    });

    it('lists them, the latest first', async () => {
      const { invitations } = stores();
      const mark = newId('Zz');
      for (const day of ['02', '01', '03']) {
        await invitations.invite(anInvitation(`${mark} ${day}`, `2026-03-${day}T10:00:00.000Z`), entry);
      }
      const { items } = await inAllPages((page) => invitations.invitations(page), 2);
      const own = items.map(({ name }) => name).filter((name) => name.startsWith(mark));
      expect(own).toEqual(['03', '02', '01'].map((day) => `${mark} ${day}`));
    });
  });
