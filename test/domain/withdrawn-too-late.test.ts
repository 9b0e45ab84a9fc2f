import { describe, expect, test } from 'vitest';
import { eventName } from '../../domain/event-names.ts';
import type { MotionEvent } from '../../domain/events.ts';
import { moverNames } from '../../domain/mover-names.ts';
import { happeningText } from '../../domain/public-history.ts';
import { beforeWithdrawal, isTooLate } from '../../domain/withdrawn-on.ts';
import {
  aCase,
  aJourney,
  by,
  type Journey,
  judge,
  usual,
  waysOf,
  withdraws,
} from '../support/motion-builders.ts';
import { actors, aRegion, register } from '../support/motion-people.ts';
import { kept, sideWays, withLeaver } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { recordOf, said } from '../support/said.ts';
import { COUNCIL_MEETING } from '../support/wider-commands.ts';

const onTheDay = aJourney(sideWays['WithdrawalPending, on the day']);
const decided = aJourney([usual('decide')], onTheDay);
const both = (today: string) => [withdraws('m-anna', { today }), withdraws('m-bo', { today })];

describe('withdrawn after the vote and before it is keyed in (domain.md §1.4)', () => {
  test.each(['2026-06-16', '2026-06-17', '2026-06-29'])('on %s: the decision is keyed in', (today) => {
    const pending = aCase('CouncilAgenda', ...both(today));
    expect(pending.motion).toMatchObject({ status: 'WithdrawalPending', meetingDate: '2026-06-16' });
    expect(aJourney([usual('decide')], pending).motion).toMatchObject({
      decision: { withdrawnTooLate: true },
    });
  });
  test('on a day before the meeting it is noted, as it was', () => {
    const pending = aCase('CouncilAgenda', ...both('2026-06-15'));
    expect(judge(pending, usual('decide'))).toMatchObject({
      code: 'withdrawn_first',
      rule: 'domain.md §1.4',
    });
    expect(said(judge(pending, usual('note-withdrawal')))).toBe('28b');
  });
  test('the same day it may as well have come first, and then it is noted', () => {
    expect(said(judge(onTheDay, usual('note-withdrawal')))).toBe('28b');
    const later = aCase('CouncilAgenda', ...both('2026-06-17'));
    expect(said(judge(later, usual('note-withdrawal')))).toBe('date_out_of_order');
  });
  test('where the meeting had been ended and the matter come off its agenda, it is placed there again', () => {
    const ended = aJourney([
      ...waysOf(kept).CouncilAgenda,
      usual('follow-meeting/MeetingEnded#council'),
      ...both('2026-06-17'),
    ]);
    expect(said(judge(ended, usual('decide')))).toBe('not_on_agenda');
    const again = { type: 'place-on-council-agenda' as const, meetingId: COUNCIL_MEETING };
    const back = aJourney([as('council-secretary', again, { today: '2026-06-18' })], ended);
    expect(said(judge(back, usual('decide')))).toBe('28d');
  });
  test('completed by the registrar on the day, though the one who withdrew did so long before', () => {
    const completed = (today: string) =>
      aJourney([
        ...waysOf(withLeaver).CouncilAgenda,
        withdraws('m-anna', { today: '2026-03-01' }),
        usual('complete-withdrawal', { today }),
      ]);
    expect(completed('2026-06-16').motion).toMatchObject({ completedOn: '2026-06-16' });
    expect(said(judge(completed('2026-06-16'), usual('decide')))).toBe('28d');
    expect(said(judge(completed('2026-06-10'), usual('decide')))).toBe('withdrawn_first');
  });
  test('what was never prepared was on the agenda as withdrawn only', () => {
    const unannounced = {
      type: 'place-on-council-agenda' as const,
      meetingDate: '2026-06-16',
      summonedOn: '2026-06-01',
      basis: 'unannounced' as const,
    };
    const noted = aCase('Registered', ...both('2026-06-16'), as('council-secretary', unannounced));
    expect(beforeWithdrawal(recordOf(noted))).toBeUndefined();
    expect(said(judge(noted, usual('decide')))).toBe('withdrawn_first');
  });
  test('nor was what the board had prepared, where it was first put there when it was withdrawn', () => {
    const places = (more: object = {}) =>
      as(
        'council-secretary',
        { type: 'place-on-council-agenda', meetingId: COUNCIL_MEETING, ...more },
        { today: '2026-06-16' },
      );
    const takenOff = as('council-secretary', { type: 'take-off-agenda' }, { today: '2026-06-16' });
    const placed = places({ basis: 'unannounced' });
    const ready = aJourney([...waysOf(kept).CouncilReady, ...both('2026-06-16'), placed]);
    for (const pending of [ready, aJourney([takenOff, placed], ready)]) {
      expect(pending.motion).toMatchObject({ meetingDate: '2026-06-16', boardProposal: {} });
      expect(said(judge(pending, usual('decide')))).toBe('withdrawn_first');
    }
    // The motion that was taken off and put back where it was could be decided there before.
    const back = aJourney([...waysOf(kept).CouncilAgenda, ...both('2026-06-16'), takenOff, places()]);
    expect(said(judge(back, usual('decide')))).toBe('28d');
  });
});

