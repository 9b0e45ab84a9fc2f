import { distance } from '../../documents/intake/names-in-doubt.ts';

export const wordsIn = (text: string): string[] =>
  text.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word));

const gap = 0.6;

/** Unlike is 1, the same 0. */
const unlike = (one: string, other: string): number =>
  one === other ? 0 : distance(one, other) / Math.max(one.length, other.length);

/**
 * Which word of one text is which of another that says nearly the same: pairs of indexes, by the fewest changes over
 * the whole. A word that has no counterpart is left out.
 */
export const alignWords = (
  one: readonly string[],
  other: readonly string[],
): (readonly [number, number])[] => {
  const width = other.length + 1;
  const costs = new Float64Array((one.length + 1) * width);
  const cost = (row: number, column: number) => costs[row * width + column] ?? 0;
  for (let row = 0; row <= one.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (row === 0 || column === 0) costs[row * width + column] = (row + column) * gap;
      else {
        const both = cost(row - 1, column - 1) + unlike(one[row - 1] ?? '', other[column - 1] ?? '');
        costs[row * width + column] = Math.min(
          both,
          cost(row - 1, column) + gap,
          cost(row, column - 1) + gap,
        );
      }
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = one.length, column = other.length; row > 0 && column > 0; ) {
    const difference = unlike(one[row - 1] ?? '', other[column - 1] ?? '');
    if (Math.abs(cost(row, column) - cost(row - 1, column - 1) - difference) < 1e-9) {
      row -= 1;
      column -= 1;
      if (difference <= gap) pairs.unshift([row, column]);
    } else if (Math.abs(cost(row, column) - cost(row - 1, column) - gap) < 1e-9) row -= 1;
    else column -= 1;
  }
  return pairs;
};
