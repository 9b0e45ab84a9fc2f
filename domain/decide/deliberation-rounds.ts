import type { Claim, Contest, Proposition, Round } from '../claims.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { countVote, type VoteResult } from '../voting.ts';
import { type MinorityCarried, minorityJudgement } from './deliberation-minority.ts';
import { type DeliberationSetting, isSameProposal } from './deliberation-setting.ts';

/** A claim that stands for all that ask the same, or `null`: no to the one it is put against. */
type Side = Claim | null;

/** What a proposition came to. */
export interface RunResult {
  readonly carried: Side;
  /** Who had it deferred as a minority (KL 5:50). */
  readonly minority?: readonly string[] | undefined;
  /** The arithmetic of each round that was voted on, by its place among the rounds. */
  readonly votes: readonly { readonly round: number; readonly result: VoteResult }[];
  /** Not main claim against what was left of the counter-claims, as is usual [M]: KL 5:53 asks only for yes and no. */
  readonly isOrderUnusual: boolean;
  /** No main claim stood outside the counter rounds: unusual, but every pair had its yes and no. */
  readonly isMainClaimMissing: boolean;
  /** A third voted for a deferral that fell: had they asked, it would have been carried (KL 5:50). */
  readonly couldMinorityDefer: boolean;
}

interface Standing {
  readonly left: readonly Side[];
  readonly met: readonly Side[];
  readonly result: RunResult;
}

/** A proposition with the claims it names, before whom it is put and who leads. */
export interface Run {
  readonly proposition: Proposition;
  readonly claims: readonly Claim[];
  readonly setting: DeliberationSetting;
  readonly chair: string | undefined;
}

/** Each different proposal once. */
export const differentOf = ({ claims }: Run): readonly Claim[] =>
  claims.filter((claim, place) => claims.findIndex((other) => isSameProposal(claim, other)) === place);

/** The alternatives of a proposition: each different proposal, and a plain no where there is one to say. */
const alternativesOf = (run: Run): readonly Side[] => {
  const { proposition } = run;
  const different = differentOf(run);
  const hasPlainNo =
    proposition.about === 'deferral' || different.length === 1 || different[0]?.kind === 'ADD';
  return hasPlainNo ? [...different, null] : different;
};

/**
 * Runs the rounds of a proposition (KL 5:53): each asks for yes or no between two alternatives and leaves one of
 * them, until one is left. By acclamation the chair may find one carried among all.
 */
export const runRounds = (run: Run): RunResult | Refusal => {
  const start: Standing = {
    left: alternativesOf(run),
    met: [],
    result: {
      carried: null,
      votes: [],
      isOrderUnusual: false,
      isMainClaimMissing: false,
      couldMinorityDefer: false,
    },
  };
  const end = run.proposition.rounds.reduce<Standing | Refusal>(
    (standing, round, place) => ('kind' in standing ? standing : next(run, standing, round, place)),
    start,
  );
  if ('kind' in end) return end;
  return end.left.length === 1 ? end.result : refuse('rounds_incomplete');
};

const next = (run: Run, standing: Standing, round: Round, place: number): Standing | Refusal => {
  const named = (no: number | null): Side | undefined => sideOf(run, standing.left, no);
  const carried = named(round.carried);
  if (round.kind === 'among') {
    if (standing.left.length < 2) return refuse('round_impossible');
    return carried === undefined
      ? refuse('carried_not_put')
      : settle(run, standing, { round, place, put: standing.left, carried, vote: undefined });
  }
  const [yes, no] = [named(round.yes), named(round.no)];
  if (yes === undefined || no === undefined || yes === no) return refuse('round_impossible');
  if (carried === undefined || ![yes, no].includes(carried)) return refuse('carried_not_put');
  const isLast = standing.left.length === 2 && place === run.proposition.rounds.length - 1;
  if (!isLast && (yes === null || no === null)) return refuse('round_impossible');
  const vote = voteOf(run, round);
  if (vote !== undefined && 'kind' in vote) return vote;
  return settle(run, standing, { round, place, put: [yes, no], carried, vote, isLast });
};

/** The alternative a number stands for, if it is still there. */
export const sideOf = ({ claims }: Run, left: readonly Side[], no: number | null): Side | undefined => {
  if (no === null) return left.find((each) => each === null);
  const claim = claims.find((each) => each.claimNo === no);
  return claim && left.find((each) => each !== null && isSameProposal(each, claim));
};

/** The count of a recorded vote; none by acclamation. A vote on a motion is open (KL 5:54). */
export const voteOf = ({ setting, chair }: Run, round: Contest): VoteResult | Refusal | undefined => {
  if (round.method === 'secret-ballot') return refuse('secret_ballot');
  const { ballots, castingVote } = round;
  if (round.method === 'recorded-vote') {
    return countVote({ ballots: ballots ?? [], castingVote }, { ...setting, chair });
  }
  return ballots === undefined && castingVote === undefined ? undefined : refuse('ballots_without_vote');
};

interface Settling {
  readonly round: Round;
  readonly place: number;
  readonly put: readonly Side[];
  readonly carried: Side;
  readonly vote: VoteResult | undefined;
  /** Whether the yes or no it asks for is the last; undefined where it finds among all. */
  readonly isLast?: boolean;
}

const settle = (run: Run, standing: Standing, asked: Settling): Standing | Refusal => {
  const { put, carried, vote, place, round, isLast } = asked;
  // By acclamation what the chair found is what was decided (KL 5:53 3 st.).
  const counted = vote === undefined ? carried : put[vote.carried === 'yes' ? 0 : 1];
  const minority = minorityOf(run, asked, counted ?? null);
  if ('kind' in minority) return minority;
  if (carried !== counted && !minority.byMinority) return refuse('carried_not_counted');
  const { result, left, met } = standing;
  return {
    left: left.filter((each) => each === carried || !put.includes(each)),
    met: isLast === false ? [...met, ...put] : met,
    result: {
      carried,
      minority: minority.byMinority ? round.minority : undefined,
      votes: vote === undefined ? result.votes : [...result.votes, { round: place, result: vote }],
      isOrderUnusual: result.isOrderUnusual || (isLast !== undefined && (round.kind === 'main') !== isLast),
      isMainClaimMissing: isLast === true && put.every((each) => met.includes(each)),
      couldMinorityDefer: minority.couldDefer,
    },
  };
};

/** What KL 5:50 says of the round; outside deferrals it says nothing. */
const minorityOf = (
  { proposition, setting }: Run,
  { round, put, carried, vote }: Settling,
  counted: Side,
): MinorityCarried | Refusal =>
  minorityJudgement(
    {
      askers: round.minority,
      isDeferralOrNot: proposition.about === 'deferral' && put.includes(null),
      isDeclared: carried !== null,
      isMajority: vote !== undefined && counted !== null,
      inFavour: vote && (put[0] === null ? vote.no : vote.yes),
      voters: vote && vote.yes + vote.no + vote.abstain,
    },
    setting,
  );
