import { createServer, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentityProvider } from '../../lambdas/adapters/openid-identity-provider.ts';
import { listen } from '../../local/engines/free-port.ts';

const keys = await generateKeyPair('ES256');
let issuer = '';
let nonce = '';
/** Where the next request fails, and how. */
let failing: { at: string; how: (response: ServerResponse) => void } | undefined;

const answers: Record<string, () => unknown> = {
  '/.well-known/openid-configuration': () => ({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
  }),
  '/jwks': async () => ({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256' }] }),
  '/token': async () => ({
    access_token: 'a',
    token_type: 'bearer',
    id_token: await new SignJWT({ nonce })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience('office')
      .setSubject('p-1')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(keys.privateKey),
  }),
};

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', issuer);
  if (failing?.at === pathname) {
    const { how } = failing;
    failing = undefined;
    return how(response);
  }
  response.setHeader('content-type', 'application/json').end(JSON.stringify(await answers[pathname]?.()));
});
beforeAll(async () => {
  issuer = `http://127.0.0.1:${await listen(server)}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const ways: [string, (response: ServerResponse) => void][] = [
  ['unavailable', (response) => void response.writeHead(503, { 'content-type': 'text/html' }).end('<p>503')],
  [
    'throttled',
    (response) => void response.writeHead(429, { 'content-type': 'text/plain' }).end('slow down'),
  ],
  [
    'server error',
    (response) => void response.writeHead(500, { 'content-type': 'application/json' }).end('{}'),
  ],
  ['broken before', (response) => void response.destroy()],
];
const redirectUri = 'http://127.0.0.1/signed-in';
const isTransient = { name: 'Transient' };

describe('a sign-in, each of whose calls fails once', () => {
  it.each(ways)('%s: begun again, it goes through', async (_, how) => {
    const identity = makeIdentityProvider({ issuer, clientId: 'office' });
    failing = { at: '/.well-known/openid-configuration', how };
    await expect(identity.begin(redirectUri)).rejects.toMatchObject(isTransient);
    expect((await identity.begin(redirectUri)).url).toContain(`${issuer}/auth`);
  });

  it.each(ways)(
    '%s as it ends: the reader is told to try again, and not that he is unknown',
    async (_, how) => {
      const identity = makeIdentityProvider({ issuer, clientId: 'office' });
      const begun = await identity.begin(redirectUri);
      ({ nonce } = begun);
      const answer = new URL(`${redirectUri}?code=c&state=${begun.state}`);
      failing = { at: '/token', how };
      await expect(identity.finish(answer, begun)).rejects.toMatchObject(isTransient);
      expect(await identity.finish(answer, begun)).toBe('p-1');
    },
  );

  it('is nobody’s when the provider says no to the code, or the answer is to another', async () => {
    const identity = makeIdentityProvider({ issuer, clientId: 'office' });
    const begun = await identity.begin(redirectUri);
    const answer = new URL(`${redirectUri}?code=c&state=${begun.state}`);
    const no = (response: ServerResponse) =>
      void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
    failing = { at: '/token', how: no };
    expect(await identity.finish(answer, begun)).toBeUndefined();
    const others = new URL(`${redirectUri}?code=c&state=other`);
    expect(await identity.finish(others, begun)).toBeUndefined();
  });
});
