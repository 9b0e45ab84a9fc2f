import { describe, expect, it } from 'vitest';
import { clocksOfMinutes } from '../../domain/clocks.ts';
import { evolveMinutes } from '../../domain/minutes.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import { chainEvent, chainStart, verifyChain } from '../../lambdas/event-chain.ts';
import type { MinutesChange, MinutesState } from '../../lambdas/ports/minutes-store.ts';
import { at, changeBy, hash, imported, newId, registered } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const opened = (meetingDate: string, body: 'council' | 'board' = 'council') =>
  ({ type: 'MinutesOpened', body, meetingDate, certifiers: ['p-2'] }) satisfies MinutesEvent;
const certified = {
  type: 'MinutesCertified',
  certifier: 'p-2',
  certifiedOn: '2026-03-02',
} satisfies MinutesEvent;

const changeOf = (
  minutesId: string,
  before: MinutesState | undefined,
  event: MinutesEvent,
  relayOwedAt?: string,
  meetings: MinutesChange['meetings'] = [],
): MinutesChange => {
  const version = (before?.minutes.version ?? 0) + 1;
  const commandId = newId('command');
  const after = evolveMinutes(before?.minutes, event, { minutesId, version });
  return {
    before,
    after,
    recorded: chainEvent(before?.head ?? chainStart, {
      seq: version,
      schemaVersion: 1,
      event,
      row: 'test',
      actor: { personId: 'p-1' },
      commandId,
      occurredOn: '2026-03-02',
      recordedAt: at,
    }),
    answer: { commandId, commandHash: hash('c'), version, recordedAt: at },
    relayOwedAt,
    meetings,
    clocks: { set: clocksOfMinutes(after), cancelled: clocksOfMinutes(before?.minutes) },
  };
};

