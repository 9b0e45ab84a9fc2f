import { type ClauseRef, clausesToDecide } from '../outcome.ts';

/** Whether each clause that is to be decided, or the whole when none is known, is given exactly once. */
export const coversEachClauseOnce = (
  motion: Parameters<typeof clausesToDecide>[0],
  given: readonly { readonly clause: ClauseRef }[],
): boolean => {
  const wanted = clausesToDecide(motion);
  const named = given.map((each) => each.clause);
  return named.length === wanted.length && wanted.every((each) => named.includes(each));
};
