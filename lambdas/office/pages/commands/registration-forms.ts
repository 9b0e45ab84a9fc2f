import type { MotionRules } from '../../../../domain/motion-rules.ts';
import type { Field } from '../../../../web/forms/field.ts';
import { nextRegisterNumber } from '../../../casework/gather-context.ts';
import type { CommandForm, FormFacts } from './command-form.ts';

/** The number is shown before it is given, and said to be nobody's yet. */
const registerLead = async ({ desk, today }: FormFacts): Promise<string> => {
  const lead = 'Motionen får sitt diarienummer och blir synlig i det offentliga registret (OSL 5:1–2).';
  if (desk.organisation.registerMaster === 'registrar') return lead;
  const { registrationNumber } = await nextRegisterNumber(desk, today);
  return `${lead} Nästa nummer är ${registrationNumber}. Det är inte reserverat: om någon annan registrerar först blir det ett senare.`;
};

/** What a motion can lack, by the council's own rules of procedure (domain.md §1.2): to be picked, or written. */
const provisionFields = ({ provision, singleSubject, attachmentsAllowed }: MotionRules): Field[] => {
  const lacks = [
    'undertecknad av ledamot',
    'en att-sats som fullmäktige kan besluta om',
    ...(singleSubject ? ['ett ämne i varje motion'] : []),
    ...(attachmentsAllowed ? [] : ['inga bilagor']),
  ];
  return [
    {
      kind: 'choice',
      name: 'rule',
      label: 'Vilket krav uppfyller motionen inte?',
      hint: `Kraven i ${provision}.`,
      choices: lacks.map((what) => ({
        value: `${provision} (${what})`,
        label: `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
      })),
      isOptional: true,
    },
    {
      kind: 'text',
      name: 'provision',
      label: 'Annan bestämmelse',
      hint: 'Om det inte är något av dem ovan, t.ex. "arbetsordningen 22 §".',
      isOptional: true,
    },
  ];
};

const datesNoteField: Field = {
  kind: 'prose',
  name: 'datesNote',
  label: 'Anteckning om datumen',
  hint: 'Behövs bara om dagarna inte kan stämma.',
  size: 'short',
  isOptional: true,
};

/** What the registrar and the council's secretary do with a motion that has come in (domain.md §11.1 rows 2–5). */
export const registrationForms: readonly CommandForm[] = [
  {
    type: 'register',
    label: 'Registrera',
    done: 'Motionen är registrerad.',
    leadNow: registerLead,
    fields: ({ desk }) => [
      ...(desk.organisation.registerMaster === 'registrar'
        ? [
            {
              kind: 'text' as const,
              name: 'registrationNumber',
              label: 'Diarienummer',
              hint: 'Som det står i diariet.',
            },
          ]
        : []),
      {
        kind: 'date',
        name: 'raisedOn',
        label: 'Väckt',
        hint: 'Fyll bara i om motionen räknas som väckt en annan dag än den kom in.',
        isOptional: true,
      },
      datesNoteField,
    ],
  },
  {
    type: 'return-motion',
    label: 'Återlämna för komplettering',
    done: 'Motionen är återlämnad.',
    lead: 'Motionen är registrerad och behåller sitt nummer. Undertecknarna får veta vad som behöver kompletteras.',
    fields: ({ desk }) => [
      ...provisionFields(desk.organisation.motionRules),
      { kind: 'prose', name: 'reason', label: 'Vad behöver kompletteras?', size: 'short' },
    ],
    commandOf: ({ rule, provision = rule, ...read }) => ({ ...read, provision }),
  },
  {
    type: 'refer',
    label: 'Remittera till styrelsen',
    done: 'Motionen är remitterad.',
    lead: 'Motionen lämnas över för beredning (KL 5:26, 5:28).',
    fields: ({ desk }) => [
      {
        kind: 'choice',
        name: 'by',
        label: 'Vem remitterar',
        choices: [
          { value: 'council', label: desk.organisation.bodies.council },
          { value: 'presidium', label: 'presidiet' },
        ].filter(
          ({ value }) => desk.organisation.referral === 'either' || desk.organisation.referral === value,
        ),
      },
      {
        kind: 'date',
        name: 'announcedOn',
        label: 'Anmäld i fullmäktige',
        hint: 'Dagen då motionen anmäls, eller anmäldes.',
      },
      datesNoteField,
    ],
  },
];
