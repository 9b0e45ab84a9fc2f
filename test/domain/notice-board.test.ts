import { describe, expect, it } from 'vitest';
import type { Minutes } from '../../domain/minutes.ts';
import { minutesPersonCommand } from '../../domain/minutes-commands.ts';
import { calendarOf, publicMeetingOf } from '../../domain/public-meeting.ts';
import { isUpOn, publicNoticeOf } from '../../domain/public-notice.ts';
import { aMeeting, MEETING, MEETING_DAY, present } from '../support/meeting-builders.ts';
import { MINUTES, minutesAfter, minutesWays, usually } from '../support/minutes-builders.ts';

const noticeOf = (minutes: Minutes | undefined) => minutes && publicNoticeOf(minutes);

describe('the notice of certified minutes (KL 8:10, 8:12)', () => {
  const certified = {
    minutesId: MINUTES,
    body: 'council',
    meetingDate: '2026-06-16',
    certifiedOn: '2026-06-25',
  };
  const posted = { ...certified, postedOn: '2026-06-26', lastAppealDay: '2026-07-17' };
  const down = [...minutesWays.Posted, usually('down')];

  it.each([
    ['nothing while the minutes can be changed', minutesWays.Open, undefined],
    ['no day of posting until it is up', minutesWays.Certified, certified],
    ['from when it is up, and until when one may appeal (KL 13:5)', minutesWays.Posted, posted],
    ['the same when the time has run out', minutesWays.WindowPassed, posted],
    ['the same when the decisions are final', minutesWays.Confirmed, posted],
    [
      'that it was found down, and is not up (KL 13:5 2 st.)',
      down,
      { ...certified, foundDownOn: '2026-07-10' },
    ],
  ])('says %s', (_, acts, notice) => {
    // And no name: who certified stands in the minutes.
    expect(noticeOf(minutesAfter(...acts).minutes)).toEqual(notice);
  });

  it('says that it was found down also when it is up again', () => {
    const again = minutesPersonCommand.parse({ type: 'post-notice', postedOn: '2026-07-13' });
    const { minutes } = minutesAfter(...down, { ...usually('post'), command: again });
    expect(noticeOf(minutes)).toMatchObject({ postedOn: '2026-07-13', foundDownOn: '2026-07-10' });
  });

  it('is up until the time for appeal is out', () => {
    const notice = noticeOf(minutesAfter(...minutesWays.Posted).minutes);
    if (notice === undefined) throw new Error('no notice');
    expect([isUpOn(notice, '2026-07-17'), isUpOn(notice, '2026-07-18')]).toEqual([true, false]);
    const { postedOn: _, ...notPosted } = notice;
    const { lastAppealDay: __, ...withoutEnd } = notice;
    expect([isUpOn(notPosted, '2026-07-17'), isUpOn(withoutEnd, '2026-07-17')]).toEqual([false, false]);
  });
});

describe('what anyone may see of a meeting (KL 5:13)', () => {
  it('is when and where it is, never who was there', () => {
    const meeting = aMeeting({
      startsAt: '09:00',
      place: 'Salen',
      announcedOn: '2026-04-02',
      chair: 'm1',
      attendance: present('m1', 'm2', 'm3'),
    });
    expect(publicMeetingOf(meeting)).toEqual({
      meetingId: MEETING,
      body: 'council',
      date: MEETING_DAY,
      startsAt: '09:00',
      place: 'Salen',
      status: 'Planned',
      announcedOn: '2026-04-02',
    });
  });

  it('is in the calendar of its body, unless it is cancelled', () => {
    const meetings = [
      aMeeting(),
      aMeeting({ date: '2026-05-12', body: 'board' }),
      aMeeting({ date: '2026-06-16', status: 'Cancelled' }),
      aMeeting({ date: '2026-09-22', status: 'Ended' }),
    ];
    expect(calendarOf(meetings)).toEqual({ council: [MEETING_DAY, '2026-09-22'], board: ['2026-05-12'] });
  });
});
