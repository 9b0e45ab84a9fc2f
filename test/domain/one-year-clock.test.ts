import { describe, expect, it, test } from 'vitest';
import { planning } from '../../domain/back-planning.ts';
import { addDays } from '../../domain/calendar-date.ts';
import {
  type ClockInput,
  clockStatus,
  dueFromPlan,
  type OpenStatus,
  oneYearClock,
} from '../../domain/one-year-clock.ts';
import { reportDueBy } from '../../domain/report-watch.ts';

/** A year as a region has it; the board meets three weeks before the council, and once too late for it. */
const calendar = {
  council: ['2026-11-24', '2026-02-24', '2026-04-21', '2026-06-16', '2026-09-29', '2027-02-23'],
  board: ['2026-01-27', '2026-03-31', '2026-05-26', '2026-09-08', '2026-11-03', '2026-11-17', '2027-02-02'],
};
const input = (facts: Partial<ClockInput> = {}): ClockInput => ({
  raisedOn: '2025-12-15',
  status: 'Registered',
  today: '2026-01-12',
  calendar,
  planning: planning.parse({}),
  approvalSteps: 2,
  ...facts,
});
const clock = (facts: Partial<ClockInput> = {}) => oneYearClock(input(facts));
const startsOf = (facts: Partial<ClockInput>) =>
  Object.fromEntries(clock(facts).steps.map(({ step, latestStart }) => [step, latestStart]));

describe('the anniversary and the last meeting in time (KL 5:35; domain.md §0.4)', () => {
  test.each([
    ['2024-02-29', ['2025-02-25', '2025-02-28', '2025-03-01'], '2025-02-28', '2025-02-28'],
    ['2025-06-16', calendar.council, '2026-06-16', '2026-06-16'],
    ['2025-06-15', calendar.council, '2026-06-15', '2026-04-21'],
    ['2023-02-28', ['2024-02-28', '2024-02-29'], '2024-02-28', '2024-02-28'],
    ['2026-06-16', calendar.council, '2027-06-16', '2027-02-23'],
    ['2027-02-23', calendar.council, '2028-02-23', undefined],
  ])('raised %s', (raisedOn, council, anniversary, lastMeeting) => {
    const found = clock({ raisedOn, calendar: { ...calendar, council } });
    expect([found.anniversary, found.lastMeeting]).toEqual([anniversary, lastMeeting]);
  });

  it('counts the days to the meeting, and over the year from the day after the anniversary', () => {
    expect(clock({ today: '2026-11-20' })).toMatchObject({ daysLeft: 4, overOneYear: false });
    expect(clock({ today: '2026-12-15' })).toMatchObject({ daysLeft: -21, overOneYear: false });
    expect(clock({ today: '2026-12-16' })).toMatchObject({ daysLeft: -22, overOneYear: true });
  });

  it('lets the earliest of motions prepared together rule (domain.md §11.3)', () => {
    const together = clock({ raisedOn: ['2026-06-01', '2025-06-20', '2026-01-02'] });
    expect(together).toEqual(clock({ raisedOn: '2025-06-20' }));
    expect(together.lastMeeting).toBe('2026-06-16');
    expect(() => clock({ raisedOn: [] })).toThrow(RangeError);
  });
});

describe('planning backwards from the meeting calendar', () => {
  it('gives the last day to begin each step', () => {
    expect(startsOf({ status: 'Registered' })).toEqual({
      referral: '2026-07-20',
      assignment: '2026-08-03',
      drafting: '2026-08-10',
      // A Saturday, so the Friday before.
      approval: '2026-10-09',
      boardAgenda: '2026-10-20',
      // The board also meets on the 17th, the day of the council's summons: too late for it.
      board: '2026-11-03',
      councilAgenda: '2026-11-17',
      council: '2026-11-24',
    });
    expect(clock().consultBy).toBe('2026-08-28');
  });

  it('takes a board meeting on the last day its proposal can reach the summons, and none after', () => {
    const board = (...days: string[]) => startsOf({ calendar: { ...calendar, board: days } }).board;
    expect(board('2026-11-13', '2026-11-14')).toBe('2026-11-13');
    expect(board('2026-11-14')).toBeUndefined();
    // Not on the day it was raised, nor before: the board must have had it.
    expect(board('2025-12-15')).toBeUndefined();
    expect(board('2025-12-16')).toBe('2025-12-16');
  });

  test.each<[OpenStatus, readonly string[]]>([
    ['Received', ['referral', 'assignment', 'drafting', 'approval', 'boardAgenda', 'board']],
    ['Returned', ['referral', 'assignment', 'drafting', 'approval', 'boardAgenda', 'board']],
    ['Referred', ['assignment', 'drafting', 'approval', 'boardAgenda', 'board']],
    ['Assigned', ['drafting', 'approval', 'boardAgenda', 'board']],
    ['Drafting', ['drafting', 'approval', 'boardAgenda', 'board']],
    ['Consulting', ['drafting', 'approval', 'boardAgenda', 'board']],
    ['Approval', ['approval', 'boardAgenda', 'board']],
    ['BoardReady', ['boardAgenda', 'board']],
    ['BoardAgenda', ['board']],
    ['CouncilReady', []],
    ['WithdrawalPending', []],
  ])('from %s', (status, before) => {
    expect(clock({ status }).steps.map(({ step }) => step)).toEqual([...before, 'councilAgenda', 'council']);
  });

  it('plans no more than the meeting for what is on the council’s agenda', () => {
    const { steps, consultBy } = clock({ status: 'CouncilAgenda', meetingDate: '2026-06-16' });
    expect([steps.map(({ step }) => step), consultBy]).toEqual([['council'], undefined]);
  });

  it('shortens with the approvals that are done', () => {
    expect(startsOf({ status: 'Approval', approvalSteps: 1 }).approval).toBe('2026-10-15');
    expect(startsOf({ status: 'Approval', approvalSteps: 0 }).approval).toBe('2026-10-20');
  });
});

