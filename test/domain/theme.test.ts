import { describe, expect, it } from 'vitest';
import { colours, contrastOf, grounds, leastContrast } from '../../domain/theme.ts';

describe('the organisation’s colours', () => {
  it('have the contrasts that WCAG’s own examples have', () => {
    expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#123456', '#123456')).toBe(1);
  });

  it('that are the product’s own can be read', () => {
    const own = colours.parse({});
    expect(contrastOf(own.accent, grounds.light)).toBeGreaterThan(leastContrast);
    expect(contrastOf(own.accentInDark, grounds.dark)).toBeGreaterThan(leastContrast);
    expect(contrastOf(own.onBand, own.band)).toBeGreaterThan(leastContrast);
  });

  it.each([
    ['accent', { accent: '#7fb2e5' }],
    ['accentInDark', { accentInDark: '#0b57a4' }],
    ['onBand', { band: '#cccccc' }],
  ])('are refused where %s could not be read', (path, given) => {
    const parsed = colours.safeParse(given);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
    expect(parsed.error?.issues[0]?.message).toContain('4.5');
  });
});
