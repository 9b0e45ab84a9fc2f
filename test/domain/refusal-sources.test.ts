import { describe, expect, test } from 'vitest';
import { decideMeeting } from '../../domain/decide-meeting.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingCommand } from '../../domain/meeting-commands.ts';
import type { AttendanceEntry } from '../../domain/meeting-events.ts';
import { aMeeting, aMeetingContext, meetingExamples, present } from '../support/meeting-builders.ts';
import {
  askMinutes,
  minutesAfter,
  minutesExamples,
  minutesWays,
  usually,
} from '../support/minutes-builders.ts';
import {
  aCase,
  aKeptMeeting,
  BOARD_DAY,
  COUNCIL_DAY,
  judge,
  openMinutes,
  TODAY,
  usual,
} from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, aMember } from '../support/motion-people.ts';
import { as } from '../support/row-case.ts';

/** What a no rests on is judged where it is said: one code may have several rules. KL was read for each of them. */
const bodies = ['council', 'board'] as const;
type Body = (typeof bodies)[number];
const secretary = { council: actors['council-secretary'], board: actors['board-secretary'] };

describe('the board’s meetings rest on KL 6, the council’s on KL 5', () => {
  const day = { council: COUNCIL_DAY, board: BOARD_DAY };
  const other = { council: 'board', board: 'council' } as const;
  const places = (body: Body, meeting: Meeting) =>
    judge(
      aCase(body === 'council' ? 'CouncilReady' : 'BoardReady'),
      as(`${body}-secretary`, { ...examples[`place-on-${body}-agenda`].command }, { meeting }),
    );
  const kept = (body: Body, facts: Partial<Meeting> = {}) => aKeptMeeting(body, day[body], facts);
  test.each([
    ['meeting_of_other_body', 'KL 5:52', 'KL 6:23', (body: Body) => places(body, kept(other[body]))],
    [
      'meeting_cancelled',
      'KL 5:12–13',
      'KL 6:23',
      (body: Body) => places(body, kept(body, { status: 'Cancelled' })),
    ],
    ['meeting_over', 'KL 5:52', 'KL 6:23', (body: Body) => places(body, kept(body, { status: 'Ended' }))],
    [
      'not_summoned',
      'KL 5:15',
      'domain.md §11.1 rad 12',
      (body: Body) => places(body, kept(body, { summonedOn: undefined })),
    ],
    [
      'papers_late',
      'arbetsordningen (KL 5:72)',
      'reglementet (KL 6:44)',
      (body: Body) => places(body, kept(body, { papersBy: '2026-04-01' })),
    ],
    [
      'not_on_agenda',
      'KL 5:52',
      'domain.md §11.1 rad 12',
      (body: Body) =>
        judge(
          aCase(body === 'council' ? 'CouncilAgenda' : 'BoardAgenda'),
          usual(`follow-meeting/MeetingMoved#${body}`),
        ),
    ],
  ] as const)('%s', (code, inCouncil, inBoard, asked) => {
    expect([asked('council'), asked('board')]).toMatchObject([
      { code, rule: inCouncil },
      { code, rule: inBoard },
    ]);
  });

  const asks = (body: Body, command: MeetingCommand, record: Partial<Meeting> = {}, today = '2026-04-14') =>
    decideMeeting(
      aMeeting({ body, ...record }),
      command,
      aMeetingContext({ actor: secretary[body], today, members: membersOf(body) }),
    );
  const attends = (...entries: AttendanceEntry[]): MeetingCommand => ({
    type: 'record-attendance',
    chair: 'm1',
    attendance: [...present('m1'), ...entries],
  });
  const serving = (memberId: string, servingFor: string): AttendanceEntry => ({
    memberId,
    as: 'substitute',
    servingFor,
  });
  const membersOf = (body: Body) =>
    new Map(
      ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 's1', 's2'].map((memberId) => {
        const office = memberId.startsWith('s') ? ('substitute' as const) : ('member' as const);
        return [memberId, aMember({ memberId, terms: [{ from: '2022-10-15', office, body }] })];
      }),
    );
  test.each([
    ['meeting_passed', 'KL 5:13, 5:15', 'KL 6:23', { type: 'move-meeting', to: '2026-04-01' }],
    ['papers_after_meeting', 'KL 5:71–72', 'KL 6:44', { type: 'change-meeting', papersBy: '2026-04-15' }],
    ['meeting_not_moved', 'KL 5:13, 5:15', 'KL 6:23', { type: 'move-meeting', to: '2026-04-14' }],
    ['date_in_future', 'KL 5:15', 'domain.md §11.1 rad 12', { type: 'summon', summonedOn: '2026-04-15' }],
    ['substitute_without_place', 'KL 5:17–19', 'KL 6:17', attends(serving('s1', 's2'))],
    ['member_is_present', 'KL 5:17–19', 'KL 6:17', attends(serving('s1', 'm1'))],
    ['seat_taken', 'KL 5:17–19', 'KL 6:17', attends(serving('s1', 'm5'), serving('s2', 'm5'))],
    ['attendee_not_in_office', 'KL 5:66', 'KL 6:35', attends(...present('m9'))],
    ['too_many_serving', 'KL 5:5', 'KL 6:16', attends(...present('m2', 'm3', 'm4', 'm5', 'm6'))],
  ] as const)('%s: %s, %s', (code, inCouncil, inBoard, command) => {
    expect(asks('council', command)).toMatchObject({ code, rule: inCouncil });
    expect(asks('board', command)).toMatchObject({ code, rule: inBoard });
  });
  test('a meeting that is not there is nobody’s yet', () => {
    expect(decideMeeting(undefined, meetingExamples.move, aMeetingContext())).toMatchObject({
      code: 'meeting_unknown',
      rule: 'KL 5:12–13, 6:23',
    });
  });
  test('a closed meeting is said no to by the same rules', () => {
    for (const [body, rule] of [
      ['council', 'KL 5:13, 5:15'],
      ['board', 'KL 6:23'],
    ] as const) {
      const moved = asks(body, meetingExamples.move, { status: 'Cancelled' });
      expect(moved).toMatchObject({ code: 'wrong_status', rule });
    }
  });
  test('KL 5:13, 5:15 what was sent or posted after the meeting', () => {
    const late = (command: MeetingCommand, body: Body = 'council') => asks(body, command, {}, '2026-04-20');
    const on = '2026-04-15';
    const detail = 'Datumet stämmer inte med vad som redan har hänt. Sammanträdet är 2026-04-14.';
    const code = 'date_out_of_order';
    expect(late({ type: 'summon', summonedOn: on })).toMatchObject({ code, rule: 'KL 5:15', detail });
    expect(late({ type: 'announce', announcedOn: on })).toMatchObject({ code, rule: 'KL 5:13', detail });
  });
});

