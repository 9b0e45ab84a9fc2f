import { type ClauseRef, clausesToDecide } from '../outcome.ts';
import { type Refusal, refuse } from '../refusal.ts';

type Given = readonly { readonly clause: ClauseRef }[];
type Motion = Parameters<typeof clausesToDecide>[0];

/** Why each clause has its outcome: the council decides, the board puts forward a proposal, the official drafts one. */
const ruleOf = {
  council: 'KL 5:23; domain.md §6.2',
  board: 'KL 5:28; domain.md §5',
  draft: 'domain.md §11.1 rad 9',
} as const;
type Whose = keyof typeof ruleOf;

/** Whether nothing is said of a clause that is not in the matter: one that does not exist, or has been withdrawn. */
export const strangerRefusal = (motion: Motion, given: Given, whose: Whose): Refusal | undefined => {
  const wanted = clausesToDecide(motion);
  return given.every((each) => wanted.includes(each.clause))
    ? undefined
    : refuse('clause_not_in_matter', { rule: ruleOf[whose] });
};

/** Whether each clause that is to be decided, or the whole when none is known, is given exactly once. */
export const coverRefusal = (motion: Motion, given: Given, whose: Whose): Refusal | undefined => {
  const wanted = clausesToDecide(motion);
  const named = given.map((each) => each.clause);
  const isCovered = named.length === wanted.length && wanted.every((each) => named.includes(each));
  return isCovered
    ? undefined
    : (strangerRefusal(motion, given, whose) ?? refuse('clauses_not_covered', { rule: ruleOf[whose] }));
};
