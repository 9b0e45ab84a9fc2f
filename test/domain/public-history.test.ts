import { describe, expect, it, test } from 'vitest';
import type { MotionEvent } from '../../domain/events.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import { happeningText } from '../../domain/public-history.ts';
import { aRegion } from '../support/motion-people.ts';

const organisation = aRegion();
const ref = { documentId: 'd', hash: '0'.repeat(64) };
const at = { minutesId: 'council-2026-06-16', paragraph: '§ 41', meetingDate: '2026-06-16' };
const said = (event: MotionEvent) => happeningText(event, organisation);
const closed = (outcome: Extract<MinutesEvent, { type: 'AppealClosed' }>['outcome']): MinutesEvent => ({
  type: 'AppealClosed',
  caseId: 'case-1',
  court: 'Förvaltningsrätten',
  closedOn: '2026-07-20',
  outcome,
});
const followed = (happened: MinutesEvent): MotionEvent => ({
  type: 'MinutesFollowed',
  minutesId: at.minutesId,
  happened,
});
const met = (happened: Extract<MotionEvent, { type: 'MeetingFollowed' }>['happened']): MotionEvent => ({
  type: 'MeetingFollowed',
  meetingId: 'council-2026-06-16',
  happened,
});

/** What is told beside the usual walks, whose words are read in `test/fixtures/public/events.txt`. */
describe('the public history tells', () => {
  test.each<[string, MotionEvent]>([
    ['Kompletterad och inlämnad på nytt.', { type: 'MotionResubmitted', parties: [] }],
    [
      'Kompletterad och inlämnad på nytt.',
      { type: 'MotionCompletedOnPaper', text: ref, clauseCount: 1, signatories: [] },
    ],
    [
      'Återtagna att-satser: 1, 3.',
      { type: 'ClausesWithdrawn', memberId: 'm-anna', clauses: [1, 2, 3], gone: [1, 3] },
    ],
    ['Undertecknarna har återtagit motionen.', { type: 'WithdrawalCompleted' }],
    [
      'Remitterad till regionstyrelsen av presidiet.',
      { type: 'MotionReferred', by: 'presidium', announcedOn: '2026-02-10' },
    ],
    ['Regionstaben bereder svaret.', { type: 'OfficerReassigned', officer: 'p', unit: 'Regionstaben' }],
    [
      'En remissinstans avstod från att yttra sig.',
      { type: 'ConsultationEnded', consultationNo: 1, how: 'declined', last: true },
    ],
    ['En remiss avslutades.', { type: 'ConsultationEnded', consultationNo: 1, how: 'closed', last: true }],
    ['Togs inte upp vid sammanträdet 2026-06-16.', { type: 'TakenOffAgenda', meetingDate: '2026-06-16' }],
    [
      'Det som antecknats från sammanträdet 2026-06-16 var felskrivet och togs tillbaka innan protokollet justerades.',
      { type: 'LateReportTakenBack', at },
    ],
    [
      'Sammanträdet flyttades från 2026-06-16 till 2026-06-23.',
      met({ type: 'MeetingMoved', from: '2026-06-16', to: '2026-06-23' }),
    ],
    ['Sammanträdet ställdes in.', met({ type: 'MeetingCancelled' })],
    ['Hann inte tas upp vid sammanträdet.', met({ type: 'MeetingEnded' })],
    [
      'Anslaget hade tagits ner för tidigt och ska sättas upp igen. Överklagandetiden räknas om.',
      followed({ type: 'NoticeFoundDown', foundDownOn: '2026-07-10' }),
    ],
    ['Överklagandet är prövat: domstolen ändrade inte beslutet.', followed(closed({ result: 'upheld' }))],
    ['Överklagandet är prövat: överklagandet avvisades.', followed(closed({ result: 'dismissed' }))],
    ['Överklagandet är prövat: överklagandet återkallades.', followed(closed({ result: 'withdrawn' }))],
    [
      'Överklagandet är prövat: domstolen upphävde beslutet.',
      followed(closed({ result: 'annulled', faultInPreparation: true })),
    ],
  ])('%s', (sentence, event) => {
    expect(said(event)).toBe(sentence);
  });

  it.each([
    ['n-vard', 'vårdnämnden'],
    // One that has gone from the configuration since.
    ['n-gone', 'n-gone'],
  ])('that it is on consultation at %s: %s', (recipient, name) => {
    const sent = { consultationNo: 1, sentOn: '2026-03-01', question: ref, first: true };
    expect(said({ type: 'ConsultationSent', recipient, dueOn: '2026-04-01', ...sent })).toBe(
      `På remiss till ${name}, med svar senast 2026-04-01.`,
    );
  });
});

describe('the public history is silent', () => {
  test.each<[string, MotionEvent]>([
    ['of a draft of the answer (TF 2:12)', { type: 'AnswerWritten', answer: ref, proposals: [] }],
    ['of an approval', { type: 'AnswerApproved', step: 0, last: true }],
    ['of a note', { type: 'NoteAdded', note: ref }],
    ['of a clock', { type: 'ClockRang', clock: 'one-year', dueOn: '2026-07-11' }],
    // The last of them is told by what follows: the motion is withdrawn.
    [
      'of the last who withdraws',
      { type: 'SignatoryWithdrew', memberId: 'm-anna', withdrawnOn: '2026-05-01', last: true },
    ],
    [
      'of clauses that others stand behind',
      { type: 'ClausesWithdrawn', memberId: 'm-anna', clauses: [1], gone: [] },
    ],
    ['of who was at a meeting', met({ type: 'AttendanceRecorded', chair: 'm-1', attendance: [] })],
    ['of one signature of the minutes', followed({ type: 'MinutesSigned', certifier: 'c' })],
  ])('%s', (_, event) => {
    expect(said(event)).toBeUndefined();
  });
});
