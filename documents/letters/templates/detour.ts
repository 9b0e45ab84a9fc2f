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
export const referredBack = (facts: FactsOf<'referred-back'>): LetterContent =>
  facts.withdrawn === true ? withdrawnReferredBack(facts) : motionReferredBack(facts);

/** Withdrawn since: nobody works on it, and what is left is to note it (row 28k). */
const withdrawnReferredBack = (facts: FactsOf<'referred-back'>): LetterContent => ({
  label: 'Återremitterad',
  heading: 'Motionen skickades tillbaka innan den återtogs',
  happened: [
    say(
      `${firstInSentence(bodyOf(facts))} hade skickat tillbaka motionen för mer beredning (återremiss) innan den återtogs.`,
    ),
    ...circumstances(facts),
  ],
  means: [say('Motionen var inte avgjord, så återtagandet gäller. Den bereds inte längre.')],
  next: [
    say(
      `Återtagandet anmäls vid ett möte med ${inSentence(facts.bodies.council)}.`,
      'Du får ett nytt mejl när dagen är bestämd.',
    ),
  ],
});

const motionReferredBack = (facts: FactsOf<'referred-back'>): LetterContent => {
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
export const postponed = (facts: FactsOf<'postponed'>): LetterContent =>
  facts.withdrawn === true ? withdrawalPostponed(facts) : motionPostponed(facts);

/** The motion is withdrawn, before the meeting or since: what is left is to note it. */
const withdrawalPostponed = (facts: FactsOf<'postponed'>): LetterContent => ({
  label: 'Uppskjuten',
  heading: 'Ärendet är uppskjutet',
  happened: [
    say(`${firstInSentence(bodyOf(facts))} har skjutit upp ärendet om motionen (bordläggning).`),
    ...circumstances(facts),
  ],
  means: [say(`Motionen är återtagen. Ärendet avslutas när ${inSentence(bodyOf(facts))} har avskrivit den.`)],
  next: [
    say(
      `Återtagandet tas upp vid nästa möte, om ${inSentence(facts.bodies.council)} inte har bestämt något annat.`,
      'Du får ett nytt mejl när dagen är bestämd.',
    ),
  ],
});

const motionPostponed = (facts: FactsOf<'postponed'>): LetterContent => {
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

/** The matter of a meeting: the motion, or that it is withdrawn. */
const matters = {
  motion: {
    name: 'Motionen',
    notReached: 'Motionen blev inte behandlad',
    notTreated: 'Mötet avslutades utan att motionen behandlades.',
    takenOff: 'Motionen är tagen av dagordningen',
    untreated: 'Den är tagen av dagordningen utan att ha behandlats.',
    stands: 'Motionen är inte avgjord.',
  },
  withdrawal: {
    name: 'Återtagandet av motionen',
    notReached: 'Återtagandet blev inte behandlat',
    notTreated: 'Mötet avslutades utan att det behandlades.',
    takenOff: 'Återtagandet är taget av dagordningen',
    untreated: 'Det är taget av dagordningen utan att ha behandlats.',
    stands: 'Motionen är fortfarande återtagen, men ärendet är inte avslutat.',
  },
} as const;
type Words = (typeof matters)[keyof typeof matters];

const changes = {
  cancelled: {
    label: 'Mötet är inställt',
    heading: (_: Words, whose: string) => `${firstInSentence(whose)} möte är inställt`,
    what: () => 'Mötet är inställt.',
  },
  'not-reached': {
    label: 'Inte behandlad',
    heading: ({ notReached }: Words) => notReached,
    what: ({ notTreated }: Words) => notTreated,
  },
  'taken-off': {
    label: 'Av dagordningen',
    heading: ({ takenOff }: Words) => takenOff,
    what: ({ untreated }: Words) => untreated,
  },
} as const;

/** The meeting was cancelled, ended without the matter, or it was taken off: rows 12x–12o, 16x–16o and 28x–28o. */
export const meetingChanged = (facts: FactsOf<'meeting-changed'>): LetterContent => {
  const body = facts.bodies[facts.body];
  const whose = genitive(body);
  const words = facts.withdrawn === true ? matters.withdrawal : matters.motion;
  const { label, heading, what } = changes[facts.change];
  return {
    label,
    heading: heading(words, whose),
    happened: [
      say(`${words.name} stod på dagordningen för ${inSentence(whose)} möte.`, what(words)),
      rows(['Möte', facts.meetingDate]),
    ],
    means: [say(words.stands)],
    next: [
      say(
        `${words.name} ska tas upp vid ett senare möte med ${inSentence(body)}.`,
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
