import type { CalendarDate } from './calendar-date.ts';
import type { Meeting } from './meeting.ts';
import { isCouncillor, isInOffice, type Member, mayRaise } from './members.ts';

/** Whether a person may raise a motion on a day, and if not, why: in Swedish, by which rule, and without a name. */
export type Eligibility =
  | { readonly may: true }
  | { readonly may: false; readonly rule: string; readonly reason: string };

const no = (rule: string, reason: string): Eligibility => ({ may: false, rule, reason });

/**
 * The person, serving also on the days of which the council's lists show it (KL 5:66): the right is that of whoever
 * serves (KL 4:22), whether or not anybody entered the day beforehand.
 */
export const withServingDays = (
  who: Member,
  meetings: readonly Pick<Meeting, 'body' | 'date' | 'attendance'>[],
): Member => {
  const served = meetings.filter(
    ({ body, attendance = [] }) =>
      body === 'council' &&
      attendance.some(({ memberId, servingFor }) => memberId === who.memberId && servingFor !== undefined),
  );
  return { ...who, servingOn: [...who.servingOn, ...served.map(({ date }) => date)] };
};

/**
 * Judges and explains who may raise a motion on a day: a sitting member (KL 4:19, 5:22 p. 2), a substitute on a day he
 * or she serves (KL 4:22); not a full-time councillor without a seat (KL 4:19, 5:39), nor anybody before the term has
 * begun (KL 5:9) or after it has ended.
 */
export const eligibilityOn = (who: Member, day: CalendarDate): Eligibility => {
  if (mayRaise(who, day)) return { may: true };
  if (isInOffice(who, day)) {
    return no(
      'KL 4:22',
      `En ersättare som inte tjänstgör den ${day} har inte en ledamots rätt att väcka motion.`,
    );
  }
  if (isCouncillor(who, day)) {
    return no(
      'KL 4:19, 5:39',
      'Ett regionråd som inte är ledamot får delta i överläggningarna och lägga förslag, men inte väcka motion.',
    );
  }
  return outOfOffice(who, day);
};

/** Why somebody is not in the council on a day: has left, has not begun, or neither has nor had a seat there. */
export const outOfOffice = (who: Member, day: CalendarDate): Eligibility => {
  const terms = who.terms.filter((term) => term.office !== 'councillor' && term.body !== 'board');
  const ended = terms.flatMap(({ to }) => (to !== undefined && to < day ? [to] : [])).toSorted();
  const begins = terms.flatMap(({ from }) => (from > day ? [from] : [])).toSorted();
  const [left, next] = [ended.at(-1), begins[0]];
  if (left !== undefined && next !== undefined) {
    return no('KL 4:19, 5:9', `Uppdraget i fullmäktige upphörde ${left} och nästa börjar ${next}.`);
  }
  if (left !== undefined) return no('KL 4:19', `Uppdraget i fullmäktige upphörde ${left}.`);
  if (next !== undefined) return no('KL 5:9', `Uppdraget i fullmäktige börjar först ${next}.`);
  return no('KL 4:19', 'Den som inte har något uppdrag i fullmäktige kan inte väcka motion.');
};
