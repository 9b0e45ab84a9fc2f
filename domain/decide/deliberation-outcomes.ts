import type { ClauseOutcome, ClauseRef } from '../outcome.ts';
import type { Put } from './deliberation-propositions.ts';

/** What a carried claim makes of its clauses; additions and deferrals make nothing of them. */
const outcomeOf = {
  GRANT: 'GRANTED',
  REJECT: 'REJECTED',
  ANSWER: 'ANSWERED',
  AMEND: 'GRANTED_AMENDED',
  WRITE_OFF: 'WRITTEN_OFF',
  ADD: undefined,
  REFER_BACK: undefined,
  POSTPONE: undefined,
} as const;

const grants: readonly ClauseOutcome[] = ['GRANTED', 'GRANTED_AMENDED'];

/** What a proposition turned down, where everything that was put in it fell. */
const turnedDownBy = ({ claims, result }: Put): readonly ClauseOutcome[] =>
  result.carried === null ? claims.flatMap(({ kind }) => outcomeOf[kind] ?? []) : [];

/** The outcome of every clause that a proposition settled: a no to nothing but granting it rejects it. */
export const outcomesOf = (all: readonly Put[]): ReadonlyMap<ClauseRef, ClauseOutcome> =>
  new Map(
    all.flatMap((put) => {
      const fell = turnedDownBy(put);
      const isRejected = fell.length > 0 && fell.every((each) => grants.includes(each));
      const carried = put.result.carried === null ? undefined : outcomeOf[put.result.carried.kind];
      const outcome = isRejected ? 'REJECTED' : carried;
      return outcome === undefined ? [] : put.about.map((clause) => [clause, outcome] as const);
    }),
  );

/** The clauses of which it is only known what is not decided: a no to "answered" may mean yes or no. */
export const fallenOf = (all: readonly Put[]): ReadonlyMap<ClauseRef, readonly ClauseOutcome[]> => {
  const settled = outcomesOf(all);
  return new Map(
    all.flatMap((put) => {
      const fell = turnedDownBy(put);
      return put.about.flatMap((clause) =>
        fell.length === 0 || settled.has(clause) ? [] : [[clause, fell] as const],
      );
    }),
  );
};