describe('red', () => {
  test.each<[string, OpenStatus, boolean]>([
    ['2026-07-20', 'Registered', false],
    ['2026-07-21', 'Registered', true],
    ['2026-08-03', 'Referred', false],
    ['2026-08-04', 'Referred', true],
    ['2026-08-11', 'Assigned', true],
    // What is under way was begun: red only when the next step is too late.
    ['2026-08-11', 'Drafting', false],
    ['2026-10-09', 'Consulting', false],
    ['2026-10-10', 'Consulting', true],
    ['2026-10-20', 'Approval', false],
    ['2026-10-21', 'Approval', true],
    ['2026-10-21', 'BoardReady', true],
    ['2026-11-17', 'CouncilReady', false],
    ['2026-11-18', 'CouncilReady', true],
  ])('on %s in %s: %s', (today, status, impossible) => {
    const found = clock({ today, status });
    expect([found.impossible, found.signal === 'red']).toEqual([impossible, impossible]);
  });

  it('is on at once when no meeting is in range, or the calendar has no board meeting before it', () => {
    const noCouncil = clock({ calendar: { ...calendar, council: ['2026-12-16'] } });
    expect(noCouncil).toMatchObject({ impossible: true, lastMeeting: undefined, daysLeft: 337 });
    expect(noCouncil.steps.every((each) => each.late && each.latestStart === undefined)).toBe(true);
    expect(clock({ calendar: { ...calendar, board: [] } }).impossible).toBe(true);
    // The board has had its say: its calendar no longer matters.
    expect(clock({ status: 'CouncilReady', calendar: { ...calendar, board: [] } }).impossible).toBe(false);
  });

  it('is on when the agenda it is placed on is too late, and not by a meeting that is awaiting its minutes', () => {
    const booked = (status: OpenStatus, meetingDate: string, today = '2026-10-01') =>
      clock({ status, meetingDate, today }).impossible;
    expect(booked('BoardAgenda', '2026-11-03')).toBe(false);
    expect(booked('BoardAgenda', '2026-11-17')).toBe(true);
    expect(booked('BoardAgenda', '2026-11-03', '2026-11-05')).toBe(false);
    expect(booked('CouncilAgenda', '2026-11-24')).toBe(false);
    expect(booked('CouncilAgenda', '2027-02-23')).toBe(true);
    expect(booked('CouncilAgenda', '2026-11-24', '2026-11-26')).toBe(false);
  });

  it('knows the meeting a motion is on the agenda of, also when the calendar does not', () => {
    const none = { council: [], board: [] };
    const council = clock({ status: 'CouncilAgenda', meetingDate: '2026-10-20', calendar: none });
    expect(council).toMatchObject({ signal: 'green', lastMeeting: '2026-10-20' });
    const only = { ...calendar, board: [] };
    expect(clock({ status: 'BoardAgenda', meetingDate: '2026-10-20', calendar: only }).signal).toBe('green');
  });
});

