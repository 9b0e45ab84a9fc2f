import { type Claim, theBoard } from '../claims.ts';
import type { Deliberation } from '../deliberation.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { takesPart } from '../voting.ts';
import { type DeliberationSetting, isDeferral } from './deliberation-setting.ts';
import { firstRefusal } from './verdict.ts';

/** The chair leads the matter and puts the proposals (KL 5:43, 5:53), so is there and not disqualified (KL 5:47). */
export const chairRefusal = (
  given: Deliberation,
  { attendance }: DeliberationSetting,
): Refusal | undefined => {
  const chair = given.chairedBy ?? attendance?.chair;
  if (attendance === undefined || chair === undefined) return undefined;
  const refused = takesPart(chair, attendance);
  return refused?.code === 'voter_not_present' ? refuse('matter_chair_absent') : refused;
};

/** What is wrong with the claims as such: their words, their clauses, the chair's finding, who moved them. */
export const claimsRefusal = (claims: readonly Claim[], setting: DeliberationSetting): Refusal | undefined =>
  firstRefusal(
    ...claims.map(
      (claim) => () =>
        firstRefusal(
          () => wordingRefusal(claim),
          () => clausesRefusal(claim, setting),
          () => findingRefusal(claim, setting),
          () => moverRefusal(claim, setting),
        ),
    ),
  );

const wordingRefusal = ({ kind, text }: Claim) =>
  (kind === 'AMEND' || kind === 'ADD') && text === undefined ? refuse('claim_without_text') : undefined;

const clausesRefusal = (claim: Claim, setting: DeliberationSetting) => {
  const isWhole = claim.clauses.length === 0;
  if (isDeferral(claim)) return isWhole ? undefined : refuse('deferral_in_part');
  if (isWhole) return claim.kind === 'ADD' ? undefined : refuse('claim_without_clause');
  return claim.clauses.every((each) => setting.clauses.includes(each))
    ? undefined
    : refuse('clause_not_in_matter');
};

/**
 * The chair must refuse to put a new matter and may refuse what is unlawful; the council can have the latter put
 * all the same (KL 5:57). KL 6:33 does not apply 5:57 in the board, so nothing is demanded of its chair.
 */
const findingRefusal = ({ finding, state }: Claim, { body }: DeliberationSetting) => {
  if (state === 'refused' && finding === undefined) return refuse('refused_without_finding');
  return body === 'council' && state === 'standing' && finding === 'new-matter'
    ? refuse('new_matter_not_refused')
    : undefined;
};

/**
 * Who claims takes part; in the council also full-time councillors without a vote (KL 5:39). A withdrawn claim is
 * not in the minutes (KL 5:67 p. 1), and its mover may have left.
 */
const moverRefusal = ({ mover, state }: Claim, setting: DeliberationSetting) => {
  if (mover === theBoard || state === 'withdrawn') return undefined;
  const refused = takesPart(mover, setting.attendance);
  if (refused?.code !== 'voter_not_present') return refused;
  return setting.body === 'council' && setting.mayClaimWithoutVote.includes(mover)
    ? undefined
    : refuse('mover_not_present');
};
