import { type Block, type LetterContent, quotation, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import { firstInSentence, genitive, inSentence } from '../words.ts';

type Deferral = FactsOf<'referred-back' | 'postponed'>;

const bodyOf = (facts: Deferral): string => facts.bodies[facts.by.body];

/** Where it stands, at whose request, and why. */
const circumstances = (facts: Deferral): Block[] => [
  rows(['Möte', facts.meetingDate], ['Paragraf i protokollet', facts.paragraph]),
  ...(facts.by.body === 'council' && facts.by.request === 'minority'
    ? [
        say(
          'Minst en tredjedel av de närvarande ledamöterna begärde det. Det räcker enligt 5 kap. 50 § kommunallagen.',
        ),
      ]
    : []),
  ...(facts.reason === undefined ? [] : [say('Så här lyder skälet:'), quotation(facts.reason)]),
];

/** Sent back for more preparation. */
export const referredBack = (facts: FactsOf<'referred-back'>): LetterContent => {
  const { council, board } = facts.bodies;
  return {
    label: 'Återremitterad',
    heading: 'Motionen ska beredas mer',
    happened: [
      say(`${firstInSentence(bodyOf(facts))} har skickat tillbaka motionen för mer beredning (återremiss).`),
      ...circumstances(facts),
    ],
    means: [say('Motionen är inte avgjord. Svaret ska arbetas om innan den tas upp igen.')],
    next: [
      say(
        `När svaret är klart tar ${inSentence(board)} upp motionen på nytt. Sedan beslutar ${inSentence(council)}.`,
        'Du får ett nytt mejl när dagen är bestämd.',
      ),
    ],
  };
};

/** Put off to another meeting. */
export const postponed = (facts: FactsOf<'postponed'>): LetterContent => {
  const again =
    facts.by.body === 'council'
      ? `Motionen tas upp vid nästa möte, om ${inSentence(facts.bodies.council)} inte har bestämt något annat.`
      : 'Motionen tas upp vid ett senare möte.';
  return {
    label: 'Uppskjuten',
    heading: 'Motionen är uppskjuten',
    happened: [
      say(`${firstInSentence(bodyOf(facts))} har skjutit upp motionen (bordläggning).`),
      ...circumstances(facts),
    ],
    means: [say('Motionen är inte avgjord. Svaret ändras inte under tiden.')],
    next: [say(again, 'Du får ett nytt mejl när dagen är bestämd.')],
  };
};

const changes = {
  cancelled: {
    label: 'Mötet är inställt',
    heading: (whose: string) => `${firstInSentence(whose)} möte är inställt`,
    what: 'Mötet är inställt.',
  },
  'not-reached': {
    label: 'Inte behandlad',
    heading: () => 'Motionen blev inte behandlad',
    what: 'Mötet avslutades utan att motionen behandlades.',
  },
  'taken-off': {
    label: 'Av dagordningen',
    heading: () => 'Motionen är tagen av dagordningen',
    what: 'Den är tagen av dagordningen utan att ha behandlats.',
  },
} as const;

/** The meeting was cancelled, ended without the matter, or the matter was taken off: rows 12x–12o and 16x–16o. */
export const meetingChanged = (facts: FactsOf<'meeting-changed'>): LetterContent => {
  const body = facts.bodies[facts.body];
  const whose = genitive(body);
  const { label, heading, what } = changes[facts.change];
  return {
    label,
    heading: heading(whose),
    happened: [
      say(`Motionen stod på dagordningen för ${inSentence(whose)} möte.`, what),
      rows(['Möte', facts.meetingDate]),
    ],
    means: [say('Motionen är inte avgjord.')],
    next: [
      say(
        `Motionen ska tas upp vid ett senare möte med ${inSentence(body)}.`,
        'Du får ett nytt mejl när dagen är bestämd.',
      ),
    ],
  };
};

/** Nobody who may stand behind the motion does so any more. */
export const withdrawn = (facts: FactsOf<'withdrawn'>): LetterContent => ({
  label: 'Återtagen',
  heading: 'Motionen är återtagen',
  happened: [
    facts.by === 'all'
      ? say('Alla undertecknare som är kvar i fullmäktige har tagit tillbaka motionen.')
      : say('Motionen är återtagen av minst en undertecknare.', 'Ingen av de andra är kvar i fullmäktige.'),
    rows(['Återtagen', facts.withdrawnOn]),
  ],
  means: [say('Motionen bereds inte längre. Handlingen bevaras, men ingen tar ställning till förslaget.')],
  next: [
    ...(facts.registrationNumber === undefined
      ? [say('Motionen registreras först, eftersom den har kommit in till oss. Du får ett mejl om numret.')]
      : []),
    say(
      `Återtagandet anmäls vid ett möte med ${inSentence(facts.bodies.council)}.`,
      `Efter ${genitive(inSentence(facts.bodies.council))} beslut avslutas ärendet, och du får ett nytt mejl.`,
    ),
  ],
});
