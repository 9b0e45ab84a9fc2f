import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  aCase,
  aJourney,
  aKeptMeeting,
  BOARD_DAY,
  COUNCIL_DAY,
  judge,
  waysOf,
} from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { kept, unannounced, urgent } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { said } from '../support/said.ts';

type Placing = CommandOf<'place-on-council-agenda'>;
const typed: Placing = examples['place-on-council-agenda'].command;
const places = (more: Partial<Placing>, facts: Partial<Context> = {}) =>
  as('council-secretary', { ...typed, ...more }, facts);
const decides = (more: Partial<CommandOf<'decide'>>, facts: Partial<Context> = {}) =>
  as('council-secretary', { ...examples.decide.command, ...more }, facts);
const ready = aCase('CouncilReady');

describe('by which rule the council takes a matter up', () => {
  test('urgent: announced at the latest the working day before (KL 5:14–15)', () => {
    // 2026-06-16 is a Tuesday.
    expect(said(judge(ready, places({ basis: 'urgent', announcedOn: '2026-06-15' })))).toBe('16');
    expect(judge(ready, places({ basis: 'urgent', announcedOn: '2026-06-16' }))).toMatchObject({
      code: 'not_announced',
      rule: 'KL 5:14–15',
      detail: expect.stringContaining('2026-06-15') as string,
    });
  });
  test('a Saturday is the weekday nearest before a Monday, and a Sunday is none', () => {
    const monday = { meetingDate: '2026-06-15', basis: 'urgent' as const };
    expect(said(judge(ready, places({ ...monday, announcedOn: '2026-06-13' })))).toBe('16');
    expect(judge(ready, places({ ...monday, announcedOn: '2026-06-14' }))).toMatchObject({
      code: 'not_announced',
      detail: expect.stringContaining('senast 2026-06-13') as string,
    });
  });
  test('late for a usual one, and the refusal says how it can be taken up all the same', () => {
    expect(judge(ready, places({ announcedOn: '2026-06-15' }))).toMatchObject({
      code: 'not_announced',
      rule: 'KL 5:13, 5:52',
      detail: expect.stringMatching(/5:14.*5:52/) as string,
    });
  });
  test('an urgent one needs no week of summons, and is decided as any other', () => {
    const journey = aJourney(waysOf(urgent).CouncilAgenda);
    expect(journey.motion).toMatchObject({ basis: 'urgent' });
    expect(said(judge(journey, decides({})))).toBe('19');
  });
  test('unannounced: decided only when all who are present agree (KL 5:52)', () => {
    const journey = aJourney(waysOf(unannounced).CouncilAgenda);
    for (const agreeing of [undefined, 59, 61]) {
      expect(judge(journey, decides({ present: 60, agreeing }))).toMatchObject({
        code: 'not_unanimous',
        rule: 'KL 5:52',
      });
    }
    expect(said(judge(journey, decides({ present: 60, agreeing: 60 })))).toBe('19');
  });
});

