import { certifyBy } from '../../../domain/deadlines.ts';
import { type Block, type LetterContent, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import {
  decisionLabel,
  explain,
  firstInSentence,
  genitive,
  grantsAnything,
  inSentence,
  listOutcomes,
  mixedNote,
} from '../words.ts';

const wordsOfPoints = 'Så här är beslutet formulerat:';

const deviation = (facts: FactsOf<'decided' | 'extract'>): string | undefined =>
  facts.deviatesFromBoard
    ? `Beslutet är ett annat än det som ${inSentence(facts.bodies.board)} föreslog.`
    : undefined;

/** Why a motion was written off. */
const grounds = {
  withdrawal: () => 'Motionen avskrivs för att den är återtagen.',
  late: (council: string) =>
    `Motionen avskrivs för att den inte har hunnit beredas klart inom ett år. Det har anmälts till ${council}, som då får avskriva den (5 kap. 35 § kommunallagen).`,
} as const;

/** Notes on a decision as one paragraph, or none. */
const notes = (facts: FactsOf<'decided' | 'extract'>): Block[] => {
  const { decisions, ground, bodies } = facts;
  const sentences = [
    mixedNote(decisions),
    deviation(facts),
    facts.template === 'decided' && facts.urgent
      ? 'Ärendet var brådskande och avgjordes därför utan beredning (5 kap. 33 § kommunallagen).'
      : undefined,
    ground === undefined ? undefined : grounds[ground](inSentence(bodies.council)),
    facts.withdrawnTooLate === true
      ? `Motionen återtogs först när ${inSentence(bodies.council)} hade beslutat. Återtagandet kom för sent, så beslutet gäller.`
      : undefined,
  ];
  return sentences.some((each) => each !== undefined) ? [say(...sentences)] : [];
};

/** Decided; the minutes are still to be certified. */
export const decided = (facts: FactsOf<'decided'>): LetterContent => ({
  label: decisionLabel(facts.decisions),
  heading: `${firstInSentence(facts.bodies.council)} har beslutat om motionen`,
  happened: [
    say(`${firstInSentence(facts.bodies.council)} har beslutat så här:`),
    ...listOutcomes(facts, wordsOfPoints),
    rows(['Möte', facts.meetingDate], ['Paragraf i protokollet', facts.paragraph]),
    ...notes(facts),
  ],
  means: [
    ...explain(facts.decisions),
    say('Protokollet är inte justerat än, och beslutet kan överklagas. Därför är det inte slutligt.'),
  ],
  next: [
    say(
      `Protokollet ska justeras senast ${certifyBy(facts.meetingDate)}. Sedan sätts ett anslag om det upp på anslagstavlan.`,
      'Då får du ett nytt mejl med beslutet och sista dagen att överklaga.',
    ),
  ],
});

/** How the extract comes: a reader who looks for it must not look in vain. */
const extractComes = {
  pdf: 'Protokollsutdraget är bifogat som PDF.',
  docx: 'Protokollsutdraget är bifogat som en Word-fil (docx), för att det inte kunde göras som PDF. Svara på mejlet om du vill ha det på ett annat sätt.',
  none: 'Protokollsutdraget kunde inte bifogas. Svara på mejlet, så skickas det till dig.',
} as const;

/** The decision as certified, and the time for appeal. */
export const extract = (facts: FactsOf<'extract'>): LetterContent => ({
  label: 'Protokollet är justerat',
  heading: 'Protokollet är justerat',
  happened: [
    say(`Så här lyder beslutet i ${genitive(inSentence(facts.bodies.council))} justerade protokoll:`),
    ...listOutcomes(facts, wordsOfPoints),
    rows(
      ['Möte', facts.meetingDate],
      ['Paragraf i protokollet', facts.paragraph],
      ['Protokollet justerades', facts.certifiedOn],
      ['Anslaget sattes upp', facts.postedOn],
      ['Sista dag att överklaga', facts.lastAppealDay],
    ),
    ...notes(facts),
    say(extractComes[facts.attached ?? 'none']),
  ],
  means: [
    ...explain(facts.decisions),
    say(
      `Den som är medlem i ${facts.organisation} kan överklaga beslutet till förvaltningsrätten.`,
      `Överklagandet ska ha kommit in senast ${facts.lastAppealDay}.`,
      'Domstolen prövar om beslutet är lagligt. Den kan upphäva beslutet men inte ändra det.',
    ),
  ],
  next: [
    say(
      facts.finalOn === undefined
        ? 'Beslutet är redan överklagat. Det får laga kraft först när överklagandet är avgjort, och bara om beslutet inte upphävs.'
        : `Om ingen överklagar får beslutet laga kraft ${facts.finalOn}. Det betyder att det inte längre kan överklagas.`,
      'Datumen gäller om anslaget sitter uppe på anslagstavlan hela tiden.',
    ),
    say('Du får ett nytt mejl när det är klart.'),
  ],
});

/** The last of several appeals closes the case as the only one does, so the words hold for both. */
const finalityWords = {
  'no-appeal': 'Ingen har överklagat beslutet i tid.',
  upheld: 'Domstolen har prövat överklagandet. Inget överklagande återstår, och beslutet står fast.',
  dismissed:
    'Överklagandet har avvisats, det vill säga att domstolen inte prövar det. Inget överklagande återstår, och beslutet står fast.',
  withdrawn: 'Överklagandet har återkallats. Inget överklagande återstår, och beslutet står fast.',
} as const;

/** Nothing more can change the decision. */
export const final = (facts: FactsOf<'final'>): LetterContent => {
  const { finality, decisions, bodies } = facts;
  return {
    label: 'Laga kraft',
    heading: 'Beslutet har fått laga kraft',
    happened: [
      say(finalityWords[finality.how]),
      finality.how === 'no-appeal'
        ? rows(['Laga kraft', finality.finalOn])
        : rows(['Överklagandet avslutades', finality.closedOn]),
      say(`Det här är ${genitive(inSentence(bodies.council))} beslut:`),
      ...listOutcomes(facts, wordsOfPoints),
      rows(['Möte', facts.meetingDate], ['Paragraf i protokollet', facts.paragraph]),
    ],
    means: [say('Laga kraft betyder att beslutet gäller och inte längre kan överklagas.')],
    next: [
      grantsAnything(decisions)
        ? say(
            `${firstInSentence(bodies.board)} ansvarar för att det som har fått bifall genomförs.`,
            'Ärendet om motionen är avslutat.',
          )
        : say('Ärendet om motionen är avslutat.'),
      say('Du får inga fler mejl om motionen, om inget nytt händer.'),
    ],
  };
};
