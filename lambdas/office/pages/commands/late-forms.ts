import { agendaDayOf } from '../../../../domain/motion.ts';
import type { CommandForm } from './command-form.ts';
import {
  agreeingField,
  minutesFields,
  minutesOfAgenda,
  presentField,
  takenUpFields,
} from './meeting-fields.ts';

/** The motion that is not ready within the year, or withdrawn, and the end of the case (domain.md §11.1 rows 28b–31). */
export const lateForms: readonly CommandForm[] = [
  {
    type: 'note-withdrawal',
    label: 'För in att återtagandet är anmält',
    done: 'Återtagandet är anmält och motionen avskriven.',
    lead: 'Fullmäktige avskriver den återtagna motionen. Ärendet tas upp som andra: kungjort, eller med allas samtycke (KL 5:52). Står det på en dagordning är det den som visar när det kungjordes.',
    fields: async (facts) => [
      ...(await minutesFields(facts, 'council')),
      presentField,
      ...(agendaDayOf(facts.motion) === undefined ? takenUpFields : [agreeingField]),
    ],
    initial: minutesOfAgenda,
  },
  {
    type: 'report-late',
    label: 'Anmäl fördröjningen till fullmäktige',
    done: 'Fördröjningen är anmäld.',
    lead: 'En motion ska om möjligt beredas så att fullmäktige kan besluta inom ett år. Annars ska det som har kommit fram anmälas inom samma tid (KL 5:35). Ärendet går vidare.',
    fields: async (facts) => [
      ...(await minutesFields(facts, 'council')),
      { kind: 'prose', name: 'soFar', label: 'Vad har kommit fram vid beredningen?' },
      { kind: 'date', name: 'plannedOn', label: 'Beslut planeras', isOptional: true },
      {
        kind: 'choice',
        name: 'proposal',
        label: 'Styrelsens förslag',
        choices: [
          { value: 'continue', label: 'fortsätta beredningen' },
          { value: 'write-off', label: 'avskriva motionen' },
        ],
      },
    ],
  },
  {
    type: 'take-back-late-report',
    label: 'Ta tillbaka anmälan om fördröjning',
    done: 'Anmälan är tillbakatagen.',
    lead: 'För en anmälan som fördes in på fel ärende. Går tills den första justeraren har skrivit under (KL 5:69).',
    isRisky: true,
  },
  {
    type: 'write-off',
    label: 'För in att motionen avskrivs',
    done: 'Motionen är avskriven.',
    lead: 'Går bara när fördröjningen har anmälts vid samma sammanträde (KL 5:35 2 st.).',
    isRisky: true,
    fields: async (facts) => [...(await minutesFields(facts, 'council')), presentField, ...takenUpFields],
  },
  {
    type: 'archive',
    label: 'Arkivera ärendet',
    done: 'Ärendet är arkiverat.',
    lead: 'Ärendet avslutas och bevaras. Utkast som aldrig lämnade beredningen rensas (TF 2:12).',
    isRisky: true,
  },
];
