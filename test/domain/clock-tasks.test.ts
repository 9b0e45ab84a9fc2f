import { describe, expect, it, test } from 'vitest';
import { clockTaskChange, clockTasksOf } from '../../domain/clock-tasks.ts';
import { clockLaw, clocksOfMotion, lastRungOn, mayWarnOfReport } from '../../domain/clocks.ts';
import { decide } from '../../domain/decide.ts';
import { evolve } from '../../domain/evolve.ts';
import { type Motion, type MotionIn, statuses, undecided } from '../../domain/motion.ts';
import { aCase, aContext, aJourney, aMotion, usual, ways, withdraws } from '../support/motion-builders.ts';
import { actors, aRegion } from '../support/motion-people.ts';
import { sideWays } from '../support/motion-side-ways.ts';

const chain = aRegion().approvalChain;
const rung = (record: Motion, clock: string, dueOn: string): Motion =>
  evolve(record, { type: 'ClockRang', clock, dueOn }, { caseId: 'case-1', version: record.version + 1 });
const kindsOf = (record: Motion) => clockTasksOf(record, chain).map(({ kind }) => kind);

describe('the year (KL 5:35)', () => {
  it('lies with the secretaries of both bodies from the first warning, due at the anniversary', () => {
    const drafting = aMotion({ status: 'Drafting' });
    expect(clockTasksOf(drafting, chain)).toEqual([]);
    expect(clockTasksOf(rung(drafting, 'one-year', '2026-07-11'), chain)).toEqual([
      {
        kind: 'one-year',
        assignee: { role: 'council-secretary', alsoRoles: ['board-secretary'] },
        rangOn: '2026-07-11',
        dueOn: '2027-01-12',
      },
    ]);
  });

  it('is warned of anew by the next warning, and by nothing else that happens', () => {
    const first = rung(aMotion({ status: 'Drafting' }), 'one-year', '2026-07-11');
    const second = rung(first, 'one-year', '2026-10-09');
    expect(clockTaskChange(first, second, chain)).toMatchObject({
      opened: [{ kind: 'one-year', rangOn: '2026-10-09' }],
      closed: [],
    });
    const reported = aCase('Drafting', usual('report-late')).motion as Motion;
    const after = { ...reported, rungClocks: second.rungClocks };
    expect(clockTaskChange(second, after, chain)).toEqual({ opened: [], closed: [] });
  });

  test.each(statuses)('%s has it only while the council has still to decide', (status) => {
    const record = { ...aMotion({ status }), rungClocks: ['one-year@2026-07-11', 'year-report@2026-10-20'] };
    const isOpen = undecided.some((each) => each === status);
    expect(kindsOf(record)).toEqual(isOpen ? ['one-year', 'year-report'] : []);
  });

  it('is closed by the decision, and opened anew when that is taken back', () => {
    const agenda = rung(aMotion({ status: 'CouncilAgenda' }), 'one-year', '2026-07-11');
    const decided = { ...aMotion({ status: 'Decided' }), rungClocks: agenda.rungClocks };
    expect(clockTaskChange(agenda, decided, chain)).toEqual({ opened: [], closed: ['one-year'] });
    expect(clockTaskChange(decided, agenda, chain)).toMatchObject({
      opened: [{ kind: 'one-year' }],
      closed: [],
    });
  });
});

describe('the late report (KL 5:35)', () => {
  const drafting = aMotion({ status: 'Drafting' });
  const ring = (record: Motion, dueOn: string) => {
    const command = { type: 'ring-clock' as const, clock: 'year-report', dueOn };
    return decide(record, command, aContext(command, actors.system));
  };

  it('is warned of for a day, once, and lies with the board’s secretary until it is made', () => {
    expect(ring(drafting, '2026-10-20')).toMatchObject({
      row: '2c',
      event: { type: 'ClockRang', clock: 'year-report', dueOn: '2026-10-20' },
    });
    const warned = rung(drafting, 'year-report', '2026-10-20');
    expect(clockTasksOf(warned, chain)).toEqual([
      {
        kind: 'year-report',
        assignee: { role: 'board-secretary' },
        rangOn: '2026-10-20',
        dueOn: '2026-10-20',
      },
    ]);
    expect(ring(warned, '2026-10-20')).toMatchObject({ code: 'wrong_status' });
    const reported = aCase('Drafting', usual('report-late')).motion as MotionIn<'Drafting'>;
    expect(ring(reported, '2026-10-20')).toMatchObject({ code: 'wrong_status' });
    const after = { ...reported, rungClocks: warned.rungClocks };
    expect(clockTaskChange(warned, after, chain)).toEqual({ opened: [], closed: ['year-report'] });
  });

  it('is warned of anew when its meeting has moved, also back', () => {
    const moved = rung(rung(drafting, 'year-report', '2026-10-20'), 'year-report', '2026-10-27');
    expect(clockTasksOf(moved, chain)).toMatchObject([{ dueOn: '2026-10-27' }]);
    expect(mayWarnOfReport(moved, '2026-10-27')).toBe(false);
    expect(mayWarnOfReport(moved, '2026-10-20')).toBe(true);
  });

  test.each(statuses)('%s can be warned only while it is undecided and registered', (status) => {
    const isOpen = undecided.some((each) => each === status);
    expect(mayWarnOfReport(aMotion({ status }), '2026-10-20')).toBe(isOpen);
    expect(mayWarnOfReport(undefined, '2026-10-20')).toBe(false);
  });

  it('knows its own clock from others that begin with the same word', () => {
    const record = { ...drafting, rungClocks: ['consultation-11@2026-03-01', 'registration'] };
    expect(lastRungOn(record, 'consultation-1')).toBeUndefined();
    expect(lastRungOn(record, 'consultation-11')).toBe('2026-03-01');
    expect(lastRungOn(record, 'registration')).toBeUndefined();
  });
});

