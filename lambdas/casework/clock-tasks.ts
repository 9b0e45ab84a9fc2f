import type { Instant } from '../../domain/calendar-date.ts';
import { type ClockTask, clockTaskChange, clockTasksOf, oneYearTask } from '../../domain/clock-tasks.ts';
import { anniversary, lastMeeting } from '../../domain/deadlines.ts';
import { raisedTogether } from '../../domain/joint-preparation.ts';
import type { Motion } from '../../domain/motion.ts';
import { calendarOf } from '../../domain/public-meeting.ts';
import type { CaseChange } from '../ports/case-store.ts';
import { bundleOf } from './bundle.ts';
import type { Casework } from './dependencies.ts';

/** The tasks that clocks open with a change, and those that it makes moot: written in its transaction (ADR 0012). */
export const clockTasks = async (
  casework: Pick<Casework, 'cases' | 'meetings' | 'organisation'>,
  { before, after, recorded }: Pick<CaseChange, 'before' | 'after' | 'recorded'>,
): Promise<CaseChange['tasks']> => {
  const { approvalChain } = casework.organisation;
  const { opened: rung, closed } = clockTaskChange(before?.motion, after, approvalChain);
  const opened = [...rung, ...dueAnew(before?.motion, after, approvalChain, rung)];
  const openedAt: Instant = recorded.recordedAt;
  const tasks = await Promise.all(
    opened.map(async (task) => {
      const { kind, assignee } = task;
      return { caseId: after.caseId, kind, assignee, dueOn: await dueOnOf(casework, after, task), openedAt };
    }),
  );
  return tasks.length === 0 && closed.length === 0 ? undefined : { opened: tasks, closed };
};

/** Joined to others or parted from them, or raised on another day, a motion has another year to be ready within. */
const dueAnew = (
  before: Motion | undefined,
  after: Motion,
  chain: Casework['organisation']['approvalChain'],
  rung: readonly ClockTask[],
): readonly ClockTask[] => {
  const leadOf = (record: Motion | undefined) =>
    record !== undefined && 'jointWith' in record ? record.jointWith : undefined;
  const raisedOn = (record: Motion | undefined) =>
    record !== undefined && 'raisedOn' in record ? record.raisedOn : undefined;
  return leadOf(before) === leadOf(after) && raisedOn(before) === raisedOn(after)
    ? []
    : clockTasksOf(after, chain).filter(
        ({ kind }) => kind === oneYearTask && !rung.some((each) => each.kind === kind),
      );
};

/**
 * In practice the year ends at the last council meeting in it, by the calendar of the day (domain.md §0.4). Of motions
 * prepared together the earliest anniversary rules (domain.md §11.3).
 */
const dueOnOf = async (
  { meetings, cases }: Pick<Casework, 'meetings' | 'cases'>,
  record: Motion,
  task: ClockTask,
) => {
  if (task.kind !== oneYearTask) return task.dueOn;
  const { lead, followers } = await bundleOf(cases, record);
  // The record is newer than the list of its bundle.
  const others = [...(lead === undefined ? [] : [lead]), ...followers].filter(
    ({ caseId }) => caseId !== record.caseId,
  );
  const [raisedOn] = raisedTogether([record, ...others]).toSorted();
  if (raisedOn === undefined) return task.dueOn;
  const { council } = calendarOf(await meetings.calendar(raisedOn, anniversary(raisedOn)));
  return lastMeeting(raisedOn, council) ?? anniversary(raisedOn);
};
