import type { Instant } from '../../domain/calendar-date.ts';
import { type ClockTask, clockTaskChange, oneYearTask } from '../../domain/clock-tasks.ts';
import { anniversary, lastMeeting } from '../../domain/deadlines.ts';
import type { Motion } from '../../domain/motion.ts';
import { calendarOf } from '../../domain/public-meeting.ts';
import type { CaseChange } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';

/** The tasks that clocks open with a change, and those that it makes moot: written in its transaction (ADR 0012). */
export const clockTasks = async (
  casework: Pick<Casework, 'meetings' | 'organisation'>,
  { before, after, recorded }: Pick<CaseChange, 'before' | 'after' | 'recorded'>,
): Promise<CaseChange['tasks']> => {
  const { opened, closed } = clockTaskChange(before?.motion, after, casework.organisation.approvalChain);
  const openedAt: Instant = recorded.recordedAt;
  const tasks = await Promise.all(
    opened.map(async (task) => {
      const { kind, assignee } = task;
      return { caseId: after.caseId, kind, assignee, dueOn: await dueOnOf(casework, after, task), openedAt };
    }),
  );
  return tasks.length === 0 && closed.length === 0 ? undefined : { opened: tasks, closed };
};

/** In practice the year ends at the last council meeting in it, by the calendar of the day (domain.md §0.4). */
const dueOnOf = async ({ meetings }: Pick<Casework, 'meetings'>, record: Motion, task: ClockTask) => {
  if (task.kind !== oneYearTask || !('raisedOn' in record) || record.raisedOn === undefined)
    return task.dueOn;
  const { raisedOn } = record;
  const { council } = calendarOf(await meetings.calendar(raisedOn, anniversary(raisedOn)));
  return lastMeeting(raisedOn, council) ?? task.dueOn;
};
