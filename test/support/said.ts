import type { Verdict } from '../../domain/decide/verdict.ts';
import type { Motion } from '../../domain/motion.ts';
import type { Journey } from './motion-builders.ts';

/** What the law said: the row of a yes, the code of a no. */
export const said = (verdict: Verdict): string => (verdict.kind === 'refusal' ? verdict.code : verdict.row);

/** The record of a journey that has begun. */
export const recordOf = ({ motion }: Journey): Motion => {
  if (motion === undefined) throw new Error('the case has not begun');
  return motion;
};
