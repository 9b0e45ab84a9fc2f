import type { Claim, DeferralKind } from '../claims.ts';
import type { Deliberation } from '../deliberation.ts';
import { type ClauseOutcome, type ClauseRef, type LapseCause, lapsesWithAnother } from '../outcome.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { VoteResult } from '../voting.ts';
import { chairRefusal, claimsRefusal } from './deliberation-claims.ts';
import { fallenOf, outcomesOf } from './deliberation-outcomes.ts';
import { isCarriedDeferral, type Put, propositionsPut, unputRefusal } from './deliberation-propositions.ts';
import { remarksRefusal } from './deliberation-remarks.ts';
import type { DeliberationSetting } from './deliberation-setting.ts';
import { firstRefusal } from './verdict.ts';

/** What is unusual but no rule of statute forbids; shown, never refused. */
export type DeliberationWarning =
  /** Deferrals are usually decided first. */
  | 'deferral-put-late'
  /** The main claim is usually kept out of the counter rounds. */
  | 'main-claim-missing'
  /** Claims are usually put as main claim and counter-claims. */
  | 'order-unusual'
  /** A third voted for a deferral that fell, and nobody is noted to have asked as a minority (KL 5:50). */
  | 'minority-could-defer'
  /** All that was claimed on a clause fell: what was decided instead is for the secretary to say. */
  | 'outcome-left-open';

/** What a body decided by the propositions that were put to it. */
export interface Judgement {
  /** The outcome of every clause that a proposition settled. */
  readonly outcomes: ReadonlyMap<ClauseRef, ClauseOutcome>;
  /** The clauses on which everything put fell, and what fell: something else was decided. */
  readonly fallen: ReadonlyMap<ClauseRef, readonly ClauseOutcome[]>;
  /** The claims that were carried, but for a deferral. */
  readonly carried: readonly Claim[];
  /** The additions that were carried, by claim number. */
  readonly additions: readonly number[];
  readonly deferral?: DeferralKind;
  /** Whose request carried the deferral: only a minority's uses up its right (KL 5:50 1 st.). */
  readonly deferredBy?: 'majority' | 'minority';
  /** The minority, by name. */
  readonly minority?: readonly string[];
  /** Each vote, by its place: the arithmetic, for showing. */
  readonly votes: readonly {
    readonly proposition: number;
    readonly round: number;
    readonly result: VoteResult;
  }[];
  readonly warnings: readonly DeliberationWarning[];
}

/**
 * Judges how a matter was dealt with (KL 5:53–57, in the board 6:33): who claimed, what was put and voted, what was
 * carried, who reserved.
 */
export const judgeDeliberation = (given: Deliberation, setting: DeliberationSetting): Judgement | Refusal => {
  const refused = firstRefusal(
    () => chairRefusal(given, setting),
    () => claimsRefusal(given.claims, setting),
    () => remarksRefusal(given, setting),
  );
  if (refused !== undefined) return refused;
  const put = propositionsPut(given, setting);
  if ('kind' in put) return put;
  const outcomes = outcomesOf(put);
  const isTurnedDown = (clause: ClauseRef) => {
    const outcome = outcomes.get(clause);
    return outcome === 'REJECTED' || outcome === 'WRITTEN_OFF';
  };
  return (
    unputRefusal(given.claims, put, isTurnedDown, setting.lapsing ?? []) ?? {
      outcomes,
      fallen: fallenOf(put),
      carried: put.flatMap(({ asks, result }) => (asks === 'deferral' ? [] : (result.carried ?? []))),
      additions: put.flatMap(({ asks, result }) =>
        asks === 'addition' && result.carried !== null ? [result.carried.claimNo] : [],
      ),
      ...deferralOf(put),
      votes: put.flatMap(({ result }, proposition) => result.votes.map((each) => ({ proposition, ...each }))),
      warnings: warningsOf(put),
    }
  );
};

