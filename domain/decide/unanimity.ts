import type { Proposition } from '../claims.ts';
import type { CommandOf } from '../commands.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * An unprepared matter is decided only if all present are of one mind about the decision (KL 5:33): as many as are
 * present are said to agree, and neither a roll nor a reservation shows that somebody did not.
 */
export const unanimityRefusal = (
  { agreeing, deliberation }: Pick<CommandOf<'decide' | 'decide-at-once'>, 'agreeing' | 'deliberation'>,
  present: number,
): Refusal | undefined => {
  if (agreeing !== present) return refuse('not_unanimous');
  if (deliberation === undefined) return undefined;
  const isSplit =
    deliberation.reservations.length > 0 || deliberation.propositions.some((each) => isDivided(each));
  return isSplit
    ? refuse('not_unanimous', { detail: 'Rösterna eller en reservation visar att alla inte var det.' })
    : undefined;
};

/** The round that decided: the first claim to win against no, else whoever was left at the end. */
const decidingRound = ({ rounds }: Proposition) =>
  rounds.find(
    (each) => each.kind !== 'among' && each.carried !== null && (each.yes === null || each.no === null),
  ) ?? rounds.at(-1);

/**
 * Whether the last vote on what is decided was not the same by everybody. Who abstains has not agreed (KL 4:25); who
 * preferred another claim in an earlier round, or would rather have waited, may still do so in the end.
 */
const isDivided = (put: Proposition): boolean => {
  const last = decidingRound(put);
  if (put.about === 'deferral' || last === undefined || last.kind === 'among') return false;
  const said = new Set(last.ballots?.map(({ ballot }) => ballot));
  return said.size > 1 || said.has('abstain');
};
