import { describe, expect, test } from 'vitest';
import { decideMinutes, minutesTransitions } from '../../domain/decide-minutes.ts';
import { minutes, minutesIdOf } from '../../domain/minutes.ts';
import type { Role } from '../../domain/roles.ts';
import {
  ANNA,
  askMinutes,
  BO,
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
