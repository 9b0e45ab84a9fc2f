import { type Person, rolesOn } from '../../../../domain/people.ts';
import type { Choice } from '../../../../web/forms/field.ts';
import type { PeopleStore } from '../../../ports/people-store.ts';
import type { FormFacts } from './command-form.ts';

/** Everybody who signs in. A region has a few hundred at most. */
const everybody = async ({ people }: Pick<PeopleStore, 'people'>): Promise<Person[]> => {
  const found: Person[] = [];
  let cursor: string | undefined;
  do {
    const page = await people({ limit: 200, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

const byName = (one: { readonly label: string }, other: { readonly label: string }) =>
  one.label.localeCompare(other.label, 'sv');

/** Those who can be chosen to certify minutes: they have the role today. */
export const certifierChoices = async ({
  desk,
  today,
}: Pick<FormFacts, 'desk' | 'today'>): Promise<Choice[]> =>
  (await everybody(desk.people))
    .filter((each) => rolesOn(each, today).includes('certifier'))
    .map(({ subject, name }) => ({ value: subject, label: name }))
    .toSorted(byName);

/** Officials in force today, with the unit each is of. */
export const officialChoices = async ({ desk, today }: FormFacts): Promise<Choice[]> =>
  (await everybody(desk.people))
    .filter((each) => rolesOn(each, today).includes('official'))
    .map(({ subject, name, unit }) => ({
      value: subject,
      label: unit === undefined ? name : `${name}, ${unit}`,
    }))
    .toSorted(byName);

/** Units that somebody is of today. */
export const unitChoices = async ({ desk, today }: FormFacts): Promise<Choice[]> => {
  const inForce = (await everybody(desk.people)).filter((each) => rolesOn(each, today).length > 0);
  const units = new Set(inForce.flatMap(({ unit }) => unit ?? []));
  return [...units].map((unit) => ({ value: unit, label: unit })).toSorted(byName);
};
