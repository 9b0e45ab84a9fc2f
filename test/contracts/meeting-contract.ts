import { describe, expect, it } from 'vitest';
import { evolveMeeting, type MeetingBody } from '../../domain/meeting.ts';
import { clocksOfMeeting } from '../../domain/meeting-clocks.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import { evolveMinutes } from '../../domain/minutes.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import { chainEvent, chainStart, verifyChain } from '../../lambdas/event-chain.ts';
import type { MeetingChange, MeetingState } from '../../lambdas/ports/meeting-store.ts';
import type { MinutesChange } from '../../lambdas/ports/minutes-store.ts';
import { at, changeBy, hash, imported, newId, registered } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const planned = (date: string, body: MeetingBody = 'council') =>
  ({ type: 'MeetingPlanned', body, date, plannedOn: '2026-01-02', startsAt: '09:00' }) satisfies MeetingEvent;
const summoned = { type: 'MeetingSummoned', summonedOn: '2026-03-02' } satisfies MeetingEvent;
const moved = (from: string, to: string) => ({ type: 'MeetingMoved', from, to }) satisfies MeetingEvent;

const changeOf = (
  meetingId: string,
  before: MeetingState | undefined,
  event: MeetingEvent,
  relayOwedAt?: string,
): MeetingChange => {
  const version = (before?.meeting.version ?? 0) + 1;
  const commandId = newId('command');
  const after = evolveMeeting(before?.meeting, event, { meetingId, version });
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
    clocks: { set: clocksOfMeeting(after), cancelled: clocksOfMeeting(before?.meeting) },
  };
};

/** Minutes just opened. */
const openedMinutes = (minutesId: string): MinutesChange => {
  const event = {
    type: 'MinutesOpened',
    body: 'council',
    meetingDate: '2026-04-14',
    certifiers: ['p-2'],
  } satisfies MinutesEvent;
  const commandId = newId('command');
  return {
    before: undefined,
    after: evolveMinutes(undefined, event, { minutesId, version: 1 }),
    recorded: chainEvent(chainStart, {
      seq: 1,
      schemaVersion: 1,
      event,
      row: 'test',
      actor: { personId: 'p-1' },
      commandId,
      occurredOn: '2026-04-14',
      recordedAt: at,
    }),
    answer: { commandId, commandHash: hash('c'), version: 1, recordedAt: at },
    meetings: [],
    clocks: { set: [], cancelled: [] },
  };
};

