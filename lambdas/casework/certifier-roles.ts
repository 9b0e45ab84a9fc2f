import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CertifierFacts } from '../../domain/certifiers.ts';
import { rolesOn } from '../../domain/people.ts';
import type { Casework } from './dependencies.ts';

/** The roles of those whom a command names as certifiers; of nobody where no people are registered at all. */
export const certifierRolesOf = async (
  { people }: Pick<Casework, 'people'>,
  named: readonly string[],
  today: CalendarDate,
): Promise<CertifierFacts['certifierRoles']> => {
  if (named.length === 0 || (await people.people({ limit: 1 })).items.length === 0) return undefined;
  const found = await Promise.all([...new Set(named)].map((each) => people.person(each)));
  return new Map(found.flatMap((each) => (each ? [[each.value.subject, rolesOn(each.value, today)]] : [])));
};
