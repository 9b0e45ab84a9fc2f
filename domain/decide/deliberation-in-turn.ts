import type { Claim, Contest } from '../claims.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { VoteResult } from '../voting.ts';
import { differentOf, type Run, type RunResult, sideOf, voteOf } from './deliberation-rounds.ts';

/** One claim, put against no. */
interface InTurn {
  readonly claim: Claim;
  readonly carried: Claim | null;
  readonly vote: VoteResult | undefined;
}

/**
 * Whether several claims are put against no, each by itself: that the question can be answered by yes or no is all
 * that KL 5:53 2 st. asks; main claim and counter-claims are practice (domain.md §5 [M]).
 */
export const isInTurn = (run: Run): boolean =>
  run.proposition.about !== 'deferral' &&
  run.claims.every((each) => each.kind !== 'ADD') &&
  differentOf(run).length > 1 &&
  run.proposition.rounds.every((each) => each.kind !== 'among' && (each.yes === null) !== (each.no === null));

/**
 * Runs such a proposition: the first yes wins, and the rest fall with it, put or not. One that is put all the same can
 * only be turned down: a second yes would answer the question twice (KL 5:53, 5:67 p. 4).
 */
export const runInTurn = (run: Run): RunResult | Refusal => {
  const asked: InTurn[] = [];
  for (const round of run.proposition.rounds) {
    const one = round.kind === 'among' ? refuse('round_impossible') : askedIn(run, round, asked);
    if ('kind' in one) return one;
    asked.push(one);
  }
  const won = asked.find((each) => each.carried !== null)?.claim;
  if (won === undefined && asked.length < differentOf(run).length) return refuse('rounds_incomplete');
  return {
    carried: won ?? null,
    votes: asked.flatMap(({ vote }, round) => (vote === undefined ? [] : [{ round, result: vote }])),
    isOrderUnusual: true,
    isMainClaimMissing: false,
    couldMinorityDefer: false,
  };
};

const askedIn = (run: Run, round: Contest, before: readonly InTurn[]): InTurn | Refusal => {
  const left = differentOf(run).filter((each) => before.every(({ claim }) => claim !== each));
  const claim = sideOf(run, left, round.yes ?? round.no);
  if (claim === undefined || claim === null) return refuse('round_impossible');
  const carried = round.carried === null ? null : sideOf(run, left, round.carried);
  if (carried !== null && carried !== claim) return refuse('carried_not_put');
  const won = before.find((each) => each.carried !== null)?.claim.claimNo;
  if (carried !== null && won !== undefined) {
    return refuse('round_impossible', {
      detail: `Yrkande ${won} har redan vunnit bifall, och de andra har fallit med det.`,
    });
  }
  if (round.minority !== undefined) return refuse('minority_only_defers');
  const vote = voteOf(run, round);
  if (vote !== undefined && 'kind' in vote) return vote;
  const isForClaim = vote?.carried === (round.yes === null ? 'no' : 'yes');
  return vote !== undefined && isForClaim !== (carried === claim)
    ? refuse('carried_not_counted')
    : { claim, carried, vote };
};
