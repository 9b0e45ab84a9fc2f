import { describe, expect, it, test } from 'vitest';
import { actsIn } from '../../domain/acts-in-minutes.ts';
import { BrokenRecord } from '../../domain/broken-record.ts';
import { decideMinutes } from '../../domain/decide-minutes.ts';
import type { MotionEvent } from '../../domain/events.ts';
import { evolve } from '../../domain/evolve.ts';
import { BrokenMinutes, evolveMinutes } from '../../domain/minutes.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import type { Status } from '../../domain/motion.ts';
import { hasOpenAppealBeside } from '../../domain/open-appeals.ts';
import {
  askMinutes,
  MINUTES,
  type MinutesAct,
  type MinutesJourney,
  minutesAfter,
  minutesContext,
  minutesExamples,
  minutesWays,
  usually,
} from '../support/minutes-builders.ts';
import { aCase, CASE, openMinutes } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';

const ref = { documentId: 'd', hash: '0'.repeat(64) };
const at = { minutesId: MINUTES, paragraph: '§ 41', meetingDate: '2026-06-16' };
const decision = {
  at,
  decisions: [{ clause: 1, outcome: 'GRANTED' as const }],
  outcome: 'GRANTED' as const,
  deviatesFromBoard: false,
};
const request = { by: 'majority' as const, present: 71 };

/** Every act of a body that stands in its minutes (KL 5:65, 6:35). */
const acts: readonly MotionEvent[] = [
  { type: 'BoardPostponed', at },
  { type: 'BoardReferredBack', at, reason: ref },
  { type: 'BoardProposed', at, proposals: [{ clause: 1, outcome: 'GRANTED' }] },
  { type: 'BoardForwarded', at },
  { type: 'CouncilPostponed', at, request },
  { type: 'CouncilReferredBack', at, request, reason: ref },
  { type: 'CouncilDecided', ...decision, present: 71, urgent: false },
  { type: 'CouncilWroteOff', ...decision, present: 71, ground: 'late' },
  { type: 'WithdrawalNoted', ...decision, ground: 'withdrawal' },
];

describe('the acts that stand in minutes', () => {
  test.each(acts)('$type does', (act) => {
    expect(actsIn(MINUTES, CASE, [act])).toEqual([{ caseId: CASE, act }]);
    expect(actsIn('council-2026-07-28', CASE, [act])).toEqual([]);
    expect(actsIn(MINUTES, CASE, [act, { type: 'ActTakenBack', at }])).toEqual([]);
  });

  test.each<MotionEvent>([
    { type: 'ReportedLate', at, soFar: ref, proposal: 'continue' },
    { type: 'NoteAdded', note: ref },
    { type: 'TakenOffAgenda', meetingDate: at.meetingDate },
  ])('$type does not', (event) => {
    expect(actsIn(MINUTES, CASE, [event])).toEqual([]);
  });

  test('of one taken back the one before it stands', () => {
    const [postponed, , proposed] = acts as [MotionEvent, MotionEvent, MotionEvent];
    const told = actsIn(MINUTES, CASE, [postponed, proposed, { type: 'ActTakenBack', at }]);
    expect(told.map(({ act }) => act)).toEqual([postponed]);
  });
});

describe('whether a decision that did not end the case is appealed (rows 25d–27d)', () => {
  const appeal = { caseId: CASE, court: 'Förvaltningsrätten' };
  const came = (paragraph: string, open?: number): MinutesEvent => ({
    type: 'AppealRecorded',
    ...appeal,
    paragraph,
    receivedOn: '2026-07-01',
    ...(open === undefined ? {} : { open }),
  });
  const ended = (paragraph: string, result: 'upheld' | 'annulled', open?: number): MinutesEvent => ({
    type: 'AppealClosed',
    ...appeal,
    paragraph,
    closedOn: '2026-07-20',
    outcome: result === 'upheld' ? { result } : { result, faultInPreparation: false },
    ...(open === undefined ? {} : { open }),
  });
  const beside = (happened: MinutesEvent, minutesId = MINUTES): MotionEvent => ({
    type: 'MinutesFollowed',
    minutesId,
    happened,
    beside: true,
  });

  it.each<[boolean, string, MotionEvent[]]>([
    [false, 'nothing has come', []],
    [true, 'one has come', [beside(came('§ 12'))]],
    [false, 'it has ended', [beside(came('§ 12')), beside(ended('§ 12', 'upheld'))]],
    [true, 'one of two has ended', [beside(came('§ 12', 2)), beside(ended('§ 12', 'upheld', 1))]],
    [false, 'it is annulled for all', [beside(came('§ 12', 2)), beside(ended('§ 12', 'annulled', 1))]],
    [true, 'that of another paragraph has ended', [beside(came('§ 12')), beside(ended('§ 13', 'upheld'))]],
    [
      true,
      'that of other minutes has ended',
      [beside(came('§ 12')), beside(ended('§ 12', 'upheld'), 'council-2026-07-28')],
    ],
    [
      false,
      'it is the decision of the case itself, whose record tells',
      [{ type: 'MinutesFollowed', minutesId: MINUTES, happened: came('§ 41') }],
    ],
    [
      false,
      'only the notice was found down',
      [beside({ type: 'NoticeFoundDown', foundDownOn: '2026-07-10' })],
    ],
    [false, 'something else has happened', [{ type: 'NoteAdded', note: ref }]],
  ])('%s: %s', (is, _, events) => {
    expect(hasOpenAppealBeside(events)).toBe(is);
  });
});

