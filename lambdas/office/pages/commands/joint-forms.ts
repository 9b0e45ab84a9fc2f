import { addYears, yearOf } from '../../../../domain/calendar-date.ts';
import type { Motion } from '../../../../domain/motion.ts';
import type { Choice } from '../../../../web/forms/field.ts';
import { titlesOf } from '../../../casework/headings.ts';
import type { CommandForm, FormFacts } from './command-form.ts';

/** How many years back a motion that others can join may have been registered. */
const yearsBack = 3;
const mostPerYear = 200;

/** A motion that others may be prepared with, as the law has it (row 6j): it is not itself led. */
const mayLead = (motion: Motion): boolean =>
  (motion.status === 'Assigned' || motion.status === 'Drafting' || motion.status === 'Consulting') &&
  motion.jointWith === undefined;

const leadChoices = async ({ desk, motion: own, today }: FormFacts): Promise<Choice[]> => {
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => yearOf(addYears(today, -back)));
  const pages = await Promise.all(years.map((year) => desk.cases.register(year, { limit: mostPerYear })));
  const able = pages
    .flatMap(({ items }) => items.map(({ motion }) => motion))
    .filter((motion) => motion.caseId !== own.caseId && mayLead(motion));
  const titles = await titlesOf(desk, able);
  return able.map((motion) => {
    const number = 'registrationNumber' in motion ? motion.registrationNumber : undefined;
    return {
      value: motion.caseId,
      label: [number, titles.get(motion.caseId)].filter(Boolean).join(' '),
    };
  });
};

/** Several motions, one answer (domain.md §3; rows 6j–6k). */
export const jointForms: readonly CommandForm[] = [
  {
    type: 'join-preparation',
    label: 'Bered ihop med en annan motion',
    done: 'Motionen bereds nu ihop med den andra.',
    lead: 'Motionerna får ett gemensamt svar. Varje motion behåller sitt nummer, sina att-satser, sitt år och sitt eget beslut.',
    fields: async (facts) => {
      const choices = await leadChoices(facts);
      return [
        {
          kind: 'select',
          name: 'lead',
          label: 'Bered ihop med',
          hint:
            choices.length === 0
              ? 'Ingen annan motion bereds just nu.'
              : 'Den motion som svaret skrivs i. De senaste årens motioner som bereds nu.',
          choices,
        },
      ];
    },
  },
  {
    type: 'leave-preparation',
    label: 'Lämna samberedningen',
    done: 'Motionen bereds nu för sig.',
    lead: 'Motionen går vidare för sig, med det svar som är skrivet hittills.',
    isRisky: true,
  },
];
