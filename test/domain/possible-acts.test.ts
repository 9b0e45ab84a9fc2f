import { describe, expect, it, test } from 'vitest';
import type { CommandType } from '../../domain/commands.ts';
import { decideMeeting, possibleOnMeeting } from '../../domain/decide-meeting.ts';
import { decideMinutes, possibleOnMinutes } from '../../domain/decide-minutes.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MinutesStatus } from '../../domain/minutes.ts';
import { whenPossible } from '../../domain/permissions.ts';
import { bodyOf } from '../../domain/public-state.ts';
import type { Actor } from '../../domain/roles.ts';
import {
  aMeetingContext,
  meetingExamples,
  meetingIn,
  secretaryOfBoard,
} from '../support/meeting-builders.ts';
import {
  ANNA,
  askMinutes,
  BO,
  minutesAfter,
  minutesContext,
  minutesExamples,
  minutesWays,
  usually,
} from '../support/minutes-builders.ts';
import { openMinutes } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';

describe('what can be done with minutes as they stand, and by whom', () => {
  const minutesIn = (status: MinutesStatus) => {
    const { minutes } = minutesAfter(...minutesWays[status]);
    if (minutes === undefined) throw new Error('no minutes');
    return minutes;
  };
  const offered = (status: MinutesStatus, actor: Actor) =>
    possibleOnMinutes(minutesIn(status), actor).map(
      ({ command, isPermitted, mayBeDoneBy }) => `${isPermitted ? '*' : ''}${command}: ${mayBeDoneBy}`,
    );

  test.each<[MinutesStatus, readonly string[]]>([
    [
      'Open',
      [
        'certify-minutes: justerare',
        'contest-minutes: justerare',
        '*replace-certifier: fullmäktiges sekreterare',
      ],
    ],
    [
      'Certified',
      ['*post-notice: fullmäktiges sekreterare', 'record-appeal: registrator', 'close-appeal: registrator'],
    ],
    [
      'Posted',
      ['report-notice-down: registrator', 'record-appeal: registrator', 'close-appeal: registrator'],
    ],
    [
      'WindowPassed',
      [
        'report-notice-down: registrator',
        'confirm-no-appeal: registrator',
        'record-appeal: registrator',
        'close-appeal: registrator',
      ],
    ],
    [
      'Confirmed',
      ['report-notice-down: registrator', 'record-appeal: registrator', 'close-appeal: registrator'],
    ],
  ])('%s', (status, acts) => {
    // The clock’s acts are nobody’s to ask for.
    expect(offered(status, actors['council-secretary'])).toEqual(acts);
    const registrars = offered(status, actors.registrar).filter((each) => each.startsWith('*'));
    expect(registrars).toEqual(acts.filter((each) => each.endsWith('registrator')).map((each) => `*${each}`));
  });

  it('is the certifier’s who was chosen and has not signed (KL 5:69)', () => {
    const mine = (actor: Actor) => offered('Open', actor).filter((each) => each.startsWith('*'));
    expect(mine(ANNA)).toEqual(['*certify-minutes: justerare', '*contest-minutes: justerare']);
    expect(mine(actors.certifier)).toEqual([]);
    const signed = minutesAfter(...minutesWays.Open, { ...usually('certify', '2026-06-25'), actor: ANNA });
    const left = (actor: Actor) =>
      possibleOnMinutes(signed.minutes ?? minutesIn('Open'), actor).filter(({ isPermitted }) => isPermitted);
    expect([left(ANNA).length, left(BO).length]).toEqual([0, 2]);
  });

  it('of the board is its own secretary’s', () => {
    const board = possibleOnMinutes(openMinutes('board', '2026-05-12'), actors['council-secretary']);
    expect(board.find(({ command }) => command === 'replace-certifier')).toEqual({
      command: 'replace-certifier',
      isPermitted: false,
      mayBeDoneBy: ['styrelsens sekreterare'],
    });
  });
});

