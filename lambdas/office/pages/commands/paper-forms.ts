import type { Field } from '../../../../web/forms/field.ts';
import { ownOutcomeChoices } from '../outcome-choices.ts';
import { type CommandForm, clauseFieldsOf, type FormFacts } from './command-form.ts';
import { paperMotionFields, paperMotionFilled, paperMotionOf } from './paper-motion.ts';

const earlierWorkFields = (facts: FormFacts): Field[] => {
  const clauses = clauseFieldsOf(facts);
  return [
    { kind: 'text', name: 'title', label: 'Svarets rubrik', autocomplete: 'off' },
    { kind: 'prose', name: 'answer', label: 'Svarets text', size: 'tall' },
    {
      kind: 'outcomes',
      name: 'proposals',
      label: 'Förslag i svaret',
      clauses,
      outcomes: ownOutcomeChoices,
    },
    {
      kind: 'date',
      name: 'meetingDate',
      label: 'Styrelsens sammanträde',
      hint: 'Om styrelsen redan har lagt fram sitt förslag. Fyll då också i paragrafen och förslaget.',
      isOptional: true,
    },
    {
      kind: 'text',
      name: 'paragraph',
      label: 'Styrelsens paragraf',
      hint: 'Till exempel "§ 41".',
      isOptional: true,
      autocomplete: 'off',
    },
    {
      kind: 'outcomes',
      name: 'boardProposals',
      label: 'Styrelsens förslag',
      clauses,
      outcomes: ownOutcomeChoices,
      isOptional: true,
    },
  ];
};

const earlierWorkOf = ({
  title,
  answer,
  proposals,
  meetingDate,
  paragraph,
  boardProposals,
}: Readonly<Record<string, unknown>>) => {
  const ofAnswer = { answer: { title, sections: [{ heading: '', text: answer }] }, proposals };
  const isWithBoard = meetingDate !== undefined || paragraph !== undefined;
  return isWithBoard
    ? { ...ofAnswer, boardProposal: { meetingDate, paragraph, proposals: boardProposals } }
    : ofAnswer;
};

/** What the registrar enters of what came on paper, or was before the product (domain.md §11.1 rows 4p, 1e, 1c). */
export const paperForms: readonly CommandForm[] = [
  {
    type: 'complete-on-paper',
    label: 'För in komplettering på papper',
    done: 'Kompletteringen är införd.',
    lead: 'Motionen behåller sitt nummer. Den nya texten ersätter den som lämnades in, som finns kvar i ärendet.',
    fields: ({ desk, today, actor }) => paperMotionFields(desk, today, actor),
    initial: ({ text, motion }) =>
      paperMotionFilled({
        text: text ?? {},
        signatories: motion.signatories.map(({ memberId }) => memberId),
      }),
    commandOf: paperMotionOf,
  },
  {
    type: 'import-earlier-work',
    label: 'För in tidigare beredning',
    done: 'Den tidigare beredningen är införd.',
    lead: 'Bara för en motion som var öppen när systemet togs i bruk: svaret som redan var skrivet, och styrelsens förslag om det finns. Då är ärendet klart för styrelsen, eller för fullmäktige.',
    fields: earlierWorkFields,
    commandOf: earlierWorkOf,
    isRisky: true,
  },
];
