import { describe, expect, test } from 'vitest';
import { clocksOfMotion } from '../../domain/clocks.ts';
import type { CommandOf } from '../../domain/commands.ts';
import { statuses, undecided } from '../../domain/motion.ts';
import { present } from '../support/meeting-builders.ts';
import { aCase, aJourney, aKeptMeeting, judge, usual, ways } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { sideWays } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { said } from '../support/said.ts';

const report: CommandOf<'report-late'> = examples['report-late'].command;
const writeOff = examples['write-off'].command;
const reports = (more: Partial<typeof report>) => as('council-secretary', { ...report, ...more });
const writesOff = (more: Partial<typeof writeOff>) => as('council-secretary', { ...writeOff, ...more });
const later = { minutesId: 'council-2026-07-28', paragraph: '§ 60' };

describe('a motion that is not ready within the year (KL 5:35)', () => {
  test.each(undecided)('reported from %s, it stays there; the report is kept', (status) => {
    expect(aCase(status, usual('report-late')).motion).toMatchObject({
      status,
      lateReport: { at: { minutesId: 'council-2026-06-16', paragraph: '§ 41' }, proposal: 'continue' },
    });
  });
  test.each(undecided)('written off from %s at the meeting of the report, not at a later one', (status) => {
    const reported = aCase(status, reports({ proposal: 'write-off' }));
    expect(judge(reported, writesOff(later))).toMatchObject({ code: 'not_reported', rule: 'KL 5:35 2 st.' });
    expect(aJourney([writesOff({})], reported).motion).toMatchObject({
      status: 'Decided',
      decision: { outcome: 'WRITTEN_OFF', ground: 'late', deviatesFromBoard: false },
    });
  });
  test('departs from the board, unless its report proposed as much (domain.md §6.2)', () => {
    const departs = (proposal: 'continue' | 'write-off') =>
      aCase('CouncilAgenda', reports({ proposal }), writesOff({})).motion;
    expect(departs('continue')).toMatchObject({ decision: { deviatesFromBoard: true } });
    expect(departs('write-off')).toMatchObject({ decision: { deviatesFromBoard: false } });
  });
  test('never without a report', () => {
    expect(said(judge(aCase('Drafting'), writesOff({})))).toBe('not_reported');
  });
  test('reported again, only the new meeting may write it off', () => {
    const again = aCase('Drafting', reports({}), reports(later));
    expect(said(judge(again, writesOff({})))).toBe('not_reported');
    expect(said(judge(again, writesOff(later)))).toBe('30');
  });
  test('by a council that has a quorum', () => {
    const reported = aCase('Drafting', reports({}));
    expect(judge(reported, writesOff({ present: 35 }))).toMatchObject({
      code: 'no_quorum',
      rule: 'KL 5:45–46',
    });
    expect(judge(reported, as('council-secretary', { ...writeOff, present: undefined }))).toMatchObject({
      code: 'attendance_missing',
    });
  });
  test('to a council that has a quorum, where its attendance is kept (KL 5:45)', () => {
    const attended = (count: number) => ({
      meeting: aKeptMeeting('council', '2026-06-16', {
        attendance: present(...Array.from({ length: count }, (_, index) => `m-${index}`)),
      }),
    });
    const tells = (count: number) =>
      judge(aCase('Drafting'), as('council-secretary', report, attended(count)));
    expect(said(tells(36))).toBe('29');
    expect(tells(35)).toMatchObject({ code: 'no_quorum', rule: 'KL 5:45–46' });
  });
  test('the planned day is not before the meeting that is told', () => {
    expect(said(judge(aCase('Drafting'), reports({ plannedOn: '2026-06-15' })))).toBe('date_out_of_order');
    expect(said(judge(aCase('Drafting'), reports({ plannedOn: '2026-06-16' })))).toBe('29');
    expect(said(judge(aCase('Drafting'), as('council-secretary', { ...report, plannedOn: undefined })))).toBe(
      '29',
    );
  });
  test('to the council, in minutes that are open', () => {
    expect(said(judge(aCase('Drafting'), reports({ minutesId: 'board-2026-05-12' })))).toBe(
      'minutes_of_other_meeting',
    );
    expect(said(judge(aCase('Drafting'), reports({ minutesId: 'council-x' })))).toBe('minutes_unknown');
  });
  test('a withdrawn clause is not written off', () => {
    const one = aCase(
      'Drafting',
      ...['m-anna', 'm-bo'].map((memberId) => dropsSecond(memberId)),
      reports({}),
      writesOff({}),
    );
    expect(one.motion).toMatchObject({ decision: { decisions: [{ clause: 1, outcome: 'WRITTEN_OFF' }] } });
  });
  test.each([
    ['Drafting', 'Drafting'],
    ['Registered', 'Registered'],
    ['CouncilReady', 'CouncilReady'],
    ['Assigned', 'Drafting'],
    ['Referred', 'Registered'],
  ] as const)('written off from %s and annulled, it goes on in %s', (from, to) => {
    const annulled = aJourney([
      ...ways[from],
      usual('report-late'),
      usual('write-off'),
      usual('follow-minutes/MinutesCertified'),
      usual('follow-minutes/NoticePosted'),
      usual('follow-minutes/AppealRecorded'),
      usual('follow-minutes/AppealClosed/annulled'),
    ]);
    expect(annulled.motion).toMatchObject({ status: to, lateReport: {} });
    expect(annulled.motion).not.toHaveProperty('decision');
  });
});

