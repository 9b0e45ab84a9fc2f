import type { CalendarDate } from './calendar-date.ts';
import { lastRungOn, reportClock } from './clocks.ts';
import { openConsultations } from './consultation.ts';
import { anniversary } from './deadlines.ts';
import { isIn, type Motion, undecided } from './motion.ts';
import { type ApprovalStep, type Assignee, approverRoles, assigneeOf } from './steps.ts';

/** A task that a clock has opened for whoever must act; it warns, and nothing waits for it. */
export interface ClockTask {
  readonly kind: string;
  readonly assignee: Assignee;
  /** The day for which the clock last rang: a later warning replaces the task. */
  readonly rangOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** Kind of the task that says a motion's year is running out. */
export const oneYearTask = 'one-year';

/** Asked where a task has no place of its own in the record: the secretaries of both bodies. */
const bothSecretaries: Assignee = { role: 'council-secretary', alsoRoles: ['board-secretary'] };

/**
 * The tasks that clocks have opened and that still stand, as the record has it: an event that makes one moot is one
 * after which it is not here (domain.md §11.2).
 * @param chain the approval chain, in order (organisation configuration)
 */
export const clockTasksOf = (
  record: Motion | undefined,
  chain: readonly ApprovalStep[],
): readonly ClockTask[] =>
  record === undefined
    ? []
    : [...approvalTask(record, chain), ...consultationTasks(record), ...yearTasks(record)];

/** KL 5:35: warned within the year, and after it, until the council has decided; and of the report until it is made. */
const yearTasks = (record: Motion): ClockTask[] => {
  if (!isIn(record, undecided)) return [];
  const warnedOn = lastRungOn(record, 'one-year');
  const reportBy = record.lateReport === undefined ? lastRungOn(record, reportClock) : undefined;
  const year = (rangOn: CalendarDate) => ({
    kind: oneYearTask,
    assignee: bothSecretaries,
    rangOn,
    dueOn: anniversary(record.raisedOn),
  });
  const report = (rangOn: CalendarDate) => ({
    kind: reportClock,
    assignee: { role: 'board-secretary' as const },
    rangOn,
    dueOn: rangOn,
  });
  return [
    ...(warnedOn === undefined ? [] : [year(warnedOn)]),
    ...(reportBy === undefined ? [] : [report(reportBy)]),
  ];
};

/** A consultation that is due, or will be in two weeks, lies with the officer [D] (domain.md §11.2). */
const consultationTasks = (record: Motion): ClockTask[] => {
  const assignee = assigneeOf(record, 'officer', []);
  if (record.status !== 'Consulting' || assignee === undefined) return [];
  return openConsultations(record.consultations).flatMap(({ consultationNo, dueOn }) => {
    const kind = `consultation-${consultationNo}`;
    const rangOn = lastRungOn(record, kind);
    return rangOn === undefined ? [] : [{ kind, assignee, rangOn, dueOn }];
  });
};

/** The deputy may approve when the approver was reminded in vain, or may not (KL 7:4, 6:28–32; domain.md §11.2). */
const approvalTask = (record: Motion, chain: readonly ApprovalStep[]): ClockTask[] => {
  if (record.status !== 'Approval' || record.remindOn === undefined) return [];
  const [, deputy] = approverRoles(record, chain);
  const { approvalStep, remindOn } = record;
  return deputy === undefined
    ? []
    : [{ kind: `approval-${approvalStep}`, assignee: { role: deputy }, rangOn: remindOn, dueOn: remindOn }];
};

/** The tasks of clocks that an event opens or replaces, and the kinds of those that it makes moot. */
export const clockTaskChange = (
  before: Motion | undefined,
  after: Motion,
  chain: readonly ApprovalStep[],
): { readonly opened: readonly ClockTask[]; readonly closed: readonly string[] } => {
  const had = clockTasksOf(before, chain);
  const has = clockTasksOf(after, chain);
  return {
    opened: has.filter((task) => !had.some((other) => isSame(task, other))),
    closed: had.map(({ kind }) => kind).filter((kind) => !has.some((task) => task.kind === kind)),
  };
};

/** The same clock, rung for the same day, for the same people. */
const isSame = (one: ClockTask, other: ClockTask): boolean =>
  one.kind === other.kind && one.rangOn === other.rangOn && placeOf(one) === placeOf(other);

const placeOf = ({ assignee: { role, personIds = [] } }: ClockTask): string => [role, ...personIds].join();
