import { type LetterContent, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import { explain, firstInSentence, genitive, inSentence, listClauses } from '../words.ts';

/** The board's meeting is set. */
export const boardDate = (facts: FactsOf<'board-date'>): LetterContent => {
  const { council, board } = facts.bodies;
  return {
    label: `I styrelsen ${facts.meetingDate}`,
    heading: `${firstInSentence(board)} tar upp motionen`,
    happened: [
      say(`Motionen står på dagordningen för ${genitive(inSentence(board))} möte.`),
      rows(['Möte', facts.meetingDate]),
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

/** What the board proposes, clause by clause. */
export const boardProposal = (facts: FactsOf<'board-proposal'>): LetterContent => {
  const { council, board } = facts.bodies;
  return {
    label: 'Styrelsens förslag',
    heading: `${firstInSentence(board)} har lämnat sitt förslag`,
    happened: [
      say(`${firstInSentence(board)} föreslår att ${inSentence(council)} beslutar så här:`),
      listClauses(facts.proposals),
      rows(['Möte', facts.meetingDate], ['Paragraf i protokollet', facts.paragraph]),
    ],
    means: [
      ...explain(facts.proposals),
      say(`Ännu är inget beslutat. ${firstInSentence(council)} kan besluta något annat.`),
    ],
    next: [
      say(
        `Motionen går vidare till ${inSentence(council)}.`,
        'Du får ett nytt mejl när dagen för mötet är bestämd.',
      ),
    ],
  };
};
