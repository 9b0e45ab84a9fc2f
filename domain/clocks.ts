import { addDays, type CalendarDate } from './calendar-date.ts';
import { certifyBy, postBy, registerBy } from './deadlines.ts';
import type { Minutes } from './minutes.ts';
import type { Motion } from './motion.ts';

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

/** The clocks that run for a motion as it stands (domain.md §11.2). A moved deadline is a new list. */
export const clocksOfMotion = (record: Motion | undefined): readonly Clock<'registration'>[] =>
  record?.status === 'Received' ||
  (record?.status === 'WithdrawalPending' && record.registrationNumber === undefined)
    ? unlessRung(record.rungClocks, 'registration', nextDay(registerBy(record.receivedOn)))
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
