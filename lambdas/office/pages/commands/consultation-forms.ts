import { addDays } from '../../../../domain/calendar-date.ts';
import type { Consultation } from '../../../../domain/consultation.ts';
import type { Choice, Field, Filled } from '../../../../web/forms/field.ts';
import type { CommandForm, FormFacts } from './command-form.ts';

/** The name of whom a question was sent to. */
export const consulteeName = ({ desk }: Pick<FormFacts, 'desk'>, recipient: string): string =>
  desk.organisation.consultees.find(({ id }) => id === recipient)?.name ?? recipient;

/** The questions that somebody may still answer, those that are waited for first: also one that was closed. */
const askedOf = ({ motion }: FormFacts, isWaitedFor: boolean): Consultation[] => {
  const all = 'consultations' in motion ? (motion.consultations ?? []) : [];
  return all
    .filter(({ status }) => (isWaitedFor ? status === 'Sent' : status !== 'Answered'))
    .toSorted((one, other) => Number(other.status === 'Sent') - Number(one.status === 'Sent'));
};

const consultationField = (facts: FormFacts, isWaitedFor: boolean): Field => ({
  kind: 'select',
  name: 'consultationNo',
  label: 'Remiss',
  choices: askedOf(facts, isWaitedFor).map(
    ({ consultationNo, recipient, dueOn }): Choice => ({
      value: String(consultationNo),
      label: `${consulteeName(facts, recipient)}, svar senast ${dueOn}`,
    }),
  ),
});

/** The one that is waited for, when there is but one. */
const onlyOne = (isWaitedFor: boolean, more: Filled = {}) => {
  return (facts: FormFacts): Filled => {
    const [first, ...others] = askedOf(facts, isWaitedFor);
    return first === undefined || others.length > 0
      ? more
      : { ...more, consultationNo: [String(first.consultationNo)], 'maker.by': [makerOf(facts, first)] };
  };
};

const makerOf = ({ desk }: FormFacts, { recipient }: Consultation): string =>
  desk.organisation.consultees.find(({ id }) => id === recipient)?.kind === 'committee'
    ? 'committee'
    : 'official';

const numbered = (read: Readonly<Record<string, unknown>>) => ({
  ...read,
  consultationNo: Number(read.consultationNo),
});

const statementFields = (facts: FormFacts): Field[] => [
  consultationField(facts, false),
  { kind: 'date', name: 'receivedOn', label: 'Kom in' },
  { kind: 'prose', name: 'statement', label: 'Yttrandet', size: 'tall' },
  {
    kind: 'choice',
    name: 'maker.by',
    label: 'Vem har yttrat sig?',
    hint: 'En nämnds yttrande är nämndens eget beslut och kan inte delegeras (KL 6:38 p. 2).',
    choices: [
      { value: 'committee', label: 'nämnden, genom beslut' },
      { value: 'official', label: 'förvaltningen, genom en tjänsteperson' },
    ],
  },
  {
    kind: 'date',
    name: 'maker.decidedOn',
    label: 'Nämndens beslutsdag',
    hint: 'Behövs när nämnden har beslutat.',
    isOptional: true,
  },
  {
    kind: 'text',
    name: 'maker.paragraph',
    label: 'Paragraf',
    hint: 'Behövs när nämnden har beslutat, t.ex. "§ 42".',
    isOptional: true,
  },
  { kind: 'check', name: 'maker.proposes', label: 'Yttrandet innehåller ett förslag till fullmäktige' },
];

/** Asking others while the answer is prepared, and receiving what they say (domain.md §11.1 rows 7–8d). */
export const consultationForms: readonly CommandForm[] = [
  {
    type: 'send-consultation',
    label: 'Skicka på remiss',
    done: 'Remissen är skickad.',
    lead: 'Nämnden eller enheten får frågan med ett datum för svaret, och påminns före och efter (KL 5:27, 6:12). Undertecknarna får veta att motionen är på remiss.',
    fields: ({ desk }) => [
      {
        kind: 'select',
        name: 'recipient',
        label: 'Till',
        choices: desk.organisation.consultees.map(({ id, name }) => ({ value: id, label: name })),
      },
      { kind: 'date', name: 'dueOn', label: 'Svar senast' },
      { kind: 'prose', name: 'question', label: 'Fråga', hint: 'Vad ska de yttra sig över?', size: 'short' },
    ],
    initial: ({ desk, today }) => ({
      dueOn: [addDays(today, desk.organisation.planning.consultationDays)],
    }),
  },
  {
    type: 'record-statement',
    label: 'För in ett yttrande',
    done: 'Yttrandet är infört.',
    lead: 'Ett yttrande som kommer sent tas emot ändå (OSL 5:1).',
    fields: statementFields,
    initial: (facts) => onlyOne(false, { receivedOn: [facts.today] })(facts),
    commandOf: numbered,
  },
  {
    type: 'end-consultation',
    label: 'Avsluta en remiss',
    done: 'Remissen är avslutad.',
    lead: 'När ingen remiss längre väntas in går ärendet tillbaka till beredningen (KL 6:12).',
    fields: (facts) => [
      consultationField(facts, true),
      {
        kind: 'choice',
        name: 'how',
        label: 'Varför',
        choices: [
          { value: 'declined', label: 'de avstår från att yttra sig' },
          { value: 'closed', label: 'svaret väntas inte längre in' },
        ],
      },
    ],
    initial: onlyOne(true),
    commandOf: numbered,
    isRisky: true,
  },
];
