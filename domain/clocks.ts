import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts';
import { openConsultations } from './consultation.ts';
import { anniversary, certifyBy, postBy, registerBy } from './deadlines.ts';
import type { Minutes } from './minutes.ts';
import { isIn, type Motion, undecided } from './motion.ts';

/**
 * A clock is data: a day on which something is put through `decide` as a command by the system (architecture §4).
 * A passed clock raises an alarm or passes the appeal window; it never decides a case (KL 6:37–38).
 */
export interface Clock<Kind extends string = string> {
  readonly kind: Kind;
  /** The day on which the clock rings: for a limit, the day after its last day. */
  readonly dueOn: CalendarDate;
}

const unlessRung = <Kind extends string>(rung: readonly string[], kind: Kind, dueOn: CalendarDate) =>
  rung.includes(kind) ? [] : [{ kind, dueOn }];

/** How a clock that has rung is remembered: one that rings several times by its day, too. */
export const rungMark = (kind: string, dueOn: CalendarDate): string =>
  kind === 'registration' ? kind : `${kind}@${dueOn}`;

/** The latest day for which a clock of a kind has rung. */
export const lastRungOn = ({ rungClocks }: Motion, kind: string): CalendarDate | undefined =>
  rungClocks.findLast((mark) => mark.startsWith(`${kind}@`))?.slice(kind.length + 1);

/**
 * Which clocks the law knows: raised whenever `clocksOfMotion` comes to know another kind, so that the cases which
 * were written before it get theirs (`adopt-clocks.ts`).
 */
export const clockLaw = 1;

/** The warning that the late report must go on the board's next agenda (KL 5:35; domain.md §3). */
export const reportClock = 'year-report';

/**
 * Whether a motion can be warned that its late report must be ready on a day: while it is undecided, not reported, and
 * not warned for that same day last. The day follows from the meeting calendar, which changes, so no row holds it.
 */
export const mayWarnOfReport = (record: Motion | undefined, dueOn: CalendarDate): boolean =>
  record !== undefined &&
  isIn(record, undecided) &&
  record.lateReport === undefined &&
  lastRungOn(record, reportClock) !== dueOn;

/** The clocks that run for a motion as it stands (domain.md §11.2). A moved deadline is a new list. */
export const clocksOfMotion = (record: Motion | undefined): readonly Clock[] =>
  record === undefined
    ? []
    : [
        ...registrationClock(record),
        ...oneYearClock(record),
        ...consultationClocks(record),
        ...approvalClock(record),
      ];

const registrationClock = (record: Motion): Clock[] =>
  record.status === 'Received' ||
  (record.status === 'WithdrawalPending' && record.registrationNumber === undefined)
    ? unlessRung(record.rungClocks, 'registration', nextDay(registerBy(record.receivedOn)))
    : [];

/** The first of some days that has not rung; each clock is one row, which moves from day to day. */
const nextRing = (record: Motion, kind: string, days: readonly CalendarDate[]): Clock[] => {
  const dueOn = days.find((day) => !record.rungClocks.includes(rungMark(kind, day)));
  return dueOn === undefined ? [] : [{ kind, dueOn }];
};

/** Warnings on the way to the year (KL 5:35), until the council has decided. Nothing pauses it. */
const oneYearClock = (record: Motion): Clock[] => {
  if (!isIn(record, undecided)) return [];
  const days = [
    ...warningDays.map((days) => addDays(record.raisedOn, days)),
    nextDay(anniversary(record.raisedOn)),
  ];
  // What had passed when the motion was imported was known to the registry already.
  const { importedOn } = record;
  return nextRing(
    record,
    'one-year',
    importedOn === undefined ? days : days.filter((day) => day > importedOn),
  );
};

/** Days after the motion was raised at which it is warned that the year runs (domain.md §3). */
const warningDays = [180, 270, 330];

/** Reminders of a consultation, relative to the day it is due [D] (domain.md §11.2). */
const consultationReminders = [-14, 0, 7];

/** The last day of the calendar: a due day mistyped to it has no reminder after it. */
const lastDay = '9999-12-31';

const consultationClocks = (record: Motion): Clock[] =>
  record.status === 'Consulting'
    ? openConsultations(record.consultations).flatMap((each) =>
        nextRing(
          record,
          `consultation-${each.consultationNo}`,
          consultationReminders
            .filter((days) => days <= daysBetween(each.dueOn, lastDay))
            .map((days) => addDays(each.dueOn, days))
            .filter((day) => day > each.sentOn),
        ),
      )
    : [];

const approvalClock = (record: Motion): Clock[] =>
  record.status === 'Approval' && record.remindOn !== undefined
    ? nextRing(record, `approval-${record.approvalStep}`, [record.remindOn])
    : [];

/** The clocks that run for minutes: certification +14 days, posting +2 days, and the end of the appeal time. */
export const clocksOfMinutes = (
  record: Minutes | undefined,
): readonly Clock<'certification' | 'posting' | 'appeal-window'>[] => {
  switch (record?.status) {
    case 'Open':
      return unlessRung(record.rungClocks, 'certification', nextDay(certifyBy(record.meetingDate)));
    case 'Certified':
      // A notice that came down is to be posted again: the two days run anew from when that was found.
      return unlessRung(
        record.rungClocks,
        'posting',
        nextDay(postBy(record.noticeDownOn ?? record.certifiedOn)),
      );
    case 'Posted':
      return [{ kind: 'appeal-window', dueOn: record.finalOn }];
    default:
      return [];
  }
};

const nextDay = (day: CalendarDate): CalendarDate => addDays(day, 1);
