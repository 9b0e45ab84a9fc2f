import { describe, expect, it } from 'vitest';
import { councilAgendaBy, planning } from '../../domain/back-planning.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Motion } from '../../domain/motion.ts';
import { publicMotion } from '../../domain/public-motion.ts';
import { publicYearOf } from '../../domain/public-year.ts';
import { reportWarningFor } from '../../domain/report-watch.ts';
import { dueOnOf, isPlanned } from '../../domain/task.ts';
import { aCase, aMotion, usual } from '../support/motion-builders.ts';
import { aRegion } from '../support/motion-people.ts';

/** Raised 12 January 2026; the board on 3 November must send the report on to the council on 24 November. */
const calendar = { council: ['2026-09-29', '2026-11-24', '2027-02-23'], board: ['2026-09-08', '2026-11-03'] };
const organisation = aRegion();
const drafting = aMotion({ status: 'Drafting' });
const warned = (record: Motion, ...days: string[]): Motion =>
  days.reduce<Motion>(
    (before, dueOn) =>
      evolve(
        before,
        { type: 'ClockRang', clock: 'year-report', dueOn },
        { caseId: 'case-1', version: before.version + 1 },
      ),
    record,
  );
const on = (today: string, record: Motion = drafting, meetings: typeof calendar = calendar) =>
  reportWarningFor(record, { today, calendar: meetings, planning: planning.parse({}) });

describe('the report must go on the next board agenda (KL 5:35)', () => {
  it('from the day its papers must be ready, once', () => {
    expect(on('2026-10-19')).toBeUndefined();
    const due = { dueOn: '2026-10-20', withoutMeeting: false };
    expect(on('2026-10-20')).toEqual(due);
    expect(on('2026-11-24')).toEqual(due);
    expect(on('2026-10-20', warned(drafting, '2026-10-20'))).toBeUndefined();
  });

  it('anew when a meeting moves after the warning, once it is due by the calendar of today', () => {
    const later = { ...calendar, board: ['2026-11-10'] };
    const known = warned(drafting, '2026-10-20');
    expect(on('2026-10-26', known, later)).toBeUndefined();
    expect(on('2026-10-27', known, later)).toEqual({ dueOn: '2026-10-27', withoutMeeting: false });
    expect(on('2026-10-21', warned(known, '2026-10-27'))).toEqual({
      dueOn: '2026-10-20',
      withoutMeeting: false,
    });
  });

  it('not because it was warned wrongly once', () => {
    const known = warned(drafting, '2027-01-12');
    expect(on('2026-02-03', known)).toBeUndefined();
    expect(on('2026-02-03', known, { ...calendar, council: ['2026-11-25', '2027-02-23'] })).toBeUndefined();
    expect(on('2026-10-20', known)).toEqual({ dueOn: '2026-10-20', withoutMeeting: false });
  });

  it('with an alarm when no council meeting is left within the year, and the calendar reaches past it', () => {
    const none = { ...calendar, council: ['2026-01-27', '2027-02-23'] };
    const alarm = { dueOn: '2027-01-12', withoutMeeting: true };
    expect(on('2026-01-27', drafting, none)).toEqual({ dueOn: '2026-01-12', withoutMeeting: false });
    expect(on('2026-01-28', drafting, none)).toEqual(alarm);
    expect(on('2026-02-02', warned(drafting, '2027-01-12'), none)).toBeUndefined();
    expect(on('2026-11-25')).toEqual(alarm);
    expect(on('2026-11-25', warned(drafting, '2026-10-20'))).toEqual(alarm);
  });

  it('not while the meetings of the year are not yet planned; with an alarm when its end is near', () => {
    const short = { council: ['2026-02-17'], board: ['2026-01-27'] };
    for (const day of ['2026-01-13', '2026-02-17', '2026-02-20', '2026-10-13']) {
      expect(on(day, drafting, short)).toBeUndefined();
    }
    expect(on('2026-10-14', drafting, short)).toEqual({ dueOn: '2027-01-12', withoutMeeting: true });
    const reaching = { ...short, council: ['2026-02-17', '2027-01-12'], board: ['2026-12-15'] };
    expect(on('2026-11-30', drafting, reaching)).toBeUndefined();
    expect(on('2026-12-01', drafting, reaching)).toEqual({ dueOn: '2026-12-01', withoutMeeting: false });
  });

  it('long before the end, when the calendar reaches the anniversary itself', () => {
    const reaching = { council: ['2027-01-12'], board: ['2026-09-08'] };
    expect(on('2026-08-25', drafting, reaching)).toEqual({ dueOn: '2026-08-25', withoutMeeting: false });
    expect(on('2026-08-25', drafting, { ...reaching, council: ['2027-01-11'] })).toBeUndefined();
  });

  it('not by the council’s calendar alone, nor the board’s', () => {
    for (const day of ['2026-01-13', '2026-10-20', '2026-12-20', '2027-01-12']) {
      expect(on(day, drafting, { ...calendar, board: [] })).toBeUndefined();
      expect(on(day, drafting, { ...calendar, council: [] })).toBeUndefined();
    }
  });

  it('for an extra meeting of the board, where none that is planned reaches the council', () => {
    // Out with the summons on 17 November; two weeks before that the board's own papers.
    const extra = { ...calendar, board: ['2026-12-08'] };
    expect(on('2026-10-26', drafting, extra)).toBeUndefined();
    expect(on('2026-11-03', drafting, extra)).toMatchObject({ withoutMeeting: false });
  });

  it('no more when it is reported, decided or over the year', () => {
    const reported = aCase('Drafting', usual('report-late')).motion as Motion;
    expect(on('2026-10-20', reported)).toBeUndefined();
    expect(on('2026-10-20', aMotion({ status: 'Decided' }))).toBeUndefined();
    expect(on('2027-01-12')).toBeDefined();
    expect(on('2027-01-13')).toBeUndefined();
  });

  it('not for what the registry knew when the motion was imported', () => {
    const imported = (importedOn: string) => ({ ...drafting, importedOn });
    expect(on('2026-10-25', imported('2026-10-20'))).toBeUndefined();
    expect(on('2026-10-25', imported('2026-10-19'))).toBeDefined();
  });
});

