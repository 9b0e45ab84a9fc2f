import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import { role } from '../../domain/roles.ts';
import { demoPeople } from '../../local/demo-people.ts';
import { listen, PortBusy } from '../../local/engines/free-port.ts';
import { type SignInOptions, startSignIn } from '../../local/sign-in/start-sign-in.ts';

async function start(options: Partial<SignInOptions> = {}) {
  const redirectUris = ['http://127.0.0.1:4000/signed-in'];
  const signIn = await startSignIn({ people: demoPeople, redirectUris, ...options });
  onTestFinished(() => signIn.stop());
  return signIn;
}

const askAs = (issuer: string, person: string, more: Record<string, string> = {}) =>
  fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:besvarad:demo-person',
      client_id: 'besvarad-cli',
      person,
      ...more,
    }),
  });

async function tokenOf(issuer: string, person: string): Promise<string> {
  const body = (await (await askAs(issuer, person)).json()) as { access_token: string };
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 28_800 });
  return body.access_token;
}

const verify = (issuer: string, token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), {
    issuer,
    audience: 'besvarad',
    algorithms: ['ES256'],
    typ: 'at+jwt',
  });

function keysFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'besvarad-sign-in-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data', 'sign-in.json');
}

it('gives the command line a token that says who, and nothing more', async () => {
  const { issuer } = await start();
  const token = await tokenOf(issuer, 'jessica.carlqvist');
  const { payload } = await verify(issuer, token);
  expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sub']);
  expect(payload).toMatchObject({ iss: issuer, sub: 'jessica.carlqvist', aud: 'besvarad' });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 60 * 60);
  expect(decodeProtectedHeader(token).alg).toBe('ES256');
});

it('publishes no private key', async () => {
  const { issuer } = await start();
  const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: unknown[] };
  expect(keys).toHaveLength(1);
  expect(keys[0]).not.toHaveProperty('d');
});

it('refuses unknown people, no person, and the office client', async () => {
  const { issuer } = await start();
  for (const person of ['nobody', '', 'toString']) {
    const refused = await askAs(issuer, person);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
  }
  expect((await askAs(issuer, 'jessica.carlqvist', { client_id: 'besvarad-office' })).status).toBe(400);
});

it('answers to its own address only', async () => {
  const { issuer } = await start();
  const status = await new Promise((resolve, reject) => {
    request(`${issuer}/jwks`, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

it('lets tokens outlive a restart with the same keys file, on the same address', async () => {
  const options = { keysFile: keysFile() };
  const first = await start(options);
  const token = await tokenOf(first.issuer, 'sigrid.hallman');
  await first.stop();
  await expect(fetch(first.issuer)).rejects.toThrow();
  const second = await start(options);
  expect(second.issuer).toBe(first.issuer);
  await expect(verify(second.issuer, token)).resolves.toMatchObject({ payload: { sub: 'sigrid.hallman' } });
  expect(statSync(options.keysFile).mode & 0o077).toBe(0);
});

it('takes new keys without a keys file, and another port when the last one is taken', async () => {
  const options = { keysFile: keysFile() };
  const first = await start(options);
  const second = await start(options);
  expect(second.issuer).not.toBe(first.issuer);
  const stranger = await start();
  await expect(verify(stranger.issuer, await tokenOf(first.issuer, 'katja.ollila'))).rejects.toThrow();
});

it('says so when the keys file is damaged, and does not replace it', async () => {
  const file = join(keysFile(), '..', '..', 'damaged.json');
  writeFileSync(file, '{}');
  await expect(start({ keysFile: file })).rejects.toThrow(/damaged\.json holds no sign-in keys; delete it/);
});

it('refuses a port in use', async () => {
  const other = createServer();
  const port = await listen(other);
  onTestFinished(() => void other.close());
  await expect(start({ port })).rejects.toThrow(new PortBusy(port));
});

it('has demo people for every role, each with an id and an address of their own', () => {
  expect(new Set(demoPeople.flatMap((person) => person.roles))).toEqual(new Set(role.options));
  for (const key of ['subject', 'email', 'name'] as const) {
    expect(new Set(demoPeople.map((person) => person[key])).size).toBe(demoPeople.length);
  }
  const sixOfOneParty = demoPeople.filter((person) => person.party === 'V' && person.memberId !== undefined);
  expect(sixOfOneParty).toHaveLength(6);
  expect(demoPeople.every((person) => /^[a-z.-]+$/.test(person.subject))).toBe(true);
});
