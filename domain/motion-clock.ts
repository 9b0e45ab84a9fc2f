import { daysFor, type MeetingCalendar } from './back-planning.ts';
import { addDays, type CalendarDate } from './calendar-date.ts';
import { openConsultations } from './consultation.ts';
import { agendaDayOf, type Motion } from './motion.ts';
import { type ClockInput, clockStatus, isOpenStatus, type RaisedOn } from './one-year-clock.ts';
import type { Organisation } from './organisation.ts';

/** What the clock of a motion needs besides its record. */
export interface ClockFacts {
  readonly today: CalendarDate;
  readonly calendar: MeetingCalendar;
  readonly organisation: Pick<Organisation, 'planning' | 'approvalChain'>;
  /** When the motions prepared together with this one were raised, its own included (domain.md §11.3). */
  readonly together?: readonly CalendarDate[] | undefined;
  /** The day the motion came to the step it stands at. */
  readonly since?: CalendarDate | undefined;
}

/**
 * What the one-year clock is asked about a motion; undefined when the council has nothing left to decide. A motion not
 * yet registered counts from the day it came in, the earliest defensible day (domain.md §1.2 [D]).
 */
export const clockInputOf = (record: Motion, facts: ClockFacts): ClockInput | undefined => {
  if (!isOpenStatus(record.status)) return undefined;
  const meetingDate = agendaDayOf(record);
  const { status } = record;
  const { planning, approvalChain } = facts.organisation;
  const done = record.status === 'Approval' ? record.approvalStep : 0;
  const approvalSteps = Math.max(0, approvalChain.length - done);
  return {
    raisedOn: facts.together ?? raisedOnOf(record),
    status: clockStatus(status, meetingDate),
    today: facts.today,
    calendar: facts.calendar,
    planning,
    approvalSteps,
    meetingDate,
    readyOn: readyOnOf(record, facts, approvalSteps),
  };
};

const raisedOnOf = (record: Motion): RaisedOn => {
  if ('raisedOn' in record && record.raisedOn !== undefined) return record.raisedOn;
  return 'receivedOn' in record ? record.receivedOn : [];
};

/** At the planned pace from when the step began, and not before the statements asked for are due. */
const readyOnOf = (
  record: Motion,
  { since, today, organisation: { planning } }: ClockFacts,
  approvalSteps: number,
): CalendarDate | undefined => {
  const step = record.status === 'Approval' ? 'approval' : 'drafting';
  const paced = addDays(since ?? today, daysFor(step, planning, approvalSteps));
  const asked = record.status === 'Consulting' ? openConsultations(record.consultations) : [];
  return [paced, ...asked.map((each) => each.dueOn)].reduce((one, other) => (one > other ? one : other));
};