const dropsSecond = (memberId: string) => () => ({
  command: examples['withdraw-clauses'].command,
  actor: { personId: `p-${memberId}`, roles: ['member' as const], memberId },
});

describe('the one-year clock as data (KL 5:35; domain.md §3)', () => {
  const oneYear = (journey: ReturnType<typeof aJourney>) =>
    clocksOfMotion(journey.motion).filter((each) => each.kind === 'one-year');
  const rings = (dueOn: string) => as('system', { type: 'ring-clock', clock: 'one-year', dueOn });

  test('rings 180, 270 and 330 days after the day it was raised, and when the year is over', () => {
    // Raised 2026-01-12; the year is over when its anniversary has passed.
    const days = ['2026-07-11', '2026-10-09', '2026-12-08', '2027-01-13'];
    const last = days.reduce((journey, dueOn) => {
      expect(oneYear(journey)).toEqual([{ kind: 'one-year', dueOn }]);
      return aJourney([rings(dueOn)], journey);
    }, aCase('Registered'));
    expect(oneYear(last)).toEqual([]);
    expect(last.motion?.status).toBe('Registered');
  });
  test.each(undecided)('runs in %s', (status) => {
    expect(oneYear(aCase(status))).toHaveLength(1);
  });
  test.each(statuses.filter((status) => !undecided.some((each) => each === status)))(
    'not in %s',
    (status) => {
      expect(oneYear(aCase(status))).toEqual([]);
    },
  );
  test('never pauses nor starts again: postponed, referred back, reported, reassigned, taken back', () => {
    for (const side of [
      'BoardReady, postponed',
      'CouncilReady, postponed',
      'Drafting, referred back by the board',
      'Drafting, referred back by the council',
      'CouncilAgenda, decision taken back',
    ] as const) {
      expect(oneYear(aJourney(sideWays[side])), side).toEqual([{ kind: 'one-year', dueOn: '2026-07-11' }]);
    }
    expect(oneYear(aCase('Drafting', usual('report-late'), usual('reassign')))).toHaveLength(1);
  });
  test('what had passed when it was imported is not rung again', () => {
    const { command } = examples['import-open-motion#Registered'];
    const raised = (raisedOn: string) =>
      aJourney([as('registrar', { ...command, receivedOn: raisedOn, raisedOn })]);
    expect(oneYear(raised('2024-05-14'))).toEqual([]);
    expect(oneYear(raised('2025-09-01'))).toEqual([{ kind: 'one-year', dueOn: '2026-09-02' }]);
    expect(oneYear(raised('2025-11-01'))).toEqual([{ kind: 'one-year', dueOn: '2026-09-27' }]);
  });
  test('a leap day has its anniversary on the last of February', () => {
    const { command } = examples['import-open-motion#Registered'];
    const leap = as(
      'registrar',
      { ...command, receivedOn: '2024-02-29', raisedOn: '2024-02-29' },
      { today: '2025-02-20' },
    );
    expect(oneYear(aJourney([leap]))).toEqual([{ kind: 'one-year', dueOn: '2025-03-01' }]);
  });
});
