import { beforeEach, describe, expect, it } from 'vitest';
import { addressId } from '../../lambdas/casework/follow.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import { makeFollowingApp } from '../../lambdas/following/app.ts';
import { type MadeDesk, makeDesk } from './office-desk.ts';
import { aRealCase } from './real-cases.ts';

let made: MadeDesk;
let caseId: string;
beforeEach(async () => {
  made = await makeDesk();
  made = { ...made, desk: { ...made.desk, newSalt: () => crypto.randomUUID().replaceAll('-', '') } };
  caseId = await aRealCase(made, 'Registered');
  made.clock.now = '2026-07-30T10:00:00.000Z';
  made.clock.realNow = made.clock.now;
});

const anna = 'anna.lasare@hemma.example';
const get = async (path: string) => read(await makeFollowingApp(made.desk).request(path));
const post = async (path: string, fields: Record<string, string> | FormData) => {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  return read(await makeFollowingApp(made.desk).request(path, { method: 'POST', body }));
};
const read = async (answer: Response) => ({
  status: answer.status,
  html: await answer.text(),
  headers: answer.headers,
});
const linkIn = (text: string | undefined) =>
  /https?:\/\/[^/]+(\/prenumerera\/(?:bekrafta|avsluta)\/\S+)/.exec(text ?? '')?.[1] ?? 'none';
const lastTo = (email: string) => made.sent.findLast(({ to }) => to === email);
const run = () => tick(made.desk, { sweep: false });
const ask = async (amne: string) => {
  const answer = await post('/prenumerera', { amne, epost: anna });
  await run();
  return answer;
};

describe('the page to follow', () => {
  it('offers the motion it was led from, the parties and all', async () => {
    const { status, html, headers } = await get(`/prenumerera?motion=${caseId}`);
    expect(status).toBe(200);
    expect(html).toContain(`value="motion:${caseId}"`);
    expect(html).toContain('value="party:Exempelpartiet"');
    expect(html).toContain('value="all"');
    expect(html).not.toContain('<script');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each([
    [{ amne: 'all', epost: 'ingen adress' }, 'epost'],
    [{ amne: 'all', epost: `${'a'.repeat(300)}@hemma.example` }, 'epost'],
    [{ amne: 'allt möjligt', epost: anna }, 'amne'],
    [{}, 'amne'],
  ])('says what is wrong with %o, and forgets nothing of it', async (fields, field) => {
    const { status, html } = await post('/prenumerera', fields);
    expect(status).toBe(400);
    expect(html).toContain(`href="#f-${field}"`);
    expect(await made.desk.following.requests(addressId(anna))).toEqual([]);
  });

  it('answers the same whether the address follows already, and 404 to what is not public', async () => {
    const first = await ask('all');
    await post(linkIn(lastTo(anna)?.text), {});
    const second = await ask('all');
    expect([second.status, second.html]).toEqual([first.status, first.html]);
    expect((await post('/prenumerera', { amne: 'motion:c0', epost: anna })).status).toBe(404);
    expect((await get('/prenumerera/annat')).status).toBe(404);
  });
});

describe('the link that confirms', () => {
  it('does nothing when it is only followed, and works once when the button is pressed', async () => {
    await ask(`motion:${caseId}`);
    const link = linkIn(lastTo(anna)?.text);
    const page = await get(link);
    expect([page.status, page.html.includes('<form method="post"')]).toEqual([200, true]);
    expect(await made.desk.following.follower(addressId(anna))).toBeUndefined();
    expect((await post(link, {})).html).toContain('Du prenumererar nu');
    expect((await made.desk.following.follower(addressId(anna)))?.subjects).toEqual([
      { kind: 'motion', caseId },
    ]);
    expect([(await post(link, {})).status, (await get(link)).status]).toEqual([410, 410]);
  });
});

describe('the link that ends', () => {
  const endLink = async () => {
    for (const amne of ['all', `motion:${caseId}`]) {
      await ask(amne);
      await post(linkIn(lastTo(anna)?.text), {});
    }
    const key = (await made.desk.following.follower(addressId(anna)))?.endKey;
    return `/prenumerera/avsluta/${key}`;
  };

  it.each([
    ['as a form', () => ({ 'List-Unsubscribe': 'One-Click' })],
    [
      'as form data',
      () => {
        const data = new FormData();
        data.set('List-Unsubscribe', 'One-Click');
        return data;
      },
    ],
  ])('takes one click of a mail program, %s, and removes the address', async (_, body) => {
    const link = await endLink();
    const answer = await post(link, body());
    expect([answer.status, answer.html.includes('Du prenumererar inte längre')]).toEqual([200, true]);
    expect(await made.desk.following.follower(addressId(anna))).toBeUndefined();
    expect((await post(link, body())).status).toBe(200);
  });

  it('does nothing when it is only followed, and can end one thing of several', async () => {
    const link = await endLink();
    const { html } = await get(link);
    expect(html).toContain('Sluta följa alla motioner');
    expect((await made.desk.following.follower(addressId(anna)))?.subjects).toHaveLength(2);
    expect((await post(link, { amne: 'all' })).html).toContain('Du får fortfarande mejl');
    expect((await get(link)).html).toContain('När du slutar tas din adress bort');
    expect((await get('/prenumerera/avsluta/okand')).html).toContain('Du prenumererar inte längre');
  });
});

describe('what goes wrong', () => {
  it('is said without a word of the inside', async () => {
    const failing = (error: Error) =>
      makeFollowingApp({
        ...made.desk,
        following: { ...made.desk.following, code: () => Promise.reject(error) },
      }).request('/prenumerera/bekrafta/x');
    const busy = await failing(new Transient('the table is out of reach'));
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '5']);
    const broken = await failing(new Error(`${anna} broke it`));
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('@');
    expect(JSON.stringify(made.journal)).not.toContain('@');
  });

  it('is not that too much is sent', async () => {
    const { status } = await post('/prenumerera', { amne: 'all', epost: 'a'.repeat(9000) });
    expect(status).toBe(413);
  });
});
