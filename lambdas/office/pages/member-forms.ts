import { stockholmDate } from '../../../domain/calendar-date.ts';
import { type Member, member } from '../../../domain/members.ts';
import type { Field } from '../../../web/forms/field.ts';
import { saveMember } from '../../casework/keep-registers.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { termWords } from './members-routes.ts';
import { memberPath, membersPath, newMemberPath } from './paths.ts';
import { addRegisterForm, type RegisterForm } from './register-form.ts';

const checked = (changed: unknown): ReturnType<RegisterForm<Member>['change']> => {
  const parsed = member.safeParse(changed);
  return parsed.success ? { next: parsed.data } : { faults: faultsOfInput(parsed.error) };
};

const given = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const nameFields: readonly Field[] = [
  { kind: 'text', name: 'name', label: 'Namn', autocomplete: 'off' },
  { kind: 'email', name: 'email', label: 'E-post', hint: 'Dit breven går.', isOptional: true },
  {
    kind: 'check',
    name: 'protectedIdentity',
    label: 'Skyddade personuppgifter',
    hint: 'Namnet publiceras inte, och varje brev väntar på godkännande (OSL 21:3, 22:1–2).',
  },
];

const termFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'office',
    label: 'Uppdrag',
    choices: [
      { value: 'member', label: 'Ledamot' },
      { value: 'substitute', label: 'Ersättare' },
      { value: 'councillor', label: 'Regionråd utan plats', hint: 'KL 5:39' },
    ],
  },
  {
    kind: 'choice',
    name: 'body',
    label: 'Organ',
    choices: [
      { value: 'council', label: 'Fullmäktige' },
      { value: 'board', label: 'Styrelsen' },
    ],
  },
  { kind: 'date', name: 'from', label: 'Från och med' },
  { kind: 'date', name: 'to', label: 'Till och med', hint: 'Tomt: tills vidare.', isOptional: true },
];
const partyField: Field = {
  kind: 'text',
  name: 'party',
  label: 'Parti',
  hint: '"-" för inget.',
  autocomplete: 'off',
};

const termOf = ({ office, body, from, to }: Readonly<Record<string, unknown>>) =>
  given({ office, from, to, body: office === 'councillor' ? undefined : body });

/** What an administrator changes of a member: all of it dated, and nothing that has been is rubbed out. */
export const addMemberForms = (app: PagesApp, desk: PagesDesk): void => {
  const common = {
    find: ({ req }) => desk.people.member(req.param('memberId') ?? ''),
    home: ({ memberId }) => (memberId === '' ? membersPath : memberPath(memberId)),
    name: ({ name }) => name,
    save: (next, seen, actor) => saveMember(desk, next, seen, actor),
  } satisfies Partial<RegisterForm<Member>>;
  const today = () => [stockholmDate(desk.now())];
  const add = (form: Omit<RegisterForm<Member>, keyof typeof common> & Partial<typeof common>) =>
    addRegisterForm<Member>(app, desk, { ...common, ...form });
  const at = (path: string) => `${membersPath}/:memberId/${path}`;

  add({
    path: newMemberPath,
    label: 'För in en förtroendevald',
    lead: 'Två personer med samma namn är två: id skiljer dem åt.',
    find: async () => ({ value: nobody, version: 0 }),
    fields: () => [
      { kind: 'text', name: 'memberId', label: 'Id', hint: 'Ett ord, t.ex. m-ek-anna.', autocomplete: 'off' },
      ...nameFields,
      partyField,
      ...termFields,
    ],
    initial: () => ({ from: today() }),
    change: (_, { party, office, body, from, to, ...who }) =>
      checked({
        ...who,
        terms: [termOf({ office, body, from, to })],
        parties: [{ party, from }],
        servingOn: [],
      }),
  });
  add({
    path: at('andra'),
    label: 'Ändra uppgifter',
    fields: () => [
      ...nameFields,
      {
        kind: 'date',
        name: 'noLettersFrom',
        label: 'Vill inte ha brev från',
        hint: 'För den som har lämnat fullmäktige och inte vill ha fler brev.',
        isOptional: true,
      },
    ],
    initial: ({ name, email = '', protectedIdentity, noLettersFrom = '' }) => ({
      name: [name],
      email: [email],
      protectedIdentity: protectedIdentity === true ? ['ja'] : [],
      noLettersFrom: [noLettersFrom],
    }),
    change: ({ memberId, terms, parties, servingOn }, read) =>
      checked({ memberId, terms, parties, servingOn, ...read }),
  });
  add({
    path: at('uppdrag'),
    label: 'Inför uppdrag',
    fields: () => termFields,
    initial: () => ({ from: today() }),
    change: (value, read) => checked({ ...value, terms: [...value.terms, termOf(read)] }),
  });
  add({
    path: at('avsluta'),
    label: 'Avsluta uppdrag',
    fields: ({ terms }) => [
      {
        kind: 'select',
        name: 'which',
        label: 'Uppdrag',
        choices: terms.map((term, index) => ({
          value: String(index),
          label: `${termWords(term)} från ${term.from}${term.to === undefined ? '' : ` till ${term.to}`}`,
        })),
      },
      { kind: 'date', name: 'to', label: 'Till och med' },
    ],
    initial: () => ({ to: today() }),
    change: (value, { which, to }) =>
      checked({
        ...value,
        terms: value.terms.map((term, index) => (String(index) === which ? { ...term, to } : term)),
      }),
  });
  add({
    path: at('parti'),
    label: 'Byt parti',
    lead: 'Partiet på motioner som redan är undertecknade ändras inte.',
    fields: () => [partyField, { kind: 'date', name: 'from', label: 'Från och med' }],
    initial: () => ({ from: today() }),
    change: (value, read) => checked({ ...value, parties: [...value.parties, read] }),
  });
  add({
    path: at('tjanstgoring'),
    label: 'Inför tjänstgöring',
    lead: 'En ersättare har en ledamots rätt den dag han eller hon tjänstgör (KL 4:22).',
    fields: () => [{ kind: 'date', name: 'on', label: 'Tjänstgör i fullmäktige' }],
    initial: () => ({ on: today() }),
    change: (value, { on }) => checked({ ...value, servingOn: [...new Set([...value.servingOn, on])] }),
  });
};

/** Who is not there yet. */
const nobody: Member = {
  memberId: '',
  name: 'Förtroendevalda',
  terms: [],
  parties: [],
  servingOn: [],
};
