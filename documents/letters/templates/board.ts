import { type LetterContent, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import { explain, firstInSentence, genitive, inSentence, listed, listOutcomes } from '../words.ts';

/** The board's meeting is set, or has been moved. */
export const boardDate = (facts: FactsOf<'board-date'>): LetterContent => {
  const { council, board } = facts.bodies;
  const { meetingDate, movedFrom } = facts;
  const isMoved = movedFrom !== undefined;
  return {
    label: isMoved ? `Ny dag i styrelsen ${meetingDate}` : `I styrelsen ${meetingDate}`,
    heading: isMoved
      ? `${firstInSentence(genitive(board))} möte är flyttat`
      : `${firstInSentence(board)} tar upp motionen`,
    happened: isMoved
      ? [
          say('Motionen står på dagordningen för mötet och följer med till den nya dagen.'),
          rows(['Ny dag', meetingDate], ['Tidigare dag', movedFrom]),
        ]
      : [
          say(`Motionen står på dagordningen för ${genitive(inSentence(board))} möte.`),
          rows(['Möte', meetingDate]),
        ],
    means: [
      say(
        `${firstInSentence(board)} går igenom svaret och föreslår hur ${inSentence(council)} ska besluta.`,
        `Det är ${inSentence(council)} som beslutar om motionen.`,
      ),
      say(
        `${firstInSentence(board)} kan också skjuta upp motionen eller skicka tillbaka den för mer beredning.`,
      ),
    ],
    next: [say('Du får ett nytt mejl efter mötet.')],
  };
};

type Stand = FactsOf<'board-proposal'>['stand'];

/** What the board proposes clause by clause, or that a committee's proposal goes on without its own (KL 5:28). */
export const boardProposal = (facts: FactsOf<'board-proposal'>): LetterContent => {
  const { council } = facts.bodies;
  return {
    ...(facts.stand.kind === 'proposes' ? proposed(facts, facts.stand) : forwarded(facts, facts.stand)),
    next: [
      say(
        `Motionen går vidare till ${inSentence(council)}.`,
        'Du får ett nytt mejl när dagen för mötet är bestämd.',
      ),
    ],
  };
};

const place = (facts: FactsOf<'board-proposal'>) =>
  rows(['Möte', facts.meetingDate], ['Paragraf i protokollet', facts.paragraph]);

const undecided = (facts: FactsOf<'board-proposal'>) =>
  say(`Ännu är inget beslutat. ${firstInSentence(facts.bodies.council)} kan besluta något annat.`);

const proposed = (
  facts: FactsOf<'board-proposal'>,
  { proposals, ...beside }: Extract<Stand, { kind: 'proposes' }>,
): Omit<LetterContent, 'next'> => {
  const { council, board } = facts.bodies;
  return {
    label: 'Styrelsens förslag',
    heading: `${firstInSentence(board)} har lämnat sitt förslag`,
    happened: [
      say(`${firstInSentence(board)} föreslår att ${inSentence(council)} beslutar så här:`),
      ...listOutcomes({ decisions: proposals, ...beside }, 'Så här lyder förslaget:'),
      place(facts),
    ],
    means: [...explain(proposals), undecided(facts)],
  };
};

const forwarded = (
  facts: FactsOf<'board-proposal'>,
  { committees }: Extract<Stand, { kind: 'forwards' }>,
): Omit<LetterContent, 'next'> => {
  const { council, board } = facts.bodies;
  const whose =
    committees.length === 0
      ? 'Ett förslag som en nämnd har lämnat'
      : `${committees.length === 1 ? 'Förslaget' : 'Förslagen'} från ${listed(committees.map(inSentence))}`;
  return {
    label: 'Vidare utan eget förslag',
    heading: `${firstInSentence(board)} lämnar motionen vidare`,
    happened: [
      say(
        `${firstInSentence(board)} har behandlat motionen men lämnar inget eget förslag.`,
        `${whose} går vidare till ${inSentence(council)}.`,
      ),
      place(facts),
    ],
    means: [
      say(
        `${firstInSentence(board)} behöver inte ta ställning när en nämnd har lämnat ett förslag (5 kap. 28 § kommunallagen).`,
      ),
      undecided(facts),
    ],
  };
};