describe('each day of the minutes has its own rule', () => {
  type Ask = Parameters<typeof askMinutes>[1]['command'];
  const clerk = { personId: 'p', roles: ['council-secretary', 'board-secretary', 'registrar'] as const };
  const asks = (status: keyof typeof minutesWays, command: object, today = TODAY) =>
    askMinutes(minutesAfter(...minutesWays[status]), {
      command: command as Ask,
      actor: { ...clerk, roles: [...clerk.roles] },
      today,
    });
  const posts = (postedOn: string) => ({ ...minutesExamples.post, postedOn });
  const down = (foundDownOn: string) => ({ ...minutesExamples.down, foundDownOn });
  const appeals = (receivedOn: string) => ({ ...minutesExamples.appeal, receivedOn });
  test.each([
    ['posted tomorrow', 'Certified', posts('2026-07-31'), 'KL 8:12', 'framåt'],
    ['posted before certification', 'Certified', posts('2026-06-24'), 'KL 8:12', 'justerades 2026-06-25'],
    ['down tomorrow', 'Posted', down('2026-07-31'), 'KL 13:5', 'framåt'],
    ['down before it was up', 'Posted', down('2026-06-25'), 'KL 13:5', 'sattes upp 2026-06-26'],
    ['appealed tomorrow', 'Posted', appeals('2026-07-31'), 'KL 13:5–6', 'framåt'],
    ['appealed undecided', 'Posted', appeals('2026-06-15'), 'KL 13:2, 13:5', 'fattades 2026-06-16'],
  ] as const)('%s', (_, status, command, rule, says) => {
    const detail: unknown = expect.stringContaining(says);
    expect(asks(status, command)).toMatchObject({ kind: 'refusal', rule, detail });
  });
  test('posted again before it was found down', () => {
    const actor = { ...clerk, roles: [...clerk.roles] };
    const downAgain = minutesAfter(...minutesWays.Posted, usually('down'));
    expect(askMinutes(downAgain, { command: minutesExamples.post, actor })).toMatchObject({
      code: 'date_out_of_order',
      rule: 'KL 13:5',
      detail: expect.stringContaining('nere 2026-07-10') as unknown,
    });
  });
  test('an appeal closed tomorrow, or before it came', () => {
    const appealed = minutesAfter(...minutesWays.WindowPassed, usually('appeal'));
    const closes = (closedOn: string) =>
      askMinutes(appealed, {
        command: { ...minutesExamples.close, closedOn } as Ask,
        actor: actors.registrar,
      });
    expect(closes('2026-07-31')).toMatchObject({ code: 'date_in_future', rule: 'KL 13:8' });
    expect(closes('2026-06-30')).toMatchObject({ code: 'date_out_of_order', rule: 'KL 13:8' });
  });
  test('minutes opened before the meeting, of either body', () => {
    const opens = (body: Body) =>
      askMinutes(
        { minutes: undefined, events: [] },
        { command: { ...minutesExamples.open, body } as Ask, actor: secretary[body], today: '2026-06-15' },
      );
    for (const body of bodies) {
      expect(opens(body)).toMatchObject({ code: 'date_in_future', rule: 'KL 5:65, 6:35' });
    }
  });
});