/** The record of minutes, and what binds cases to them. */
export const minutesContract = (stores: () => Stores) =>
  describe('minutes', () => {
    const open = async (meetingDate = '2026-03-02', body: 'council' | 'board' = 'council') => {
      const minutesId = newId('minutes');
      await stores().minutes.commit(changeOf(minutesId, undefined, opened(meetingDate, body)));
      return minutesId;
    };
    const follow = async (minutesId: string, event: MinutesEvent, relayOwedAt?: string) => {
      const { minutes } = stores();
      await minutes.commit(changeOf(minutesId, await minutes.load(minutesId), event, relayOwedAt));
    };
    /** An act in the minutes; which act it is does not concern the store. */
    const actIn = async (minutesId: string, paragraph: string) => {
      const { cases } = stores();
      const caseId = newId('case');
      await cases.commit(changeBy(caseId, undefined, imported()));
      const change = changeBy(caseId, await cases.load(caseId), registered(newId('RS')), {
        minutes: { minutesId, paragraph, version: 1, stands: true },
      });
      return { caseId, done: cases.commit(change) };
    };

    it('puts a notice on the board when they are certified, and not before', async () => {
      const { register } = stores();
      const minutesId = await open('2031-03-02');
      const notices = async () =>
        (await register.notices('2031-03-02', '2031-03-02')).filter((each) => each.minutesId === minutesId);
      expect(await notices()).toEqual([]);
      await follow(minutesId, certified);
      const notice = { minutesId, body: 'council', meetingDate: '2031-03-02', certifiedOn: '2026-03-02' };
      expect(await notices()).toEqual([notice]);
      const posted = { postedOn: '2026-03-03', lastAppealDay: '2026-03-24', finalOn: '2026-03-25' };
      await follow(minutesId, { type: 'NoticePosted', ...posted });
      const { finalOn: _, ...days } = posted;
      expect(await notices()).toEqual([{ ...notice, ...days }]);
      expect(await register.notices('2031-03-03', '2032-01-01')).toEqual([]);
    });

    it('keeps the record, its chain and its answers', async () => {
      const { minutes } = stores();
      const minutesId = newId('minutes');
      const change = changeOf(minutesId, undefined, opened('2026-03-02'));
      await minutes.commit(change);
      expect(await minutes.load(minutesId)).toEqual({ minutes: change.after, head: change.recorded.hash });
      await follow(minutesId, certified);
      const events = await minutes.events(minutesId);
      expect(events.map((each) => each.event.type)).toEqual(['MinutesOpened', 'MinutesCertified']);
      expect(verifyChain(events)).toBeUndefined();
      expect((await minutes.answer(minutesId, change.answer.commandId))?.version).toBe(1);
      expect(await minutes.load(newId('unknown'))).toBeUndefined();
    });

    it('refuses what was judged on an older version, and minutes that are there', async () => {
      const { minutes } = stores();
      const minutesId = await open();
      const stale = await minutes.load(minutesId);
      await follow(minutesId, certified);
      const conflict = { name: 'Conflict' };
      await expect(minutes.commit(changeOf(minutesId, stale, certified))).rejects.toMatchObject(conflict);
      const again = changeOf(minutesId, undefined, opened('2026-03-02'));
      await expect(minutes.commit(again)).rejects.toMatchObject(conflict);
    });

    it('enters a case under its paragraph while they are open', async () => {
      const { minutes } = stores();
      const minutesId = await open();
      const [one, other] = [await actIn(minutesId, '§ 41'), await actIn(minutesId, '§ 42')];
      await Promise.all([one.done, other.done].map((each) => each.catch(() => undefined)));
      const items = await minutes.items(minutesId);
      for (const { caseId, paragraph } of items) {
        expect(paragraph).toBe(caseId === one.caseId ? '§ 41' : '§ 42');
      }
      expect(items.length).toBeGreaterThan(0);
    });

    it('holds several acts of one case, and lets one that was taken back go', async () => {
      const { minutes, cases } = stores();
      const minutesId = await open();
      const { caseId, done } = await actIn(minutesId, '§ 41');
      await done;
      const act = async (paragraph: string, stands: boolean) => {
        const place = { minutesId, paragraph, version: 1, stands };
        const rang = { type: 'ClockRang', clock: 'registration', dueOn: '2026-03-04' } as const;
        await cases.commit(changeBy(caseId, await cases.load(caseId), rang, { minutes: place }));
      };
      await act('§ 42', true);
      await act('§ 42', true);
      expect(await minutes.items(minutesId)).toEqual([
        { caseId, paragraph: '§ 41' },
        { caseId, paragraph: '§ 42' },
      ]);
      await act('§ 41', false);
      await act('§ 40', false);
      expect(await minutes.items(minutesId)).toEqual([{ caseId, paragraph: '§ 42' }]);
    });

    it('refuses an act in minutes that were certified in between, or never opened', async () => {
      const { minutes, cases } = stores();
      const minutesId = await open();
      await follow(minutesId, certified);
      const { caseId, done } = await actIn(minutesId, '§ 41');
      await expect(done).rejects.toMatchObject({ name: 'Conflict' });
      expect(await minutes.items(minutesId)).toEqual([]);
      expect((await cases.load(caseId))?.motion.version).toBe(1);
      const never = await actIn(newId('minutes'), '§ 1');
      await expect(never.done).rejects.toMatchObject({ name: 'Conflict' });
    });

    it('owes its cases a relay until it is cleared, oldest first', async () => {
      const { minutes } = stores();
      const minutesId = await open();
      await follow(minutesId, certified, at);
      const notice = { postedOn: '2026-03-03', lastAppealDay: '2026-03-24', finalOn: '2026-03-25' };
      await follow(minutesId, { type: 'NoticePosted', ...notice }, at);
      const isOwing = async () =>
        (await inAllPages((page) => minutes.minutesOwingRelays(page))).items.some(
          (each) => each.minutesId === minutesId,
        );
      expect(await minutes.owedRelays(minutesId)).toEqual([2, 3]);
      await minutes.clearRelay(minutesId, 2);
      expect([await minutes.owedRelays(minutesId), await isOwing()]).toEqual([[3], true]);
      await minutes.clearRelay(minutesId, 3);
      expect([await minutes.owedRelays(minutesId), await isOwing()]).toEqual([[], false]);
    });

    it('lists the minutes of a body, the latest meeting first', async () => {
      const { minutes } = stores();
      const [early, late] = [await open('2026-01-10', 'board'), await open('2026-02-10', 'board')];
      const { items } = await inAllPages((page) => minutes.list('board', page), 1);
      const ids = items.map((each) => each.minutesId).filter((each) => [early, late].includes(each));
      expect(ids).toEqual([late, early]);
      const council = await inAllPages((page) => minutes.list('council', page));
      expect(council.items.some((each) => each.minutesId === early)).toBe(false);
    });

    it('rings a clock that was moved on its new day only', async () => {
      const { clocks, cases } = stores();
      const caseId = newId('case');
      const change = changeBy(caseId, undefined, imported());
      await cases.commit(change);
      const moved = { kind: 'registration', dueOn: '2026-05-04' };
      const clockRang = { type: 'ClockRang', clock: 'registration', dueOn: '2026-03-04' } as const;
      const next = changeBy(caseId, await cases.load(caseId), clockRang);
      await cases.commit({ ...next, clocks: { set: [moved], cancelled: change.clocks.set } });
      const ringing = async (today: string) =>
        (await inAllPages((page) => clocks.due(today, page))).items.filter(
          ({ subject }) => 'caseId' in subject && subject.caseId === caseId,
        );
      expect(await ringing('2026-05-03')).toEqual([]);
      expect(await ringing('2026-05-04')).toEqual([{ ...moved, subject: { caseId } }]);
    });

    it('rings clocks of cases and minutes from their day on, until they are cancelled', async () => {
      const { clocks, cases } = stores();
      const caseId = newId('case');
      await cases.commit(changeBy(caseId, undefined, imported()));
      const minutesId = await open('2026-03-02');
      const ringing = async (today: string) =>
        (await inAllPages((page) => clocks.due(today, page), 3)).items.filter(({ subject }) =>
          'caseId' in subject
            ? subject.caseId === caseId
            : 'minutesId' in subject && subject.minutesId === minutesId,
        );
      const [registration] = await ringing('2026-03-16');
      expect(registration).toMatchObject({ kind: 'registration', subject: { caseId } });
      expect(await ringing('2026-03-02')).toEqual([]);
      const onTheDay = await ringing(registration?.dueOn ?? '');
      expect(onTheDay).toEqual([registration]);
      expect(await ringing('2026-03-17')).toHaveLength(2);
      await cases.commit(changeBy(caseId, await cases.load(caseId), registered(newId('RS'))));
      await follow(minutesId, certified);
      // Before the first warning that the motion's year runs.
      const after = await ringing('2026-08-01');
      expect(after.map((each) => each.kind)).toEqual(['posting']);
    });
  });
