import { createServer, type Server } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeTokenVerifier } from '../../lambdas/adapters/jose-token-verifier.ts';

const pool = 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_Ab12';
const other = 'https://login.region.example';
const keys = await generateKeyPair('RS256', { extractable: true });
const foreign = await generateKeyPair('RS256', { extractable: true });
let server: Server;
let jwksUri = '';

beforeAll(async () => {
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  server = createServer((request, response) => {
    if (request.url === '/down') response.statusCode = 502;
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  jwksUri = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
});
afterAll(() => server.close());

const sign = (payload: JWTPayload, { typ, key = keys.privateKey }: { typ?: string; key?: CryptoKey } = {}) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...(typ === undefined ? {} : { typ }) })
    .setIssuedAt()
    .setExpirationTime(payload.exp ?? '1h')
    .sign(key);

/** As AWS documents it: no `typ`, no `aud`. */
const access = { iss: pool, sub: 'u1', token_use: 'access', client_id: 'app1', scope: 'openid' };

describe('tokens of Cognito', () => {
  const verify = (token: string) =>
    makeTokenVerifier({ issuer: pool, jwksUri, audience: 'app1' }).verify(token);

  it('takes an access token of our app client', async () => {
    expect(await verify(await sign(access))).toBe('u1');
  });

  it.each([
    ['an id token', { iss: pool, sub: 'u1', token_use: 'id', aud: 'app1' }],
    ['an id token that claims our client', { ...access, token_use: 'id', aud: 'app1' }],
    ['another app client’s', { ...access, client_id: 'app2' }],
    ['one without a client', { iss: pool, sub: 'u1', token_use: 'access', aud: 'app1' }],
    ['one without a use', { iss: pool, sub: 'u1', client_id: 'app1' }],
    ['another pool’s', { ...access, iss: `${pool}x` }],
    ['one without a subject', { iss: pool, token_use: 'access', client_id: 'app1' }],
    ['one that has expired', { ...access, exp: Math.floor(Date.now() / 1000) - 60 }],
  ])('refuses %s', async (_, payload) => {
    expect(await verify(await sign(payload))).toBeUndefined();
  });

  it('refuses one signed by somebody else', async () => {
    expect(await verify(await sign(access, { key: foreign.privateKey }))).toBeUndefined();
  });

  it('remembers one it has taken until it expires, and none that it has refused', async () => {
    const { verify: again } = makeTokenVerifier({ issuer: pool, jwksUri, audience: 'app1' });
    const token = await sign({ ...access, exp: Math.floor(Date.now() / 1000) + 40 });
    const bad = await sign(access, { key: foreign.privateKey });
    const both = async () => [await again(token), await again(bad)];
    expect([await both(), await both()]).toEqual([
      ['u1', undefined],
      ['u1', undefined],
    ]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 41_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect(await both()).toEqual([undefined, undefined]);
  });

  it('refuses what is no token', async () => {
    expect(await verify('not.a.token')).toBeUndefined();
  });
});

describe('tokens of other issuers', () => {
  const verify = (token: string) =>
    makeTokenVerifier({ issuer: other, jwksUri, audience: 'besvarad' }).verify(token);

  it('takes an access token for us', async () => {
    expect(await verify(await sign({ iss: other, sub: 'u1', aud: 'besvarad' }, { typ: 'at+jwt' }))).toBe(
      'u1',
    );
  });

  it('refuses Cognito’s shape, and an id token', async () => {
    expect(await verify(await sign({ ...access, iss: other }))).toBeUndefined();
    expect(
      await verify(await sign({ iss: other, sub: 'u1', aud: 'besvarad' }, { typ: 'JWT' })),
    ).toBeUndefined();
    expect(
      await verify(await sign({ iss: other, sub: 'u1', aud: 'app1' }, { typ: 'at+jwt' })),
    ).toBeUndefined();
  });
});

it('says Transient when the keys cannot be had', async () => {
  const verifier = makeTokenVerifier({ issuer: pool, jwksUri: 'http://127.0.0.1:9/', audience: 'app1' });
  await expect(verifier.verify(await sign(access))).rejects.toMatchObject({ name: 'Transient' });
});

it('says Transient when the keys are answered with an error: the token is not to blame', async () => {
  const verifier = makeTokenVerifier({ issuer: pool, jwksUri: `${jwksUri}down`, audience: 'app1' });
  await expect(verifier.verify(await sign(access))).rejects.toMatchObject({ name: 'Transient' });
});
