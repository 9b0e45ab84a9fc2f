import { describe, expect, it } from 'vitest';
import type { KeptLetter, LetterFate, LetterKey } from '../../lambdas/ports/case-letters.ts';
import { aTask, changeBy, imported, newId } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const minute = (minutes: number) => `2026-03-02T10:${String(minutes).padStart(2, '0')}:00.000Z`;
const kept: KeptLetter = { templateVersion: 3, subject: 'Ämne', text: 'Text', html: '<p>Text</p>' };
const delivered: LetterFate = { kind: 'delivered', at: minute(2) };
const bounced: LetterFate = { kind: 'bounced', at: minute(3), code: 'Permanent/General' };
const act = (minutes: number) => ({ by: 'p-registrar', at: minute(minutes), reason: 'Ny adress.' });

/** What becomes of letters after SES took them, and what a registrar does about it. */
export const letterFateContract = (stores: () => Stores) =>
  describe('the fate of letters', () => {
    const owe = async (memberIds = ['m-1']) => {
      const caseId = newId('case');
      await stores().cases.commit(changeBy(caseId, undefined, imported(memberIds), { tells: ['received'] }));
      return { caseId, version: 1, memberId: memberIds[0] ?? '', template: 'received' } satisfies LetterKey;
    };
    const send = async (key: LetterKey, messageId = 'ses-1') => {
      await stores().cases.leaseLetter(key, minute(0), minute(5));
      await stores().cases.markLetterSent(key, messageId, minute(1), kept);
    };
    const returned = ({ caseId }: LetterKey, minutes = 3) =>
      aTask(caseId, { kind: 'letter-returned', openedAt: minute(minutes) });
    const kinds = async ({ caseId }: LetterKey) =>
      ((await stores().cases.load(caseId))?.tasks ?? []).map(({ kind }) => kind);
    const astray = async ({ caseId }: LetterKey) => {
      const { items } = await inAllPages((page) => stores().cases.lettersAstray(page), 3);
      return items.filter((each) => each.caseId === caseId).map(({ memberId }) => memberId);
    };

    it('keeps the letter as it was sent, by message', async () => {
      const { cases } = stores();
      const key = await owe();
      expect(await cases.keptLetter(key, 'ses-1')).toBeUndefined();
      await send(key);
      expect(await cases.keptLetter(key, 'ses-1')).toEqual(kept);
      expect(await cases.keptLetter(key, 'ses-2')).toBeUndefined();
      expect(await cases.letter(key)).toMatchObject({ state: 'sent', messageId: 'ses-1' });
      expect(await cases.letter({ ...key, memberId: 'm-9' })).toBeUndefined();
    });

    it('goes from delivered to returned and never back, and is noted once', async () => {
      const { cases } = stores();
      const key = await owe();
      await send(key);
      expect(await cases.markLetterFate(key, 'ses-1', delivered)).toBe(true);
      expect(await cases.markLetterFate(key, 'ses-1', delivered)).toBe(false);
      expect(await astray(key)).toEqual([]);
      expect(await cases.markLetterFate(key, 'ses-1', bounced, returned(key))).toBe(true);
      expect(await cases.markLetterFate(key, 'ses-1', bounced, returned(key))).toBe(false);
      expect(await cases.markLetterFate(key, 'ses-1', delivered)).toBe(false);
      expect(await cases.letter(key)).toEqual({
        ...key,
        state: 'sent',
        attempts: 1,
        sentAt: minute(1),
        messageId: 'ses-1',
        fate: bounced,
      });
      expect([await kinds(key), await astray(key)]).toEqual([['letter-returned'], ['m-1']]);
    });

    it('is not that of another message, nor of a letter that is not sent', async () => {
      const { cases } = stores();
      const key = await owe();
      expect(await cases.markLetterFate(key, 'ses-1', bounced, returned(key))).toBe(false);
      await send(key, 'ses-2');
      expect(await cases.markLetterFate(key, 'ses-1', bounced, returned(key))).toBe(false);
      expect([await kinds(key), await astray(key)]).toEqual([[], []]);
    });

    it('lists letters that are held and given up too, until they are let go', async () => {
      const { cases } = stores();
      const key = await owe(['m-1', 'm-2']);
      const other = { ...key, memberId: 'm-2' };
      await cases.leaseLetter(key, minute(0), minute(5));
      await cases.markLetterFailed(key, 'rejected', {
        task: aTask(key.caseId, { kind: 'letter-failed', openedAt: minute(9) }),
      });
      await cases.holdLetter(other, aTask(key.caseId, { kind: 'letter-held', openedAt: minute(8) }));
      expect(await astray(key)).toEqual(['m-2', 'm-1']);
      await cases.releaseLetters(key.caseId, [other], act(10), aTask(key.caseId, { kind: 'letter-held' }));
      await cases.oweLettersAgain(key.caseId, minute(11));
      expect(await astray(key)).toEqual([]);
    });

    it('begins anew when the registrar has it sent again, and the task goes with the last', async () => {
      const { cases } = stores();
      const key = await owe(['m-1', 'm-2']);
      const other = { ...key, memberId: 'm-2' };
      for (const each of [key, other]) {
        await send(each, `ses-${each.memberId}`);
        await cases.markLetterFate(each, `ses-${each.memberId}`, bounced, returned(each));
      }
      expect(await cases.resendLetters(key.caseId, [key], act(10))).toBe(1);
      expect(await kinds(key)).toEqual(['letter-returned']);
      expect(await cases.resendLetters(key.caseId, [key, other], act(11))).toBe(1);
      expect([await kinds(key), await astray(key)]).toEqual([[], []]);
      expect(await cases.letter(key)).toEqual({
        ...key,
        state: 'owed',
        attempts: 0,
        owedAt: minute(10),
        sentAt: minute(1),
        messageId: 'ses-m-1',
        resent: [act(10)],
      });
      // News of the first message comes late.
      expect(await cases.markLetterFate(key, 'ses-m-1', bounced, returned(key))).toBe(false);
      await cases.leaseLetter(key, minute(12), minute(15));
      await cases.markLetterSent(key, 'ses-3', minute(12), { ...kept, text: 'Ny text' });
      await cases.resendLetters(key.caseId, [key], act(20));
      expect((await cases.letter(key))?.resent).toEqual([act(10), act(20)]);
      expect((await cases.keptLetter(key, 'ses-m-1'))?.text).toBe('Text');
      expect((await cases.keptLetter(key, 'ses-3'))?.text).toBe('Ny text');
    });

    it('sends again what was given up, and takes back an approval', async () => {
      const { cases } = stores();
      const key = await owe();
      await cases.holdLetter(key, aTask(key.caseId, { kind: 'letter-held' }));
      expect(await cases.resendLetters(key.caseId, [key], act(4))).toBe(0);
      await cases.releaseLetters(key.caseId, [key], act(5), aTask(key.caseId, { kind: 'letter-held' }));
      await cases.leaseLetter(key, minute(6), minute(9));
      await cases.markLetterFailed(key, 'rejected', { task: aTask(key.caseId, { kind: 'letter-failed' }) });
      expect(await cases.resendLetters(key.caseId, [key], act(10))).toBe(1);
      const row = await cases.letter(key);
      expect(row).toMatchObject({ state: 'owed', owedAt: minute(10) });
      expect(row).not.toHaveProperty('released');
      expect(row).not.toHaveProperty('problem');
      expect([await kinds(key), await astray(key)]).toEqual([[], []]);
      const { items } = await inAllPages((page) => cases.owed('letter', minute(10), page));
      expect(items.some((each) => each.caseId === key.caseId)).toBe(true);
    });

    it('is settled once, when it is astray, and stays what it is', async () => {
      const { cases } = stores();
      const key = await owe(['m-1', 'm-2']);
      const other = { ...key, memberId: 'm-2' };
      await send(key);
      expect(await cases.settleLetters(key.caseId, [key, other], act(2))).toBe(0);
      await cases.markLetterFate(key, 'ses-1', bounced, returned(key));
      expect(await cases.settleLetters(key.caseId, [key], act(10))).toBe(1);
      expect(await cases.settleLetters(key.caseId, [key], act(11))).toBe(0);
      expect(await cases.letter(key)).toMatchObject({ state: 'sent', fate: bounced, settled: act(10) });
      expect([await kinds(key), await astray(key)]).toEqual([[], []]);
      await cases.leaseLetter(other, minute(0), minute(5));
      await cases.markLetterFailed(other, 'rejected', { task: aTask(key.caseId, { kind: 'letter-failed' }) });
      expect(await cases.settleLetters(key.caseId, [other], act(12))).toBe(1);
      expect(await cases.oweLettersAgain(key.caseId, minute(20))).toBe(0);
    });

    it('stops an address, however it is written, until the stop is lifted', async () => {
      const { addresses } = stores();
      const name = newId('Anna');
      await addresses.stop(`${name}@region.example`, { reason: 'bounced', at: minute(1) });
      await addresses.stop(`${name}@region.example`, { reason: 'complained', at: minute(2) });
      expect(await addresses.stopOf(` ${name.toUpperCase()}@REGION.example`)).toEqual({
        reason: 'complained',
        at: minute(2),
      });
      expect(await addresses.stopOf('bo@region.example')).toBeUndefined();
      await addresses.lift(`${name}@Region.example`);
      await addresses.lift(`${name}@region.example`);
      expect(await addresses.stopOf(`${name}@region.example`)).toBeUndefined();
    });
  });
