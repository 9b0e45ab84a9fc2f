import type { CommandForm } from './command-form.ts';

/** What the registrar and the council's secretary do with a motion that has come in (domain.md §11.1 rows 2–5). */
export const registrationForms: readonly CommandForm[] = [
  {
    type: 'register',
    label: 'Registrera',
    done: 'Motionen är registrerad.',
    lead: 'Motionen får sitt diarienummer och blir synlig i det offentliga registret (OSL 5:1–2).',
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
    ],
  },
  {
    type: 'return-motion',
    label: 'Återlämna för komplettering',
    done: 'Motionen är återlämnad.',
    lead: 'Motionen är registrerad och behåller sitt nummer. Undertecknarna får veta vad som behöver kompletteras.',
    fields: () => [
      {
        kind: 'text',
        name: 'provision',
        label: 'Bestämmelse',
        hint: 'Den punkt i arbetsordningen som motionen inte följer, t.ex. "arbetsordningen 22 §".',
      },
      { kind: 'prose', name: 'reason', label: 'Vad behöver kompletteras?', size: 'short' },
    ],
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
      {
        kind: 'prose',
        name: 'datesNote',
        label: 'Anteckning om datumen',
        hint: 'Behövs bara om dagarna inte kan stämma.',
        size: 'short',
        isOptional: true,
      },
    ],
  },
];
