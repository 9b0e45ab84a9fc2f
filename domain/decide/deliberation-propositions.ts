import type { Claim, Proposition } from '../claims.ts';
import type { Deliberation } from '../deliberation.ts';
import type { ClauseRef } from '../outcome.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isInTurn, runInTurn } from './deliberation-in-turn.ts';
import { type RunResult, runRounds } from './deliberation-rounds.ts';
import { type DeliberationSetting, isDeferral, isSameProposal } from './deliberation-setting.ts';
import { firstRefusal } from './verdict.ts';

/** A proposition as it was put and what it came to. */
export interface Put {
  readonly asks: 'deferral' | 'addition' | 'outcome';
  readonly about: readonly ClauseRef[];
  readonly claims: readonly Claim[];
  readonly result: RunResult;
}

/** Runs every proposition in the order it was put (KL 5:53, 5:67 p. 2). */
export const propositionsPut = (
  given: Deliberation,
  setting: DeliberationSetting,
): readonly Put[] | Refusal => {
  const put: Put[] = [];
  for (const proposition of given.propositions) {
    const one = onePut(proposition, given, setting);
    if ('kind' in one) return one;
    put.push(one);
  }
  return (
    firstRefusal(
      () => afterDeferralRefusal(put),
      () => onceRefusal(put),
    ) ?? put
  );
};

const onePut = (
  proposition: Proposition,
  given: Deliberation,
  setting: DeliberationSetting,
): Put | Refusal => {
  const claims = proposition.claims.flatMap((no) => given.claims.find((each) => each.claimNo === no) ?? []);
  if (claims.length < proposition.claims.length) return refuse('claim_unknown');
  const asks = askedOf(proposition, claims);
  if (asks === undefined) return refuse('claim_in_wrong_proposition');
  const about = proposition.about === 'deferral' ? [] : proposition.about;
  const refused = firstRefusal(
    () => stateRefusal(claims),
    () => aboutRefusal(asks, about, claims, setting),
  );
  if (refused !== undefined) return refused;
  const chair = given.chairedBy ?? setting.attendance?.chair;
  const run = { proposition, claims, setting, chair };
  const result = isInTurn(run) ? runInTurn(run) : runRounds(run);
  return 'kind' in result ? result : { asks, about, claims, result };
};

/** Deferrals, additions and outcomes are different questions: none of them is the no of another (KL 5:53 2 st.). */
const askedOf = (proposition: Proposition, claims: readonly Claim[]): Put['asks'] | undefined => {
  if (proposition.about === 'deferral') return claims.every(isDeferral) ? 'deferral' : undefined;
  if (claims.every((each) => each.kind === 'ADD')) return 'addition';
  return claims.some((each) => each.kind === 'ADD' || isDeferral(each)) ? undefined : 'outcome';
};

const stateRefusal = (claims: readonly Claim[]) => {
  if (claims.some((each) => each.state === 'withdrawn')) return refuse('withdrawn_claim_put');
  return claims.some((each) => each.state === 'refused') ? refuse('refused_claim_put') : undefined;
};

const aboutRefusal = (
  asks: Put['asks'],
  about: readonly ClauseRef[],
  claims: readonly Claim[],
  setting: DeliberationSetting,
) => {
  if (asks === 'outcome' && about.length === 0) return refuse('claim_without_clause');
  if (!about.every((each) => setting.clauses.includes(each))) return refuse('clause_not_in_matter');
  return claims.every((claim) => about.every((each) => claim.clauses.includes(each)))
    ? undefined
    : refuse('claim_not_about_clause');
};

/** Whether the matter was deferred by this proposition. */
export const isCarriedDeferral = (put: Put): boolean =>
  put.asks === 'deferral' && put.result.carried !== null;

/** A deferred matter is dealt with at a later meeting (KL 5:51), so nothing else is decided in it now. */
const afterDeferralRefusal = (all: readonly Put[]) => {
  const place = all.findIndex(isCarriedDeferral);
  if (place === -1) return undefined;
  return place < all.length - 1 || all.some((each) => each.asks !== 'deferral')
    ? refuse('decided_though_deferred')
    : undefined;
};

/** Each clause is settled by one proposition, and each claim is put once on a clause. */
const onceRefusal = (all: readonly Put[]) => {
  const settled = all.filter((each) => each.asks === 'outcome').flatMap((each) => each.about);
  if (new Set(settled).size < settled.length) return refuse('clauses_not_covered');
  const asked = all.flatMap(({ asks, about, claims }) =>
    claims.flatMap(({ claimNo }) =>
      (about.length === 0 ? [asks] : about).map((each) => `${claimNo} ${each}`),
    ),
  );
  return new Set(asked).size < asked.length ? refuse('claim_put_twice') : undefined;
};

/**
 * Every claim that stands has been put (KL 5:53, 5:67 p. 2): itself or one that asks the same, on each of its
 * clauses. Not when the matter was deferred, nor on a clause that lapses, nor an addition to what was turned down.
 */
export const unputRefusal = (
  claims: readonly Claim[],
  all: readonly Put[],
  turnedDown: (clause: ClauseRef) => boolean,
  lapsing: readonly ClauseRef[],
): Refusal | undefined => {
  if (all.some(isCarriedDeferral)) return undefined;
  const isPutOn = (claim: Claim, clause: ClauseRef | undefined) =>
    all.some(
      (each) =>
        (clause === undefined || each.about.includes(clause)) &&
        each.claims.some((put) => isSameProposal(put, claim)),
    );
  const isAnswered = (claim: Claim) =>
    claim.clauses.length === 0
      ? isPutOn(claim, undefined)
      : claim.clauses.every(
          (clause) =>
            lapsing.includes(clause) ||
            (claim.kind === 'ADD' && turnedDown(clause)) ||
            isPutOn(claim, clause),
        );
  return claims.every((claim) => claim.state !== 'standing' || isAnswered(claim))
    ? undefined
    : refuse('claim_not_put');
};
