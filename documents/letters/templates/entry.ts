import { registerBy } from '../../../domain/deadlines.ts';
import { type LetterContent, quotation, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import { firstInSentence, genitive, inSentence } from '../words.ts';

/** Said of registered and resubmitted motions alike. */
const toPreparation = (board: string) =>
  say(
    `Motionen ska lämnas över till ${inSentence(board)} för beredning.`,
    'Du får ett nytt mejl när det är gjort.',
  );

/** The receipt, and the second one when a returned motion has come back. */
export const received = (facts: FactsOf<'received'>): LetterContent =>
  facts.again === undefined ? firstReceipt(facts) : secondReceipt(facts, facts.again);

const aboutTheHash = say(
  'Spara mejlet som kvitto. Kontrollsumman hör till just den text som vi har tagit emot.',
);

const firstReceipt = (facts: FactsOf<'received'>): LetterContent => ({
  label: 'Mottagen',
  heading: 'Vi har tagit emot motionen',
  happened: [
    say(`${firstInSentence(facts.organisation)} har tagit emot motionen.`),
    rows(['Kom in', facts.receivedOn], ['Textens kontrollsumma', facts.textHash]),
  ],
  means: [say('Motionen har kommit in, men den är inte registrerad än.'), aboutTheHash],
  next: [
    say(
      `Motionen registreras och får ett diarienummer, normalt senast ${registerBy(facts.receivedOn)}.`,
      'Då får du ett nytt mejl, och motionen visas i det offentliga registret.',
    ),
  ],
});

const secondReceipt = (
  facts: FactsOf<'received'>,
  { enteredOn, onPaper }: NonNullable<FactsOf<'received'>['again']>,
): LetterContent => ({
  label: 'Mottagen igen',
  heading: 'Vi har tagit emot den kompletterade motionen',
  happened: [
    say(
      onPaper
        ? 'Motionen har kommit in igen på papper efter komplettering, och texten är införd i registret.'
        : 'Motionen har lämnats in igen efter komplettering.',
    ),
    rows(
      ['Kom in första gången', facts.receivedOn],
      // A paper may have come in before the day it was entered.
      [onPaper ? 'Den nya texten infördes' : 'Kom in igen', enteredOn],
      ['Textens kontrollsumma', facts.textHash],
    ),
  ],
  means: [
    say('Motionen är registrerad och har kvar sitt diarienummer.'),
    onPaper
      ? say('Spara mejlet som kvitto. Kontrollsumman hör till just den text som vi har infört.')
      : aboutTheHash,
  ],
  next: [toPreparation(facts.bodies.board)],
});

/** The number. */
export const registered = (facts: FactsOf<'registered'>): LetterContent => {
  const council = inSentence(facts.bodies.council);
  return {
    label: 'Registrerad',
    heading: 'Motionen är registrerad',
    happened: [
      say(`Motionen har fått diarienummer ${facts.registrationNumber}.`),
      rows(['Kom in', facts.receivedOn], ['Räknas som väckt', facts.raisedOn]),
    ],
    means: [
      say('Diarienumret är motionens beteckning. Ange det när du kontaktar oss.'),
      say('Vem som helst kan läsa motionen i det offentliga registret.'),
    ],
    next: facts.withdrawn
      ? [
          say(
            `Motionen är återtagen. Återtagandet anmäls vid ett möte med ${council}, och därefter avslutas ärendet.`,
            'Du får ett nytt mejl då.',
          ),
        ]
      : [
          toPreparation(facts.bodies.board),
          ...(facts.decideBy === undefined
            ? []
            : [
                say(
                  `${firstInSentence(facts.bodies.council)} bör besluta om motionen senast ${facts.decideBy}.`,
                  'Det är ett år efter att den väcktes (5 kap. 35 § kommunallagen).',
                ),
              ]),
        ],
  };
};

/** A fault of form, with the provision. */
export const returned = (facts: FactsOf<'returned'>): LetterContent => ({
  label: 'Återlämnad',
  heading: 'Motionen behöver kompletteras',
  happened: [
    say('Motionen är återlämnad, eftersom den inte uppfyller kraven på hur en motion ska se ut.'),
    rows(['Återlämnad', facts.returnedOn], ['Bestämmelse', facts.provision]),
    say('Så här lyder skälet:'),
    quotation(facts.reason),
  ],
  means: [
    say('Motionen är fortfarande registrerad och har kvar sitt diarienummer.'),
    say('Den bereds inte förrän den har kompletterats.'),
  ],
  next: [
    say('Rätta motionen och lämna in den igen.'),
    say(
      'Alla som har skrivit under behöver godkänna den nya texten. Du får ett nytt mejl när den har kommit in.',
    ),
  ],
});

/** Handed over to the board. */
export const referred = (facts: FactsOf<'referred'>): LetterContent => {
  const { council, board } = facts.bodies;
  const by = facts.referredBy === 'council' ? council : `${genitive(council)} presidium`;
  return {
    label: 'Till beredning',
    heading: 'Motionen ska beredas',
    happened: [
      say(`${firstInSentence(by)} har lämnat över motionen till ${inSentence(board)} för beredning.`),
      rows([`${facts.isAnnounced ? 'Anmäld' : 'Anmäls'} i ${inSentence(council)}`, facts.announcedOn]),
    ],
    means: [
      say('Att bereda en motion är att utreda förslaget, så att det finns ett underlag att besluta på.'),
      say(
        `En handläggare skriver ett förslag till svar. Sedan föreslår ${inSentence(board)} hur ${inSentence(council)} ska besluta.`,
      ),
    ],
    next: [
      say(
        `Du får ett nytt mejl när det är bestämt vilken dag ${inSentence(board)} tar upp motionen.`,
        facts.decideBy === undefined
          ? 'Beredningen kan ta flera månader.'
          : `Beredningen kan ta flera månader, men ${inSentence(council)} bör besluta senast ${facts.decideBy}.`,
      ),
    ],
  };
};
