import { describe, expect, test } from 'vitest';
import { decideMinutes, minutesTransitions } from '../../domain/decide-minutes.ts';
import { foldMinutes, minutes, minutesIdOf } from '../../domain/minutes.ts';
import type { Role } from '../../domain/roles.ts';
import {
  ANNA,
  askMinutes,
  BO,
  followMinutes,
  isRefusal,
  type MinutesAct,
  type MinutesExample,
  type MinutesJourney,
  minutesAfter,
  minutesContext,
  minutesExamples,
  minutesWays,
  usually,
} from '../support/minutes-builders.ts';
import { aMotion } from '../support/motion-builders.ts';
import { actors, roles } from '../support/motion-people.ts';

const said = (answer: ReturnType<typeof askMinutes>) => (isRefusal(answer) ? answer.code : answer.type);
const ask = (journey: MinutesJourney, act: MinutesAct) => said(askMinutes(journey, act));
const none: MinutesJourney = { minutes: undefined, events: [] };
const at = (status: keyof typeof minutesWays) => minutesAfter(...minutesWays[status]);
const posts = (postedOn: string, today = '2026-07-30'): MinutesAct => ({
  command: { type: 'post-notice', postedOn, evidence: 'Sedd uppe varje dag.' },
  actor: actors['council-secretary'],
  today,
});
const findsDown = (foundDownOn: string): MinutesAct => ({
  command: { type: 'report-notice-down', foundDownOn },
  actor: actors.registrar,
});

/** Typed out from domain.md §11.1 rows 20–27: status × command × role. */
const expected: Record<MinutesExample, [from: string, by: string]> = {
  open: ['none', 'council-secretary'],
  certify: ['Open', 'certifier'],
  contest: ['Open', 'certifier'],
  replace: ['Open', 'council-secretary'],
  post: ['Certified', 'council-secretary'],
  down: ['Posted WindowPassed Confirmed', 'registrar'],
  pass: ['Posted', 'system'],
  confirm: ['WindowPassed', 'registrar'],
  appeal: ['Certified Posted WindowPassed Confirmed', 'registrar'],
  close: ['', 'registrar'],
  ring: ['Open', 'system'],
  ringPosting: ['Certified', 'system'],
};

test.each(Object.entries(expected))('status × role: %s', (example, [from, by]) => {
  const command = minutesExamples[example as MinutesExample];
  const cases = [
    ['none', none] as const,
    ...minutes.options.map((option) => {
      const status = option.shape.status.value;
      return [status, at(status)] as const;
    }),
  ];
  for (const [status, journey] of cases) {
    for (const role of roles) {
      const actor = role === 'certifier' ? ANNA : actors[role];
      const isAllowed = from.split(' ').includes(status) && by === role;
      const answer = askMinutes(journey, { command, actor });
      expect(isRefusal(answer), `${status} ${role}`).toBe(!isAllowed);
    }
  }
});

test('every command has a row', () => {
  const types = Object.values(minutesExamples).map((each) => each.type);
  expect(new Set(types)).toEqual(new Set(Object.keys(minutesTransitions)));
});

describe('KL 5:69 certification', () => {
  test('by all who were chosen, each once, and by no one else', () => {
    const open = at('Open');
    const signs = (actor: MinutesAct['actor']) => ({ command: minutesExamples.certify, actor });
    expect(open.minutes?.certifiers).toEqual(['c-anna', 'c-bo']);
    expect(ask(open, signs(actors.certifier))).toBe('not_certifier');
    expect(ask(open, signs(ANNA))).toBe('MinutesSigned');
    const one = minutesAfter(...minutesWays.Open, signs(ANNA));
    expect(ask(one, signs(ANNA))).toBe('already_signed');
    expect(ask(one, signs(BO))).toBe('MinutesCertified');
  });
  test('KL 5:65 of a meeting that has been held, once', () => {
    expect(ask(none, usually('open', '2026-06-15'))).toBe('date_in_future');
    expect(ask(none, usually('open', '2026-06-16'))).toBe('MinutesOpened');
    expect(ask(at('Open'), usually('open'))).toBe('minutes_exist');
    expect(minutesIdOf('board', '2026-05-12')).toBe('board-2026-05-12');
  });
  test('the board’s minutes are its own secretary’s', () => {
    const command: MinutesAct['command'] = {
      type: 'open-minutes',
      body: 'board',
      meetingDate: '2026-05-12',
      certifiers: ['c'],
    };
    expect(ask(none, { command, actor: actors['council-secretary'] })).toBe('not_permitted');
    expect(ask(none, { command, actor: actors['board-secretary'] })).toBe('MinutesOpened');
  });
});

