import type { Field, Filled } from '../../../../web/forms/field.ts';
import { answerPath } from '../paths.ts';
import type { CommandForm, FormFacts } from './command-form.ts';
import { officialChoices, unitChoices } from './people-choices.ts';

/** Who prepares the case, and where. A unit is typed only where nobody's is known. */
const officerFields = async (facts: FormFacts): Promise<Field[]> => {
  const [officials, units] = await Promise.all([officialChoices(facts), unitChoices(facts)]);
  const unit = { name: 'unit', label: 'Enhet' };
  return [
    {
      kind: 'select',
      name: 'officer',
      label: 'Handläggare',
      choices: officials,
      hint:
        officials.length === 0
          ? 'Ingen är handläggare i dag. En administratör ger rollen.'
          : 'De som är handläggare i dag.',
    },
    units.length === 0 ? { kind: 'text', ...unit } : { kind: 'select', ...unit, choices: units },
  ];
};

const present = ({ motion }: FormFacts): Filled =>
  'officer' in motion && motion.officer !== undefined
    ? { officer: [motion.officer], unit: [motion.unit ?? ''] }
    : {};

const approves =
  'Du godkänner svaret som det står. Förslaget till fullmäktige är styrelsens eget beslut (KL 6:38 p. 2).';
/** Nothing in law forbids it, and a small office may have nobody else (domain.md §4.2). */
const ownAnswer =
  'Du är själv handläggare i ärendet: ingen annan har läst svaret i det här steget. Låt någon annan godkänna om det går.';

/** The way of the answer to the board: who writes it, and who approves it (domain.md §11.1 rows 6–6c and 9–11j). */
export const preparationForms: readonly CommandForm[] = [
  {
    type: 'assign',
    label: 'Utse handläggare',
    done: 'Handläggaren är utsedd.',
    lead: 'Styrelsen bereder motionen genom den handläggare och enhet som du väljer (KL 6:13 p. 1).',
    fields: officerFields,
  },
  {
    type: 'reassign',
    label: 'Byt handläggare',
    done: 'Handläggaren är bytt.',
    lead: 'Den nya handläggaren tar över ärendet som det står. Det som är skrivet följer med.',
    fields: officerFields,
    initial: present,
  },
  {
    type: 'start-drafting',
    label: 'Börja bereda',
    done: 'Beredningen är påbörjad.',
    lead: 'Ärendet går till dig för att svaret ska skrivas (KL 5:26).',
  },
  {
    type: 'write-answer',
    label: 'Skriv svaret',
    done: 'Svaret är sparat.',
    page: answerPath,
  },
  {
    type: 'submit-answer',
    label: 'Lämna svaret för godkännande',
    done: 'Svaret är lämnat för godkännande.',
    lead: 'Svaret går till den första som ska godkänna det. Medan det ligger där kan det inte ändras.',
    isRisky: true,
  },
  {
    type: 'approve-answer',
    label: 'Godkänn svaret',
    done: 'Du har godkänt svaret.',
    lead: approves,
    leadNow: async ({ motion, actor }) => {
      const isOwn = 'officer' in motion && motion.officer === actor.personId;
      return isOwn ? `${approves} ${ownAnswer}` : approves;
    },
    isRisky: true,
  },
  {
    type: 'return-answer',
    label: 'Återlämna svaret',
    done: 'Svaret är återlämnat till handläggaren.',
    lead: 'Handläggaren får din kommentar, och svaret kan ändras igen.',
    fields: () => [
      {
        kind: 'prose',
        name: 'comment',
        label: 'Kommentar',
        hint: 'Vad behöver ändras? Kommentaren stannar i beredningen (TF 2:12).',
      },
    ],
  },
  {
    type: 'comment-answer',
    label: 'Kommentera svaret',
    done: 'Kommentaren står vid svaret.',
    lead: 'Svaret ligger kvar för godkännande. Är det något som måste ändras, återlämna det i stället.',
    fields: () => [
      {
        kind: 'prose',
        name: 'comment',
        label: 'Kommentar',
        hint: 'Läses av dem som bereder ärendet och stannar i beredningen (TF 2:12).',
        size: 'short',
      },
    ],
    afterwards: answerPath,
  },
  {
    type: 'declare-disqualification',
    label: 'Anmäl jäv',
    done: 'Jävet är antecknat. Ersättaren tar över.',
    lead: 'Du tar ingen del i ärendet, i något steg. Den som är din ersättare godkänner i stället (KL 7:4, 6:28–32).',
    isRisky: true,
  },
];
