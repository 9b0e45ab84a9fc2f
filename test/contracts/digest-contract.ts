import { describe, expect, it } from 'vitest';
import { at, newId } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const minute = (minutes: number) => `2026-03-02T10:${String(minutes).padStart(2, '0')}:00.000Z`;
const claim = (minutes: number) => ({
  now: minute(minutes),
  realNow: minute(minutes),
  until: minute(minutes + 5),
});
const entry = (version: number) => ({ version, by: 'p-1', at, what: 'digest' });

/** Digests: owed from when the person chooses them, claimed by one, owed again, and gone when declined. */
export const digestContract = (stores: () => Stores) =>
  describe('digests', () => {
    const aPerson = (subject: string) => ({ subject, name: 'Eva Ek', roles: [] });
    const due = async (subject: string, now: string) => {
      const { items } = await inAllPages((page) => stores().digests.due(now, page), 3);
      return items.filter((each) => each.subject === subject).length;
    };

    it('are owed with the person who has chosen them', async () => {
      const { people, digests } = stores();
      const subject = newId('person');
      await people.savePerson(aPerson(subject), 1, entry(1));
      expect(await due(subject, minute(59))).toBe(0);
      await people.savePerson(aPerson(subject), 2, entry(2), minute(3));
      expect([await due(subject, minute(2)), await due(subject, minute(3))]).toEqual([0, 1]);
      expect(await digests.lease(subject, claim(2))).toBeUndefined();
      const claims = await Promise.all(Array.from({ length: 10 }, () => digests.lease(subject, claim(3))));
      expect(claims.filter((each) => each !== undefined)).toEqual([
        { subject, attempts: 1, dueAt: minute(3) },
      ]);
      expect([await due(subject, minute(7)), await due(subject, minute(8))]).toEqual([0, 1]);
      await people.savePerson({ ...aPerson(subject), unit: 'Staben' }, 3, entry(3));
      expect(await digests.lease(subject, claim(4))).toBeUndefined();
      await digests.owe(subject, minute(6), 1);
      expect(await digests.lease(subject, claim(6))).toEqual({ subject, attempts: 2, dueAt: minute(6) });
      await digests.owe(subject, minute(20), 0);
      expect([await due(subject, minute(19)), await due(subject, minute(20))]).toEqual([0, 1]);
      await people.savePerson(aPerson(subject), 4, entry(4), 'none');
      await digests.owe(subject, minute(21), 0);
      expect(await due(subject, minute(59))).toBe(0);
      expect(await digests.lease(subject, claim(30))).toBeUndefined();
    });
  });
