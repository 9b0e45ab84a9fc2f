import { beforeAll, describe, expect, it } from 'vitest';
import { statuses } from '../../domain/motion.ts';
import { Transient } from '../../lambdas/failures.ts';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, openTheMinutes } from '../lambdas/real-cases.ts';
import { textOf } from '../support/page-visitor.ts';

const unseen = ['Draft', 'Discarded', 'Received'];
/** The demo desk numbers by hand, so that each case can be registered. */
let made: MadeDesk;
const cases = new Map<string, string>();
let site: ReturnType<typeof makePublicSite>;
const browser = { accept: 'text/html,application/xhtml+xml' };
const open = async (path: string, headers: Record<string, string> = browser) => {
  const response = await site.request(path, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

beforeAll(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  for (const status of statuses) cases.set(status, await aRealCase(made, status));
  site = makePublicSite(made.desk);
});

describe('the list of motions', () => {
  it('shows every registered motion, and none before', async () => {
    const { status, html } = await open('/');
    expect(status).toBe(200);
    for (const [each, caseId] of cases) {
      expect([each, html.includes(`/motioner/${caseId}"`)]).toEqual([each, !unseen.includes(each)]);
    }
    expect(textOf(html)).toContain(`${statuses.length - unseen.length} motioner.`);
  });

  it('keeps what was asked in the form, and says when nothing is found', async () => {
    const { html } = await open('/?sok=finnsinte&lage=ny&sortera=titel');
    expect(html).toContain('value="finnsinte"');
    expect(html).toMatch(/<option value="ny" selected/);
    expect(html).toMatch(/<option value="titel" selected/);
    expect(textOf(html)).toContain('Ingen av 19 motioner stämmer');
  });

  it('says so kindly where nothing is registered', async () => {
    const empty = makePublicSite((await makeDesk()).desk);
    expect(await (await empty.request('/')).text()).toContain('Ingen motion är registrerad än');
  });

  it('counts one as one', async () => {
    const one = await makeDesk();
    await aRealCase(one, 'Registered');
    const pages = makePublicSite(one.desk);
    const said = async (path: string) => textOf(await (await pages.request(path)).text());
    expect(await said('/')).toContain('1 motion.');
    expect(await said('/?sok=finnsinte')).toContain('Ingen av 1 motion stämmer');
  });
});

describe('the page of a motion', () => {
  it.each(statuses.filter((status) => !unseen.includes(status)))('%s', async (status) => {
    const { status: code, html } = await open(`/motioner/${cases.get(status)}`);
    expect(code).toBe(200);
    const steps = /<ol class="steps">(.*?)<\/ol>/s.exec(html)?.[1] ?? '';
    expect(steps.match(/<li/g)).toHaveLength(9);
    const present = steps.match(/aria-current="step"/g)?.length ?? 0;
    expect(present).toBe(['Final', 'Archived'].includes(status) ? 0 : 1);
    // Nothing of a person but name and party, and nothing undefined.
    expect(html).not.toMatch(/@region|p-[a-z]|m-anna|undefined|\[object/);
  });

  it('tells of the year, of the proposal beside the decision, and when it may be appealed', async () => {
    const early = textOf((await open(`/motioner/${cases.get('Referred')}`)).html);
    expect(early).toMatch(/Ettårsgräns 2027-01-12 ?, 166 dagar kvar/);
    expect(early).toContain('Förslaget visas när regionstyrelsen har behandlat motionen.');
    const late = textOf((await open(`/motioner/${cases.get('AppealWindow')}`)).html);
    expect(late).not.toContain('Ettårsgräns');
    expect(late).toMatch(/2\. att-qvx hållplatserna får tak Avslag Avslag/);
    expect(late).toMatch(/Beslutet kan överklagas till och med 2026-07-17/);
  });
});

it('leads to following a motion that is not done, a party, or all', async () => {
  const [ongoing, done] = [cases.get('Referred'), cases.get('Final')];
  expect((await open(`/motioner/${ongoing}`)).html).toContain(`href="/prenumerera?motion=${ongoing}"`);
  expect((await open(`/motioner/${done}`)).html).not.toContain('/prenumerera');
  expect((await open('/?parti=V')).html).toContain('href="/prenumerera?parti=V"');
  for (const all of ['/', '/?parti=-']) expect((await open(all)).html).toContain('href="/prenumerera"');
});

describe('what is not there', () => {
  it('is a page for people and a problem for programs', async () => {
    for (const path of ['/motioner/none', '/nothing', `/motioner/${cases.get('Draft')}`]) {
      const page = await open(path);
      expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
      expect(textOf(page.html)).toContain('Sidan finns inte');
      const problem = await open(path, { accept: '*/*' });
      expect([problem.status, problem.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
      for (const { headers } of [page, problem]) {
        expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['no-store', 'accept']);
      }
    }
  });

  it('is told apart from what cannot be read just now', async () => {
    const out = makePublicSite({
      ...made.desk,
      register: { ...made.desk.register, heads: () => Promise.reject(new Transient('out')) },
    });
    const response = await out.request('/', { headers: browser });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.text()).toContain('Försök igen om en stund');
  });
});

it('no page may run a script, and each is asked for again within minutes', async () => {
  for (const path of ['/', `/motioner/${cases.get('Final')}`, `/motioner/${cases.get('Final')}.json`]) {
    const { headers, html } = await open(path);
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60, must-revalidate');
    if (path.endsWith('.json')) continue;
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('script-src');
    expect(html).not.toMatch(/<script|style="|onclick/);
  }
});
