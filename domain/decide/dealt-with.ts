import type { DeferralKind } from '../claims.ts';
import type { Context } from '../context.ts';
import { type Deliberation, type DeliberationFacts, factsOf, textsOf } from '../deliberation.ts';
import type { DocumentRef } from '../documents.ts';
import type { DeferralRequest } from '../events.ts';
import { isCouncillor } from '../members.ts';
import { clausesToDecide, lapsesWithAnother } from '../outcome.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Presence } from './at-meeting.ts';
import { agreesWith, type DeclaredDecision, type Judgement, judgeDeliberation } from './deliberation.ts';
import { askersRefusal } from './deliberation-minority.ts';
import type { DeliberationSetting } from './deliberation-setting.ts';

/** A matter as one body deals with it. */
export interface Matter {
  readonly body: 'council' | 'board';
  readonly motion: Parameters<typeof clausesToDecide>[0] & {
    readonly jointWith?: string | undefined;
    readonly minorityDeferralUsed?: boolean | undefined;
  };
  readonly given: Deliberation | undefined;
  readonly presence: Presence;
}

/** What the event keeps of how the matter was dealt with: facts, and where the texts are. */
export interface Kept {
  readonly deliberation?: DeliberationFacts;
  readonly texts?: DocumentRef;
}

/** What is kept; a referral back brings its reason in the same document. */
export const keptOf = (given: Deliberation | undefined, document: DocumentRef | undefined): Kept =>
  given === undefined
    ? {}
    : {
        deliberation: factsOf(given),
        ...(textsOf(given) === undefined || document === undefined ? {} : { texts: document }),
      };

/** What the law must know to judge how a matter was dealt with. */
export const settingOf = (
  { body, motion, presence }: Omit<Matter, 'given'>,
  lapsing: readonly DeclaredDecision['clause'][],
  context: Context,
): DeliberationSetting => ({
  body,
  clauses: clausesToDecide(motion),
  lapsing,
  attendance: presence.attendance,
  present: presence.present,
  mayClaimWithoutVote: [...context.members.values()]
    .filter((each) => isCouncillor(each, context.minutes?.meetingDate ?? context.today))
    .map((each) => each.memberId),
  minorityRightUsed: motion.minorityDeferralUsed,
  allows: context.organisation.minutes,
});

const judged = (
  matter: Matter,
  lapsing: readonly DeclaredDecision['clause'][],
  context: Context,
): Judgement | Refusal | undefined =>
  matter.given === undefined
    ? undefined
    : judgeDeliberation(matter.given, settingOf(matter, lapsing, context));

/**
 * Judges a decision, or a proposal of the board, against how it was come to (KL 5:53–57, 5:67): where claims and
 * votes are noted, each outcome must be what was carried.
 */
export const judgeDecision = (
  matter: Matter,
  decisions: readonly DeclaredDecision[],
  context: Context,
): Judgement | Refusal | undefined => {
  if (!isPreparedWithOthers(matter, context) && decisions.some(lapsesWithAnother)) {
    return refuse('lapsed_without_cause');
  }
  const lapsing = decisions.filter((each) => each.outcome === 'LAPSED').map((each) => each.clause);
  const judgement = judged(matter, lapsing, context);
  if (judgement !== undefined && 'kind' in judgement) return judgement;
  if (judgement?.deferral !== undefined) return refuse('outcome_not_carried');
  // Where only a reservation is noted, nothing says how the outcome was come to.
  const isPut = (matter.given?.propositions.length ?? 0) > 0;
  const outcomes = isPut ? judgement?.outcomes : undefined;
  return agreesWith(outcomes, decisions, matter.given, judgement?.fallen) ?? judgement;
};

/** Whether there is another motion that can have decided this one (domain.md §3, §6.2). */
const isPreparedWithOthers = ({ motion }: Matter, { leads }: Context) =>
  motion.jointWith !== undefined || leads === true;

/** What is wrong with a decision, where nothing more is asked of how it was come to. */
export const decisionRefusal = (...asked: Parameters<typeof judgeDecision>): Refusal | undefined => {
  const judgement = judgeDecision(...asked);
  return judgement !== undefined && 'kind' in judgement ? judgement : undefined;
};

/** Judges a postponement or referral back against how it was come to: it must be what was carried, and by whom. */
export const deferralRefusal = (
  matter: Matter,
  asked: { readonly kind: DeferralKind; readonly request: DeferralRequest },
  context: Context,
): Refusal | undefined => {
  const judgement = judged(matter, [], context);
  if (judgement === undefined) return undefined;
  if ('kind' in judgement) return judgement;
  return judgement.deferral === asked.kind && judgement.deferredBy === asked.request.by
    ? askersRefusal(asked.request, judgement.minority ?? [])
    : refuse('outcome_not_carried');
};