const deferralOf = (all: readonly Put[]): Pick<Judgement, 'deferral' | 'deferredBy' | 'minority'> => {
  const { carried, minority } = all.find(isCarriedDeferral)?.result ?? {};
  if (carried?.kind !== 'REFER_BACK' && carried?.kind !== 'POSTPONE') return {};
  return minority === undefined
    ? { deferral: carried.kind, deferredBy: 'majority' }
    : { deferral: carried.kind, deferredBy: 'minority', minority };
};

const warningsOf = (all: readonly Put[]): DeliberationWarning[] => {
  const firstOther = all.findIndex((each) => each.asks !== 'deferral');
  const isLate = firstOther !== -1 && all.slice(firstOther).some((each) => each.asks === 'deferral');
  return [
    ...(isLate ? ['deferral-put-late' as const] : []),
    ...(all.some((each) => each.result.isMainClaimMissing) ? ['main-claim-missing' as const] : []),
    ...(all.some((each) => each.result.isOrderUnusual) ? ['order-unusual' as const] : []),
    ...(all.some((each) => each.result.couldMinorityDefer) ? ['minority-could-defer' as const] : []),
    ...(fallenOf(all).size > 0 ? ['outcome-left-open' as const] : []),
  ];
};

/** What is declared for a clause; one that lapses names what decided it. */
export interface DeclaredDecision {
  readonly clause: ClauseRef;
  readonly outcome: ClauseOutcome;
  readonly lapsedBy?: LapseCause | undefined;
}

/**
 * Whether the decision is what was carried (KL 5:67 p. 4, domain.md §6.2). `outcomes` is undefined where nobody has
 * noted how the matter was dealt with: then only what a decision must hold by itself is asked.
 */
export const agreesWith = (
  outcomes: ReadonlyMap<ClauseRef, ClauseOutcome> | undefined,
  decisions: readonly DeclaredDecision[],
  given: Pick<Deliberation, 'claims' | 'points'> | undefined,
  fallen: Judgement['fallen'] = new Map(),
): Refusal | undefined =>
  firstRefusal(
    ...decisions.map(
      (each) => () =>
        firstRefusal(
          () => carriedRefusal(each, outcomes, fallen),
          () => lapseRefusal(each, decisions),
          () => amendmentRefusal(each, given),
        ),
    ),
    () =>
      [...(outcomes?.keys() ?? [])].every((clause) => decisions.some((each) => each.clause === clause))
        ? undefined
        : refuse('clauses_not_covered'),
  );

const carriedRefusal = (
  { clause, outcome }: DeclaredDecision,
  outcomes: ReadonlyMap<ClauseRef, ClauseOutcome> | undefined,
  fallen: Judgement['fallen'],
) => {
  if (outcomes === undefined) return undefined;
  const fell = fallen.get(clause);
  if (fell !== undefined) return fell.includes(outcome) ? refuse('outcome_not_carried') : undefined;
  return outcomes.get(clause) === (outcome === 'LAPSED' ? undefined : outcome)
    ? undefined
    : refuse('outcome_not_carried');
};

const lapseRefusal = (each: DeclaredDecision, decisions: readonly DeclaredDecision[]) => {
  if (each.outcome !== 'LAPSED' || lapsesWithAnother(each)) return undefined;
  const cause = decisions.find((other) => other.clause === each.lapsedBy);
  return cause === undefined || cause.outcome === 'LAPSED' ? refuse('lapsed_without_cause') : undefined;
};

const amendmentRefusal = (
  { clause, outcome }: DeclaredDecision,
  given: Pick<Deliberation, 'claims' | 'points'> | undefined,
) => {
  if (outcome !== 'GRANTED_AMENDED') return undefined;
  const isWorded =
    given?.points.some((each) => each.clauses.includes(clause)) === true ||
    given?.claims.some(
      (each) => each.kind === 'AMEND' && each.state === 'standing' && each.clauses.includes(clause),
    ) === true;
  return isWorded ? undefined : refuse('amended_without_text');
};
