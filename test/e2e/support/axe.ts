import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** The looks in which a page must hold: light and dark, phone, tablet and desk. */
export const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 768, 1280].map((width) => ({ colorScheme, width })),
);
type Look = (typeof looks)[number];

/** Two that differ in everything: for journeys. Every page stands in all six in every-page.test.ts. */
const someLooks: readonly Look[] = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
];

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rulesOn = {
  light: everyRule,
  // The dark theme sets colours and nothing else (web/stylesheet.ts): the other rules have been asked in the light.
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** What axe finds, each with the beginning of the element it is about. */
const askIn = (colorScheme: keyof typeof rulesOn) =>
  `axe.run(document, ${JSON.stringify({ runOnly: rulesOn[colorScheme], resultTypes: ['violations'] })}).then(
  ({ violations }) => violations.flatMap(
    ({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`;

/** What is wider than the window makes one scroll sideways (WCAG 1.4.10). A table may scroll by itself. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const violationsIn = async (page: Page, { colorScheme, width }: Look): Promise<string[]> => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  const found = await page.evaluate<string[]>(askIn(colorScheme));
  const overflow = await overflowOf(page);
  if (overflow > 0) found.push(`${overflow} px wider than the window`);
  return found.map((each) => `${new URL(page.url()).pathname} ${colorScheme} ${width}: ${each}`);
};

/**
 * The faults of the page as it stands now (axe-core, WCAG 2.2 AA), in two looks, or in those given. Asked by the
 * browser's own door, which the page's policy on scripts leaves open.
 * `expect(await faultsOf(page)).toEqual([])`
 */
export const faultsOf = async (page: Page, given: readonly Look[] = someLooks): Promise<string[]> => {
  const found: string[] = [];
  await page.evaluate(`${source};0`);
  for (const look of given) found.push(...(await violationsIn(page, look)));
  return [...new Set(found)];
};
