import type { CommandForm } from './command-form.ts';
import { dealingPage, meetingField, minutesFields, minutesOfAgenda, presentField } from './meeting-fields.ts';

/** What the board's secretary does with a motion before and at the board's meeting (domain.md §11.1 rows 12–15). */
export const boardForms: readonly CommandForm[] = [
  {
    type: 'place-on-board-agenda',
    label: 'Sätt upp på styrelsens dagordning',
    done: 'Ärendet står på styrelsens dagordning.',
    lead: 'Styrelsen ska få yttra sig innan fullmäktige beslutar (KL 5:28). Kallelsen ska ha gått ut.',
    fields: async (facts) => [
      await meetingField(facts, 'board'),
      {
        kind: 'check',
        name: 'allowLatePapers',
        label: 'Ta in ärendet fast sista dagen för handlingar har passerat',
      },
    ],
  },
  {
    type: 'take-off-agenda',
    label: 'Ta bort från dagordningen',
    done: 'Ärendet är borttaget från dagordningen.',
    lead: 'Inget beslut fattas. Ärendet väntar på att sättas upp på ett annat sammanträde.',
    isRisky: true,
  },
  {
    type: 'propose',
    label: 'För in styrelsens förslag',
    done: 'Styrelsens förslag är infört.',
    lead: 'Styrelsens förslag till fullmäktige, beslutat i plenum (KL 6:38 p. 2).',
    page: dealingPage('propose'),
  },
  {
    type: 'postpone-in-board',
    label: 'Bordlägg i styrelsen',
    done: 'Ärendet är bordlagt.',
    lead: 'Styrelsen tar upp ärendet senare, utan ny beredning. Det krävs enkel majoritet (KL 6:33).',
    page: dealingPage('postpone-in-board'),
  },
  {
    type: 'refer-back-in-board',
    label: 'Återremittera i styrelsen',
    done: 'Ärendet är återremitterat.',
    lead: 'Ärendet går tillbaka till beredningen. Det krävs enkel majoritet (KL 6:33).',
    page: dealingPage('refer-back-in-board'),
  },
  {
    type: 'forward-without-recommendation',
    label: 'Lämna vidare utan eget förslag',
    done: 'Ärendet är lämnat till fullmäktige utan förslag från styrelsen.',
    lead: 'Går bara när en nämnd har lagt fram ett förslag; annars ska styrelsen göra det (KL 5:28).',
    initial: minutesOfAgenda,
    fields: async (facts) => [...(await minutesFields(facts, 'board')), presentField],
  },
];
