import { type Block, type LetterContent, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import { firstInSentence, genitive, inSentence } from '../words.ts';

/** The council's meeting is set, or has been moved. */
export const councilDate = (facts: FactsOf<'council-date'>): LetterContent =>
  facts.withdrawn === true ? withdrawalDate(facts) : motionDate(facts);

const motionDate = (facts: FactsOf<'council-date'>): LetterContent => {
  const { council, board } = facts.bodies;
  const { forwarded } = facts;
  return {
    label: labelOf(facts),
    heading: headingOf(facts),
    happened: [...placed(facts, 'Motionen'), ...announced(facts)],
    means: [
      say(
        `${firstInSentence(council)} kan besluta om motionen vid mötet.`,
        forwarded
          ? `${firstInSentence(board)} har inte lämnat något eget förslag, utan förslaget kommer från en nämnd. Beslutet behöver inte följa det.`
          : `Beslutet behöver inte följa ${genitive(inSentence(board))} förslag.`,
      ),
      say(`Är du ledamot i ${inSentence(council)} kan du begära ordet när motionen behandlas.`),
    ],
    next: [say('Du får ett nytt mejl efter mötet.')],
  };
};

/** Withdrawn: the council notes it and writes the motion off (row 28b). */
const withdrawalDate = (facts: FactsOf<'council-date'>): LetterContent => ({
  label: labelOf(facts),
  heading:
    facts.movedFrom === undefined
      ? `Återtagandet anmäls i ${inSentence(facts.bodies.council)}`
      : headingOf(facts),
  happened: [
    ...placed(facts, 'Återtagandet av motionen'),
    ...(facts.basis === 'unannounced'
      ? [
          say(
            'Det är inte kungjort till mötet.',
            'Därför kan det tas upp bara om alla som är närvarande beslutar det (5 kap. 52 § kommunallagen).',
          ),
        ]
      : []),
  ],
  means: [
    say(
      `${firstInSentence(facts.bodies.council)} tar inte ställning till förslaget i motionen, utan avskriver den.`,
      'Då är ärendet avslutat.',
    ),
  ],
  next: [say('Du får ett nytt mejl efter mötet.')],
});

const labelOf = ({ meetingDate, movedFrom }: FactsOf<'council-date'>): string =>
  movedFrom === undefined ? `I fullmäktige ${meetingDate}` : `Ny dag i fullmäktige ${meetingDate}`;

const headingOf = ({ bodies, movedFrom, basis }: FactsOf<'council-date'>): string => {
  if (movedFrom !== undefined) return `${firstInSentence(genitive(bodies.council))} möte är flyttat`;
  return `${firstInSentence(bodies.council)} ${basis === 'unannounced' ? 'kan ta upp' : 'tar upp'} motionen`;
};

const placed = (
  { bodies, meetingDate, movedFrom }: FactsOf<'council-date'>,
  what: 'Motionen' | 'Återtagandet av motionen',
): Block[] => {
  const whose = genitive(bodies.council);
  return movedFrom === undefined
    ? [say(`${what} står på dagordningen för ${inSentence(whose)} möte.`), rows(['Möte', meetingDate])]
    : [
        say(`${what} står på dagordningen för mötet och följer med till den nya dagen.`),
        rows(['Ny dag', meetingDate], ['Tidigare dag', movedFrom]),
      ];
};

/** By which rule the matter is taken up when it was not announced a week before (KL 5:14, 5:52). */
const announced = ({ basis }: FactsOf<'council-date'>): Block[] => {
  switch (basis) {
    case 'announced':
      return [];
    case 'urgent':
      return [say('Motionen tas upp som ett brådskande ärende (5 kap. 14 § kommunallagen).')];
    case 'unannounced':
      return [
        say(
          'Motionen är inte kungjord till mötet.',
          'Därför kan den avgöras bara om alla som är närvarande beslutar det (5 kap. 52 § kommunallagen).',
        ),
      ];
  }
};
