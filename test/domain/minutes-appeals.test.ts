import { describe, expect, test } from 'vitest';
import { decideMinutes } from '../../domain/decide-minutes.ts';
import { foldMinutes } from '../../domain/minutes.ts';
import {
  askMinutes,
  followMinutes,
  isRefusal,
  type MinutesAct,
  type MinutesJourney,
  minutesAfter,
  minutesContext,
  minutesExamples,
  minutesWays,
} from '../support/minutes-builders.ts';
import { aMotion } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';

const said = (answer: ReturnType<typeof askMinutes>) => (isRefusal(answer) ? answer.code : answer.type);
const ask = (journey: MinutesJourney, act: MinutesAct) => said(askMinutes(journey, act));
const at = (status: keyof typeof minutesWays) => minutesAfter(...minutesWays[status]);
const findsDown = (foundDownOn: string): MinutesAct => ({
  command: { type: 'report-notice-down', foundDownOn },
  actor: actors.registrar,
});

describe('KL 13:4, 13:6 appeals', () => {
  const appeals = (more: object): MinutesAct => ({
    command: { ...minutesExamples.appeal, ...more } as MinutesAct['command'],
    actor: actors.registrar,
  });
  const closes = (more: object): MinutesAct => ({
    command: { ...minutesExamples.close, ...more } as MinutesAct['command'],
    actor: actors.registrar,
  });
  const appealed = minutesAfter(...minutesWays.Posted, appeals({}));
  test('each once, of a case decided in these minutes', () => {
    const numbered = appeals({ courtCaseNumber: '4711-26' });
    const known = minutesAfter(...minutesWays.Posted, numbered);
    expect(ask(known, numbered)).toBe('appeal_known');
    expect(ask(known, appeals({ courtCaseNumber: '4712-26' }))).toBe('AppealRecorded');
    expect(ask(known, appeals({ courtCaseNumber: '4711-26', court: 'Kammarrätten' }))).toBe('AppealRecorded');
    expect(ask(known, appeals({}))).toBe('AppealRecorded');
    expect(ask(at('Posted'), appeals({ receivedOn: '2026-06-15' }))).toBe('date_out_of_order');
    expect(ask(at('Posted'), appeals({ receivedOn: '2026-07-31' }))).toBe('date_in_future');
    for (const motion of [undefined, aMotion({ status: 'CouncilAgenda' })]) {
      const context = { ...minutesContext(actors.registrar), motion };
      expect(said(decideMinutes(at('Posted').minutes, minutesExamples.appeal, context))).toBe(
        'not_in_minutes',
      );
    }
  });
  test('KL 13:2 p. 2 none of the board’s proposal', () => {
    const board = foldMinutes('board-x', [
      { type: 'MinutesOpened', body: 'board', meetingDate: '2026-05-12', certifiers: ['c'] },
      { type: 'MinutesCertified', certifier: 'c', certifiedOn: '2026-05-14' },
      { type: 'NoticePosted', postedOn: '2026-05-15', lastAppealDay: '2026-06-05', finalOn: '2026-06-06' },
    ]);
    expect(ask({ minutes: board, events: [] }, appeals({}))).toBe('preparatory');
  });
  test('KL 13:5 also while the notice is down, but not of minutes that are not certified', () => {
    const down = minutesAfter(...minutesWays.Posted, findsDown('2026-07-10'));
    expect(ask(down, appeals({}))).toBe('AppealRecorded');
    expect(askMinutes(at('Open'), appeals({}))).toMatchObject({
      code: 'appeal_before_certification',
      rule: 'KL 5:69, 13:5',
    });
  });
  describe('KL 13:2 p. 1 of any decision of the council in the minutes', () => {
    const judged = (
      given: object,
      context: { paragraphs?: readonly string[]; motion?: ReturnType<typeof aMotion> },
      journey = at('Posted'),
    ) =>
      decideMinutes(journey.minutes, appeals(given).command, {
        ...minutesContext(actors.registrar),
        motion: aMotion({ status: 'Drafting' }),
        ...context,
      });
    test('the only one, or the one that is named', () => {
      expect(judged({}, { paragraphs: ['§ 12'] })).toMatchObject({
        type: 'AppealRecorded',
        paragraph: '§ 12',
        meetingDate: '2026-06-16',
      });
      const two = { paragraphs: ['§ 12', '§ 13'] };
      expect(judged({}, two)).toMatchObject({
        code: 'paragraph_unclear',
        detail: expect.stringContaining('§ 12, § 13'),
      });
      expect(judged({ paragraph: '§ 13' }, two)).toMatchObject({ paragraph: '§ 13' });
      expect(judged({ paragraph: '§ 14' }, two)).toMatchObject({ code: 'not_in_minutes' });
    });
    test('the one that decided the case, where nothing else is said', () => {
      const decided = { paragraphs: ['§ 12', '§ 41'], motion: aMotion({ status: 'AppealWindow' }) };
      expect(judged({}, decided)).toMatchObject({ paragraph: '§ 41' });
      expect(judged({ paragraph: '§ 12' }, decided)).toMatchObject({ paragraph: '§ 12' });
    });
    test('each decision has appeals of its own, and what is annulled is gone', () => {
      const two = { paragraphs: ['§ 12', '§ 13'] };
      const follow = (journey: MinutesJourney, answer: ReturnType<typeof decideMinutes>) => {
        if (isRefusal(answer)) throw new Error(answer.code);
        return followMinutes(journey, answer);
      };
      const numbered = { paragraph: '§ 12', courtCaseNumber: '4711-26' };
      const one = follow(at('Posted'), judged(numbered, two));
      expect(judged(numbered, two, one)).toMatchObject({ code: 'appeal_known' });
      const both = follow(one, judged({ ...numbered, paragraph: '§ 13' }, two, one));
      expect(both.events.at(-1)).toMatchObject({ appealNo: 2, open: 1, paragraph: '§ 13' });
      const annulment = { appealNo: 1, outcome: { result: 'annulled', faultInPreparation: false } };
      const annulled = follow(both, askMinutes(both, closes(annulment)));
      expect(annulled.events.at(-1)).toMatchObject({ paragraph: '§ 12', open: 0 });
      expect(annulled.minutes?.appeals.map((each) => each.closed !== undefined)).toEqual([true, false]);
      expect(judged({ paragraph: '§ 12' }, two, annulled)).toMatchObject({
        code: 'decision_annulled',
        rule: 'KL 13:8',
      });
      expect(judged({ paragraph: '§ 13' }, two, annulled)).toMatchObject({ open: 2 });
    });
  });
  test('are closed once, on a day after they came', () => {
    expect(ask(at('Posted'), closes({}))).toBe('appeal_unknown');
    expect(ask(appealed, closes({ caseId: 'case-2' }))).toBe('appeal_unknown');
    expect(ask(appealed, closes({ closedOn: '2026-06-30' }))).toBe('date_out_of_order');
    expect(ask(appealed, closes({ closedOn: '2026-07-31' }))).toBe('date_in_future');
    // KL 13:1, 13:5: while the time runs anybody may still appeal, so nothing but an annulment ends it.
    expect(ask(appealed, closes({}))).toBe('window_open');
    expect(ask(appealed, closes({ outcome: { result: 'annulled', faultInPreparation: false } }))).toBe(
      'AppealClosed',
    );
    const closed = minutesAfter(...minutesWays.WindowPassed, appeals({}), closes({}));
    expect(closed.minutes?.appeals).toMatchObject([{ closed: { outcome: { result: 'upheld' } } }]);
    expect(ask(closed, closes({}))).toBe('appeal_unknown');
    expect(ask(closed, appeals({}))).toBe('AppealRecorded');
  });

  describe('several, by number (KL 13:1)', () => {
    const passed = minutesWays.WindowPassed;
    const two = minutesAfter(...passed, appeals({}), appeals({ receivedOn: '2026-07-05' }));
    const openOf = ({ minutes: record }: MinutesJourney) =>
      record?.appeals.filter((each) => each.closed === undefined).map((each) => each.appealNo);
    test('each has its own, and how many are open', () => {
      expect(two.events.slice(-2)).toMatchObject([
        { appealNo: 1, open: 1 },
        { appealNo: 2, open: 2 },
      ]);
      expect(openOf(two)).toEqual([1, 2]);
    });
    test('which one was closed must be said', () => {
      expect(askMinutes(two, closes({}))).toMatchObject({ code: 'appeal_unclear', rule: 'KL 13:1' });
      expect(ask(two, closes({ appealNo: 3 }))).toBe('appeal_unknown');
      const first = minutesAfter(
        ...passed,
        appeals({}),
        appeals({ receivedOn: '2026-07-05' }),
        closes({ appealNo: 1 }),
      );
      expect(first.events.at(-1)).toMatchObject({ type: 'AppealClosed', appealNo: 1, open: 1 });
      expect(openOf(first)).toEqual([2]);
      expect(ask(first, closes({ appealNo: 1 }))).toBe('appeal_unknown');
      expect(askMinutes(first, closes({}))).toMatchObject({ appealNo: 2, open: 0 });
    });
    test('what is annulled is annulled for all of them (KL 13:8)', () => {
      const annulled = { appealNo: 2, outcome: { result: 'annulled', faultInPreparation: false } };
      const none = minutesAfter(
        ...passed,
        appeals({}),
        appeals({ receivedOn: '2026-07-05' }),
        closes(annulled),
      );
      expect(openOf(none)).toEqual([]);
      expect(ask(none, closes({ appealNo: 1 }))).toBe('appeal_unknown');
    });
  });
});
