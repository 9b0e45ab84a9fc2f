import { describe, expect, it } from 'vitest';
import { changeBy, imported, newId, registered } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

let year = 2100;
/** A register year of its own for each test. */
const newYear = () => {
  year += 1;
  return year;
};

/** Register numbers: no gap, no double, and the register in their order. */
export const numberContract = (stores: () => Stores) =>
  describe('register numbers', () => {
    const receive = async () => {
      const caseId = newId('case');
      await stores().cases.commit(changeBy(caseId, undefined, imported()));
      return caseId;
    };
    /** As the office does it: read the counter, take the next, and try again when it has moved. */
    const registerNext = async (caseId: string, scope: string, registerYear: number): Promise<number> => {
      const { cases } = stores();
      for (let attempt = 0; attempt < 200; attempt += 1) {
        const from = await cases.lastSequence(scope);
        const sequence = from + 1;
        const registrationNumber = `${scope}-${sequence}`;
        const change = changeBy(
          caseId,
          await cases.load(caseId),
          registered(registrationNumber, registerYear),
          {
            number: { registrationNumber, counter: { scope, from, sequence } },
          },
        );
        const done = await cases.commit(change).then(
          () => true,
          (error: unknown) => {
            if (error instanceof Error && error.name === 'Conflict') return false;
            throw error;
          },
        );
        if (done) return sequence;
      }
      throw new Error('no number after 200 tries');
    };

    it('gives twenty parallel registrations twenty numbers without a gap', async () => {
      const { cases } = stores();
      const [scope, registerYear] = [newId('scope'), newYear()];
      const caseIds = await Promise.all(Array.from({ length: 20 }, receive));
      const sequences = await Promise.all(caseIds.map((each) => registerNext(each, scope, registerYear)));
      const upToTwenty = Array.from({ length: 20 }, (_, index) => index + 1);
      expect(sequences.toSorted((one, other) => one - other)).toEqual(upToTwenty);
      expect(await cases.lastSequence(scope)).toBe(20);
      const { items } = await cases.register(registerYear, {});
      expect(items.map(({ motion }) => 'registrationNumber' in motion && motion.registrationNumber)).toEqual(
        upToTwenty.map((sequence) => `${scope}-${sequence}`),
      );
    });

    it('starts at no number, and refuses a counter that has moved', async () => {
      const { cases } = stores();
      const scope = newId('scope');
      expect(await cases.lastSequence(scope)).toBe(0);
      const caseId = await receive();
      for (const from of [1, 7]) {
        const counter = { scope, from, sequence: from + 1 };
        const number = { registrationNumber: newId('RS'), counter };
        const change = changeBy(caseId, await cases.load(caseId), registered(number.registrationNumber), {
          number,
        });
        await expect(cases.commit(change)).rejects.toMatchObject({ name: 'Conflict' });
      }
      expect(await cases.lastSequence(scope)).toBe(0);
    });

    it('refuses a typed number that another case has', async () => {
      const { cases } = stores();
      const registrationNumber = newId('RS');
      const [first, second] = [await receive(), await receive()];
      const take = async (caseId: string) =>
        cases.commit(
          changeBy(caseId, await cases.load(caseId), registered(registrationNumber), {
            number: { registrationNumber },
          }),
        );
      await take(first);
      await expect(take(second)).rejects.toMatchObject({ name: 'NumberTaken' });
      expect((await cases.load(second))?.motion.status).toBe('Received');
    });

    it('says conflict, not taken, when the case has moved too', async () => {
      const { cases } = stores();
      const caseId = await receive();
      const registrationNumber = newId('RS');
      const change = () => ({ number: { registrationNumber } });
      const state = await cases.load(caseId);
      await cases.commit(changeBy(caseId, state, registered(registrationNumber), change()));
      const stale = changeBy(caseId, state, registered(registrationNumber), change());
      await expect(cases.commit(stale)).rejects.toMatchObject({ name: 'Conflict' });
    });

    it('lists 250 cases of a year in the order of their numbers, on pages that lose none', async () => {
      const { cases } = stores();
      const [series, registerYear] = [newId('S'), newYear()];
      const numbers = Array.from({ length: 250 }, (_, index) => `${series}/${index + 1}`);
      await Promise.all(
        numbers.toReversed().map(async (registrationNumber) => {
          const caseId = await receive();
          const state = await cases.load(caseId);
          await cases.commit(changeBy(caseId, state, registered(registrationNumber, registerYear)));
        }),
      );
      const { items, pages } = await inAllPages((page) => cases.register(registerYear, page), 40);
      expect(items.map(({ motion }) => 'registrationNumber' in motion && motion.registrationNumber)).toEqual(
        numbers,
      );
      expect(pages).toBe(7);
      expect((await cases.register(registerYear, {})).items).toHaveLength(50);
      expect((await cases.register(registerYear, { limit: 1000 })).items).toHaveLength(200);
      const whole = await inAllPages((page) => cases.register(registerYear, page), 125);
      expect([whole.items.length, whole.pages]).toEqual([250, 2]);
      expect((await cases.register(registerYear + 1000, {})).items).toEqual([]);
    }, 60_000);
  });
