import { type Block, type LetterContent, quotation, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import { firstInSentence, inSentence } from '../words.ts';

type Asked = FactsOf<'consultation-request' | 'consultation-reminder'>;

/** The question put to a committee or unit (rows 7 and 7b). */
export const consultationRequest = (facts: FactsOf<'consultation-request'>): LetterContent => ({
  label: 'Remiss',
  heading: 'Ni får yttra er över en motion',
  happened: [
    say(`${firstInSentence(facts.recipient)} får möjlighet att yttra sig över motionen.`),
    rows(['Skickad', facts.sentOn], ['Svar senast', facts.dueOn]),
    say('Det här vill vi ha svar på:'),
    quotation(facts.question),
  ],
  means: whatAStatementIs(facts),
  next: [howToAnswer(facts, `senast ${facts.dueOn}`), say('Vi påminner er om svaret inte har kommit.')],
});

/** Reminded before, on and after the day to answer (domain.md §11.2). */
export const consultationReminder = (facts: FactsOf<'consultation-reminder'>): LetterContent => ({
  label: 'Påminnelse om remiss',
  heading: 'Påminnelse om en remiss',
  happened: [
    dueWords(facts),
    rows(['Remissen skickades', facts.sentOn], ['Svar senast', facts.dueOn]),
    say('Det här vill vi ha svar på:'),
    quotation(facts.question),
  ],
  means: whatAStatementIs(facts),
  next: [
    howToAnswer(facts, facts.when === 'after' ? 'så snart ni kan' : `senast ${facts.dueOn}`),
    say('Tänker ni inte svara, eller behöver ni mer tid? Svara på mejlet och berätta det.'),
    say('Har ni nyss svarat kan ni bortse från påminnelsen.'),
  ],
});

const dueWords = ({ recipient, when }: FactsOf<'consultation-reminder'>): Block => {
  const due = {
    before: 'Svaret ska snart ha kommit in.',
    today: 'Svaret ska ha kommit in i dag.',
    after: 'Svaret skulle ha kommit in, men vi har inte fått det.',
  };
  return say(`Vi vill påminna om remissen till ${inSentence(recipient)}.`, due[when]);
};

/** A committee's statement to the council is the committee's own decision (KL 6:38 p. 2). */
const whatAStatementIs = ({ recipientKind, bodies }: Asked): Block[] => [
  say(`Yttrandet blir en del av underlaget när ${inSentence(bodies.board)} bereder motionen.`),
  ...(recipientKind === 'committee'
    ? [
        say(
          'Nämnden beslutar själv om sitt yttrande. Det kan inte delegeras (6 kap. 38 § kommunallagen).',
          'Ange dag och paragraf för beslutet.',
        ),
      ]
    : []),
];

const howToAnswer = ({ replyTo, registrationNumber }: Asked, when: string): Block =>
  say(
    `Skicka yttrandet till registratorn, ${replyTo}, ${when}.`,
    `Ange diarienummer ${registrationNumber}.`,
    'Motionen kan ni läsa i det offentliga registret.',
  );
