import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { demoPeople } from '../../local/demo-people.ts';
import { startSignIn } from '../../local/sign-in/start-sign-in.ts';

const redirectUri = 'http://127.0.0.1:4000/signed-in';
let issuer: string;

beforeEach(async () => {
  const signIn = await startSignIn({ people: demoPeople, redirectUris: [redirectUri] });
  onTestFinished(() => signIn.stop());
  issuer = signIn.issuer;
});

/** A browser of sorts: it keeps cookies, minds their paths, and follows redirects as long as they lead to the issuer. */
function makeBrowser() {
  const jar = new Map<string, { value: string; path: string }>();
  const once = async (url: URL, init: RequestInit) => {
    const sent = [...jar].filter(([, { path }]) => url.pathname.startsWith(path));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      const path = attributes.find((each) => each.startsWith('path='))?.slice(5) ?? '/';
      if (value === '') jar.delete(name);
      else jar.set(name, { value, path });
    }
    return response;
  };
  return async (address: string | URL, init: RequestInit = {}) => {
    let url = new URL(address);
    let response = await once(url, init);
    for (let hops = 0; response.headers.has('location') && hops < 10; hops += 1) {
      url = new URL(response.headers.get('location') ?? '', url);
      if (url.origin !== issuer) break;
      response = await once(url, {});
    }
    return { url, status: response.status, headers: response.headers, html: await response.text() };
  };
}

const verifier = randomBytes(32).toString('base64url');

function signInUrl(more: Record<string, string> = {}): URL {
  const url = new URL('/auth', issuer);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = {
    client_id: 'besvarad-office',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirectUri,
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(asked)) if (value !== '') url.searchParams.set(name, value);
  return url;
}

const redeem = (code: string | null, codeVerifier = verifier) =>
  fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'besvarad-office',
      redirect_uri: redirectUri,
      code: code ?? '',
      code_verifier: codeVerifier,
    }),
  });

const tokensFrom = async (response: Response) =>
  (await response.json()) as { access_token: string; id_token: string; expires_in: number };

const choose = (person: string) => ({ method: 'POST', body: new URLSearchParams({ person }) });

it('offers every person as a button, without scripts', async () => {
  const { html, headers, status } = await makeBrowser()(signInUrl());
  expect(status).toBe(200);
  expect(html).toContain('<html lang="sv">');
  for (const { subject, name } of demoPeople) {
    expect(html).toContain(`name="person" value="${subject}"`);
    expect(html).toContain(name);
  }
  expect(html).toContain('ledamot, justerare (M)');
  expect(html).not.toMatch(/<script|https?:/);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('signs a chosen person in with code and PKCE, without asking for consent', async () => {
  const browse = makeBrowser();
  const page = await browse(signInUrl());
  const back = await browse(page.url, choose('elin.tornros'));
  expect(back.url.href).toContain(redirectUri);
  expect(back.url.searchParams.get('state')).toBe('a-state');

  const tokens = await tokensFrom(await redeem(back.url.searchParams.get('code')));
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const access = await jwtVerify(tokens.access_token, keys, { issuer, audience: 'besvarad', typ: 'at+jwt' });
  expect(access.payload.sub).toBe('elin.tornros');
  expect(Object.keys(access.payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sub']);
  expect(tokens.expires_in).toBe(28_800);
  const identity = await jwtVerify(tokens.id_token, keys, { issuer, audience: 'besvarad-office' });
  expect(identity.payload).toMatchObject({ sub: 'elin.tornros', nonce: 'a-nonce' });
});

it('asks who it is again, so that one browser can change person', async () => {
  const browse = makeBrowser();
  for (const person of ['elin.tornros', 'sigrid.hallman']) {
    const page = await browse(signInUrl());
    expect(page.html).toContain('name="person"');
    const back = await browse(page.url, choose(person));
    const tokens = await tokensFrom(await redeem(back.url.searchParams.get('code')));
    expect(decodeJwt(tokens.access_token).sub).toBe(person);
  }
});

it('takes a code once, and only from whoever began', async () => {
  const browse = makeBrowser();
  const back = await browse((await browse(signInUrl())).url, choose('elin.tornros'));
  const code = back.url.searchParams.get('code');
  expect((await redeem(code, 'x'.repeat(43))).status).toBe(400);
  expect((await redeem(code)).status).toBe(200);
  expect((await redeem(code)).status).toBe(400);
});

it('refuses somebody who is not on the page', async () => {
  const browse = makeBrowser();
  const refused = await browse((await browse(signInUrl())).url, choose('nobody'));
  expect(refused.status).toBe(400);
  expect(refused.html).toContain('role="alert"');
});

it('refuses sign-in without PKCE, and never sends anybody to an unknown address', async () => {
  const browse = makeBrowser();
  const bare = await browse(signInUrl({ code_challenge: '', code_challenge_method: '' }));
  expect(bare.url.searchParams.get('error')).toBe('invalid_request');
  const elsewhere = await browse(signInUrl({ redirect_uri: 'http://127.0.0.1:4000/elsewhere' }));
  expect(elsewhere.status).toBe(400);
  expect(elsewhere.html).toContain('Inloggningen gick inte att genomföra');
});

it('explains in Swedish that a sign-in is over', async () => {
  const { status, html } = await makeBrowser()(`${issuer}/interaction/long-gone`);
  expect(status).toBe(400);
  expect(html).toContain('Inloggningen har gått ut');
});
