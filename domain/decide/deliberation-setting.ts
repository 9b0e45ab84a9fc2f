import type { Attendance } from '../attendance.ts';
import type { Claim } from '../claims.ts';
import type { ClauseRef } from '../outcome.ts';

/** Where and before whom a matter is dealt with: what the law must know besides what was done. */
export interface DeliberationSetting {
  readonly body: 'council' | 'board';
  /** The clauses still to decide; `['whole']` when they are not known. */
  readonly clauses: readonly ClauseRef[];
  /** Those that lapse with another (domain.md §6.2): claims on them need not be put. */
  readonly lapsing?: readonly ClauseRef[] | undefined;
  /** Absent where the product does not keep attendance; then presence is the minutes' word alone. */
  readonly attendance?: Attendance | undefined;
  /** How many are there and may take part; where attendance is kept it rules. */
  readonly present?: number | undefined;
  /** Full-time councillors who are not members may claim in the council but not vote (KL 5:39). */
  readonly mayClaimWithoutVote: readonly string[];
  /** Whether a minority has already had the matter deferred (KL 5:50 1 st.). */
  readonly minorityRightUsed?: boolean | undefined;
  readonly allows: { readonly separateStatements: boolean; readonly minuteNotes: boolean };
}

/** Whether a claim is for sending the matter back or putting it off (KL 5:50). */
export const isDeferral = (claim: Claim): boolean => claim.kind === 'REFER_BACK' || claim.kind === 'POSTPONE';

const withWordsOfItsOwn: readonly Claim['kind'][] = ['AMEND', 'ADD', 'REFER_BACK'];

/**
 * Whether two claims ask for the same thing, so that one proposition answers both: several may claim the same
 * outcome, but amendments, additions and the reasons of a referral (KL 5:50 3 st.) are what their words say.
 */
export const isSameProposal = (one: Claim, other: Claim): boolean =>
  one.kind === other.kind &&
  (!withWordsOfItsOwn.includes(one.kind) || (one.text ?? '') === (other.text ?? ''));