describe('the estimate for the public', () => {
  it('is the first council meeting that the same lead times reach', () => {
    // 12 January + 14 + 7 + 60 + 10 days = 13 April: the papers of the board on 26 May, then 16 June.
    expect(clock().estimatedDecisionOn).toBe('2026-06-16');
    expect(clock({ today: '2026-02-18' }).estimatedDecisionOn).toBe('2026-09-29');
    expect(clock({ status: 'BoardReady', today: '2026-01-13' }).estimatedDecisionOn).toBe('2026-02-24');
    expect(clock({ status: 'BoardReady', today: '2026-01-14' }).estimatedDecisionOn).toBe('2026-04-21');
  });

  it('is the meeting whose agenda it is on, and the next when that has passed without a decision', () => {
    const on = (today: string) => clock({ status: 'CouncilAgenda', meetingDate: '2026-06-16', today });
    expect(on('2026-06-16').estimatedDecisionOn).toBe('2026-06-16');
    expect(on('2026-06-17').estimatedDecisionOn).toBe('2026-09-29');
    expect(
      clock({ status: 'BoardAgenda', meetingDate: '2026-05-26', today: '2026-05-28' }).estimatedDecisionOn,
    ).toBe('2026-06-16');
  });

  it('is that meeting also where the calendar at hand does not have it, and of no other step', () => {
    const none = { council: [], board: [] };
    const booked = (status: OpenStatus, today = '2026-06-10') =>
      clock({ status, meetingDate: '2026-06-16', today, calendar: none }).estimatedDecisionOn;
    expect([booked('CouncilAgenda'), booked('CouncilAgenda', '2026-06-16')]).toEqual([
      '2026-06-16',
      '2026-06-16',
    ]);
    expect([booked('CouncilReady'), booked('CouncilAgenda', '2026-06-17')]).toEqual([undefined, undefined]);
  });

  it('takes a withdrawal on the agenda as any matter there (row 28b)', () => {
    expect(clockStatus('WithdrawalPending', '2026-06-16')).toBe('CouncilAgenda');
    expect(clockStatus('WithdrawalPending', undefined)).toBe('WithdrawalPending');
    expect(clockStatus('BoardAgenda', '2026-05-26')).toBe('BoardAgenda');
  });

  it('is not given when the calendar does not reach', () => {
    expect(clock({ today: '2026-11-01' }).estimatedDecisionOn).toBeUndefined();
    expect(clock({ today: '2027-02-24', status: 'CouncilReady' }).estimatedDecisionOn).toBeUndefined();
  });

  it('follows what is known of the step under way; amber when that misses the last meeting in time', () => {
    const on = (readyOn: string) => clock({ status: 'Drafting', today: '2026-09-01', readyOn });
    expect(on('2026-10-09')).toMatchObject({ signal: 'green', estimatedDecisionOn: '2026-11-24' });
    expect(on('2026-10-10')).toMatchObject({ signal: 'amber', estimatedDecisionOn: '2027-02-23' });
    // What should have been ready is expected today, not in the past.
    expect(on('2026-01-01').estimatedDecisionOn).toBe('2026-11-24');
  });
});

describe('the report', () => {
  it('say when the late report must be on the board’s agenda, by the meetings that are left', () => {
    const asked = { raisedOn: '2025-12-15', today: '2026-01-12', calendar, planning: planning.parse({}) };
    const due = { council: '2026-11-24', board: '2026-11-03', papersBy: '2026-10-20' };
    expect(reportDueBy(asked)).toEqual(due);
    expect(reportDueBy({ ...asked, today: '2026-11-24' })).toEqual(due);
    expect(reportDueBy({ ...asked, today: '2026-11-25' })).toBeUndefined();
    expect(reportDueBy({ ...asked, calendar: { ...calendar, council: [] } })).toBeUndefined();
    // No board meeting reaches: the last day for an extra one, and two weeks before it.
    const late = { ...calendar, board: ['2026-11-18'] };
    const extra = reportDueBy({ ...asked, calendar: late });
    expect(extra?.council).toBe('2026-11-24');
    expect(reportDueBy({ ...asked, calendar: { ...late, board: [extra?.board ?? ''] } })).toEqual(extra);
    const dayAfter = addDays(extra?.board ?? '', 1);
    expect(reportDueBy({ ...asked, calendar: { ...late, board: [dayAfter] } })).toEqual(extra);
  });
});

describe('the day a task is due', () => {
  test.each<[OpenStatus, string, string]>([
    // By the planned pace while there is time …
    ['Registered', '2026-01-12', '2026-01-26'],
    ['Referred', '2026-01-12', '2026-01-19'],
    ['Drafting', '2026-01-12', '2026-03-13'],
    ['Approval', '2026-01-12', '2026-01-22'],
    // … and by the plan when there is not.
    ['Registered', '2026-07-25', '2026-08-03'],
    ['Referred', '2026-08-05', '2026-08-10'],
    ['Drafting', '2026-09-20', '2026-10-09'],
    ['Approval', '2026-10-15', '2026-10-20'],
    ['BoardReady', '2026-01-12', '2026-10-20'],
    ['CouncilReady', '2026-01-12', '2026-11-17'],
    // Late is late.
    ['BoardReady', '2026-10-30', '2026-10-20'],
  ])('%s on %s: %s', (status, today, due) => {
    expect(dueFromPlan(input({ status, today }))).toBe(due);
  });

  it('is today for what should have been ready, not a day in the past', () => {
    const at = { status: 'Drafting' as const, today: '2026-01-12' };
    expect(dueFromPlan(input({ ...at, readyOn: '2025-12-01' }))).toBe('2026-01-12');
    expect(dueFromPlan(input({ ...at, readyOn: '2026-02-02' }))).toBe('2026-02-02');
  });

  it('is not planned without a meeting', () => {
    expect(dueFromPlan(input({ calendar: { council: [], board: [] } }))).toBeUndefined();
  });
});
