import { describe, expect, it } from 'vitest';
import { aTask, changeBy, draftStarted, imported, newId, submitted } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

/** Lists of cases and tasks: who is in them, in what order, on pages that lose none. */
export const listContract = (stores: () => Stores) =>
  describe('lists', () => {
    const receive = async (signatories: string[], party: string, at?: string) => {
      const caseId = newId('case');
      await stores().cases.commit(
        changeBy(caseId, undefined, imported(signatories, party), at === undefined ? {} : { at }),
      );
      return caseId;
    };
    const idsOf = (page: { items: readonly { caseId: string }[] }) => page.items.map((each) => each.caseId);

    it('lists a draft for its group and its named signatories only, and a received motion for its party', async () => {
      const { cases } = stores();
      const [caseId, member, other, group] = [newId('case'), newId('m'), newId('m'), newId('group')];
      const lists = async () => ({
        group: idsOf(await cases.byPartyGroup(group, {})),
        signatory: idsOf(await cases.bySignatory(member, {})),
        revisedAway: idsOf(await cases.bySignatory(other, {})),
        party: idsOf(await cases.byParty(group, {})),
      });
      await cases.commit(changeBy(caseId, undefined, draftStarted([member, other], group)));
      expect(await lists()).toEqual({
        group: [caseId],
        signatory: [caseId],
        revisedAway: [caseId],
        party: [],
      });
      const revised = {
        type: 'TextRevised' as const,
        text: { documentId: 'doc-2', hash: 'a'.repeat(64) },
        clauseCount: 1,
        signatories: [member],
      };
      await cases.commit(changeBy(caseId, await cases.load(caseId), revised));
      expect(await lists()).toEqual({ group: [caseId], signatory: [caseId], revisedAway: [], party: [] });
      await cases.commit(changeBy(caseId, await cases.load(caseId), submitted([member], group)));
      expect(await lists()).toEqual({
        group: [caseId],
        signatory: [caseId],
        revisedAway: [],
        party: [caseId],
      });
      const [row] = (await cases.byParty(group, {})).items;
      expect(row?.motion).toEqual((await cases.load(caseId))?.motion);
    });

    it('lists a draft under no party, even if one is known', async () => {
      const { cases } = stores();
      const [caseId, party] = [newId('case'), newId('party')];
      const change = changeBy(caseId, undefined, draftStarted(['m-1']));
      const after = { ...change.after, signatories: [{ memberId: 'm-1', party }] };
      await cases.commit({ ...change, after });
      expect(idsOf(await cases.byParty(party, {}))).toEqual([]);
    });

    it('lists a discarded draft nowhere', async () => {
      const { cases } = stores();
      const [caseId, member, group] = [newId('case'), newId('m'), newId('group')];
      await cases.commit(changeBy(caseId, undefined, draftStarted([member], group)));
      await cases.commit(changeBy(caseId, await cases.load(caseId), { type: 'DraftDiscarded' }));
      expect(idsOf(await cases.byPartyGroup(group, {}))).toEqual([]);
      expect(idsOf(await cases.bySignatory(member, {}))).toEqual([]);
    });

    it('lists the newest case of a party first, 250 of them without loss', async () => {
      const { cases } = stores();
      const party = newId('party');
      const caseIds: string[] = [];
      for (let batch = 0; batch < 10; batch += 1) {
        const times = Array.from(
          { length: 25 },
          (_, index) => new Date(Date.UTC(2026, 0, 1, 0, batch, index)),
        );
        caseIds.push(
          ...(await Promise.all(times.map((time) => receive(['m-1'], party, time.toISOString())))),
        );
      }
      const { items, pages } = await inAllPages((page) => cases.byParty(party, page), 33);
      expect(items.map((each) => each.caseId)).toEqual(caseIds.toReversed());
      expect(pages).toBe(8);
      const large = await cases.byParty(party, { limit: 180 });
      expect(idsOf(large)).toEqual(caseIds.toReversed().slice(0, 180));
    }, 60_000);

    it('shows a person the tasks of the role and the own ones, by due date', async () => {
      const { cases } = stores();
      const [personId, memberId] = [newId('p'), newId('m')];
      const caseId = await receive(['m-1'], 'S');
      const task = (kind: string, dueOn: string, assignee: Parameters<typeof aTask>[1]) =>
        aTask(caseId, { kind, dueOn, ...assignee });
      const tasks = [
        task('of-the-role', '2026-01-02', { assignee: { role: 'official' } }),
        task('of-me', '2026-01-01', { assignee: { role: 'official', personIds: [personId] } }),
        task('of-us', '2026-01-03', { assignee: { role: 'official', personIds: [personId, 'p-2'] } }),
        task('as-member', '2026-01-04', { assignee: { role: 'member', memberIds: [memberId] } }),
        task('of-another', '2026-01-05', { assignee: { role: 'official', personIds: ['p-9'] } }),
      ];
      const wait = { step: 'AwaitAnswer', openedAtVersion: 1, generation: 1, token: 't' };
      await cases.openWait(caseId, wait, tasks);
      const kindsFor = async (who: Parameters<typeof cases.worklist>[0], limit: number) => {
        const { items } = await inAllPages((page) => cases.worklist(who, page), limit);
        return items.filter((each) => each.caseId === caseId).map((each) => each.kind);
      };
      for (const limit of [1, 2, 50]) {
        expect(await kindsFor({ role: 'official', personId, memberId }, limit)).toEqual([
          'of-me',
          'of-the-role',
          'of-us',
          'as-member',
        ]);
        expect(await kindsFor({ role: 'official', personId: newId('p') }, limit)).toEqual(['of-the-role']);
        expect(await kindsFor({ role: 'manager' }, limit)).toEqual([]);
      }
    });

    it('shows 250 tasks of two lists in one order, on pages that lose none', async () => {
      const { cases } = stores();
      const personId = newId('p');
      const caseId = await receive(['m-1'], 'S');
      for (let batch = 0; batch < 5; batch += 1) {
        const tasks = Array.from({ length: 50 }, (_, index) => {
          const number = 5 * index + batch;
          const kind = `${personId}-${String(number).padStart(3, '0')}`;
          const assignee = {
            role: 'archivist' as const,
            ...(number % 3 === 0 ? {} : { personIds: [personId] }),
          };
          return aTask(caseId, { kind, dueOn: '2026-02-01', assignee });
        });
        const wait = { step: 'AwaitArchiving', openedAtVersion: 1, generation: 1, token: 't' };
        await cases.openWait(caseId, wait, tasks);
      }
      const who = { role: 'archivist', personId };
      const { items } = await inAllPages((page) => cases.worklist(who, page), 37);
      const kinds = items.filter((each) => each.caseId === caseId).map((each) => each.kind);
      expect(kinds).toEqual(
        Array.from({ length: 250 }, (_, number) => `${personId}-${String(number).padStart(3, '0')}`),
      );
    });

    it('refuses a cursor that is damaged or another list’s', async () => {
      const { cases, people } = stores();
      const party = newId('party');
      await receive(['m-1'], party);
      await receive(['m-1'], party);
      const { cursor = '' } = await cases.byParty(party, { limit: 1 });
      expect(cursor).toMatch(/^[\w-]+$/);
      const refused = { name: 'InvalidCursor' };
      for (const bad of ['', 'x', '%%%', Buffer.from('["PARTY",1]').toString('base64url'), `${cursor}AAAA`]) {
        await expect(cases.byParty(party, { cursor: bad })).rejects.toMatchObject(refused);
      }
      await expect(cases.byParty('another', { cursor })).rejects.toMatchObject(refused);
      await expect(cases.worklist({ role: 'registrar' }, { cursor })).rejects.toMatchObject(refused);
      await expect(people.members({ cursor })).rejects.toMatchObject(refused);
      expect((await cases.byParty(party, { cursor })).items).toHaveLength(1);
    });
  });
