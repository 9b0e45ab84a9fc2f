import type { DecisionPoint } from '../../documents/letters/fact-shapes.ts';
import type { DeliberationFacts } from '../../domain/deliberation.ts';
import type { MotionText } from '../../domain/documents.ts';
import type { ClauseRef } from '../../domain/outcome.ts';
import { type LetterOccasion, need } from './letter-occasion.ts';

/** Outcomes with the words of their clauses. */
export const listed = <O extends { clause: ClauseRef }>(outcomes: readonly O[], text: MotionText) =>
  outcomes.map(({ clause, ...rest }) =>
    clause === 'whole'
      ? { ...rest, clause }
      : { ...rest, clause, text: need(text.clauses[clause - 1], 'clause') },
  );

/** The clauses nobody stands behind, and the points in the words of the minutes. */
export const besideOutcomes = (
  { after, text, points }: LetterOccasion,
  { deliberation }: { readonly deliberation?: DeliberationFacts | undefined },
) => ({
  withdrawnClauses: (('withdrawnClauses' in after ? after.withdrawnClauses : undefined) ?? []).flatMap(
    (clause) => {
      // The number may be of an earlier text, which had more clauses.
      const words = text.clauses[clause - 1];
      return words === undefined ? [] : [{ clause, text: words }];
    },
  ),
  points: (deliberation?.points ?? []).flatMap(({ pointNo, clauses }): DecisionPoint[] => {
    const worded = points?.find((each) => each.pointNo === pointNo);
    return worded === undefined ? [] : [{ pointNo, text: worded.text, clauses: [...clauses] }];
  }),
});
