import { addDays, type CalendarDate } from './calendar-date.ts';
import type { Clock } from './clocks.ts';
import { announceBy, summonBy } from './deadlines.ts';
import type { Meeting } from './meeting.ts';

/**
 * The clocks that run for a planned meeting of the council: that it is not yet summoned (KL 5:15) or announced
 * (KL 5:13) the day after the last for it. They warn and decide nothing. For the board no statute says when.
 */
export const clocksOfMeeting = (
  record: Meeting | undefined,
): readonly Clock<'summons' | 'announcement'>[] => {
  if (record?.status !== 'Planned' || record.body !== 'council') return [];
  const { date, plannedOn, summonedOn, announcedOn, rungClocks } = record;
  // A meeting entered afterwards, to complete the calendar, has nothing left to warn of.
  if (plannedOn >= date) return [];
  const unlessDone = <Kind extends string>(kind: Kind, doneOn: CalendarDate | undefined, by: CalendarDate) =>
    doneOn !== undefined || rungClocks.includes(kind) ? [] : [{ kind, dueOn: addDays(by, 1) }];
  return [
    ...unlessDone('summons', summonedOn, summonBy(date)),
    ...unlessDone('announcement', announcedOn, announceBy(date)),
  ];
};
