import type { MotionEvent } from '../events.ts';
import type { Motion, MotionIn, Status } from '../motion.ts';
import { isIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** What a yes is: the row of domain.md §11.1 that was used, and the one event that follows. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly row: string;
  readonly event: MotionEvent;
}

/** What the law says to a command: an event, or a no that has a name. */
export type Verdict = Accepted | Refusal;

/** A yes, by the row of domain.md §11.1 it rests on. */
export const accept = (row: string, event: MotionEvent): Accepted => ({ kind: 'accepted', row, event });

/** Runs a judgement on a motion of some statuses; the transition table has refused the others already. */
export const judgeIn = <S extends Status>(
  record: Motion | undefined,
  wanted: readonly S[],
  judge: (record: MotionIn<S>) => Verdict,
): Verdict => (record !== undefined && isIn(record, wanted) ? judge(record) : refuse('wrong_status'));

/** The first refusal of some checks, each made only if the ones before it passed. */
export const firstRefusal = (...checks: readonly (() => Refusal | undefined)[]): Refusal | undefined => {
  for (const check of checks) {
    const refused = check();
    if (refused !== undefined) return refused;
  }
  return undefined;
};
