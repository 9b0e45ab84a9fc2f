import fc from 'fast-check';
import { expect, test } from 'vitest';
import { councilAgendaBy, planBackFrom, planning, planSteps } from '../../domain/back-planning.ts';
import { addDays, daysBetween } from '../../domain/calendar-date.ts';
import { lastMeeting } from '../../domain/deadlines.ts';
import { isNonWorkingDay } from '../../domain/holidays.ts';
import {
  type ClockInput,
  dueFromPlan,
  earliestRaisedOn,
  isOpenStatus,
  type OpenStatus,
  oneYearClock,
} from '../../domain/one-year-clock.ts';
import { reportDueBy } from '../../domain/report-watch.ts';

const FIRST = '2024-01-01';
const aDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(FIRST, days));
const someDays = fc.array(aDay, { maxLength: 25 });
const knob = fc.integer({ min: 0, max: 120 });
const somePlanning = fc
  .record({
    referralDays: knob,
    assignmentDays: knob,
    draftingDays: knob,
    consultationDays: knob,
    approvalDaysPerStep: knob,
    boardPapersDays: knob,
    councilPapersDays: knob,
  })
  .map((knobs) => planning.parse(knobs));
const openStatuses = (
  [
    'Received',
    'Registered',
    'Returned',
    'Referred',
    'Assigned',
    'Drafting',
    'Consulting',
    'Approval',
    'BoardReady',
    'BoardAgenda',
    'CouncilReady',
    'CouncilAgenda',
    'WithdrawalPending',
  ] as const
).filter(isOpenStatus);
const aStatus = fc.constantFrom<OpenStatus>(...openStatuses);
const anInput: fc.Arbitrary<ClockInput> = fc.record({
  raisedOn: fc.oneof(aDay, fc.array(aDay, { minLength: 1, maxLength: 4 })),
  status: aStatus,
  today: aDay,
  calendar: fc.record({ council: someDays, board: someDays }),
  planning: somePlanning,
  approvalSteps: fc.integer({ min: 0, max: 4 }),
  meetingDate: fc.option(aDay, { nil: undefined }),
  readyOn: fc.option(aDay, { nil: undefined }),
});
const runs = { numRuns: 1000 };
const always = (check: (input: ClockInput) => void) => fc.assert(fc.property(anInput, check), runs);

test('latest starts come in the order of the steps, on working days but for the meetings', () => {
  always((input) => {
    const { steps } = oneYearClock(input);
    const starts = steps.flatMap(({ latestStart }) => latestStart ?? []);
    expect(starts).toEqual([...starts].sort());
    for (const { step, latestStart } of steps) {
      if (latestStart === undefined || step === 'board' || step === 'council') continue;
      expect(isNonWorkingDay(latestStart)).toBe(false);
    }
  });
});

test('every lead time of the plan is kept', () => {
  fc.assert(
    fc.property(aDay, someDays, somePlanning, aDay, (council, boardMeetings, knobs, after) => {
      const plan = planBackFrom(council, { boardMeetings, planning: knobs, approvalSteps: 2, after });
      expect(daysBetween(councilAgendaBy(council), council)).toBeGreaterThanOrEqual(7);
      if (plan.board === undefined || plan.boardAgenda === undefined || plan.approval === undefined) {
        const last = addDays(councilAgendaBy(council), -knobs.councilPapersDays - 10);
        expect(boardMeetings.filter((day) => after < day && day <= last)).toEqual([]);
        return;
      }
      expect(plan.board > after).toBe(true);
      expect(daysBetween(plan.board, plan.councilAgenda)).toBeGreaterThanOrEqual(knobs.councilPapersDays);
      expect(daysBetween(plan.boardAgenda, plan.board)).toBeGreaterThanOrEqual(knobs.boardPapersDays);
      expect(daysBetween(plan.approval, plan.boardAgenda)).toBeGreaterThanOrEqual(
        2 * knobs.approvalDaysPerStep,
      );
      expect(daysBetween(plan.drafting ?? '', plan.approval)).toBeGreaterThanOrEqual(knobs.draftingDays);
    }),
    runs,
  );
});

