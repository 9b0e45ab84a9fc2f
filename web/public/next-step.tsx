import type { NextStep } from '../../domain/public-state.ts';
import { Day } from '../components/lists.tsx';

/** A day and what kind of day it is, in words. */
export const DayWords = ({ on, how }: { on?: string | undefined; how?: NextStep['how'] }) =>
  on === undefined ? null : (
    <>
      {how === 'estimated' ? 'beräknas ' : how === 'at-latest' ? 'senast ' : ''}
      <Day on={on} />
    </>
  );
