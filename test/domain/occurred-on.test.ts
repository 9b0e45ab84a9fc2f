import { describe, expect, test } from 'vitest';
import type { MotionEvent } from '../../domain/events.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import { meetingOccurredOn, minutesOccurredOn, occurredOnOf } from '../../domain/occurred-on.ts';
import { aCase } from '../support/motion-builders.ts';

/** Everything here is keyed in on this day; where that is the answer, nothing else is said of the day. */
const today = '2026-07-30';
const ref = { documentId: 'd', hash: '0'.repeat(64) };
const at = { minutesId: 'council-2026-06-16', paragraph: '§ 41', meetingDate: '2026-06-16' };
const report = { at, soFar: ref, proposal: 'continue' } as const;
const followed = (happened: MinutesEvent): MotionEvent => ({
  type: 'MinutesFollowed',
  minutesId: at.minutesId,
  happened,
});
const met = (happened: MeetingEvent): MotionEvent => ({
  type: 'MeetingFollowed',
  meetingId: 'council-2026-06-16',
  happened,
});

describe('the day of an act on a motion, which may be before the day it is keyed in', () => {
  test.each<[string, string, MotionEvent]>([
    ['that of its receipt', '2026-01-12', { type: 'MotionSubmitted', receivedOn: '2026-01-12', parties: [] }],
    [
      'that of its receipt on paper',
      '2026-01-12',
      { type: 'MotionImported', receivedOn: '2026-01-12', text: ref, clauseCount: 1, signatories: [] },
    ],
    [
      'that of the receipt of a statement',
      '2026-03-02',
      {
        type: 'StatementReceived',
        consultationNo: 1,
        statement: ref,
        receivedOn: '2026-03-02',
        maker: { by: 'official' },
        last: true,
      },
    ],
    [
      'that of the council which announced and referred it',
      '2026-02-10',
      { type: 'MotionReferred', by: 'council', announcedOn: '2026-02-10' },
    ],
    [
      'that on which the presidium referred it',
      '2026-02-03',
      { type: 'MotionReferred', by: 'presidium', announcedOn: '2026-02-10', referredOn: '2026-02-03' },
    ],
    [
      'today, where it is not known when the presidium did',
      today,
      { type: 'MotionReferred', by: 'presidium', announcedOn: '2026-02-10' },
    ],
    [
      'that of sending a consultation',
      '2026-03-01',
      {
        type: 'ConsultationSent',
        consultationNo: 1,
        recipient: 'n-vard',
        sentOn: '2026-03-01',
        dueOn: '2026-04-01',
        question: ref,
        first: true,
      },
    ],
    [
      'that of withdrawing',
      '2026-05-01',
      { type: 'SignatoryWithdrew', memberId: 'm-anna', withdrawnOn: '2026-05-01', last: false },
    ],
    [
      'that of the mark (OSL 5:5)',
      '2026-05-02',
      { type: 'SecrecyMarked', provision: 'OSL', markedOn: '2026-05-02', authority: 'RF' },
    ],
    ['that of the meeting whose minutes it stands in', at.meetingDate, { type: 'BoardForwarded', at }],
    ['that of the meeting which heard the report', at.meetingDate, { type: 'ReportedLate', ...report }],
    ['today, for taking an act back', today, { type: 'ActTakenBack', at }],
    ['today, for taking a report back', today, { type: 'LateReportTakenBack', at }],
    ['today, for what nobody keys in afterwards', today, { type: 'DraftingStarted' }],
  ])('is %s', (_, day, event) => {
    expect(occurredOnOf(event, today, undefined)).toBe(day);
  });

  const agenda = aCase('CouncilAgenda').motion;
  test.each<[string, string, MotionEvent]>([
    ['off the agenda in advance', '2026-06-10', { type: 'TakenOffAgenda', meetingDate: '2026-06-16' }],
    ['off it on the day', '2026-06-16', { type: 'TakenOffAgenda', meetingDate: '2026-06-16' }],
  ])('is today, when taken %s', (_, now, event) => {
    expect(occurredOnOf(event, now, agenda)).toBe(now);
  });

  test('is that of the meeting which did not reach it', () => {
    expect(occurredOnOf({ type: 'TakenOffAgenda', meetingDate: '2026-06-16' }, today, agenda)).toBe(
      '2026-06-16',
    );
    expect(occurredOnOf(met({ type: 'MeetingEnded' }), today, agenda)).toBe('2026-06-16');
    // Of a motion that is on no agenda, or that is not known.
    for (const before of [aCase('Registered').motion, undefined]) {
      expect(occurredOnOf(met({ type: 'MeetingEnded' }), today, before)).toBe(today);
    }
  });

  test('is today, when its meeting is cancelled or moved', () => {
    expect(occurredOnOf(met({ type: 'MeetingCancelled' }), today, agenda)).toBe(today);
  });

  test('is that of the minutes it follows', () => {
    const certified: MinutesEvent = { type: 'MinutesCertified', certifier: 'c', certifiedOn: '2026-06-25' };
    expect(occurredOnOf(followed(certified), today, agenda)).toBe('2026-06-25');
  });
});

const appeal = { caseId: 'case-1', court: 'Förvaltningsrätten' };

describe('the day of an act on minutes', () => {
  test.each<[string, MinutesEvent]>([
    ['2026-06-16', { type: 'MinutesOpened', body: 'council', meetingDate: '2026-06-16', certifiers: ['c'] }],
    ['2026-06-24', { type: 'MinutesContested', certifier: 'c', contestedOn: '2026-06-24', note: 'Fel.' }],
    ['2026-06-25', { type: 'MinutesCertified', certifier: 'c', certifiedOn: '2026-06-25' }],
    [
      '2026-06-26',
      { type: 'NoticePosted', postedOn: '2026-06-26', lastAppealDay: '2026-07-17', finalOn: '2026-07-18' },
    ],
    ['2026-07-10', { type: 'NoticeFoundDown', foundDownOn: '2026-07-10' }],
    ['2026-07-01', { type: 'AppealRecorded', ...appeal, receivedOn: '2026-07-01' }],
    [
      '2026-07-20',
      { type: 'AppealClosed', ...appeal, closedOn: '2026-07-20', outcome: { result: 'upheld' } },
    ],
    [today, { type: 'MinutesSigned', certifier: 'c' }],
    [today, { type: 'AppealWindowPassed' }],
  ])('is %s: %j', (day, event) => {
    expect(minutesOccurredOn(event, today)).toBe(day);
  });
});

describe('the day of an act on a meeting', () => {
  test.each<[string, MeetingEvent]>([
    ['2026-06-08', { type: 'MeetingSummoned', summonedOn: '2026-06-08' }],
    ['2026-06-09', { type: 'MeetingAnnounced', announcedOn: '2026-06-09' }],
    ['2026-06-16', { type: 'AttendanceRecorded', chair: 'm-1', attendance: [] }],
    ['2026-06-16', { type: 'MeetingEnded' }],
    [today, { type: 'MeetingCancelled' }],
    [today, { type: 'MeetingMoved', from: '2026-06-16', to: '2026-06-23' }],
  ])('is %s: %j', (day, event) => {
    expect(meetingOccurredOn(event, '2026-06-16', today)).toBe(day);
  });
});