describe('KL 5:69 a certifier who cannot sign', () => {
  const roster = new Map<string, Role[]>([
    ['c-anna', ['certifier']],
    ['c-bo', ['member']],
    ['c-ove', ['certifier']],
  ]);
  const secretary = actors['council-secretary'];
  const judges = (record: MinutesJourney['minutes'], command: MinutesAct['command']) =>
    said(decideMinutes(record, command, { ...minutesContext(secretary), certifierRoles: roster }));
  test('is not chosen: only who is known and has the role', () => {
    const opens = (...certifiers: string[]) =>
      judges(undefined, { ...(minutesExamples.open as object), certifiers } as MinutesAct['command']);
    expect(opens('c-anna', 'c-ove')).toBe('MinutesOpened');
    expect(opens('c-anna', 'c-nobody')).toBe('certifier_unknown');
    expect(opens('c-bo')).toBe('certifier_unknown');
  });
  test('is replaced by another, and what is signed stands; who is replaced signs no more', () => {
    const annaSigns = { command: minutesExamples.certify, actor: ANNA };
    const replaced = minutesAfter(...minutesWays.Open, annaSigns, usually('replace'));
    expect(replaced.minutes).toMatchObject({ certifiers: ['c-anna', 'c-ove'], signedBy: ['c-anna'] });
    const signs = (personId: string): MinutesAct => ({
      command: minutesExamples.certify,
      actor: { personId, roles: ['certifier'] },
    });
    expect(ask(replaced, signs('c-bo'))).toBe('not_certifier');
    expect(ask(replaced, signs('c-ove'))).toBe('MinutesCertified');
  });
  test('not one who has signed, is not chosen, or by one who cannot either', () => {
    const { minutes: signed } = minutesAfter(...minutesWays.Open, {
      command: minutesExamples.certify,
      actor: ANNA,
    });
    const replaces = (certifier: string, replacement: string) =>
      judges(signed, { type: 'replace-certifier', certifier, replacement, reason: 'Sjuk.' });
    expect(replaces('c-anna', 'c-ove')).toBe('certifier_has_signed');
    expect(replaces('c-ove', 'c-anna')).toBe('not_a_certifier');
    expect(replaces('c-bo', 'c-anna')).toBe('certifier_already');
    expect(replaces('c-bo', 'c-nobody')).toBe('certifier_unknown');
    expect(replaces('c-bo', 'c-ove')).toBe('CertifierReplaced');
  });
});

describe('KL 8:12 the notice', () => {
  test('KL 13:5 keyed in when the time for appeal would be out, it is said where it was up', () => {
    const keyedIn = (today: string, evidence?: string) => {
      const command = { type: 'post-notice' as const, postedOn: '2026-06-26', evidence };
      const actor = actors['council-secretary'];
      return askMinutes(at('Certified'), { command, actor, today });
    };
    // The last day is 2026-07-17.
    expect(keyedIn('2026-07-17')).not.toHaveProperty('evidence');
    expect(keyedIn('2026-07-18')).toMatchObject({
      code: 'posting_evidence_missing',
      rule: 'KL 8:12, 13:5',
    });
    expect(keyedIn('2026-07-18', 'Arkiverad sida.')).toMatchObject({
      type: 'NoticePosted',
      evidence: 'Arkiverad sida.',
    });
  });
  test('is posted after certification, not in the future', () => {
    expect(ask(at('Certified'), posts('2026-06-24'))).toBe('date_out_of_order');
    expect(ask(at('Certified'), posts('2026-06-26', '2026-06-25'))).toBe('date_in_future');
    expect(askMinutes(at('Certified'), posts('2026-06-25'))).toEqual({
      type: 'NoticePosted',
      postedOn: '2026-06-25',
      lastAppealDay: '2026-07-16',
      finalOn: '2026-07-17',
      evidence: 'Sedd uppe varje dag.',
    });
  });
});

describe('KL 13:5 the time for appeal', () => {
  test('has run out on the day after its last, not before', () => {
    expect(ask(at('Posted'), usually('pass', '2026-07-17'))).toBe('window_open');
    expect(ask(at('Posted'), usually('pass', '2026-07-18'))).toBe('AppealWindowPassed');
    expect(ask(at('Posted'), usually('confirm'))).toBe('window_open');
  });
  test('is unbroken if the notice came down after the last day, broken on it', () => {
    expect(ask(at('WindowPassed'), findsDown('2026-07-18'))).toBe('notice_not_broken');
    expect(ask(at('WindowPassed'), findsDown('2026-07-17'))).toBe('NoticeFoundDown');
    // Nobody can confirm that a time has run out which never ran (2 st.).
    expect(ask(at('Confirmed'), findsDown('2026-07-17'))).toBe('NoticeFoundDown');
    const again = minutesAfter(...minutesWays.Confirmed, findsDown('2026-07-17'));
    expect(again.minutes).toMatchObject({ status: 'Certified', noticeDownOn: '2026-07-17' });
    expect(ask(again, usually('confirm'))).toBe('wrong_status');
    expect(ask(at('Posted'), findsDown('2026-06-25'))).toBe('date_out_of_order');
    expect(ask(at('Posted'), findsDown('2026-07-31'))).toBe('date_in_future');
  });
  test('starts anew with a new notice, which cannot be dated before the old one came down', () => {
    const down = minutesAfter(...minutesWays.Posted, findsDown('2026-07-10'));
    expect(down.minutes).toMatchObject({ status: 'Certified', noticeDownOn: '2026-07-10' });
    expect(down.minutes).not.toHaveProperty('finalOn');
    expect(ask(down, posts('2026-06-26'))).toBe('date_out_of_order');
    expect(ask(down, posts('2026-07-09'))).toBe('date_out_of_order');
    expect(ask(down, posts('2026-07-10'))).toBe('NoticePosted');
  });
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
