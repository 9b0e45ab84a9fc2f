import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { makeOfficePages } from '../../lambdas/office/pages/app.ts';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { makeDesk } from '../lambdas/office-desk.ts';

const folder = resolve(import.meta.dirname, '../../docs/pages');
const shown = readdirSync(folder).filter((name) => name.endsWith('.png'));
const index = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/\| `([^`]+)` \| \[([^\]]+)\]/g)];

it('no picture of a page is heavier than 150 kB', () => {
  expect(shown.length).toBeGreaterThan(50);
  expect(shown.filter((name) => statSync(join(folder, name)).size > 150_000)).toEqual([]);
});

it('each picture is of a page that is there, and no page is told of without one', async () => {
  expect(index.map(([, , name]) => name).toSorted()).toEqual(shown.toSorted());
  const { desk } = await makeDesk();
  const routes = [...makeOfficePages(desk).routes, ...makePublicSite(desk).routes]
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => new RegExp(`^${path.replace(/:[a-zA-Z]+(\{[^}]*\})?/g, '[^/]+')}$`));
  // Following is a function of its own; the last two are what is shown where there is no page.
  const elsewhere = ['/prenumerera', '/finns-inte', '/kontor/finns-inte'];
  const pages = index.map(([, kind = '']) => kind.replace(/\?.*/, ''));
  expect(
    pages.filter((page) => !elsewhere.includes(page) && !routes.some((route) => route.test(page))),
  ).toEqual([]);
});
