import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeTokenVerifier } from '../../lambdas/adapters/jose-token-verifier.ts';
import { demoPeople } from '../../local/demo-people.ts';
import { listen } from '../../local/engines/free-port.ts';
import { startSignIn } from '../../local/sign-in/start-sign-in.ts';
import { type MadeDesk, makeDesk, makeDoor } from './office-desk.ts';

const issuer = 'https://inloggning.region.example';
const keys = await generateKeyPair('ES256');
const otherKeys = await generateKeyPair('ES256');
const server = createServer(async (_request, response) => {
  const key = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key] }));
});
let jwksUri: string;
let made: MadeDesk;
beforeAll(async () => {
  jwksUri = `http://127.0.0.1:${await listen(server)}/jwks`;
  made = await makeDesk();
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const now = () => Math.floor(Date.now() / 1000);
const mint = (claims: JWTPayload = {}, header: object = {}, key = keys.privateKey) =>
  new SignJWT({ iss: issuer, aud: 'besvarad', sub: 'p-member', iat: now(), exp: now() + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt', ...header })
    .sign(key);

const askWith = async (authorization?: string) => {
  const { app } = makeDoor(made.desk, makeTokenVerifier({ issuer, jwksUri, audience: 'besvarad' }));
  const response = await app.request(
    '/api/me',
    authorization === undefined ? {} : { headers: { authorization } },
  );
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
};
const askAs = async (token: string) => askWith(`Bearer ${token}`);

const unsigned = (claims: object) =>
  [{ alg: 'none', typ: 'at+jwt' }, claims]
    .map((each) => Buffer.from(JSON.stringify(each)).toString('base64url'))
    .join('.');

describe('identity', () => {
  it('is what a valid access token says, with the roles of the record', async () => {
    const { status, body } = await askAs(await mint());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      personId: 'p-member',
      roles: ['member'],
      memberId: 'm-anna',
      today: '2026-07-30',
    });
  });

  it('is not what a token says of roles, names or members', async () => {
    const { body } = await askAs(
      await mint({ roles: ['administrator'], memberId: 'm-bo', name: 'Någon Annan' }),
    );
    expect(body).toMatchObject({ name: 'Personnamn-p-member', roles: ['member'], memberId: 'm-anna' });
  });

  it.each<[string, () => string | undefined | Promise<string>]>([
    ['no header', () => undefined],
    ['an empty token', () => 'Bearer '],
    ['another scheme', () => 'Basic cC1tZW1iZXI6eA=='],
    ['garbage', () => 'Bearer garbage'],
    [
      'a token without its signature',
      async () => `Bearer ${(await mint()).split('.').slice(0, 2).join('.')}.`,
    ],
    ['an unsigned token', () => `Bearer ${unsigned({ iss: issuer, aud: 'besvarad', sub: 'p-member' })}.`],
    [
      'a changed token',
      async () => `Bearer ${(await mint()).replace(/\.[^.]+\./, `.${unsigned({}).split('.')[1]}.`)}`,
    ],
    ['an expired token', async () => `Bearer ${await mint({ exp: now() - 10 })}`],
    ['a token that is not valid yet', async () => `Bearer ${await mint({ nbf: now() + 600 })}`],
    ['another audience', async () => `Bearer ${await mint({ aud: 'something-else' })}`],
    ['another issuer', async () => `Bearer ${await mint({ iss: 'https://elsewhere.example' })}`],
    ['an id token', async () => `Bearer ${await mint({}, { typ: 'JWT' })}`],
    ['a token of no type', async () => `Bearer ${await mint({}, { typ: undefined })}`],
    ['another’s key under the same id', async () => `Bearer ${await mint({}, {}, otherKeys.privateKey)}`],
    ['an unknown key', async () => `Bearer ${await mint({}, { kid: 'k2' })}`],
    ['a token about nobody', async () => `Bearer ${await mint({ sub: undefined as never })}`],
  ])('%s is refused', async (_, header) => {
    const { status, headers, body } = await askWith(await header());
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      status: 401,
      code: 'not_signed_in',
      type: 'urn:besvarad:problem:not_signed_in',
    });
  });

  it('unknown to the record is told whom to ask', async () => {
    const { status, body } = await askAs(await mint({ sub: 'nobody' }));
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'unknown_person', mayBeDoneBy: ['administratör'] });
  });

  it('is a matter of time when the issuer cannot be reached', async () => {
    const verifier = makeTokenVerifier({ issuer, jwksUri: 'http://127.0.0.1:1/jwks', audience: 'besvarad' });
    const { app } = makeDoor(made.desk, verifier);
    const headers = { authorization: `Bearer ${await mint()}` };
    const response = await app.request('/api/me', { headers });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ code: 'transient' });
  });

  it('of the issuer on this machine opens the same door', async () => {
    const signIn = await startSignIn({ people: demoPeople, redirectUris: [] });
    onTestFinished(() => signIn.stop());
    const form = {
      grant_type: 'urn:besvarad:demo-person',
      client_id: 'besvarad-cli',
      person: 'sigrid.hallman',
    };
    const answer = await fetch(`${signIn.issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token } = (await answer.json()) as { access_token: string };
    const local = { issuer: signIn.issuer, jwksUri: `${signIn.issuer}/jwks`, audience: 'besvarad' };
    const { ask } = makeDoor(made.desk, makeTokenVerifier(local));
    expect(await ask(access_token, 'GET', '/api/me')).toMatchObject({
      status: 403,
      body: { code: 'unknown_person' },
    });
  });
});

describe('a role', () => {
  const withRoles = async (subject: string, roles: object[]) => {
    const door = makeDoor(made.desk);
    const sent = { value: { name: 'N', roles }, version: 0 };
    expect((await door.ask('p-administrator', 'PUT', `/api/people/${subject}`, sent)).status).toBe(200);
    return (path: string) => door.get(subject, path);
  };

  it('revoked yesterday opens nothing today, the last day still does', async () => {
    const gone = await withRoles('p-gone', [{ role: 'registrar', from: '2020-01-01', to: '2026-07-29' }]);
    const last = await withRoles('p-last', [{ role: 'registrar', from: '2020-01-01', to: '2026-07-30' }]);
    const coming = await withRoles('p-coming', [{ role: 'registrar', from: '2026-07-31' }]);
    expect((await gone('/api/me')).body.roles).toEqual([]);
    expect((await coming('/api/me')).body.roles).toEqual([]);
    expect((await last('/api/me')).body.roles).toEqual(['registrar']);
    const { ask } = makeDoor(made.desk);
    const text = { title: 'T', body: '', clauses: [] };
    const command = { type: 'import-motion', text, signatories: ['m-bo'], receivedOn: '2026-01-01' };
    const begin = (who: string) => ask(who, 'POST', '/api/cases', { commandId: `${who}-command`, command });
    expect(await begin('p-gone')).toMatchObject({
      status: 403,
      body: { code: 'not_permitted', mayBeDoneBy: ['registrator'] },
    });
    const { status, body } = await begin('p-last');
    expect(status).toBe(201);
    for (const read of [gone, coming]) {
      expect((await read(`/api/cases/${String(body.caseId)}`)).status).toBe(404);
      expect((await read('/api/minutes?body=council')).body).toEqual({ items: [] });
    }
  });
});