describe('the days of an appeal (KL 13:4–8)', () => {
  const at = minutesAfter(...minutesWays.WindowPassed);
  const asks = (journey: MinutesJourney, example: 'appeal' | 'close', more: object, today = '2026-07-30') => {
    const command = { ...minutesExamples[example], ...more } as MinutesAct['command'];
    return askMinutes(journey, { command, actor: actors.registrar, today });
  };
  const said = (answer: ReturnType<typeof asks>) => ('kind' in answer ? answer.code : answer.type);
  const appealed = minutesAfter(...minutesWays.WindowPassed, usually('appeal'));

  test.each([
    ['AppealRecorded', '2026-07-30'],
    ['AppealRecorded', '2026-06-16'],
    ['date_in_future', '2026-07-31'],
    ['date_out_of_order', '2026-06-15'],
  ])('%s: it came on %s', (answer, receivedOn) => {
    expect(said(asks(at, 'appeal', { receivedOn }))).toBe(answer);
  });

  test.each([
    ['AppealClosed', '2026-07-30'],
    ['AppealClosed', '2026-07-01'],
    ['date_in_future', '2026-07-31'],
    ['date_out_of_order', '2026-06-30'],
  ])('%s: it ended on %s', (answer, closedOn) => {
    expect(said(asks(appealed, 'close', { closedOn }))).toBe(answer);
  });

  test('it ends under the notice of the minutes, also when they were final', () => {
    const confirmed = minutesAfter(...minutesWays.Confirmed, usually('appeal'));
    const notice = { postedOn: '2026-06-26', lastAppealDay: '2026-07-17', finalOn: '2026-07-18' };
    for (const journey of [appealed, confirmed]) {
      expect(asks(journey, 'close', {})).toMatchObject({ type: 'AppealClosed', notice });
    }
  });

  test('under none, where what was not posted is annulled', () => {
    const early = minutesAfter(...minutesWays.Certified, usually('appeal'));
    const annulled = { outcome: { result: 'annulled', faultInPreparation: false } };
    const answer = asks(early, 'close', annulled);
    expect(answer).toMatchObject({ type: 'AppealClosed' });
    expect('notice' in answer ? answer.notice : undefined).toBeUndefined();
  });

  test('an archived case is not appealed any more', () => {
    const context = { ...minutesContext(actors.registrar), motion: aCase('Archived').motion };
    expect(decideMinutes(at.minutes, minutesExamples.appeal, context)).toMatchObject({
      code: 'wrong_status',
    });
  });

  test('another case’s appeal stays open, though its number and paragraph are the same', () => {
    const [own] = appealed.minutes?.appeals ?? [];
    if (own === undefined || appealed.minutes === undefined) throw new Error('no appeal');
    const both = { ...appealed.minutes, appeals: [{ ...own, caseId: 'case-2' }, own] };
    const closes = asks({ minutes: both, events: [] }, 'close', {});
    if ('kind' in closes) throw new Error(closes.code);
    const { appeals } = evolveMinutes(both, closes, { minutesId: MINUTES, version: 9 });
    expect(appeals.map(({ closed }) => closed !== undefined)).toEqual([false, true]);
  });
});

describe('a log whose events do not follow on each other is damaged: breakage, not a rule’s no', () => {
  const place = { caseId: CASE, version: 99 };
  test.each<[Status, MotionEvent]>([
    ['Registered', { type: 'DraftDiscarded' }],
    ['Draft', { type: 'MotionResubmitted', parties: [] }],
    ['Draft', { type: 'NoteAdded', note: ref }],
    ['Registered', { type: 'AnswerSubmitted' }],
    ['Drafting', { type: 'BoardForwarded', at }],
    ['CouncilReady', { type: 'CouncilDecided', ...decision, present: 71, urgent: false }],
    ['Decided', { type: 'CaseArchived' }],
    // Nothing of it can be taken back.
    ['Registered', { type: 'ActTakenBack', at }],
  ])('%s: %j', (status, event) => {
    expect(() => evolve(aCase(status).motion, event, place)).toThrow(BrokenRecord);
    expect(() => evolve(undefined, event, place)).toThrow(BrokenRecord);
    expect(() => evolve(undefined, event, place)).toThrow(event.type);
  });

  test.each<[keyof typeof minutesWays, MinutesEvent]>([
    ['Certified', { type: 'MinutesSigned', certifier: 'c' }],
    ['Open', { type: 'NoticeFoundDown', foundDownOn: '2026-07-10' }],
    ['Certified', { type: 'AppealWindowPassed' }],
    ['Posted', { type: 'NoAppealConfirmed' }],
    ['Posted', { type: 'ClockRang', clock: 'posting', dueOn: '2026-07-01' }],
  ])('%s minutes: %j', (status, event) => {
    const { minutes } = minutesAfter(...minutesWays[status]);
    const next = { minutesId: MINUTES, version: 9 };
    expect(() => evolveMinutes(minutes, event, next)).toThrow(BrokenMinutes);
    expect(() => evolveMinutes(minutes, event, next)).toThrow(status);
    expect(() => evolveMinutes(undefined, event, next)).toThrow('none');
  });

  test('a clock that rang on minutes is remembered', () => {
    const rang = { type: 'ClockRang', clock: 'certification', dueOn: '2026-07-01' } as const;
    const rung = evolveMinutes(openMinutes('council', '2026-06-16'), rang, {
      minutesId: MINUTES,
      version: 2,
    });
    expect(rung).toMatchObject({ version: 2, status: 'Open', rungClocks: ['certification'] });
  });
});
