import { type Claim, theBoard } from '../claims.ts';
import type { ClauseDecision, ClauseProposal } from '../outcome.ts';
import type { Judgement } from './deliberation.ts';
import { isSameProposal } from './deliberation-setting.ts';

/** What the council decided, and by which claims, where they are noted. */
interface Decided {
  readonly decisions: readonly ClauseDecision[];
  readonly claims: readonly Claim[];
  readonly judgement: Judgement | undefined;
}

/**
 * Whether the council's decision is another than the board proposed (domain.md §6.2): another outcome, the same in
 * another's words, something on top, or without what the board had on top. Where the board had no stand of its own,
 * there is nothing to depart from; where claims are not noted, only outcomes can be compared.
 */
export const departsFromBoard = (
  proposals: readonly ClauseProposal[],
  { decisions, claims, judgement }: Decided,
): boolean => {
  if (proposals.length === 0) return false;
  const isOtherOutcome = decisions.some(
    (each) => proposals.find(({ clause }) => clause === each.clause)?.outcome !== each.outcome,
  );
  return isOtherOutcome || (judgement !== undefined && isOtherwiseWorded(claims, judgement));
};

const isOtherwiseWorded = (claims: readonly Claim[], { carried }: Judgement): boolean => {
  const ofBoard = claims.filter(({ mover, state }) => mover === theBoard && state === 'standing');
  const isAmongst = (claim: Claim, all: readonly Claim[]) => all.some((each) => isSameProposal(each, claim));
  return (
    carried.some((each) => addsWords(each) && !isAmongst(each, ofBoard)) ||
    ofBoard.some((each) => each.kind === 'ADD' && !isAmongst(each, carried))
  );
};

const addsWords = ({ kind }: Claim) => kind === 'AMEND' || kind === 'ADD';
