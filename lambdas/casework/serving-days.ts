import type { CalendarDate } from '../../domain/calendar-date.ts';
import { withServingDays } from '../../domain/eligibility.ts';
import { isInOffice, type Member, mayRaise } from '../../domain/members.ts';
import type { Casework } from './dependencies.ts';

/**
 * The same people, with what the attendance of the council's meetings of those days says of the substitutes among them:
 * looked up only when somebody's right to raise a motion rests on it (KL 4:22).
 */
export const servingOnDays = async (
  { meetings }: Pick<Casework, 'meetings'>,
  members: readonly Member[],
  days: readonly CalendarDate[],
): Promise<readonly Member[]> => {
  const asked = [...new Set(days)].filter((day) =>
    members.some((who) => isInOffice(who, day) && !mayRaise(who, day)),
  );
  const held = (await Promise.all(asked.map((day) => meetings.calendar(day, day)))).flat();
  return members.map((who) => withServingDays(who, held));
};
