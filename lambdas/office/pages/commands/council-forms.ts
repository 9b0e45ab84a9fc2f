import { ownAnnouncementField } from '../../../../web/office/own-announcement.ts';
import type { CommandForm } from './command-form.ts';
import { dealingPage, meetingField } from './meeting-fields.ts';

/** What the council's secretary does with a motion before and at the council's meeting (domain.md §11.1 rows 16–19). */
export const councilForms: readonly CommandForm[] = [
  {
    type: 'place-on-council-agenda',
    label: 'Sätt upp på fullmäktiges dagordning',
    done: 'Ärendet står på fullmäktiges dagordning.',
    lead: 'Sammanträdet ska vara kungjort och kallat till minst en vecka före (KL 5:13, 5:15), med det som står på dagordningen den dagen. Det som sätts upp senare kungörs för sig, och ledamöterna underrättas.',
    fields: async (facts) => [
      await meetingField(facts, 'council'),
      {
        kind: 'choice',
        name: 'basis',
        label: 'Hur tas det upp',
        choices: [
          { value: 'announced', label: 'Kungjort minst en vecka före (KL 5:13)' },
          {
            value: 'urgent',
            label: 'Brådskande, kungjort senast vardagen före, och ledamöterna underrättade (KL 5:14–15)',
          },
          { value: 'unannounced', label: 'Inte kungjort: tas upp bara om alla närvarande vill (KL 5:52)' },
        ],
      },
      ownAnnouncementField,
      {
        kind: 'check',
        name: 'allowLatePapers',
        label: 'Ta in ärendet fast sista dagen för handlingar har passerat',
      },
    ],
    initial: () => ({ basis: ['announced'] }),
  },
  {
    type: 'decide',
    label: 'För in fullmäktiges beslut',
    done: 'Fullmäktiges beslut är infört.',
    lead: 'Mer än hälften av ledamöterna ska vara närvarande (KL 5:45). Varje att-sats får ett utfall.',
    page: dealingPage('decide'),
  },
  {
    type: 'decide-at-once',
    label: 'För in beslut utan beredning',
    done: 'Fullmäktiges beslut är infört.',
    lead: 'Ett ärende som inte är berett får avgöras bara om alla närvarande är ense om det (KL 5:33).',
    page: dealingPage('decide-at-once'),
  },
  {
    type: 'postpone-in-council',
    label: 'Bordlägg i fullmäktige',
    done: 'Ärendet är bordlagt.',
    lead: 'Ärendet tas upp vid nästa sammanträde (KL 5:51).',
    page: dealingPage('postpone-in-council'),
  },
  {
    type: 'refer-back-in-council',
    label: 'Återremittera i fullmäktige',
    done: 'Ärendet är återremitterat.',
    lead: 'Ärendet går tillbaka till beredningen, med skälet (KL 5:50).',
    page: dealingPage('refer-back-in-council'),
  },
  {
    type: 'take-back-act',
    label: 'Ta tillbaka inmatningen',
    done: 'Inmatningen är tillbakatagen.',
    lead: 'Det som senast fördes in från sammanträdet tas tillbaka och förs in på nytt. Går tills den första justeraren har skrivit under (KL 5:69).',
    isRisky: true,
  },
];
