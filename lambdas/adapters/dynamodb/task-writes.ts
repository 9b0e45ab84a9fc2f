import type { CaseChange, Task } from '../../ports/case-store.ts';
import { taskLinkRow, taskRow } from './case-rows.ts';
import { itemOf, type Key, keyOf } from './row.ts';
import { deleting, putting, type Write } from './transaction.ts';
import { worklistsOf } from './worklists.ts';

/** The tasks, as they were read, that are over: of the step that the move leaves, moot ones and those replaced. */
export const tasksLeft = ({ before, signal, tasks }: CaseChange): readonly Task[] => {
  const kinds = [signal?.step, ...(tasks?.closed ?? []), ...(tasks?.opened ?? []).map(({ kind }) => kind)];
  return (before?.tasks ?? []).filter((task) => kinds.includes(task.kind));
};

/** Tasks that a clock has opened, and that an event has made moot. */
export const clockTaskWrites = ({ after: { caseId }, tasks }: CaseChange): Write[] =>
  tasks === undefined
    ? []
    : [
        ...tasks.opened.map((task) => taskWrites(task).task),
        ...tasks.closed.map((kind) => deleting(keyOf(taskRow, { caseId, kind }))),
      ];

/** The pointers of a task that lies in several worklists. */
export const taskPointers = ({ caseId, kind, assignee }: Task): Key[] => {
  const worklists = worklistsOf(assignee);
  return worklists.length > 1
    ? worklists.map((worklist) => keyOf(taskLinkRow, { caseId, worklist, kind }))
    : [];
};

/** A task, found in a worklist: directly when one list shows it, else through pointers. */
export const taskWrites = (task: Task): { task: Write; pointers: Write[] } => {
  const { caseId, kind, dueOn } = task;
  const [only, ...others] = worklistsOf(task.assignee);
  const isOne = others.length === 0;
  const worklists = isOne || only === undefined ? [] : [only, ...others];
  return {
    task: putting(itemOf(taskRow, { ...task, worklist: isOne ? only : undefined })),
    pointers: worklists.map((worklist) => putting(itemOf(taskLinkRow, { caseId, kind, dueOn, worklist }))),
  };
};
