import { z } from 'zod';
import { type CalendarDate, calendarDate } from './calendar-date.ts';
import { type Actor, type Role, role } from './roles.ts';

/** A person who signs in, by the subject the organisation's identity provider gives. Roles are dated. */
export const person = z.object({
  subject: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  roles: z.array(z.object({ role, from: calendarDate, to: calendarDate.optional() })).max(50),
  /** Link to the member register, for an elected representative. */
  memberId: z.string().min(1).max(80).optional(),
  partyGroup: z.string().min(1).max(80).optional(),
  unit: z.string().max(200).optional(),
  /** Where the person's daily digest goes; entered by an administrator. */
  email: z.email().optional(),
  /** The person has chosen to get a letter each working day with the tasks that wait. */
  dailyDigest: z.boolean().optional(),
});
export type Person = z.infer<typeof person>;

/** The roles in force on a day; `to` is the last day. */
export const rolesOn = (who: Person, day: CalendarDate): Role[] =>
  who.roles
    .filter((given) => given.from <= day && (given.to === undefined || day <= given.to))
    .map((given) => given.role);

/** The person as the one who asks, on a day. */
export const actorOn = (who: Person, day: CalendarDate): Actor => ({
  personId: who.subject,
  roles: rolesOn(who, day),
  memberId: who.memberId,
  partyGroup: who.partyGroup,
});