describe('the day a step is due', () => {
  const plan = { calendar, organisation };

  it('follows from the last council meeting within the year, where the meetings are known', () => {
    // 60 days of drafting from today; then no later than the approvals must begin.
    expect(dueOnOf(drafting, '2026-03-02', plan)).toBe('2026-05-01');
    expect(dueOnOf(drafting, '2026-09-30', plan)).toBe('2026-10-09');
    expect(dueOnOf(aMotion({ status: 'BoardReady' }), '2026-05-01', plan)).toBe('2026-10-20');
    expect(dueOnOf(aMotion({ status: 'CouncilReady' }), '2026-05-01', plan)).toBe('2026-11-17');
  });

  it('KL 5:51 is in time for the next council meeting when the council has put the matter off', () => {
    // The meeting after that of 16 June in this calendar; one the board has met about since is planned as any other.
    const next = [...calendar.council].toSorted().find((day) => day > '2026-06-16') ?? '';
    const postponed = aCase('CouncilAgenda', usual('postpone-in-council')).motion as Motion;
    expect(dueOnOf(postponed, '2026-06-17', plan)).toBe(councilAgendaBy(next));
    const proposed = { ...postponed, deferredAt: { meetingDate: '2026-02-17' } } as Motion;
    expect(dueOnOf(proposed, '2026-06-17', plan)).toBe('2026-11-17');
    expect(dueOnOf(postponed, '2026-06-17')).toBe('2026-07-17');
  });

  it('is in thirty days while no meeting is known, and where nothing is left to decide', () => {
    expect(dueOnOf(drafting, '2026-03-02')).toBe('2026-04-01');
    expect(dueOnOf(drafting, '2026-03-02', { organisation, calendar: { council: [], board: [] } })).toBe(
      '2026-04-01',
    );
    expect(dueOnOf(aMotion({ status: 'Final' }), '2026-03-02', plan)).toBe('2026-04-01');
  });

  it('is the statute’s or the agenda’s where there is one', () => {
    expect(dueOnOf(aMotion({ status: 'Received' }), '2026-03-02', plan)).toBe('2026-01-13');
    expect(dueOnOf(aMotion({ status: 'CouncilAgenda' }), '2026-03-02', plan)).toBe('2026-06-16');
    expect(dueOnOf(aMotion({ status: 'Decided' }), '2026-03-02', plan)).toBe('2026-06-30');
    const planned = (['Received', 'Drafting', 'BoardAgenda', 'Decided'] as const).filter((status) =>
      isPlanned(aMotion({ status })),
    );
    expect(planned).toEqual(['Drafting']);
  });
});

describe('the year as the public sees it', () => {
  const motion = (facts: object = {}) =>
    publicMotion.parse({
      caseId: 'case-1',
      registrationNumber: 'RS 1-2026',
      registerYear: 2026,
      version: 3,
      title: 'Fler bussar',
      body: 'Det behövs.',
      clauses: [],
      movers: [],
      receivedOn: '2026-01-12',
      raisedOn: '2026-01-12',
      status: 'BoardReady',
      ...facts,
    });
  const facts = { today: '2026-08-20', calendar, organisation };

  it('has its end, its last meeting, the days to it and the meeting that can be reached', () => {
    expect(publicYearOf(motion(), facts)).toEqual({
      anniversary: '2027-01-12',
      lastMeeting: '2026-11-24',
      daysLeft: 96,
      overOneYear: false,
      estimatedDecision: '2026-09-29',
    });
    expect(publicYearOf(motion({ status: 'Registered' }), facts)?.estimatedDecision).toBeUndefined();
    const booked = motion({ status: 'CouncilAgenda', councilMeeting: '2026-11-24' });
    expect(publicYearOf(booked, facts)?.estimatedDecision).toBe('2026-11-24');
    expect(publicYearOf(motion(), { ...facts, today: '2027-01-13' })).toMatchObject({ overOneYear: true });
  });

  it('says how long is left also when no meeting is planned, and nothing of what is decided', () => {
    const none = { ...facts, calendar: { council: [], board: [] } };
    expect(publicYearOf(motion(), none)).toEqual({
      anniversary: '2027-01-12',
      daysLeft: 145,
      overOneYear: false,
    });
    for (const status of ['Decided', 'Final', 'Archived', 'Appealed', 'Unheard']) {
      expect(publicYearOf(motion({ status }), facts)).toBeUndefined();
    }
  });
});
