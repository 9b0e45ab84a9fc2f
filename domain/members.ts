import { z } from 'zod';
import { type CalendarDate, calendarDate } from './calendar-date.ts';

const period = { from: calendarDate, to: calendarDate.optional() };

/**
 * An elected representative in the member register. Everything is dated, so that who may raise, approve and
 * withdraw is asked of the day of the act. A person is never merged with another by name.
 */
export const member = z.object({
  /** One word, as it is part of keys and lists. */
  memberId: z
    .string()
    .max(80)
    .regex(/^[^\s:]+$/),
  name: z.string().trim().min(1).max(200),
  /** Where letters go; absent when the person has none or it is withheld. */
  email: z.email().optional(),
  /** Terms as member (ledamot) or substitute (ersättare), of the council unless said; `to` is the last day of office. */
  terms: z
    .array(
      z.object({
        ...period,
        /** `councillor`: regionråd on full time who is no member; may claim but not vote (KL 5:39). */
        office: z.enum(['member', 'substitute', 'councillor']),
        body: z.enum(['council', 'board']).optional(),
      }),
    )
    .min(1),
  /** Party from day to day; `-` for none. */
  parties: z.array(z.object({ from: calendarDate, party: z.string().trim().min(1).max(80) })).min(1),
  /** Days on which a substitute is to serve (tjänstgör) in the council; its lists show on which he or she did. */
  servingOn: z.array(calendarDate).default([]),
  /**
   * Protected identity (skyddade personuppgifter): the name is not published, and every letter waits for somebody's
   * approval (domain.md §9; OSL 21:3, 22:1–2). On the person, never on a case.
   */
  protectedIdentity: z.boolean().optional(),
  /** From when a person who has left the council wants no more letters (domain.md §1.4). */
  noLettersFrom: calendarDate.optional(),
});
export type Member = z.infer<typeof member>;

const covers = (term: { from: CalendarDate; to?: CalendarDate | undefined }, day: CalendarDate) =>
  term.from <= day && (term.to === undefined || day <= term.to);

/** The party of a member on a day; `-` when none is recorded yet (domain.md §1.4: party as of signing). */
export const partyOn = (who: Member, day: CalendarDate): string =>
  who.parties
    .filter((each) => each.from <= day)
    .reduce((latest, each) => (each.from >= latest.from ? each : latest), { from: '', party: '-' }).party;

/** What stands in place of a name that must not be published. */
export const protectedName = 'Skyddade personuppgifter';

/** The name as it may be published: in the public register and in reports (domain.md §9). */
export const publicName = ({ name, protectedIdentity }: Member): string =>
  protectedIdentity === true ? protectedName : name;

/** A name as it is compared. Names only ever raise a question: they never make two people one (domain.md §11.3). */
export const comparableName = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('sv');

type Body = 'council' | 'board';

const currentTerms = (who: Member, day: CalendarDate, body: Body) =>
  who.terms.filter(
    (term) => term.office !== 'councillor' && (term.body ?? 'council') === body && covers(term, day),
  );

/** Whether the person is a full-time councillor on the day, who may claim in the council without being a member (KL 5:39). */
export const isCouncillor = (who: Member, day: CalendarDate): boolean =>
  who.terms.some((term) => term.office === 'councillor' && covers(term, day));

/** Whether the person is in the council, or the board, at all on the day, as member or substitute. */
export const isInOffice = (who: Member, day: CalendarDate, body: Body = 'council'): boolean =>
  currentTerms(who, day, body).length > 0;

/** Whether the person holds that office of the body on the day: a substitute is not a member, nor the reverse. */
export const holdsOffice = (
  who: Member,
  office: Member['terms'][number]['office'],
  day: CalendarDate,
  body: Body,
): boolean => currentTerms(who, day, body).some((term) => term.office === office);

/** The first day of the council's term of office: 15 October of an election year, every fourth (KL 5:9). */
const councilTermFrom = (day: CalendarDate): CalendarDate => {
  const year = Number(day.slice(0, 4));
  const electionYear = year - ((year + 2) % 4);
  const from = `${electionYear}-10-15`;
  return from <= day ? from : `${electionYear - 4}-10-15`;
};

/**
 * Whether the person has left a seat of the body and is no member of it on the day. In the council within its term of
 * office: the seats of before the election are no more (KL 5:9). The board's follows its election, not the calendar.
 */
export const hasLeftSeat = (who: Member, day: CalendarDate, body: Body): boolean =>
  !holdsOffice(who, 'member', day, body) &&
  who.terms.some(
    ({ office, body: of = 'council', to }) =>
      office === 'member' &&
      of === body &&
      to !== undefined &&
      to < day &&
      (body === 'board' || to >= councilTermFrom(day)),
  );

/** How many of the seats of a body no member holds on a day, by the whole register. */
export const emptySeats = (
  register: readonly Member[],
  seats: number,
  day: CalendarDate,
  body: Body,
): number => Math.max(0, seats - register.filter((who) => holdsOffice(who, 'member', day, body)).length);

/**
 * Whether the person may raise a motion on the day: a sitting member (KL 4:19, 5:22 p. 2), or a substitute on a
 * day he or she serves (KL 4:22).
 */
export const mayRaise = (who: Member, day: CalendarDate): boolean => {
  const current = currentTerms(who, day, 'council');
  if (current.some((term) => term.office === 'member')) return true;
  return current.length > 0 && who.servingOn.includes(day);
};
