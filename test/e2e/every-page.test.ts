import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, looks } from './support/axe.ts';
import { crawl } from './support/crawl.ts';
import { fillHouse } from './support/full-house.ts';
import { type House, openHouse } from './support/house.ts';
import { type Picture, photograph, writeIndex } from './support/photograph.ts';

/** With `PICTURES=docs/pages` the pages are photographed instead (`npm run pictures`). */
const { PICTURES: pictures } = process.env;

let house: House;
beforeAll(async () => {
  house = await openHouse('2025-09-01');
  await fillHouse(house);
}, 240_000);
afterAll(() => house.close());

const taken: Picture[] = [];

/** Links within the page that lead nowhere. */
const deadAnchors = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('a[href^="#"]')]
    .map((each) => each.getAttribute('href')).filter((each) => document.getElementById(each.slice(1)) === null)`);

/** Kinds that have been looked at for another role already: they look the same but for what one may do. */
const looked = new Set<string>();

/** Forms of commands are drawn by one view from their fields. Each role shows one that nobody has shown. */
const viewOf = (kind: string) => kind.replace(/\/gor\/[^/?]+/, '/gor/:command');

const isOffice = (href: string) => href === '/kontor' || href.startsWith('/kontor/');

/** A page that no link leads to. */
const nowhere = (from: string) => {
  const href = `${from}/finns-inte`.replace('//', '/');
  return [href, href] as const;
};

const walk = async (page: Page, role: string, from: string) => {
  // The provider's pages are not ours; the other half of the site has its own walk.
  const follows = (href: string) => isOffice(href) === isOffice(from) && !/^\/local|\/logga-in/.test(href);
  const { kinds, dead } = await crawl(page, { from, follows, perKind: 3 });
  const faults: string[] = [];
  const views = new Set<string>();
  for (const [kind, href] of [...kinds, nowhere(from)]) {
    if (looked.has(kind) || views.has(viewOf(kind))) continue;
    looked.add(kind);
    views.add(viewOf(kind));
    await page.goto(href);
    if (pictures !== undefined) taken.push(await photograph(page, pictures, role, kind));
    else faults.push(...(await deadAnchors(page)), ...(await faultsOf(page, looks)));
  }
  return { dead, faults };
};

/** Those who write first: the first to meet a kind of page shows it with most on it. */
const people = [
  ['handläggare', 'lilian.ivarsson.sporrong'],
  ['styrelsens sekreterare', 'elin.tornros'],
  ['registrator', 'sigrid.hallman'],
  ['chef', 'birgitta.sandelius'],
  ['fullmäktiges sekreterare', 'gustav.wennerlund'],
  ['ledamot', 'hannes.lindgard'],
  ['gruppsekreterare', 'albin.rosenkvist'],
  ['justerare', 'karin.stalberg'],
  ['arkivarie', 'ingela.norrby'],
  ['revisor', 'per-olov.ahlgren'],
  ['administratör', 'samira.nordin'],
] as const;

describe('every page, in both themes at 320, 768 and 1280 px', () => {
  it('of the public site', async () => {
    const page = await house.visitor();
    expect(await walk(page, 'offentligt', '/')).toEqual({ dead: [], faults: [] });
    await page.context().close();
  }, 600_000);

  it.each(people)(
    'that a %s meets',
    async (role, subject) => {
      const page = await house.signIn(subject);
      expect(await walk(page, role, '/kontor')).toEqual({ dead: [], faults: [] });
      await page.context().close();
    },
    600_000,
  );

  it('leaves the machine alone and the console quiet', () => {
    expect(house.troubles).toEqual([]);
    if (pictures !== undefined) writeIndex(pictures, taken);
  });
});