/** The record of meetings, and what binds cases to them. */
export const meetingContract = (stores: () => Stores) =>
  describe('meetings', () => {
    const plan = async (date = '2026-04-14', body: MeetingBody = 'council') => {
      const meetingId = newId('meeting');
      await stores().meetings.commit(changeOf(meetingId, undefined, planned(date, body)));
      return meetingId;
    };
    const follow = async (meetingId: string, event: MeetingEvent, relayOwedAt?: string) => {
      const { meetings } = stores();
      await meetings.commit(changeOf(meetingId, await meetings.load(meetingId), event, relayOwedAt));
    };
    /** An act judged by the meeting; which act it is does not concern the store. */
    const actAt = async (meetingId: string, version = 1, enters = true) => {
      const { cases } = stores();
      const caseId = newId('case');
      await cases.commit(changeBy(caseId, undefined, imported()));
      const change = changeBy(caseId, await cases.load(caseId), registered(newId('RS')), {
        meeting: { meetingId, version, enters },
      });
      return { caseId, commit: () => cases.commit(change) };
    };

    it('keeps the record, its chain and its answers', async () => {
      const { meetings } = stores();
      const meetingId = newId('meeting');
      const change = changeOf(meetingId, undefined, planned('2026-04-14'));
      await meetings.commit(change);
      expect(await meetings.load(meetingId)).toEqual({ meeting: change.after, head: change.recorded.hash });
      await follow(meetingId, summoned);
      const events = await meetings.events(meetingId);
      expect(events.map((each) => each.event.type)).toEqual(['MeetingPlanned', 'MeetingSummoned']);
      expect(verifyChain(events)).toBeUndefined();
      expect((await meetings.answer(meetingId, change.answer.commandId))?.version).toBe(1);
      expect(await meetings.load(newId('unknown'))).toBeUndefined();
    });

    it('refuses what was judged on an older version, and a meeting that is there', async () => {
      const { meetings } = stores();
      const meetingId = await plan();
      const stale = await meetings.load(meetingId);
      await follow(meetingId, summoned);
      const conflict = { name: 'Conflict' };
      await expect(meetings.commit(changeOf(meetingId, stale, summoned))).rejects.toMatchObject(conflict);
      const again = changeOf(meetingId, undefined, planned('2026-04-14'));
      await expect(meetings.commit(again)).rejects.toMatchObject(conflict);
    });

    it('enters a case on the agenda, once however often it comes', async () => {
      const { meetings, cases } = stores();
      const meetingId = await plan();
      const [one, other] = [await actAt(meetingId), await actAt(meetingId)];
      await one.commit();
      await other.commit();
      const again = changeBy(
        one.caseId,
        await cases.load(one.caseId),
        { type: 'MotionReferred', by: 'council', announcedOn: '2026-03-02' },
        { meeting: { meetingId, version: 1, enters: true } },
      );
      await cases.commit(again);
      const ids = (await meetings.items(meetingId)).map((each) => each.caseId);
      expect(ids).toEqual([one.caseId, other.caseId].sort());
    });

    it('refuses an act judged by a meeting that has moved since, or that never was', async () => {
      const { meetings, cases } = stores();
      const meetingId = await plan();
      await follow(meetingId, moved('2026-04-14', '2026-04-21'));
      const { caseId, commit } = await actAt(meetingId, 1);
      await expect(commit()).rejects.toMatchObject({ name: 'Conflict' });
      expect(await meetings.items(meetingId)).toEqual([]);
      expect((await cases.load(caseId))?.motion.version).toBe(1);
      const never = await actAt(newId('meeting'));
      await expect(never.commit()).rejects.toMatchObject({ name: 'Conflict' });
    });

    it('is checked by an act that does not place a case, and has none on its agenda for that', async () => {
      const { meetings } = stores();
      const meetingId = await plan();
      const dealtWith = await actAt(meetingId, 1, false);
      await dealtWith.commit();
      expect(await meetings.items(meetingId)).toEqual([]);
      const early = await actAt(meetingId, 1, false);
      await follow(meetingId, summoned);
      await expect(early.commit()).rejects.toMatchObject({ name: 'Conflict' });
    });

    it('notes nothing when the minutes have moved since it was judged, or been opened', async () => {
      const { meetings, minutes } = stores();
      const meetingId = await plan();
      const minutesId = newId('minutes');
      const note = async (version: number) => {
        const change = changeOf(meetingId, await meetings.load(meetingId), summoned);
        return meetings.commit({ ...change, minutes: { minutesId, version } });
      };
      await note(0);
      await minutes.commit(openedMinutes(minutesId));
      await expect(note(0)).rejects.toMatchObject({ name: 'Conflict' });
      await expect(note(2)).rejects.toMatchObject({ name: 'Conflict' });
      await note(1);
    });

    it('owes its cases a relay until it is cleared, oldest first', async () => {
      const { meetings } = stores();
      const meetingId = await plan();
      await follow(meetingId, moved('2026-04-14', '2026-04-21'), at);
      await follow(meetingId, { type: 'MeetingCancelled' }, at);
      const isOwing = async () =>
        (await inAllPages((page) => meetings.meetingsOwingRelays(page))).items.some(
          (each) => each.meetingId === meetingId,
        );
      expect(await meetings.owedRelays(meetingId)).toEqual([2, 3]);
      await meetings.clearRelay(meetingId, 2);
      expect([await meetings.owedRelays(meetingId), await isOwing()]).toEqual([[3], true]);
      await meetings.clearRelay(meetingId, 3);
      expect([await meetings.owedRelays(meetingId), await isOwing()]).toEqual([[], false]);
    });

    it('lists the meetings of a body, the latest first', async () => {
      const { meetings } = stores();
      const [early, late] = [await plan('2026-01-10', 'board'), await plan('2026-02-10', 'board')];
      const { items } = await inAllPages((page) => meetings.list('board', page), 1);
      const ids = items.map((each) => each.meetingId).filter((each) => [early, late].includes(each));
      expect(ids).toEqual([late, early]);
      const council = await inAllPages((page) => meetings.list('council', page));
      expect(council.items.some((each) => each.meetingId === early)).toBe(false);
    });

    it('gives the calendar of both bodies from day to day, and a moved meeting on its new day', async () => {
      const { meetings } = stores();
      const dates = ['2031-02-01', '2031-02-03', '2031-02-05', '2031-02-07'];
      const ids: string[] = [];
      for (const [index, date] of dates.entries())
        ids.push(await plan(date, index % 2 ? 'board' : 'council'));
      const between = async (from: string, to: string) =>
        (await meetings.calendar(from, to)).map((each) => each.meetingId).filter((id) => ids.includes(id));
      expect(await between('2031-02-03', '2031-02-05')).toEqual([ids[1], ids[2]]);
      expect(await between('2031-01-01', '2031-12-31')).toEqual(ids);
      await follow(ids[0] ?? '', moved('2031-02-01', '2031-02-06'));
      expect(await between('2031-02-01', '2031-02-28')).toEqual([ids[1], ids[2], ids[0], ids[3]]);
    });

    it('rings the clocks of a meeting from their day on, until it is summoned to', async () => {
      const { clocks } = stores();
      const meetingId = await plan('2026-04-14');
      const ringing = async (today: string) =>
        (await inAllPages((page) => clocks.due(today, page), 3)).items.filter(
          ({ subject }) => 'meetingId' in subject && subject.meetingId === meetingId,
        );
      expect(await ringing('2026-04-07')).toEqual([]);
      const due = await ringing('2026-04-08');
      expect(due.map((each) => each.kind).sort()).toEqual(['announcement', 'summons']);
      expect(due[0]?.subject).toEqual({ meetingId });
      await follow(meetingId, summoned);
      expect((await ringing('2026-12-31')).map((each) => each.kind)).toEqual(['announcement']);
    });
  });
