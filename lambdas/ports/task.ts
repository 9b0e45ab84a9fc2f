import type { CalendarDate, Instant } from '../../domain/calendar-date.ts';
import type { Assignee } from '../../domain/steps.ts';

/** A task in somebody's worklist. `kind` is the step awaited, the clock that rang, or what has gone wrong. */
export interface Task {
  readonly caseId: string;
  readonly kind: string;
  readonly assignee: Assignee;
  readonly dueOn: CalendarDate;
  readonly openedAt: Instant;
}
