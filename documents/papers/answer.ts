import { type AnswerFacts, type StandingPart, standingParts } from '../../domain/answer-parts.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { holderOn } from '../../domain/paper-settings.ts';
import { firstInSentence, inSentence } from '../letters/words.ts';
import { type Block, heading, list, type Paper, points, rowsOf, say, section } from './content.ts';
import { prose } from './prose.ts';
import { pointsOf } from './wording.ts';

/** What an official's answer is drawn from. */
export interface AnswerPaperFacts extends AnswerFacts {
  readonly organisation: Organisation;
  readonly registrationNumber: string;
  readonly unit: string;
  /** The official; absent when no name is known. */
  readonly officer?: string | undefined;
  readonly writtenOn: CalendarDate;
  /** Clauses as the movers wrote them, by number, those withdrawn left out. */
  readonly clauses: readonly { readonly clauseNo: number; readonly text: string }[];
  /** Who was asked, and how they answered. */
  readonly consulted: readonly string[];
  /** Not yet dispatched: still on its way to approval (TF 2:12). */
  readonly isDraft: boolean;
}

const proposalBlocks = ({ organisation, proposals }: AnswerPaperFacts): Block[] => {
  const { board, council } = organisation.bodies;
  return [
    say(`${firstInSentence(board)} föreslår ${inSentence(council)} besluta`),
    points(pointsOf(proposals)),
  ];
};

const signatureBlocks = ({ organisation, writtenOn }: AnswerPaperFacts): Block[] => {
  const { answerSignatures, onBehalfOf } = organisation.papers;
  if (answerSignatures.length === 0) return [];
  const people = answerSignatures.map((each) => ({ title: each.title, name: holderOn(each, writtenOn) }));
  return [{ kind: 'signatures', lead: `För ${onBehalfOf ?? organisation.name}`, people }];
};

const clauseBlocks = ({ clauses }: AnswerPaperFacts): Block[] =>
  clauses.map(({ clauseNo, text }) => say(`${clauseNo}. ${text}`));

const blocksOf = ({ part, sections }: StandingPart, facts: AnswerPaperFacts): Block[] => {
  const headed = (blocks: readonly Block[]) =>
    part.heading === undefined ? [...blocks] : section(part.heading, blocks);
  switch (part.part) {
    case 'written':
    case 'others':
      return sections.flatMap((each) => [
        ...(each.heading === '' ? [] : [heading(each.heading)]),
        ...prose(each.text),
      ]);
    case 'clauses':
      return headed(clauseBlocks(facts));
    case 'consultation':
      return headed(facts.consulted.length === 0 ? [] : [list(facts.consulted)]);
    case 'proposal':
      return headed(proposalBlocks(facts));
    case 'signatures':
      return signatureBlocks(facts);
    case 'recipients':
      return headed(
        facts.organisation.papers.decisionSentTo.length === 0
          ? []
          : [list(facts.organisation.papers.decisionSentTo)],
      );
  }
};

/** The official's answer (tjänsteskrivelse), made of the parts that this organisation has configured (domain.md §4.1). */
export const answerPaper = (facts: AnswerPaperFacts): Paper => {
  const { organisation, unit, officer, writtenOn, registrationNumber, answer, isDraft } = facts;
  return {
    sort: isDraft ? 'Tjänsteskrivelse, utkast' : 'Tjänsteskrivelse',
    organisation: organisation.name,
    title: answer.title,
    date: writtenOn,
    head: rowsOf(
      ['Tjänsteställe, handläggare', [unit, officer].filter(Boolean).join(', ')],
      ['Datum', writtenOn],
      ['Beteckning', registrationNumber],
    ),
    blocks: standingParts(organisation.papers.answerParts, facts).flatMap((each) => blocksOf(each, facts)),
  };
};
