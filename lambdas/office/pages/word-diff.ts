import { diffWordsWithSpace } from 'diff';
import type { DiffPart } from '../../../web/components/word-diff.tsx';

/** Words that may differ before two texts count as two other texts: what looking for more would cost grows as its square. */
const mostEdits = 3_000;

/** What one text became, word by word; two texts with next to nothing in common are shown whole, one after the other. */
export const wordDiff = (before: string, after: string): DiffPart[] => {
  if (before === after) return before === '' ? [] : [{ text: before }];
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (found === undefined)
    return [
      { text: before, change: 'removed' },
      { text: after, change: 'added' },
    ];
  return found.map(({ value, added, removed }) => ({
    text: value,
    ...(added ? { change: 'added' as const } : removed ? { change: 'removed' as const } : {}),
  }));
};