describe('a consultation (domain.md §11.2)', () => {
  const [one, both] = [ways.Consulting, sideWays['Consulting, two out']].map(
    (acts) => aJourney(acts).motion as MotionIn<'Consulting'>,
  );
  if (one === undefined || both === undefined) throw new Error('there are no consultations');
  const dueOn = one.consultations?.[0]?.dueOn ?? '';

  it('lies with the officer from its first reminder, each of several apart', () => {
    const reminded = rung(both, 'consultation-2', '2026-08-01');
    expect(clockTasksOf(reminded, chain)).toEqual([
      {
        kind: 'consultation-2',
        assignee: { role: 'official', personIds: ['p-official'] },
        rangOn: '2026-08-01',
        dueOn,
      },
    ]);
    expect(kindsOf(rung(reminded, 'consultation-1', '2026-08-01'))).toEqual([
      'consultation-1',
      'consultation-2',
    ]);
  });

  it('follows the case to another officer', () => {
    const reminded = rung(one, 'consultation-1', '2026-08-01');
    const given = { ...reminded, officer: 'p-other-official' };
    expect(clockTaskChange(reminded, given, chain)).toMatchObject({
      opened: [{ assignee: { personIds: ['p-other-official'] } }],
      closed: [],
    });
  });

  it('is over when it is answered, while another is waited for', () => {
    const reminded = rung(rung(both, 'consultation-1', '2026-08-01'), 'consultation-2', '2026-08-01');
    const [first, ...others] = (reminded as MotionIn<'Consulting'>).consultations ?? [];
    if (first === undefined) throw new Error('there is no consultation');
    const half = {
      ...(reminded as MotionIn<'Consulting'>),
      consultations: [{ ...first, status: 'Closed' as const }, ...others],
    };
    expect(clockTaskChange(reminded, half, chain)).toEqual({ opened: [], closed: ['consultation-1'] });
  });

  it('is over when the motion is withdrawn', () => {
    const reminded = rung(one, 'consultation-1', '2026-08-01');
    const withdrawn = aCase('Consulting', withdraws('m-anna'), withdraws('m-bo')).motion as Motion;
    expect(withdrawn.status).toBe('WithdrawalPending');
    const after = { ...withdrawn, rungClocks: reminded.rungClocks };
    expect(clockTaskChange(reminded, after, chain).closed).toEqual(['consultation-1']);
  });
});

describe('an approval (domain.md §11.2)', () => {
  const reminded = aJourney(sideWays['Approval, reminded']).motion as MotionIn<'Approval'>;

  it('lies with the deputy when the approver was reminded in vain, where there is one', () => {
    expect(clockTasksOf(aMotion({ status: 'Approval' }), chain)).toEqual([]);
    expect(clockTasksOf(reminded, chain)).toMatchObject([
      { kind: 'approval-0', assignee: { role: 'director' }, dueOn: reminded.remindOn },
    ]);
    expect(clockTasksOf(reminded, [{ role: 'manager' }, { role: 'director' }])).toEqual([]);
  });

  it('lies with the deputy when the approver is disqualified (KL 7:4)', () => {
    const disqualified = aJourney(sideWays['Approval, disqualified']).motion as Motion;
    expect(clockTasksOf(disqualified, chain)).toMatchObject([{ assignee: { role: 'director' } }]);
  });

  it('is over when the step is approved', () => {
    const next = { ...reminded, approvalStep: 1, remindOn: '2026-12-01' };
    expect(clockTaskChange(reminded, next, chain)).toEqual({ opened: [], closed: ['approval-0'] });
  });
});

it('a law that knows another kind of clock is another law', () => {
  // When this list grows, `clockLaw` is raised, and the cases that are open get the new clocks.
  const kinds = Object.values({ ...ways, ...sideWays }).flatMap((acts) =>
    clocksOfMotion(aJourney(acts).motion).map(({ kind }) => kind.replace(/-\d+$/, '-N')),
  );
  expect([clockLaw, [...new Set(kinds)].sort()]).toEqual([
    1,
    ['approval-N', 'consultation-N', 'one-year', 'registration'],
  ]);
});
