import { describe, expect, it } from 'vitest';
import { digestOf } from '../../lambdas/ports/public-register.ts';
import { changeBy, imported, newId, referred, registered } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

let year = 3100;

/** What the public sees, and from when. */
export const publicContract = (stores: () => Stores) =>
  describe('public register', () => {
    const receive = async () => {
      const caseId = newId('case');
      await stores().cases.commit(changeBy(caseId, undefined, imported()));
      return caseId;
    };
    const move = async (caseId: string, event: Parameters<typeof changeBy>[2]) => {
      const { cases } = stores();
      const change = changeBy(caseId, await cases.load(caseId), event);
      await cases.commit(change);
      return change.publicMotion;
    };

    it('shows a motion from its registration on, as it stands now', async () => {
      const { register } = stores();
      const caseId = await receive();
      year += 1;
      expect(await register.motion(caseId)).toBeUndefined();
      expect((await register.year(year, {})).items).toEqual([]);
      await move(caseId, registered(newId('RS'), year));
      const shown = await move(caseId, referred);
      expect(shown?.status).toBe('Referred');
      expect(await register.motion(caseId)).toEqual(shown);
      expect((await register.year(year, {})).items).toEqual([shown]);
    });

    it('is written anew with the version it was made of, and with no other', async () => {
      const { cases, register } = stores();
      const caseId = await receive();
      year += 1;
      const number = newId('RS');
      const shown = await move(caseId, registered(number, year));
      const motion = (await cases.load(caseId))?.motion;
      if (shown === undefined || motion === undefined) throw new Error('nothing is shown');
      const masked = {
        ...shown,
        movers: [{ name: 'Skyddade personuppgifter', party: 'S', withdrawn: false }],
      };
      expect(await cases.publish(motion, masked)).toBe(true);
      expect(await register.motion(caseId)).toEqual(masked);
      expect((await register.year(year, {})).items).toEqual([masked]);
      const later = await move(caseId, referred);
      expect(await cases.publish(motion, masked)).toBe(false);
      expect(await register.motion(caseId)).toEqual(later);
    });

    it('keeps the longer texts and what has happened beside it, and a head for each view', async () => {
      const { cases, register } = stores();
      const caseId = await receive();
      year += 1;
      expect(await register.details(caseId)).toEqual({ dissents: [], history: [] });
      const heads = async () => (await register.heads()).filter((each) => each.caseId === caseId);
      expect(await heads()).toEqual([]);
      const happened = (seq: number) => ({ seq, on: '2026-03-02', type: 'T', text: `Nummer ${seq}.` });
      const dissents = [{ body: 'board' as const, kind: 'reservation' as const, name: 'A', party: 'S' }];
      const answer = { title: 'Svar', sections: [{ heading: '', text: 'Ja.' }] };
      const first = changeBy(caseId, await cases.load(caseId), registered(newId('RS'), year));
      await cases.commit({ ...first, publicHappening: happened(2), publicDetails: { answer, dissents } });
      expect(await heads()).toEqual([
        { caseId, registerYear: year, digest: first.publicMotion && digestOf(first.publicMotion) },
      ]);
      const second = changeBy(caseId, await cases.load(caseId), referred);
      await cases.commit({ ...second, publicHappening: happened(3) });
      const history = [happened(2), happened(3)];
      expect(await register.details(caseId)).toEqual({ answer, dissents, history });
      expect(await register.allOfYear(year)).toEqual([second.publicMotion]);
      if (second.publicMotion === undefined) throw new Error('nothing is shown');
      await cases.publish(second.after, { ...second.publicMotion, title: 'Ny' }, { dissents: [] });
      expect(await register.details(caseId)).toEqual({ dissents: [], history });
      expect((await heads())[0]?.digest).toBe(digestOf({ ...second.publicMotion, title: 'Ny' }));
    });

    it('knows which case has a number', async () => {
      const { cases } = stores();
      const number = newId('RS');
      expect(await cases.caseNumbered(number)).toBeUndefined();
      const caseId = await receive();
      const change = changeBy(caseId, await cases.load(caseId), registered(number), {
        number: { registrationNumber: number },
      });
      await cases.commit(change);
      expect(await cases.caseNumbered(number)).toBe(caseId);
    });

    it('lists a year in the order of the numbers, on pages that lose none', async () => {
      const { register } = stores();
      year += 1;
      const series = newId('RS');
      const numbers = ['9', '10', '100', '11'].map((each) => `${series}-${each}`);
      for (const number of numbers) await move(await receive(), registered(number, year));
      const { items, pages } = await inAllPages((page) => register.year(year, page), 2);
      expect(items.map((each) => each.registrationNumber)).toEqual(
        ['9', '10', '11', '100'].map((each) => `${series}-${each}`),
      );
      expect(pages).toBe(2);
      await expect(register.year(year, { cursor: 'x' })).rejects.toMatchObject({ name: 'InvalidCursor' });
    });
  });