describe('a meeting of the kept calendar', () => {
  test('says by which rule its summons is missing, and when its papers were due', () => {
    const places = (body: 'board' | 'council', facts: Partial<Meeting>) => {
      const meeting = aKeptMeeting(body, body === 'board' ? BOARD_DAY : COUNCIL_DAY, facts);
      const command = { type: `place-on-${body}-agenda`, meetingId: meeting.meetingId } as const;
      const journey = aCase(body === 'board' ? 'BoardReady' : 'CouncilReady');
      return judge(journey, as(`${body}-secretary`, command, { meeting, today: '2026-05-04' }));
    };
    const rule = 'domain.md §11.1 rad 12';
    expect(places('board', { summonedOn: undefined })).toMatchObject({ code: 'not_summoned', rule });
    const council = places('council', { summonedOn: undefined });
    expect(council).toMatchObject({
      code: 'not_summoned',
      rule: expect.stringContaining('KL 5:15') as string,
    });
    expect(places('board', { papersBy: '2026-05-03' })).toMatchObject({
      code: 'papers_late',
      detail: expect.stringContaining('Sista dag för handlingar var 2026-05-03.') as string,
    });
    expect(said(places('board', { papersBy: '2026-05-04' }))).toBe('12');
  });
  const council = (facts: Partial<Meeting> = {}) => aKeptMeeting('council', COUNCIL_DAY, facts);
  const onto = (meeting: Meeting, more: Partial<Placing> = {}, facts: Partial<Context> = {}) =>
    said(
      judge(
        ready,
        as(
          'council-secretary',
          { type: 'place-on-council-agenda', meetingId: meeting.meetingId, ...more },
          { meeting, today: '2026-06-08', ...facts },
        ),
      ),
    );
  test('says itself when it is, was summoned and announced; what is typed does not', () => {
    expect(onto(council())).toBe('16');
    expect(onto(council(), { meetingDate: '2027-01-01', summonedOn: '2020-01-01' })).toBe('16');
    const late = council({ summonedOn: '2026-06-10' });
    const then = { today: '2026-06-10' };
    expect(onto(late, { summonedOn: '2026-06-01' }, then)).toBe('not_summoned');
    expect(onto(council({ summonedOn: undefined }))).toBe('not_summoned');
    expect(onto(council({ announcedOn: '2026-06-10' }), {}, then)).toBe('not_announced');
  });
  test('announces and summons to what was on its agenda that day, and to nothing else (KL 5:13, 5:15)', () => {
    const later = { today: '2026-06-09' };
    expect(onto(council(), {}, later)).toBe('not_announced');
    // Announced anew with what has come since, or the matter by itself.
    expect(onto(council({ summonedOn: '2026-06-09', announcedOn: '2026-06-09' }), {}, later)).toBe('16');
    expect(onto(council({ announcedOn: '2026-06-09' }), {}, later)).toBe('not_announced');
    expect(onto(council({ summonedOn: '2026-06-09' }), {}, later)).toBe('not_announced');
    expect(onto(council(), { announcedOn: '2026-06-09' }, later)).toBe('16');
    expect(onto(council(), { announcedOn: '2026-06-10' }, { today: '2026-06-10' })).toBe('not_announced');
  });
  test('an urgent matter is announced by itself, or with a meeting that is announced late (KL 5:14)', () => {
    const onDay = (today: string) => ({ today });
    const day = onDay(COUNCIL_DAY);
    expect(onto(council(), { basis: 'urgent' }, day)).toBe('not_announced');
    expect(onto(council(), { basis: 'urgent', announcedOn: '2026-06-15' }, day)).toBe('16');
    expect(onto(council({ announcedOn: '2026-06-12' }), { basis: 'urgent' }, onDay('2026-06-12'))).toBe('16');
    expect(onto(council(), { basis: 'unannounced' }, day)).toBe('16');
  });
  test('a matter put there too late is not decided as announced either; one of old is as before', () => {
    const { motion, ...journey } = aJourney(waysOf(kept).CouncilAgenda);
    const decidesWith = (placedOn: string | undefined, more: object = {}) => {
      const record = motion?.status === 'CouncilAgenda' ? { ...motion, placedOn } : undefined;
      return said(judge({ ...journey, motion: record }, decides({ present: 60, ...more })));
    };
    expect(decidesWith('2026-06-08')).toBe('19');
    expect(decidesWith('2026-06-09')).toBe('not_announced');
    expect(decidesWith('2026-06-09', { agreeing: 60 })).toBe('19');
    expect(decidesWith(undefined)).toBe('19');
  });
  test.each([
    ['unknown', places({ meetingId: 'council-x' }), 'meeting_unknown', 'KL 5:12–13'],
    [
      'the board’s',
      places({}, { meeting: aKeptMeeting('board', BOARD_DAY) }),
      'meeting_of_other_body',
      'KL 5:52',
    ],
    [
      'cancelled',
      places({}, { meeting: council({ status: 'Cancelled' }) }),
      'meeting_cancelled',
      'KL 5:12–13',
    ],
    ['over', places({}, { meeting: council({ status: 'Ended' }) }), 'meeting_over', 'KL 5:52'],
  ])('not one that is %s', (_, act, code, rule) => {
    expect(judge(ready, act)).toMatchObject({ code, rule });
  });
  test('papers after their day need the secretary’s word', () => {
    const meeting = council({ papersBy: '2026-06-02' });
    expect(onto(meeting)).toBe('papers_late');
    expect(onto(meeting, { allowLatePapers: true })).toBe('16');
    expect(onto(council({ papersBy: '2026-06-08' }), {}, { today: '2026-06-08' })).toBe('16');
  });
  test('moved, it is summoned and announced anew before it decides (KL 5:13, 5:15)', () => {
    const moved = { type: 'MeetingMoved' as const, from: COUNCIL_DAY, to: '2026-06-23' };
    const journey = aJourney([
      ...waysOf(kept).CouncilAgenda,
      as('system', { type: 'follow-meeting', meetingId: council().meetingId, happened: moved }),
    ]);
    const minutes = { minutesId: 'council-2026-06-23' };
    const at = (facts: Partial<Meeting>) => ({
      meeting: council({ date: '2026-06-23', ...facts }),
      minutes: { ...openAt, minutesId: minutes.minutesId },
    });
    expect(
      said(judge(journey, decides(minutes, at({ summonedOn: undefined, announcedOn: undefined })))),
    ).toBe('not_summoned');
    expect(
      said(judge(journey, decides(minutes, at({ summonedOn: '2026-06-16', announcedOn: '2026-06-17' })))),
    ).toBe('not_announced');
    expect(
      said(judge(journey, decides(minutes, at({ summonedOn: '2026-06-16', announcedOn: '2026-06-16' })))),
    ).toBe('19');
    expect(said(judge(journey, decides({})))).toBe('minutes_of_other_meeting');
  });
  test('the board’s papers and summons likewise', () => {
    const boardReady = aCase('BoardReady');
    const meeting = (facts: Partial<Meeting>) => ({ meeting: aKeptMeeting('board', BOARD_DAY, facts) });
    const place = (facts: Partial<Meeting>) =>
      said(
        judge(
          boardReady,
          as('board-secretary', { type: 'place-on-board-agenda', meetingDate: BOARD_DAY }, meeting(facts)),
        ),
      );
    expect(place({})).toBe('12');
    expect(place({ summonedOn: undefined })).toBe('not_summoned');
    expect(place({ papersBy: '2026-04-28' })).toBe('papers_late');
    expect(place({ status: 'Cancelled' })).toBe('meeting_cancelled');
  });
});

const openAt = {
  status: 'Open' as const,
  version: 1,
  body: 'council' as const,
  meetingDate: '2026-06-23',
  certifiers: ['p-certifier'],
  signedBy: [],
  rungClocks: [],
  appeals: [],
};
