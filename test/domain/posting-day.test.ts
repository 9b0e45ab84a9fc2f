import { expect, test } from 'vitest';
import { eventName } from '../../domain/event-names.ts';
import { askMinutes, type MinutesAct, minutesAfter, minutesWays } from '../support/minutes-builders.ts';
import { actors } from '../support/motion-people.ts';

const corrects = (foundDownOn = '2026-07-30'): MinutesAct => ({
  command: { type: 'report-notice-down', foundDownOn, wrongDay: true },
  actor: actors.registrar,
});
const posts = (postedOn: string): MinutesAct => ({
  command: { type: 'post-notice', postedOn, evidence: 'Sedd uppe varje dag.' },
  actor: actors['council-secretary'],
});

/** KL 13:5: the time is counted from the day the notice went up, not from the day that was typed. */
test.each(['Posted', 'WindowPassed'] as const)(
  'a posting day that was entered wrongly is entered anew, from %s',
  (status) => {
    const corrected = minutesAfter(...minutesWays[status], corrects());
    expect(corrected.events.at(-1)).toMatchObject({ type: 'NoticeFoundDown', wrongDay: true });
    expect(corrected.minutes).toMatchObject({ status: 'Certified' });
    // It was never down: the right day may be before the day the mistake was seen.
    expect(corrected.minutes).not.toHaveProperty('noticeDownOn');
    const posted = minutesAfter(...minutesWays[status], corrects(), posts('2026-06-29'));
    expect(posted.minutes).toMatchObject({
      status: 'Posted',
      postedOn: '2026-06-29',
      lastAppealDay: '2026-07-20',
      finalOn: '2026-07-21',
    });
  },
);

test('not once finality has been confirmed and told', () => {
  const asked = askMinutes(minutesAfter(...minutesWays.Confirmed), corrects());
  expect(asked).toMatchObject({ code: 'wrong_status', rule: 'KL 13:5' });
});

test('not on a day to come, nor before it went up', () => {
  const asked = (day: string) => askMinutes(minutesAfter(...minutesWays.Posted), corrects(day));
  expect(asked('2026-07-31')).toMatchObject({ code: 'date_in_future', rule: 'KL 13:5' });
  expect(asked('2026-06-25')).toMatchObject({ code: 'date_out_of_order', rule: 'KL 13:5' });
});

test('the log of a case says that the day was wrong, not that the notice was down', () => {
  const named = (more: { wrongDay?: true }) => {
    const happened = { type: 'NoticeFoundDown', foundDownOn: '2026-07-10', ...more } as const;
    return eventName({ type: 'MinutesFollowed', minutesId: 'council-2026-06-16', happened });
  };
  expect(named({})).toBe('Anslaget var nedtaget i förtid');
  expect(named({ wrongDay: true })).toBe('Dagen då anslaget sattes upp var felskriven');
});
