import { addDays, type CalendarDate, stockholmDate } from '../../../domain/calendar-date.ts';
import { type Person, person } from '../../../domain/people.ts';
import { role, roleName } from '../../../domain/roles.ts';
import type { Field } from '../../../web/forms/field.ts';
import { savePerson } from '../../casework/keep-registers.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { peoplePath, personPath } from './paths.ts';
import { addRegisterForm, type RegisterForm } from './register-form.ts';

export const roleChoices = role.options.map((value) => ({ value, label: roleName[value] }));

const checked = (changed: unknown): ReturnType<RegisterForm<Person>['change']> => {
  const parsed = person.safeParse(changed);
  return parsed.success ? { next: parsed.data } : { faults: faultsOfInput(parsed.error) };
};

/** What an administrator changes of a person: roles are given and revoked by date, never rubbed out. */
export const addPersonForms = (app: PagesApp, desk: PagesDesk): void => {
  const common = {
    find: ({ req }) => desk.people.person(req.param('subject') ?? ''),
    home: ({ subject }) => personPath(subject),
    name: ({ name }) => name,
    save: (next, seen, actor) => savePerson(desk, next, seen, actor),
  } satisfies Partial<RegisterForm<Person>>;
  const today = () => stockholmDate(desk.now());

  addRegisterForm<Person>(app, desk, {
    ...common,
    path: `${peoplePath}/:subject/ge-roll`,
    label: 'Ge en roll',
    lead: 'Rollen gäller från och med den dag du anger.',
    fields: () => [
      { kind: 'select', name: 'role', label: 'Roll', choices: roleChoices },
      { kind: 'date', name: 'from', label: 'Från och med' },
      { kind: 'date', name: 'to', label: 'Till och med', hint: 'Tomt: tills vidare.', isOptional: true },
    ],
    initial: () => ({ from: [today()] }),
    change: (value, { role: given, from, to }) =>
      checked({
        ...value,
        roles: [...value.roles, { role: given, from, ...(to === undefined ? {} : { to }) }],
      }),
  });

  addRegisterForm<Person>(app, desk, {
    ...common,
    path: `${peoplePath}/:subject/aterkalla-roll`,
    label: 'Återkalla en roll',
    lead: 'Rollen gäller till och med den dag du anger. Att personen har haft den står kvar.',
    fields: (value) => [
      { kind: 'select', name: 'which', label: 'Roll', choices: rolesInForce(value, today()) },
      { kind: 'date', name: 'to', label: 'Till och med', hint: 'I går: rollen upphör genast.' },
    ],
    initial: () => ({ to: [addDays(today(), -1)] }),
    change: (value, { which, to }) =>
      checked({
        ...value,
        roles: value.roles.map((given, index) => (String(index) === which ? { ...given, to } : given)),
      }),
  });

  addRegisterForm<Person>(app, desk, {
    ...common,
    path: `${peoplePath}/:subject/andra`,
    label: 'Ändra uppgifter',
    fields: () => personFields,
    initial: ({ name, memberId = '', partyGroup = '', unit = '' }) => ({
      name: [name],
      memberId: [memberId],
      partyGroup: [partyGroup],
      unit: [unit],
    }),
    change: ({ subject, roles }, read) => checked({ subject, roles, ...read }),
  });
};

const rolesInForce = ({ roles }: Person, today: CalendarDate) =>
  roles.flatMap(({ role: given, from, to }, index) =>
    to === undefined || to >= today
      ? [{ value: String(index), label: `${roleName[given]} från ${from}` }]
      : [],
  );

/** What is known of a person beside the roles. */
export const personFields: readonly Field[] = [
  { kind: 'text', name: 'name', label: 'Namn', autocomplete: 'off' },
  {
    kind: 'text',
    name: 'memberId',
    label: 'Id i förtroendemannaregistret',
    hint: 'För den som är förtroendevald.',
    isOptional: true,
    autocomplete: 'off',
  },
  {
    kind: 'text',
    name: 'partyGroup',
    label: 'Partigrupp',
    hint: 'Den grupp vars utkast personen arbetar med.',
    isOptional: true,
    autocomplete: 'off',
  },
  { kind: 'text', name: 'unit', label: 'Enhet', isOptional: true, autocomplete: 'off' },
];
