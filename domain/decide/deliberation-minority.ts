import type { DeferralRequest } from '../events.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isMoreThanHalf, minorityThreshold, numberIn, takesPart } from '../voting.ts';
import type { DeliberationSetting } from './deliberation-setting.ts';
import { firstRefusal } from './verdict.ts';

/** A round as KL 5:50 sees it. */
export interface MinorityRound {
  readonly askers: readonly string[] | undefined;
  /** Whether it asks "defer, or not": only there has a minority its right. */
  readonly isDeferralOrNot: boolean;
  /** Whether the deferral is said to be carried. */
  readonly isDeclared: boolean;
  /** Whether a vote has carried it by majority. */
  readonly isMajority: boolean;
  /** Votes for the deferral, and all who stand in the roll; absent by acclamation. */
  readonly inFavour: number | undefined;
  readonly voters: number | undefined;
}

/** Whether the matter was put off by a minority, or could have been (KL 5:50). */
export interface MinorityCarried {
  readonly byMinority: boolean;
  readonly couldDefer: boolean;
}

/**
 * A matter is deferred when a third of the members present ask for it, once (KL 5:50 1 st.); not in the board
 * (KL 6:33 2 st.). A deferral that a majority carries is not the minority's, and leaves its right intact.
 */
export const minorityJudgement = (
  round: MinorityRound,
  setting: DeliberationSetting,
): MinorityCarried | Refusal => {
  const { askers, isDeclared } = round;
  if (askers === undefined) return { byMinority: false, couldDefer: couldDefer(round, setting) };
  if (!round.isDeferralOrNot) return refuse('minority_only_defers');
  const unknown = firstRefusal(...askers.map((each) => () => takesPart(each, setting.attendance)));
  if (unknown !== undefined) return unknown;
  const asking = new Set(askers).size;
  const present = presentIn(round, setting);
  if (round.isMajority || areMajority(round, asking, present))
    return { byMinority: false, couldDefer: false };
  const without = rightRefusal(asking, present, setting);
  if (!isDeclared) {
    return without === undefined ? refuse('minority_overruled') : { byMinority: false, couldDefer: false };
  }
  return without ?? { byMinority: true, couldDefer: false };
};

/** Whether more than half asked, and no vote has shown otherwise. */
const areMajority = (
  { voters, isDeclared }: MinorityRound,
  asking: number,
  present: number | undefined,
): boolean => voters === undefined && isDeclared && present !== undefined && isMoreThanHalf(asking, present);

/** Members present; where nobody has said how many, those who stand in the roll of the vote. */
const presentIn = ({ voters }: MinorityRound, setting: DeliberationSetting): number | undefined =>
  numberIn(setting) ?? voters;

/** Why so many cannot have the matter deferred. Where nobody knows how many were there, the caller must. */
const rightRefusal = (
  asking: number,
  present: number | undefined,
  { body, minorityRightUsed }: DeliberationSetting,
): Refusal | undefined => {
  if (body === 'board') return refuse('minority_not_in_board');
  if (minorityRightUsed === true) return refuse('minority_right_used');
  if (present === undefined || asking >= minorityThreshold(present)) return undefined;
  return refuse('minority_too_small', {
    detail: `Av ${present} närvarande krävs ${minorityThreshold(present)}.`,
  });
};

/** A minority is named once: those in the request are those in the round (KL 5:50). A majority is not named. */
export const askersRefusal = (request: DeferralRequest, askers: readonly string[]): Refusal | undefined => {
  if (request.by === 'majority') return undefined;
  const { behind, requestedBy } = request;
  const isSame =
    requestedBy === undefined
      ? behind === new Set(askers).size
      : new Set([...requestedBy, ...askers]).size === behind && new Set(askers).size === behind;
  return isSame ? undefined : refuse('minorities_differ');
};

const couldDefer = (round: MinorityRound, setting: DeliberationSetting): boolean =>
  round.isDeferralOrNot &&
  !round.isDeclared &&
  round.inFavour !== undefined &&
  rightRefusal(round.inFavour, presentIn(round, setting), setting) === undefined;
