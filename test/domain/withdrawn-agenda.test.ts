import { describe, expect, test } from 'vitest';
import { motion } from '../../domain/motion.ts';
import { dueOnOf, isPlanned } from '../../domain/task.ts';
import {
  aCase,
  aJourney,
  aKeptMeeting,
  judge,
  usual,
  ways,
  waysOf,
  withdraws,
} from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { kept, sideWays, withLeaver } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { recordOf, said } from '../support/said.ts';
import { COUNCIL_MEETING } from '../support/wider-commands.ts';

const { announcedOn: _, ...asked } = examples['note-withdrawal'].command;
/** The day is not typed: the agenda says it, or nothing does. */
const notes = as('council-secretary', asked);
const places = (today: string, more: object = {}) =>
  as(
    'council-secretary',
    { type: 'place-on-council-agenda', meetingId: COUNCIL_MEETING, ...more },
    { today },
  );
const pending = aJourney(ways.WithdrawalPending);

describe('KL 5:13, 5:52: when a withdrawal that is to be noted was announced', () => {
  test('with the meeting whose agenda it was on by then', () => {
    const placed = aJourney([places('2026-06-08')], pending);
    expect(placed.motion).toMatchObject({ meetingId: COUNCIL_MEETING, placedOn: '2026-06-08' });
    expect(aJourney([notes], placed).motion).toMatchObject({ decision: { ground: 'withdrawal' } });
    expect(said(judge(pending, notes))).toBe('not_announced');
  });
  test('not with one whose announcement was posted before it was put there', () => {
    expect(said(judge(pending, places('2026-06-12')))).toBe('not_announced');
    const placed = aJourney([places('2026-06-12', { basis: 'unannounced' })], pending);
    expect(said(judge(placed, notes))).toBe('not_unanimous');
    const agreed = as('council-secretary', { ...asked, agreeing: asked.present });
    expect(aJourney([agreed], placed).motion?.status).toBe('Decided');
  });
  test('by itself, in time for an urgent matter', () => {
    const urgent = { basis: 'urgent', announcedOn: '2026-06-15' };
    expect(said(judge(pending, places('2026-06-15', { ...urgent, announcedOn: '2026-06-16' })))).toBe(
      'not_announced',
    );
    const placed = aJourney([places('2026-06-15', urgent)], pending);
    expect(aJourney([notes], placed).motion?.status).toBe('Decided');
  });
  test('anew, where the meeting has been moved since', () => {
    const moved = aJourney([places('2026-06-08'), usual('follow-meeting/MeetingMoved#council')], pending);
    const minutes = { minutesId: 'council-2026-06-16' };
    expect(said(judge(moved, as('council-secretary', { ...asked, ...minutes })))).toBe(
      'minutes_of_other_meeting',
    );
  });
  test('at no meeting before it was withdrawn', () => {
    const early = aKeptMeeting('council', '2026-05-01');
    const command = { type: 'place-on-council-agenda' as const, meetingId: early.meetingId };
    const act = as('council-secretary', command, { today: '2026-04-22', meeting: early });
    expect(said(judge(pending, act))).toBe('date_out_of_order');
  });
  test('nor before the registrar had completed its withdrawal', () => {
    const completed = (today: string) =>
      aJourney([
        ...waysOf(withLeaver).CouncilReady,
        withdraws('m-anna', { today: '2026-03-01' }),
        usual('complete-withdrawal', { today }),
      ]);
    const unannounced = { basis: 'unannounced' };
    const late = completed('2026-06-20');
    expect(said(judge(late, places('2026-06-21', unannounced)))).toBe('date_out_of_order');
    expect(said(judge(late, usual('note-withdrawal')))).toBe('date_out_of_order');
    expect(said(judge(completed('2026-06-16'), places('2026-06-16', unannounced)))).toBe('28p');
  });
});

describe('a motion that was on an agenda when all withdrew', () => {
  const ofKept = aJourney(sideWays['WithdrawalPending, of a kept meeting']);
  test('keeps its place on the council’s: it is that item that notes the withdrawal', () => {
    expect(ofKept.motion).toMatchObject({
      status: 'WithdrawalPending',
      meetingId: COUNCIL_MEETING,
      meetingDate: '2026-06-16',
      placedOn: '2026-06-08',
      basis: 'announced',
    });
    expect(aJourney([notes], ofKept).motion).toMatchObject({ decision: { at: { paragraph: '§ 41' } } });
    expect(dueOnOf(recordOf(ofKept), '2026-06-11')).toBe('2026-06-16');
    expect(isPlanned(recordOf(ofKept))).toBe(false);
  });
  test('comes off it with the meeting, and back on it is announced as it was', () => {
    const ended = aJourney([usual('follow-meeting/MeetingEnded#council')], ofKept);
    expect(said(judge(ended, notes))).toBe('not_announced');
    const back = aJourney([places('2026-06-17')], ended);
    expect(back.motion).toMatchObject({ meetingId: COUNCIL_MEETING, placedOn: '2026-06-08' });
    expect(back.motion).toMatchObject({ leftAgenda: undefined });
    expect(aJourney([notes], back).motion?.status).toBe('Decided');
  });
  test('has nothing more to do on the board’s', () => {
    const board = waysOf(kept).BoardAgenda;
    const both = aJourney([...board, withdraws('m-anna'), withdraws('m-bo')]);
    for (const fact of ['meetingDate', 'meetingId', 'placedOn', 'leftAgenda']) {
      expect(both.motion).not.toHaveProperty(fact);
    }
    expect(said(judge(both, usual('follow-meeting/MeetingEnded#board')))).toBe('not_on_agenda');
  });
  test('as it was kept before its place was, is noted on the day that is typed', () => {
    const record = recordOf(ofKept);
    const old = motion.parse({
      ...record,
      ...{ meetingDate: undefined, meetingId: undefined, placedOn: undefined, basis: undefined },
    });
    const before = { ...ofKept, motion: old };
    expect(said(judge(before, notes))).toBe('not_announced');
    expect(aJourney([usual('note-withdrawal')], before).motion?.status).toBe('Decided');
  });
});

test('what the council put off is taken back while its minutes are open, and noted anew (KL 5:69)', () => {
  const postponed = aJourney(sideWays['WithdrawalPending, postponed']);
  expect(postponed.motion).toMatchObject({ deferredAt: { paragraph: '§ 41' } });
  const back = aJourney([as('council-secretary', { type: 'take-back-act' })], postponed);
  expect(back.motion).toMatchObject({ status: 'WithdrawalPending', meetingDate: '2026-06-16' });
  expect(aJourney([usual('note-withdrawal')], back).motion?.status).toBe('Decided');
  expect(said(judge(aCase('WithdrawalPending'), as('council-secretary', { type: 'take-back-act' })))).toBe(
    'nothing_to_take_back',
  );
});
