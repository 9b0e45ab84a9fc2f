import { z } from 'zod';
import { type CalendarDate, calendarDate } from './calendar-date.ts';

const period = { from: calendarDate, to: calendarDate.optional() };

/**
 * An elected representative in the member register. Everything is dated, so that who may raise, approve and
 * withdraw is asked of the day of the act. A person is never merged with another by name.
 */
export const member = z.object({
  memberId: z.string().min(1).max(80),
  name: z.string().trim().min(1).max(200),
  /** Where letters go; absent when the person has none or it is withheld. */
  email: z.email().optional(),
  /** Terms as member (ledamot) or substitute (ersättare); `to` is the last day of office. */
  terms: z.array(z.object({ ...period, office: z.enum(['member', 'substitute']) })).min(1),
  /** Party from day to day; `-` for none. */
  parties: z.array(z.object({ from: calendarDate, party: z.string().trim().min(1).max(80) })).min(1),
  /** Days on which a substitute serves (tjänstgör) in the council. */
  servingOn: z.array(calendarDate).default([]),
});
export type Member = z.infer<typeof member>;

const covers = (term: { from: CalendarDate; to?: CalendarDate | undefined }, day: CalendarDate) =>
  term.from <= day && (term.to === undefined || day <= term.to);

/** The party of a member on a day; `-` when none is recorded yet (domain.md §1.4: party as of signing). */
export const partyOn = (who: Member, day: CalendarDate): string =>
  who.parties
    .filter((each) => each.from <= day)
    .reduce((latest, each) => (each.from >= latest.from ? each : latest), { from: '', party: '-' }).party;

/** Whether the person is in the council at all on the day, as member or substitute. */
export const isInOffice = (who: Member, day: CalendarDate): boolean =>
  who.terms.some((term) => covers(term, day));

/**
 * Whether the person may raise a motion on the day: a sitting member (KL 4:19, 5:22 p. 2), or a substitute on a
 * day he or she serves (KL 4:22).
 */
export const mayRaise = (who: Member, day: CalendarDate): boolean => {
  const current = who.terms.filter((term) => covers(term, day));
  if (current.some((term) => term.office === 'member')) return true;
  return current.length > 0 && who.servingOn.includes(day);
};
