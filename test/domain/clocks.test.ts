import { describe, expect, it, test } from 'vitest';
import { clocksOfMinutes, clocksOfMotion, mayWarnOfReport, rungMark } from '../../domain/clocks.ts';
import type { Minutes } from '../../domain/minutes.ts';
import type { Motion } from '../../domain/motion.ts';
import { type MinutesAct, minutesAfter, minutesWays, usually } from '../support/minutes-builders.ts';
import { aCase, aJourney, by, openMinutes, usual, withdraws } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';

const rings = (clock: string, dueOn: string) =>
  by(actors.system, { type: 'ring-clock', clock, dueOn }, { today: dueOn });
/** The clocks of a motion of a kind. */
const running = (record: Motion | undefined, kind = '') =>
  clocksOfMotion(record).filter((each) => each.kind.startsWith(kind));

describe('the clocks of minutes (domain.md §7.1, §11.2)', () => {
  const minutesOf = (acts: readonly MinutesAct[]) => minutesAfter(...acts).minutes;

  test.each([
    ['2026-06-05', '2026-06-23'],
    ['2025-12-10', '2025-12-30'],
    ['2026-02-24', '2026-03-11'],
  ])('a meeting on %s is to be certified, and warned of on %s (KL 5:69)', (meetingDate, dueOn) => {
    expect(clocksOfMinutes(openMinutes('council', meetingDate))).toEqual([{ kind: 'certification', dueOn }]);
  });

  test.each([
    ['2026-06-18', '2026-06-23'],
    ['2026-04-02', '2026-04-08'],
    ['2026-12-22', '2026-12-29'],
  ])('certified on %s, the notice is warned of on %s (KL 8:12)', (certifiedOn, dueOn) => {
    const certified = { ...minutesOf(minutesWays.Certified), certifiedOn } as Minutes;
    expect(clocksOfMinutes(certified)).toEqual([{ kind: 'posting', dueOn }]);
  });

  it('runs anew for a notice found down, from when that was found (KL 13:5 2 st.)', () => {
    const down = minutesOf([...minutesWays.Posted, usually('down')]);
    expect(clocksOfMinutes(down)).toEqual([{ kind: 'posting', dueOn: '2026-07-14' }]);
  });

  it('rings once, and again for a notice found down', () => {
    const late = minutesOf([...minutesWays.Open, usually('ring', '2026-07-01')]);
    expect([late?.rungClocks, clocksOfMinutes(late)]).toEqual([['certification'], []]);
    const unposted = minutesOf([...minutesWays.Certified, usually('ringPosting', '2026-07-01')]);
    expect([unposted?.rungClocks, clocksOfMinutes(unposted)]).toEqual([['posting'], []]);
    const posted = [
      ...minutesWays.Certified,
      usually('ringPosting', '2026-07-01'),
      usually('post', '2026-06-26'),
    ];
    expect(clocksOfMinutes(minutesOf([...posted, usually('down')]))).toHaveLength(1);
  });

  it('passes the time for appeal on the day the decision is final', () => {
    expect(clocksOfMinutes(minutesOf(minutesWays.Posted))).toEqual([
      { kind: 'appeal-window', dueOn: '2026-07-18' },
    ]);
  });

  it('is none of what is over, or is not', () => {
    for (const acts of [minutesWays.WindowPassed, minutesWays.Confirmed]) {
      expect(clocksOfMinutes(minutesOf(acts))).toEqual([]);
    }
    expect(clocksOfMinutes(undefined)).toEqual([]);
  });
});

