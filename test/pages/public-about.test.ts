import { beforeAll, describe, expect, it } from 'vitest';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { textOf } from '../support/page-visitor.ts';
import { aPublicDecision, aPublicMotion } from '../support/public-motions.ts';

let made: MadeDesk;
beforeAll(async () => {
  made = await makeDesk();
});

/** A site over these motions and no others. */
const siteOf = (...motions: ReturnType<typeof aPublicMotion>[]) =>
  makePublicSite({
    ...made.desk,
    register: {
      ...made.desk.register,
      allOfYear: async (year) => motions.filter(({ registerYear }) => registerYear === year),
    },
  });
const open = async (path: string, site = siteOf()) => {
  const response = await site.request(path, { headers: { accept: 'text/html' } });
  return { status: response.status, html: await response.text() };
};

const movers = (...parties: string[]) => parties.map((party) => ({ name: 'N', party, withdrawn: false }));
const decided = (
  caseId: string,
  raisedOn: string,
  on: string,
  outcome: 'GRANTED' | 'ANSWERED',
  ...of: string[]
) =>
  aPublicMotion({
    caseId,
    raisedOn,
    status: 'Final',
    decision: aPublicDecision(on, outcome),
    movers: movers(...of),
  });
const motions = [
  decided('c1', '2024-01-10', '2024-03-10', 'GRANTED', 'S', 'V'),
  decided('c2', '2024-01-10', '2025-01-10', 'ANSWERED', 'S'),
  decided('c3', '2024-01-10', '2025-01-11', 'ANSWERED', 'M'),
  aPublicMotion({ caseId: 'c4', raisedOn: '2024-05-01', status: 'Drafting', movers: movers('M') }),
  aPublicMotion({ caseId: 'c5', raisedOn: '2026-05-01', status: 'Drafting', movers: movers('M') }),
];

describe('the statistics', () => {
  it('shows the same figures drawn and in tables', async () => {
    const { html } = await open('/statistik', siteOf(...motions));
    const text = textOf(html);
    expect(text).toContain('Beslutade motioner 3 Hälften inom 366 dagar');
    // On the anniversary is within the year, the day after is not (KL 5:35); an open one counts when its year has gone.
    expect(text).toContain('beslutades 66,7 % inom ett år');
    expect(text).toContain('är det 50 %');
    expect(text).toMatch(/Högst 3 månader 1 3–6 månader 0 6–9 månader 0 9–12 månader 1 Mer än ett år 1/);
    expect(text).toMatch(/2024 4 2 50 %/);
    expect(text).toMatch(/Utfall per parti 2025 Parti Motioner Anses besvarad M 1 1 S 1 1/);
    expect(text).toMatch(/Utfall per parti 2024 Parti Motioner Bifall S 1 1 V 1 1/);
    expect(html.match(/<svg class="chart"/g)).toHaveLength(4);
    expect(html).not.toMatch(/NaN|undefined|style="/);
  });

  it('shows the last five years, and each other by its address', async () => {
    const seven = [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) =>
      decided(`c${year}`, `${year}-01-10`, `${year}-03-10`, 'GRANTED', 'S'),
    );
    const site = siteOf(...seven);
    const last = await open('/statistik', site);
    const headings = (html: string) => [...html.matchAll(/<h3>Beslut (\d+)/g)].map(([, year]) => year);
    expect(headings(last.html)).toEqual(['2025', '2024', '2023', '2022', '2021']);
    expect(last.html).toContain('href="/statistik?ar=2019#utfall"');
    const { html } = await open('/statistik?ar=2019', site);
    expect(headings(html)).toEqual(['2019']);
    expect(textOf(html)).toContain('Beslutade motioner 7');
    expect(headings((await open('/statistik?ar=1900', site)).html)).toHaveLength(5);
  });

  it('says when there is nothing to count', async () => {
    expect((await open('/statistik')).html).toContain('Ingen motion är beslutad än');
  });
});

it.each([
  ['/tillganglighet', ['Säg till om något inte fungerar', 'diariet@region.example', '2018:1937']],
  ['/oppna-data', ['/motioner.json?year=2026', '/openapi.json', 'Varför är inte allt med?']],
])('%s says what it must', async (path, sentences) => {
  const { status, html } = await open(path);
  expect(status).toBe(200);
  for (const sentence of sentences) expect(html).toContain(sentence);
});

it('every page leads to others that are there', async () => {
  const site = siteOf(...motions);
  for (const path of [
    '/',
    '/sammantraden',
    '/anslagstavla',
    '/statistik',
    '/oppna-data',
    '/tillganglighet',
  ]) {
    const { status, html } = await open(path, site);
    expect([path, status]).toEqual([path, 200]);
    const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    for (const href of new Set(links.filter((each) => !/^\/(kontor|prenumerera|motioner\/)/.test(each)))) {
      expect([path, href, (await site.request(href, { headers: { accept: 'text/html' } })).status]).toEqual([
        path,
        href,
        200,
      ]);
    }
  }
});
