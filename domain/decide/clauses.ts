import { type ClauseRef, clausesToDecide } from '../outcome.ts';

/** Whether each clause of the motion, or the whole when none is known, is given exactly once. */
export const coversEachClauseOnce = (
  clauseCount: number,
  given: readonly { readonly clause: ClauseRef }[],
): boolean => {
  const wanted = clausesToDecide(clauseCount);
  const named = given.map((each) => each.clause);
  return named.length === wanted.length && wanted.every((each) => named.includes(each));
};