const lastOf = ({ events }: Journey): MotionEvent => {
  const event = events.at(-1);
  if (event === undefined) throw new Error('nothing has happened');
  return event;
};
const stoodBack = (journey: Journey) =>
  moverNames(recordOf(journey), register).map(({ withdrawn }) => withdrawn);

describe('the record says that the withdrawal came too late', () => {
  test('in its history, to the office and to the public', () => {
    expect(eventName(lastOf(decided))).toBe(
      'Fullmäktige beslutade, innan motionen återtogs: beslutet gäller',
    );
    expect(happeningText(lastOf(decided), aRegion())).toMatch(
      /beslutade: .*Återtagandet kom efter beslutet, som gäller\./,
    );
    const usually = lastOf(aCase('Decided'));
    expect(eventName(usually)).toBe('Fullmäktige beslutade');
    expect(happeningText(usually, aRegion())).not.toContain('Återtagandet');
  });
  test('of its movers: they stand behind it, but for one who had withdrawn in time', () => {
    expect(stoodBack(onTheDay)).toEqual([true, true]);
    expect(stoodBack(decided)).toEqual([false, false]);
    const one = aCase(
      'CouncilAgenda',
      withdraws('m-bo', { today: '2026-06-01' }),
      withdraws('m-anna', { today: '2026-06-16' }),
      usual('decide'),
    );
    expect(stoodBack(one)).toEqual([false, true]);
    expect(isTooLate(recordOf(one), '2026-06-01')).toBe(false);
    expect(isTooLate(recordOf(one), '2026-06-16')).toBe(true);
  });
  test('until it is taken back: then it is withdrawn as it was (KL 5:69)', () => {
    const back = aJourney([by(actors['council-secretary'], { type: 'take-back-act' })], decided);
    expect(back.motion).toMatchObject({ status: 'WithdrawalPending', meetingDate: '2026-06-16' });
    expect(said(judge(back, usual('note-withdrawal')))).toBe('28b');
  });
});

test('a court annuls what was decided: undecided again, its withdrawal is completed by the registrar', () => {
  const annulled = aJourney(
    [
      usual('follow-minutes/MinutesCertified'),
      usual('follow-minutes/NoticePosted'),
      usual('follow-minutes/AppealRecorded'),
      usual('follow-minutes/AppealClosed/annulled'),
    ],
    decided,
  );
  expect(annulled.motion?.status).toBe('CouncilReady');
  expect(stoodBack(annulled)).toEqual([true, true]);
  expect(aJourney([usual('complete-withdrawal')], annulled).motion?.status).toBe('WithdrawalPending');
});

test('what was sent back before it was withdrawn is noted at another meeting', () => {
  const sentBack = aJourney(sideWays['WithdrawalPending, sent back first']);
  expect(said(judge(sentBack, usual('note-withdrawal')))).toBe('28b');
  const back = aJourney([by(actors['council-secretary'], { type: 'take-back-act' })], sentBack);
  expect(back.motion).toMatchObject({ cycle: 0, boardProposal: {}, meetingDate: '2026-06-16' });
});
