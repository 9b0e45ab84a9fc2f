import { councilAgendaBy } from './back-planning.ts';
import type { CalendarDate } from './calendar-date.ts';
import { addDays } from './calendar-date.ts';
import { certifyBy, postBy, registerBy } from './deadlines.ts';
import { agendaDayOf, type Motion, type MotionIn } from './motion.ts';
import { type ClockFacts, clockInputOf } from './motion-clock.ts';
import { dueFromPlan, isOpenStatus } from './one-year-clock.ts';

/** What plans a step: the meeting calendar and how long the steps are planned to take. */
export type PlanningFacts = Pick<ClockFacts, 'calendar' | 'organisation'>;

/**
 * The day by which the present step should be done, for the worklist. Statutory where a rule gives one; else planned
 * backwards from the last council meeting within the motion's year (KL 5:35; domain.md §3 [D]) where the meetings are
 * known, else a planning value. A passed day is shown as late and refuses nothing.
 */
export const dueOnOf = (record: Motion, today: CalendarDate, plan?: PlanningFacts): CalendarDate => {
  switch (record.status) {
    case 'Received':
      return registerBy(record.receivedOn);
    case 'BoardAgenda':
    case 'CouncilAgenda':
      return record.meetingDate;
    case 'WithdrawalPending':
      return record.meetingDate ?? plannedFor(record, today, plan) ?? addDays(today, planningDays);
    case 'Decided':
      return certifyBy(record.decision.at.meetingDate);
    case 'Certified':
      return postBy(record.certifiedOn);
    case 'AppealWindow':
    case 'PresumedFinal':
      return record.finalOn;
    case 'CouncilReady':
      return atNextMeeting(record, plan) ?? plannedFor(record, today, plan) ?? addDays(today, planningDays);
    default:
      return plannedFor(record, today, plan) ?? addDays(today, planningDays);
  }
};

/** Whether the present step has no limit of its own, so that its day follows from the meetings. */
export const isPlanned = (record: Motion): boolean =>
  isOpenStatus(record.status) && record.status !== 'Received' && agendaDayOf(record) === undefined;

const plannedFor = (record: Motion, today: CalendarDate, plan: PlanningFacts | undefined) => {
  const input = plan === undefined ? undefined : clockInputOf(record, { ...plan, today });
  return input === undefined ? undefined : dueFromPlan(input);
};

/**
 * What the council has put off comes up at its next meeting (KL 5:51), so it is to be in the summons to that one. What
 * it sent back is not put off: the board has met since.
 */
const atNextMeeting = (
  { deferredAt, boardProposal }: MotionIn<'CouncilReady'>,
  plan: PlanningFacts | undefined,
): CalendarDate | undefined => {
  if (deferredAt === undefined || deferredAt.meetingDate < boardProposal.at.meetingDate) return undefined;
  const next = plan?.calendar.council.toSorted().find((day) => day > deferredAt.meetingDate);
  return next === undefined ? undefined : councilAgendaBy(next);
};

/** Days given to a step that no rule sets a limit for, while no meeting is known to plan it from [D]. */
const planningDays = 30;
