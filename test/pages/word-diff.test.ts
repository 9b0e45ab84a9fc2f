import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../lambdas/office/pages/word-diff.ts';

const sideOf = (parts: ReturnType<typeof wordDiff>, left: 'added' | 'removed') =>
  parts
    .filter(({ change }) => change !== left)
    .map(({ text }) => text)
    .join('');

describe('a difference in words', () => {
  it('tells which words were taken out and put in, also those with å, ä and ö', () => {
    expect(wordDiff('Regionen bör öka takten.', 'Regionen ska öka takten.')).toEqual([
      { text: 'Regionen ' },
      { text: 'bör', change: 'removed' },
      { text: 'ska', change: 'added' },
      { text: ' öka takten.' },
    ]);
  });

  it('holds both texts whole, however little they share', () => {
    const one = Array.from({ length: 4000 }, (_, index) => `ord${index}`).join(' ');
    const other = Array.from({ length: 4000 }, (_, index) => `annat${index}`).join(' ');
    for (const [before, after] of [
      [one, other],
      ['', 'Nytt.\n\nStycke.'],
      ['Kvar. Bort.', 'Kvar.'],
    ] as const) {
      const parts = wordDiff(before, after);
      expect(sideOf(parts, 'added')).toBe(before);
      expect(sideOf(parts, 'removed')).toBe(after);
    }
  });

  it('is nothing but the text where nothing differs', () => {
    expect(wordDiff('Lika.', 'Lika.')).toEqual([{ text: 'Lika.' }]);
    expect(wordDiff('', '')).toEqual([]);
  });
});