describe('each day of the case has its own rule', () => {
  const received = (more: object) =>
    as('registrar', { ...examples['record-statement'].command, ...more } as never);
  const late = (more: object) =>
    as('council-secretary', { ...examples['report-late'].command, ...more } as never);
  test.each([
    ['a statement before it was asked for', 'Consulting', received({ receivedOn: '2026-07-29' }), 'KL 6:12'],
    ['a delay told of after its end', 'Drafting', late({ plannedOn: '2026-06-15' }), 'domain.md §3'],
    [
      'a motion raised tomorrow',
      'Received',
      as('registrar', { type: 'register', raisedOn: '2026-07-31' }),
      'domain.md §1.2',
    ],
    [
      'announced tomorrow',
      'Registered',
      as('council-secretary', { type: 'refer', by: 'council', announcedOn: '2026-07-31' }),
      'domain.md §11.1 rad 5',
    ],
  ] as const)('%s', (_, status, act, rule) => {
    expect(judge(aCase(status), act)).toMatchObject({ code: expect.stringMatching(/^date_/), rule });
  });
});

describe('KL 5:69 what is closed says why, and what is left to do', () => {
  const decides = (minutes: object) =>
    judge(
      aCase('CouncilAgenda'),
      usual('decide', { minutes: { ...openMinutes('council', COUNCIL_DAY), ...minutes } }),
    );
  const signed = { certifiers: ['c-anna', 'c-bo'], signedBy: ['c-anna'] };
  test('one of two has signed: it is not certified, and the other can still have it noted', () => {
    const verdict = decides(signed);
    expect(verdict).toMatchObject({ code: 'minutes_closed', rule: 'KL 5:69' });
    const { detail } = verdict as { detail: string };
    expect(detail).toContain('En justerare har skrivit under');
    expect(detail).toContain('kan låta anteckna vad som är fel');
    expect(detail).not.toContain('är justerat');
  });
  test('both have: what is wrong is noted beside', () => {
    expect(decides({ ...signed, status: 'Certified', certifiedOn: '2026-06-20' })).toMatchObject({
      code: 'minutes_closed',
      detail: expect.stringMatching(/är justerat.*tjänsteanteckning/) as unknown,
    });
  });
});

describe('each clause has its outcome', () => {
  const one = [{ clause: 1, outcome: 'GRANTED' as const }];
  const twice = [...one, ...one];
  const decides = (decisions: object) =>
    judge(
      aCase('CouncilAgenda'),
      as('council-secretary', { ...examples.decide.command, decisions } as never),
    );
  const proposes = (proposals: object) =>
    judge(aCase('BoardAgenda'), as('board-secretary', { ...examples.propose.command, proposals } as never));
  const writes = (proposals: object) =>
    judge(aCase('Drafting'), as('official', { ...examples['write-answer'].command, proposals } as never));
  const stranger = [{ clause: 9, outcome: 'GRANTED' as const }];
  test.each([
    ['the council’s decision', decides, 'KL 5:23; domain.md §6.2'],
    ['the board’s proposal', proposes, 'KL 5:28; domain.md §5'],
    ['the official’s draft', writes, 'domain.md §11.1 rad 9'],
  ] as const)('%s', (_, asked, rule) => {
    expect(asked(twice)).toMatchObject({ code: 'clauses_not_covered', rule });
    expect(asked(stranger)).toMatchObject({ code: 'clause_not_in_matter', rule });
  });
});