describe('the clocks of a motion (domain.md §11.2)', () => {
  test('it is to be registered the next working day, and warned of the day after', () => {
    const received = aCase('Received');
    expect(running(received.motion, 'registration')).toEqual([{ kind: 'registration', dueOn: '2026-01-14' }]);
    const rung = aJourney([rings('registration', '2026-01-14')], received).motion;
    expect([rung?.rungClocks, running(rung, 'registration')]).toEqual([['registration'], []]);
    expect(running(aCase('Registered').motion, 'registration')).toEqual([]);
    // Withdrawn before it was registered, it is to be registered all the same (OSL 5:1).
    const all = ['m-anna', 'm-bo'].map((each) => withdraws(each, { today: '2026-01-13' }));
    expect(running(aJourney(all, received).motion, 'registration')).toHaveLength(1);
    expect(running(aCase('WithdrawalPending').motion, 'registration')).toEqual([]);
  });

  test('it is warned of at 180, 270 and 330 days, and when its year is over (KL 5:35)', () => {
    const days = ['2026-07-11', '2026-10-09', '2026-12-08', '2027-01-13'];
    const drafting = aCase('Drafting');
    const acts = days.map((day) => rings('one-year', day));
    days.forEach((day, index) => {
      const rung = aJourney(acts.slice(0, index), drafting).motion;
      expect(running(rung, 'one-year')).toEqual([{ kind: 'one-year', dueOn: day }]);
    });
    expect(running(aJourney(acts, drafting).motion, 'one-year')).toEqual([]);
    expect(running(aCase('Decided').motion, 'one-year')).toEqual([]);
  });

  test.each([
    ['2026-07-10', '2026-07-11'],
    // What had passed on the day of the import the registry knew already.
    ['2026-07-11', '2026-10-09'],
  ])('imported on %s it is warned of first on %s', (importedOn, dueOn) => {
    const command = {
      ...examples['import-open-motion#Registered'].command,
      receivedOn: '2026-01-12',
      raisedOn: '2026-01-12',
      registrationNumber: 'RS 12-2026',
    };
    const { motion } = aJourney([by(actors.registrar, command, { today: importedOn })]);
    expect(running(motion, 'one-year')).toEqual([{ kind: 'one-year', dueOn }]);
  });

  test('a consultation is reminded of two weeks before, on and a week after the day it is due', () => {
    const sends = (dueOn: string) =>
      by(actors.official, { ...examples['send-consultation'].command, dueOn }, { today: '2026-03-02' });
    const next = (dueOn: string, ...rung: string[]) =>
      running(
        aCase('Drafting', sends(dueOn), ...rung.map((day) => rings('consultation-1', day))).motion,
        'consultation-1',
      ).map((each) => each.dueOn);
    expect(next('2026-04-01')).toEqual(['2026-03-18']);
    expect(next('2026-04-01', '2026-03-18')).toEqual(['2026-04-01']);
    expect(next('2026-04-01', '2026-03-18', '2026-04-01')).toEqual(['2026-04-08']);
    expect(next('2026-04-01', '2026-03-18', '2026-04-01', '2026-04-08')).toEqual([]);
    // The first day is no reminder when it is the day of sending, or before.
    expect(next('2026-03-16')).toEqual(['2026-03-16']);
    expect(next('2026-03-17')).toEqual(['2026-03-03']);
    // Of a due day mistyped to the end of the calendar there is no day after.
    expect(next('9999-12-24', '9999-12-10', '9999-12-24')).toEqual(['9999-12-31']);
    expect(next('9999-12-25', '9999-12-11', '9999-12-25')).toEqual([]);
    const back = aCase('Drafting', sends('2026-04-01'), usual('record-statement')).motion;
    expect(running(back, 'consultation')).toEqual([]);
  });

  test('an approval is reminded of while it waits', () => {
    const waiting = { ...aCase('Approval').motion, remindOn: '2026-03-10' } as Motion;
    expect(running(waiting, 'approval')).toEqual([{ kind: 'approval-0', dueOn: '2026-03-10' }]);
    const rung = { ...waiting, rungClocks: [rungMark('approval-0', '2026-03-10')] };
    expect(running(rung, 'approval')).toEqual([]);
    const { remindOn: _, ...noDay } = waiting as Motion & { remindOn: string };
    expect(running(noDay as Motion, 'approval')).toEqual([]);
    expect(running({ ...waiting, status: 'BoardReady' } as Motion, 'approval')).toEqual([]);
  });

  test('none of no motion, nor of a draft', () => {
    expect([clocksOfMotion(undefined), clocksOfMotion(aCase('Draft').motion)]).toEqual([[], []]);
  });
});

describe('the warning that the late report must be ready (KL 5:35)', () => {
  const drafting = aCase('Drafting');
  test('of what is undecided and not reported, once for each day', () => {
    const rung = aJourney([rings('year-report', '2026-11-03')], drafting).motion;
    expect(mayWarnOfReport(drafting.motion, '2026-11-03')).toBe(true);
    expect(mayWarnOfReport(rung, '2026-11-03')).toBe(false);
    expect(mayWarnOfReport(rung, '2026-11-17')).toBe(true);
    expect(mayWarnOfReport(aJourney([usual('report-late')], drafting).motion, '2026-11-03')).toBe(false);
    expect(mayWarnOfReport(aCase('Decided').motion, '2026-11-03')).toBe(false);
    expect(mayWarnOfReport(aCase('Draft').motion, '2026-11-03')).toBe(false);
    expect(mayWarnOfReport(undefined, '2026-11-03')).toBe(false);
  });
});
