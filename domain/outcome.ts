import { z } from 'zod';

/** What can become of one clause (domain.md §6.2). `ANSWERED` is neither yes nor no and is never mapped to either. */
export const clauseOutcome = z.enum([
  'GRANTED',
  'GRANTED_AMENDED',
  'REJECTED',
  'ANSWERED',
  'WRITTEN_OFF',
  'LAPSED',
]);
export type ClauseOutcome = z.infer<typeof clauseOutcome>;

/** What can be proposed or decided for a clause. A write-off has acts of its own (KL 5:35; domain.md §1.4). */
export const proposableOutcome = clauseOutcome.exclude(['WRITTEN_OFF']);

/** A clause by its number, or the motion as a whole when its clauses are not known (an imported motion). */
export const clauseRef = z.union([z.int().min(1), z.literal('whole')]);
export type ClauseRef = z.infer<typeof clauseRef>;

/** What makes a clause lapse: the decision on another clause, or on a motion prepared together with this one. */
export const lapseCause = z.union([clauseRef, z.literal('another-motion')]);
export type LapseCause = z.infer<typeof lapseCause>;

/** Whether a clause lapses because another motion has decided it (domain.md §6.2). */
export const lapsesWithAnother = (each: { readonly lapsedBy?: LapseCause | undefined }): boolean =>
  each.lapsedBy === 'another-motion';

/** One clause and what is proposed or decided for it. */
export const clauseProposal = z.object({
  clause: clauseRef,
  outcome: proposableOutcome,
  /** Whose decision makes this clause fall (LAPSED). */
  lapsedBy: lapseCause.optional(),
});
export type ClauseProposal = z.infer<typeof clauseProposal>;

/** One clause and what the council decided. */
export const clauseDecision = z.object({
  clause: clauseRef,
  outcome: clauseOutcome,
  /** Whose decision made this clause fall (LAPSED). */
  lapsedBy: lapseCause.optional(),
});
export type ClauseDecision = z.infer<typeof clauseDecision>;

/** The outcome of the case: that of its clauses when they agree, else `MIXED`. */
export const caseOutcome = z.enum([...clauseOutcome.options, 'MIXED']);
export type CaseOutcome = z.infer<typeof caseOutcome>;

/**
 * Derives the outcome of the case from its clauses (domain.md §6.2).
 * @throws RangeError when no clause is given: a decision without a clause does not exist.
 */
export const caseOutcomeOf = (decisions: readonly ClauseDecision[]): CaseOutcome => {
  const [first, ...rest] = decisions;
  if (first === undefined) throw new RangeError('a decision has at least one clause');
  return rest.every((each) => each.outcome === first.outcome) ? first.outcome : 'MIXED';
};

/**
 * The clauses a decision must cover: each numbered clause that has not been withdrawn (domain.md §6.2), or the whole
 * when none is known.
 */
export const clausesToDecide = ({
  clauseCount,
  withdrawnClauses = [],
}: {
  readonly clauseCount: number;
  readonly withdrawnClauses?: readonly number[] | undefined;
}): ClauseRef[] =>
  clauseCount === 0
    ? ['whole']
    : Array.from({ length: clauseCount }, (_, index) => index + 1).filter(
        (each) => !withdrawnClauses.includes(each),
      );

/** The Swedish words of the minutes. */
export const outcomeName: Readonly<Record<CaseOutcome, string>> = {
  GRANTED: 'bifall',
  GRANTED_AMENDED: 'bifall med ändring',
  REJECTED: 'avslag',
  ANSWERED: 'anses besvarad',
  WRITTEN_OFF: 'avskrivs',
  LAPSED: 'förfaller',
  MIXED: 'olika beslut per att-sats',
};

/** The clauses granted, as they stand or in another form: `ANSWERED` is neither yes nor no (domain.md §0.10). */
export const grantedClauses = (decisions: readonly ClauseDecision[]): readonly ClauseDecision[] =>
  decisions.filter(({ outcome }) => outcome === 'GRANTED' || outcome === 'GRANTED_AMENDED');

/** A decision in a few words. One whose clauses differ is granted in part only if something was (domain.md §0.10, §6.2). */
export const decisionWords = ({
  outcome,
  decisions,
}: {
  readonly outcome: CaseOutcome;
  readonly decisions: readonly ClauseDecision[];
}): string =>
  outcome === 'MIXED' && grantedClauses(decisions).length > 0 ? 'bifall i delar' : outcomeName[outcome];
