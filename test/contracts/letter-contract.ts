import { describe, expect, it } from 'vitest';
import type { KeptLetter, LetterKey } from '../../lambdas/ports/case-letters.ts';
import { aTask, at, changeBy, imported, newId } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const minute = (minutes: number) => `2026-03-02T10:${String(minutes).padStart(2, '0')}:00.000Z`;

const kept: KeptLetter = { templateVersion: 3, subject: 'Ämne', text: 'Text', html: '<p>Text</p>' };

/** The outbox: each letter is claimed by one sender at a time, and ends sent or failed. */
export const letterContract = (stores: () => Stores) =>
  describe('letters', () => {
    const owe = async (memberIds = ['m-1']) => {
      const caseId = newId('case');
      await stores().cases.commit(changeBy(caseId, undefined, imported(memberIds), { tells: ['received'] }));
      return { caseId, version: 1, memberId: memberIds[0] ?? '', template: 'received' } satisfies LetterKey;
    };
    const only = async ({ caseId }: LetterKey) => (await stores().cases.letters(caseId))[0];
    const isOwed = async ({ caseId }: LetterKey, now: string) => {
      const { items } = await inAllPages((page) => stores().cases.owed('letter', now, page));
      return items.some((each) => each.caseId === caseId);
    };

    it('owes a letter to each signatory from the moment of the event', async () => {
      const { cases } = stores();
      const key = await owe(['m-1', 'm-2']);
      const letters = await cases.letters(key.caseId);
      expect(letters).toHaveLength(2);
      expect(letters[0]).toEqual({ ...key, state: 'owed', attempts: 0, owedAt: at });
      expect(await isOwed(key, '2026-03-02T08:59:59.999Z')).toBe(false);
      expect(await isOwed(key, at)).toBe(true);
      expect(await cases.letters(newId('unknown'))).toEqual([]);
    });

    it('is kept also for a committee that is asked, beside those of members', async () => {
      const { cases } = stores();
      const caseId = newId('case');
      const change = changeBy(caseId, undefined, imported(['m-1']), { tells: ['received'] });
      const memberId = 'consultee:n-trafik';
      const letters = [...change.letters, { template: 'consultation-request' as const, memberId }];
      await cases.commit({ ...change, letters });
      const key: LetterKey = { caseId, version: 1, memberId, template: 'consultation-request' };
      expect(new Set((await cases.letters(caseId)).map((each) => each.memberId))).toEqual(
        new Set(['m-1', memberId]),
      );
      expect(await cases.leaseLetter(key, minute(0), minute(5))).toBe(true);
      await cases.markLetterSent(key, 'ses-1', minute(1), kept);
      const states = (await cases.letters(caseId)).map((each) => [each.memberId, each.state]);
      expect(new Map(states as [string, string][])).toEqual(
        new Map([
          ['m-1', 'owed'],
          [memberId, 'sent'],
        ]),
      );
    });

    it('is dropped when what it told is taken back, unless somebody has tried to send it', async () => {
      const { cases } = stores();
      const key = await owe(['m-1', 'm-2']);
      const drop = async (memberId: string) => {
        const { version, template } = key;
        const rang = { type: 'ClockRang', clock: 'registration', dueOn: '2026-03-04' } as const;
        const before = await cases.load(key.caseId);
        const dropped = [{ version, memberId, template }];
        await cases.commit(changeBy(key.caseId, before, rang, { dropped }));
      };
      const states = async () => (await cases.letters(key.caseId)).map((each) => [each.memberId, each.state]);
      await drop('m-1');
      expect(await states()).toEqual([
        ['m-1', 'dropped'],
        ['m-2', 'owed'],
      ]);
      expect((await only(key))?.owedAt).toBeUndefined();
      expect(await cases.leaseLetter(key, minute(0), minute(5))).toBe(false);
      expect(await cases.leaseLetter({ ...key, memberId: 'm-2' }, minute(0), minute(5))).toBe(true);
      expect(await isOwed(key, minute(4))).toBe(false);
      await expect(drop('m-2')).rejects.toMatchObject({ name: 'Conflict' });
      await expect(drop('m-1')).rejects.toMatchObject({ name: 'Conflict' });
    });

    it('is dropped while it is held, and no task is left of it', async () => {
      const { cases } = stores();
      const key = await owe();
      const { caseId, version, memberId, template } = key;
      const task = aTask(caseId, { kind: 'letter-held' });
      await cases.leaseLetter(key, minute(0), minute(5));
      await cases.holdLetter(key, task);
      const rang = { type: 'ClockRang', clock: 'registration', dueOn: '2026-03-04' } as const;
      const dropped = [{ version, memberId, template }];
      await cases.commit(changeBy(caseId, await cases.load(caseId), rang, { dropped }));
      expect(
        (await cases.lettersAstray({ limit: 10 })).items.filter((each) => each.caseId === caseId),
      ).toEqual([]);
      const release = { by: 'p-registrar', at: minute(30), reason: 'Togs tillbaka.' };
      expect(await cases.releaseLetters(caseId, [key], release, task)).toBe(0);
      expect((await only(key))?.state).toBe('dropped');
      expect((await cases.load(caseId))?.tasks).toEqual([]);
    });

    it('is claimed by one of ten senders', async () => {
      const { cases } = stores();
      const key = await owe();
      const claims = await Promise.all(
        Array.from({ length: 10 }, () => cases.leaseLetter(key, minute(0), minute(5))),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect((await only(key))?.attempts).toBe(1);
    });

    it('is claimed anew when the claim has run out, and is not due before', async () => {
      const { cases } = stores();
      const key = await owe();
      await cases.leaseLetter(key, minute(0), minute(5));
      expect(await cases.leaseLetter(key, minute(4), minute(9))).toBe(false);
      expect(await isOwed(key, minute(4))).toBe(false);
      expect(await isOwed(key, minute(5))).toBe(true);
      expect(await cases.leaseLetter(key, minute(5), minute(9))).toBe(true);
      expect((await only(key))?.attempts).toBe(2);
    });

    it('is sent once', async () => {
      const { cases } = stores();
      const key = await owe();
      await cases.leaseLetter(key, minute(0), minute(5));
      await cases.markLetterSent(key, 'ses-1', minute(1), kept);
      expect(await only(key)).toEqual({
        ...key,
        state: 'sent',
        attempts: 1,
        sentAt: minute(1),
        messageId: 'ses-1',
      });
      expect(await cases.leaseLetter(key, minute(50), minute(55))).toBe(false);
      expect(await isOwed(key, minute(50))).toBe(false);
      await cases.markLetterFailed(key, 'late', { retryAt: minute(9) });
      expect(await only(key)).toMatchObject({ state: 'sent' });
      expect(await only(key)).not.toHaveProperty('problem');
      expect(await isOwed(key, minute(50))).toBe(false);
    });

    it('is owed again later when it failed for now', async () => {
      const { cases } = stores();
      const key = await owe();
      await cases.leaseLetter(key, minute(0), minute(5));
      await cases.markLetterFailed(key, 'throttled', { retryAt: minute(20) });
      expect(await only(key)).toEqual({
        ...key,
        state: 'owed',
        attempts: 1,
        owedAt: minute(20),
        problem: 'throttled',
      });
      expect([await isOwed(key, minute(19)), await isOwed(key, minute(20))]).toEqual([false, true]);
      expect(await cases.leaseLetter(key, minute(20), minute(25))).toBe(true);
    });

    it('becomes a task of the registrar when it is given up', async () => {
      const { cases } = stores();
      const key = await owe();
      const task = aTask(key.caseId, { kind: 'letter-failed' });
      await cases.leaseLetter(key, minute(0), minute(5));
      await cases.markLetterFailed(key, 'rejected', { task });
      expect(await only(key)).toEqual({ ...key, state: 'failed', attempts: 1, problem: 'rejected' });
      expect((await cases.load(key.caseId))?.tasks).toEqual([task]);
      expect(await isOwed(key, minute(50))).toBe(false);
      expect(await cases.leaseLetter(key, minute(50), minute(55))).toBe(false);
    });

    it('is owed again when the registrar asks, and its task is closed', async () => {
      const { cases } = stores();
      const key = await owe();
      await cases.leaseLetter(key, minute(0), minute(5));
      await cases.markLetterFailed(key, 'rejected', { task: aTask(key.caseId, { kind: 'letter-failed' }) });
      expect(await cases.oweLettersAgain(key.caseId, minute(30))).toBe(1);
      expect([await isOwed(key, minute(29)), await isOwed(key, minute(30))]).toEqual([false, true]);
      expect((await cases.load(key.caseId))?.tasks).toEqual([]);
      expect(await cases.leaseLetter(key, minute(30), minute(35))).toBe(true);
      await cases.markLetterSent(key, 'ses-1', minute(31), kept);
      expect(await cases.oweLettersAgain(key.caseId, minute(40))).toBe(0);
    });

    it('is held until it is released, and then goes as any other', async () => {
      const { cases } = stores();
      const key = await owe(['m-1', 'm-2']);
      const other = { ...key, memberId: 'm-2' };
      const task = aTask(key.caseId, { kind: 'letter-held' });
      const release = { by: 'p-registrar', at: minute(30), reason: 'Prövad.' };
      await cases.leaseLetter(key, minute(0), minute(5));
      for (const each of [key, other]) await cases.holdLetter(each, task);
      expect((await cases.letters(key.caseId)).map(({ state }) => state)).toEqual(['held', 'held']);
      expect((await cases.load(key.caseId))?.tasks).toEqual([task]);
      expect(await isOwed(key, minute(59))).toBe(false);
      expect(await cases.leaseLetter(key, minute(50), minute(55))).toBe(false);
      await cases.markLetterFailed(key, 'late', { retryAt: minute(9) });
      expect(await cases.oweLettersAgain(key.caseId, minute(20))).toBe(0);
      expect(await cases.releaseLetters(key.caseId, [key], release, task)).toBe(1);
      expect((await cases.load(key.caseId))?.tasks).toEqual([task]);
      expect(await cases.releaseLetters(key.caseId, [key, other], release, task)).toBe(1);
      expect((await cases.load(key.caseId))?.tasks).toEqual([]);
      expect(await only(key)).toEqual({
        ...key,
        state: 'owed',
        attempts: 0,
        owedAt: minute(30),
        released: release,
      });
      expect([await isOwed(key, minute(29)), await isOwed(key, minute(30))]).toEqual([false, true]);
      expect(await cases.leaseLetter(key, minute(30), minute(35))).toBe(true);
      await cases.markLetterSent(key, 'ses-1', minute(31), kept);
      await cases.holdLetter(key, task);
      expect(await only(key)).toMatchObject({ state: 'sent', released: release });
      expect((await cases.load(key.caseId))?.tasks).toEqual([]);
    });

    it('is neither claimed nor marked when there is none', async () => {
      const { cases } = stores();
      const key = { ...(await owe()), memberId: 'm-9' };
      expect(await cases.leaseLetter(key, minute(0), minute(5))).toBe(false);
      await cases.markLetterSent(key, 'ses-1', minute(1), kept);
      expect(await cases.letters(key.caseId)).toHaveLength(1);
    });

    it('is written out once, by however many readers, when there are very many', async () => {
      const { cases } = stores();
      const memberIds = Array.from({ length: 150 }, (_, index) => `m-${index}`);
      const key = await owe(memberIds);
      expect(await isOwed(key, at)).toBe(true);
      const readers = await Promise.all(Array.from({ length: 5 }, () => cases.letters(key.caseId)));
      expect(readers.map((each) => each.length)).toEqual([150, 150, 150, 150, 150]);
      await cases.leaseLetter(key, minute(0), minute(5));
      await cases.markLetterSent(key, 'ses-1', minute(1), kept);
      const states = (await cases.letters(key.caseId)).map((each) => each.state);
      expect(states.filter((each) => each === 'owed')).toHaveLength(149);
    });
  });
