import type { CalendarDate } from './calendar-date.ts';
import type { MotionEvent } from './events.ts';
import { fold, movesStep } from './evolve.ts';
import type { Motion } from './motion.ts';
import { isOpenStatus, type OpenStatus } from './one-year-clock.ts';

/** An event and the day it occurred, which may be earlier than the day it was keyed in (architecture §5). */
export interface DatedEvent {
  readonly event: MotionEvent;
  readonly occurredOn: CalendarDate;
}

/** A motion as it stands, and all that has happened to it, oldest first. */
export interface MotionHistory {
  readonly motion: Motion;
  readonly events: readonly DatedEvent[];
}

/** A registered motion that the council has still to decide on. */
export type OpenMotionRecord = Extract<Motion, { status: Exclude<OpenStatus, 'Received'> }> & {
  readonly registrationNumber: string;
  readonly raisedOn: CalendarDate;
};

/** Narrows a motion to one that is registered and not decided. */
export const isOpenMotion = (record: Motion): record is OpenMotionRecord =>
  isOpenStatus(record.status) &&
  record.status !== 'Received' &&
  'raisedOn' in record &&
  record.raisedOn !== undefined &&
  record.registrationNumber !== undefined;

/**
 * The day an event counts from. What was entered when the product was taken into use was open before that; an act that
 * was taken back (KL 5:69) counts as taken back from the day it was said to have happened.
 */
const dayOf = ({ event, occurredOn }: DatedEvent): CalendarDate => {
  if (event.type === 'OpenMotionImported') return event.raisedOn;
  return event.type === 'ActTakenBack' ? event.at.meetingDate : occurredOn;
};

/**
 * What had happened by the end of a day: the events up to the last step that was taken by then. A step that is keyed
 * in late presupposes what stands before it in the log; what stands beside the case (a late report, a statement that
 * came after all, an appeal of a postponement) draws nothing with it.
 */
const happenedBy = (events: readonly DatedEvent[], on: CalendarDate): readonly DatedEvent[] => {
  const steps = events.findLastIndex((each) => movesStep(each.event) && dayOf(each) <= on) + 1;
  const later = events.slice(steps);
  const next = later.findIndex(({ event }) => movesStep(event));
  const beside = next < 0 ? later : later.slice(0, next);
  return [...events.slice(0, steps), ...beside.filter((each) => dayOf(each) <= on)];
};

/** Without the late reports that were taken back (KL 5:69): nothing was reported, whatever day it is asked for. */
const withoutTakenBackReports = (events: readonly DatedEvent[]): readonly DatedEvent[] => {
  const standing: DatedEvent[] = [];
  for (const each of events) {
    const isTakenBack = each.event.type === 'LateReportTakenBack';
    const report = standing.findLastIndex(({ event }) => event.type === 'ReportedLate');
    if (!isTakenBack) standing.push(each);
    else if (report >= 0) standing.splice(report, 1);
  }
  return standing;
};

/** A motion as it stood at the end of a day. */
export interface PastState {
  readonly record: Motion;
  /** The day it came to the step it stood at. */
  readonly since?: CalendarDate | undefined;
  /** The late report made by then (KL 5:35), if any: when, and where it stands. */
  readonly lateReport?: Extract<MotionEvent, { type: 'ReportedLate' }> | undefined;
}

/** The log as it would have been with the right days: what was corrected was so all the time (row 34). */
const withRightDays = (events: readonly DatedEvent[]): readonly DatedEvent[] => {
  const last = events.findLast(({ event }) => event.type === 'DaysCorrected')?.event;
  if (last?.type !== 'DaysCorrected') return events;
  const { receivedOn, raisedOn = receivedOn } = last;
  return events.map(({ event, occurredOn }) => {
    switch (event.type) {
      case 'MotionSubmitted':
      case 'MotionImported':
        return { event: { ...event, receivedOn }, occurredOn: receivedOn };
      case 'OpenMotionImported':
        return { event: { ...event, receivedOn, raisedOn }, occurredOn };
      case 'MotionRegistered':
        return { event: { ...event, raisedOn }, occurredOn };
      default:
        return { event, occurredOn };
    }
  });
};

/**
 * The motion as it stood at the end of a day, by what had occurred then, whenever it was keyed in; undefined if
 * nothing had.
 */
export const stateOn = ({ motion, ...history }: MotionHistory, on: CalendarDate): PastState | undefined => {
  const events = withRightDays(withoutTakenBackReports(history.events));
  const happened = happenedBy(events, on);
  const record = fold(
    motion.caseId,
    happened.map(({ event }) => event),
  );
  if (record === undefined) return undefined;
  const lateReport = events
    .flatMap(({ event }) => (event.type === 'ReportedLate' ? [event] : []))
    .findLast((report) => report.at.meetingDate <= on);
  return { record, since: happened.findLast(({ event }) => movesStep(event))?.occurredOn, lateReport };
};

/**
 * Whether a registered motion can have been open at the end of a day, without its events being read: it was raised by
 * then, and is not one that stands decided since.
 */
export const mayHaveBeenOpenOn = (record: Motion, on: CalendarDate): boolean => {
  if (!('raisedOn' in record) || record.raisedOn === undefined || record.raisedOn > on) return false;
  return !('decision' in record) || record.decision.at.meetingDate > on;
};