describe('a refusal of an act on minutes says by which rule, and who may', () => {
  const posted = minutesAfter(...minutesWays.Posted);
  test.each([
    [
      'not_permitted',
      'KL 8:12',
      ['fullmäktiges sekreterare'],
      { ...usually('post'), actor: actors.registrar },
    ],
    ['wrong_status', 'KL 8:12', [], usually('post')],
    ['window_open', 'KL 13:5', [], usually('confirm')],
  ] as const)('%s, %s', (code, rule, mayBeDoneBy, act) => {
    expect(askMinutes(posted, act)).toMatchObject({ code, rule, mayBeDoneBy });
  });

  it('of what comes too early for an appeal', () => {
    const open = minutesAfter(...minutesWays.Open);
    expect(askMinutes(open, usually('appeal'))).toMatchObject({ code: 'appeal_before_certification' });
    expect(askMinutes(open, usually('close'))).toMatchObject({ code: 'wrong_status', rule: 'KL 13:8' });
    expect(askMinutes(open, usually('confirm'))).toMatchObject({ code: 'wrong_status', rule: 'KL 13:5' });
  });

  it('of minutes that nobody has opened, asked as those of the council', () => {
    const context = minutesContext(actors['council-secretary']);
    expect(decideMinutes(undefined, minutesExamples.post, context)).toMatchObject({
      code: 'minutes_unknown',
    });
    expect(
      decideMinutes(undefined, minutesExamples.post, minutesContext(actors['board-secretary'])),
    ).toMatchObject({ code: 'not_permitted', mayBeDoneBy: ['fullmäktiges sekreterare'] });
  });

  it('but a clock that may ring does, for the day it was due', () => {
    expect(askMinutes(minutesAfter(...minutesWays.Open), usually('ring'))).toEqual({
      type: 'ClockRang',
      clock: 'certification',
      dueOn: '2026-07-01',
    });
  });

  it('of a notice found down: today and the day of posting are days it can have been', () => {
    const found = (foundDownOn: string, today: string) => {
      const command = { ...minutesExamples.down, foundDownOn } as typeof minutesExamples.down;
      const answer = askMinutes(posted, { command, actor: actors.registrar, today });
      return 'kind' in answer ? answer.code : answer.type;
    };
    expect(found('2026-07-10', '2026-07-10')).toBe('NoticeFoundDown');
    expect(found('2026-07-11', '2026-07-10')).toBe('date_in_future');
    expect(found('2026-06-26', '2026-07-10')).toBe('NoticeFoundDown');
    expect(found('2026-06-25', '2026-07-10')).toBe('date_out_of_order');
  });
});

describe('what can be done with a meeting as it stands, and by whom', () => {
  const offered = (meeting: Meeting, actor: Actor) =>
    possibleOnMeeting(meeting, actor).map(
      ({ command, isPermitted, mayBeDoneBy }) => `${isPermitted ? '*' : ''}${command}: ${mayBeDoneBy}`,
    );
  const secretary = actors['council-secretary'];

  it('is its secretary’s, while it is planned; the clock’s acts are nobody’s', () => {
    expect(offered(meetingIn.Planned, secretary)).toEqual(
      [
        'change-meeting',
        'move-meeting',
        'cancel-meeting',
        'summon',
        'announce',
        'record-attendance',
        'declare-disqualification',
        'end-meeting',
      ].map((command) => `*${command}: fullmäktiges sekreterare`),
    );
    expect(offered(meetingIn.Planned, actors.registrar).some((each) => each.startsWith('*'))).toBe(false);
  });

  it('is little when it is over, and nothing when it is cancelled', () => {
    expect(offered(meetingIn.Ended, secretary).map((each) => each.split(':')[0])).toEqual([
      '*record-attendance',
      '*declare-disqualification',
    ]);
    expect(offered(meetingIn.Cancelled, secretary)).toEqual([]);
  });

  it('of the board is its own secretary’s, by its own rule', () => {
    const board = { ...meetingIn.Planned, body: 'board' as const };
    expect(offered(board, secretary)[0]).toBe('change-meeting: styrelsens sekreterare');
    expect(offered(board, secretaryOfBoard)[0]).toBe('*change-meeting: styrelsens sekreterare');
    const context = aMeetingContext({ actor: actors.registrar });
    expect(decideMeeting(meetingIn.Planned, meetingExamples.summon, context)).toMatchObject({
      code: 'not_permitted',
      mayBeDoneBy: ['fullmäktiges sekreterare'],
    });
    expect(decideMeeting(undefined, meetingExamples.summon, context)).toMatchObject({
      mayBeDoneBy: ['fullmäktiges sekreterare'],
    });
  });
});

test.each<[CommandType, string | undefined]>([
  ['register', 'Det går när ärendet är: inkommen; återtagen, ska anmälas i fullmäktige.'],
  ['refer-back-in-board', 'Det går när ärendet är: på styrelsens dagordning.'],
  ['archive', 'Det går när ärendet är: laga kraft.'],
  // It begins a case, so it is done in none.
  ['import-motion', undefined],
  // In so many that a list would help nobody.
  ['add-note', undefined],
])('%s can be done: %s', (command, sentence) => {
  expect(whenPossible(command)).toBe(sentence);
});

test.each([
  ['Registered', 'council'],
  ['Referred', 'board'],
  ['Approval', 'board'],
  ['BoardReady', 'board'],
  ['BoardAgenda', 'board'],
  ['CouncilReady', 'council'],
  ['Decided', 'council'],
  ['Archived', 'council'],
  ['SomethingNew', 'council'],
])('%s is the turn of the %s', (status, body) => {
  expect(bodyOf(status)).toBe(body);
});