test('being raised later never makes the last meeting earlier', () => {
  fc.assert(
    fc.property(aDay, fc.nat(400), someDays, (raisedOn, delay, council) => {
      const one = lastMeeting(raisedOn, council);
      const later = lastMeeting(addDays(raisedOn, delay), council);
      if (one !== undefined && later !== undefined) expect(later >= one).toBe(true);
      // If the earlier one had none, or the later one lost it, no meeting of the first year was after the later day.
      if (one !== undefined && later === undefined) expect(one <= addDays(raisedOn, delay)).toBe(true);
    }),
    runs,
  );
});

test('motions prepared together have the clock of the earliest', () => {
  always((input) => {
    const [first] = [input.raisedOn].flat().sort();
    expect(oneYearClock(input)).toEqual(oneYearClock({ ...input, raisedOn: first ?? '' }));
  });
});

test('what can no longer be done never becomes possible by waiting', () => {
  fc.assert(
    fc.property(anInput, fc.nat(200), (input, days) => {
      const later = { ...input, today: addDays(input.today, days) };
      if (oneYearClock(input).impossible) expect(oneYearClock(later).impossible).toBe(true);
    }),
    runs,
  );
});

test('the estimate is a coming meeting, in time exactly when the signal is green', () => {
  always((input) => {
    const { estimatedDecisionOn: estimate, lastMeeting: last, signal, impossible } = oneYearClock(input);
    if (estimate !== undefined) {
      expect(estimate >= input.today).toBe(true);
      const known = [...input.calendar.council, input.meetingDate];
      expect(known).toContain(estimate);
    }
    const inTime = estimate !== undefined && last !== undefined && estimate <= last;
    // An agenda's meeting that has passed without minutes is not late, but the next may be.
    expect(signal === 'green').toBe(inTime);
    expect(signal === 'red').toBe(impossible);
  });
});

test('on the latest start of the next step it can still be begun, and on the day after no more', () => {
  always((input) => {
    const unbooked = { ...input, meetingDate: undefined };
    const next = oneYearClock(unbooked).steps.find((each) => !each.underWay);
    if (next?.latestStart === undefined) return;
    expect(oneYearClock({ ...unbooked, today: next.latestStart }).impossible).toBe(false);
    expect(oneYearClock({ ...unbooked, today: addDays(next.latestStart, 1) }).impossible).toBe(true);
  });
});

test('one more meeting of either body never makes the estimate later, nor turns a clock red', () => {
  fc.assert(
    fc.property(anInput, aDay, fc.constantFrom('board' as const, 'council' as const), (input, day, body) => {
      const calendar = { ...input.calendar, [body]: [...input.calendar[body], day] };
      const before = oneYearClock(input);
      const after = oneYearClock({ ...input, calendar });
      if (before.estimatedDecisionOn !== undefined)
        expect((after.estimatedDecisionOn ?? '9') <= before.estimatedDecisionOn).toBe(true);
      if (!before.impossible) expect(after.impossible).toBe(false);
    }),
    runs,
  );
});

test('a task is due no later than the plan needs, and the late report before its board meets', () => {
  always((input) => {
    const due = dueFromPlan(input);
    const { steps, lastMeeting: last } = oneYearClock(input);
    expect(due === undefined).toBe(last === undefined || (due === undefined && !steps[0]?.latestStart));
    if (due !== undefined && last !== undefined && due > last) {
      // Only where no board meeting is early enough: there is no plan then, only a pace.
      expect(steps.some((each) => each.latestStart === undefined)).toBe(true);
    }
    const report = reportDueBy({ ...input, raisedOn: earliestRaisedOn(input.raisedOn) });
    if (report !== undefined) {
      expect(report.papersBy <= report.board && report.board < report.council).toBe(true);
    }
  });
});

test('every step is planned for, from every open status to the council', () => {
  always((input) => {
    const names = oneYearClock(input).steps.map(({ step }) => step);
    expect(names).toEqual(planSteps.slice(planSteps.length - names.length));
    expect(names.length).toBeGreaterThan(0);
  });
});
