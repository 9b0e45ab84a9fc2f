import { describe, expect, it } from 'vitest';
import type { Member } from '../../domain/members.ts';
import type { Person } from '../../domain/people.ts';
import { at, newId } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const entry = (version: number) => ({ version, by: 'p-1', at, what: `change ${version}` });
const aPerson = (subject: string, name = 'Eva Ek'): Person => ({
  subject,
  name,
  roles: [{ role: 'registrar', from: '2026-01-01' }],
});
const aMember = (memberId: string, name = 'Åke Öst'): Member => ({
  memberId,
  name,
  terms: [{ from: '2022-10-15', office: 'member' }],
  parties: [{ from: '2022-10-15', party: 'S' }],
  servingOn: [],
});

/** People and members: each write on the version before, with its entry in the log. */
export const peopleContract = (stores: () => Stores) =>
  describe('people', () => {
    it('keeps a person, and what was done, by version', async () => {
      const { people } = stores();
      const subject = newId('person');
      expect(await people.person(subject)).toBeUndefined();
      await people.savePerson(aPerson(subject), 1, entry(1));
      await people.savePerson({ ...aPerson(subject), roles: [] }, 2, entry(2));
      expect(await people.person(subject)).toEqual({ value: { ...aPerson(subject), roles: [] }, version: 2 });
      expect(await people.personLog(subject)).toEqual([entry(1), entry(2)]);
    });

    it('refuses a write on an older version, and a new person who is there', async () => {
      const { people } = stores();
      const subject = newId('person');
      await people.savePerson(aPerson(subject), 1, entry(1));
      for (const version of [1, 3]) {
        const saved = people.savePerson({ ...aPerson(subject), name: 'X' }, version, entry(version));
        await expect(saved).rejects.toMatchObject({ name: 'Conflict' });
      }
      expect((await people.person(subject))?.value.name).toBe('Eva Ek');
      expect(await people.personLog(subject)).toHaveLength(1);
    });

    it('keeps members on the same terms, and finds those that are known among 120 ids', async () => {
      const { people } = stores();
      const known = Array.from({ length: 110 }, () => newId('member'));
      await Promise.all(known.map((each) => people.saveMember(aMember(each), 1, entry(1))));
      const stale = people.saveMember(aMember(known[0] ?? ''), 1, entry(1));
      await expect(stale).rejects.toMatchObject({ name: 'Conflict' });
      const unknown = Array.from({ length: 10 }, () => newId('nobody'));
      const found = await people.membersById([...known, ...unknown, known[0] ?? '']);
      expect([...found.keys()].toSorted()).toEqual(known.toSorted());
      expect(found.get(known[5] ?? '')).toEqual(aMember(known[5] ?? ''));
      expect(await people.membersById([])).toEqual(new Map());
      expect((await people.member(known[1] ?? ''))?.version).toBe(1);
    });

    it('knows the names that are protected now, as they are now, of those alone', async () => {
      const { people } = stores();
      const [one, other] = [newId('member'), newId('member')];
      const names = async () => (await people.protectedNames()).filter((each) => each.includes(one));
      const save = (name: string, version: number, protectedIdentity?: boolean) =>
        people.saveMember({ ...aMember(one, `${name} ${one}`), protectedIdentity }, version, entry(version));
      await people.saveMember(aMember(other, `Bo ${one}`), 1, entry(1));
      await save('Åsa', 1);
      expect(await names()).toEqual([]);
      await save('Åsa', 2, true);
      await save('Eva', 3, true);
      await expect(save('Åsa', 3, false)).rejects.toMatchObject({ name: 'Conflict' });
      expect(await names()).toEqual([`Eva ${one}`]);
      await save('Eva', 4, false);
      expect(await names()).toEqual([]);
    });

    it('keeps the log of a member, and what is owed to be published, until it is done', async () => {
      const { people } = stores();
      const memberId = newId('member');
      const due = async (now: string) => {
        const { items } = await inAllPages((page) => people.membersToPublish(now, page), 2);
        return items.filter((each) => each.memberId === memberId);
      };
      await people.saveMember(aMember(memberId), 1, entry(1));
      expect(await due('2027-01-01T00:00:00.000Z')).toEqual([]);
      await people.saveMember(aMember(memberId), 2, entry(2), '2026-03-02T10:00:00.000Z');
      expect(await due('2026-03-02T09:59:59.999Z')).toEqual([]);
      expect(await due('2026-03-02T10:00:00.000Z')).toEqual([{ memberId, version: 2 }]);
      await people.saveMember(aMember(memberId), 3, entry(3), '2026-03-02T11:00:00.000Z');
      await people.clearPublication({ memberId, version: 2 });
      expect(await due('2026-03-02T11:00:00.000Z')).toEqual([{ memberId, version: 3 }]);
      await people.clearPublication({ memberId, version: 3 });
      await people.clearPublication({ memberId, version: 3 });
      expect(await due('2027-01-01T00:00:00.000Z')).toEqual([]);
      expect(await people.memberLog(memberId)).toEqual([entry(1), entry(2), entry(3)]);
      expect((await people.member(memberId))?.value).toEqual(aMember(memberId));
    });

    it('notes what was brought in under an id, once', async () => {
      const { people } = stores();
      const commandId = newId('import');
      expect(await people.memberImport(commandId)).toBeUndefined();
      await people.noteMemberImport(commandId, 'hash-1', { by: 'p-1', at });
      const again = people.noteMemberImport(commandId, 'hash-2', { by: 'p-1', at });
      await expect(again).rejects.toMatchObject({ name: 'Conflict' });
      expect(await people.memberImport(commandId)).toBe('hash-1');
    });

    it('lists people and members by name', async () => {
      const { people } = stores();
      const mark = newId('Zz');
      const names = ['c', 'a', 'b'].map((each) => `${mark} ${each}`);
      for (const name of names) {
        await people.savePerson(aPerson(newId('person'), name), 1, entry(1));
        await people.saveMember(aMember(newId('member'), name), 1, entry(1));
      }
      for (const list of [people.people, people.members]) {
        const { items } = await inAllPages<{ name: string }>((page) => list(page), 7);
        const own = items.map((each) => each.name).filter((each) => each.startsWith(mark));
        expect(own).toEqual(names.toSorted());
      }
    });
  });
