import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../options.ts';

const signingKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('ES256'),
});

const signInKeys = z.object({
  signing: signingKey,
  cookies: z.array(z.string().min(32)).min(1),
  /** The issuer's port last time: a token is bound to the issuer's address, so the address should stay. */
  port: z.int().min(1).max(65_535).optional(),
});

/** What the issuer must keep for its tokens to stay valid over a restart. */
export type SignInKeys = z.infer<typeof signInKeys>;

/** A new ES256 key: shorter and faster to make than RSA. */
export function generateKeys(): SignInKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kept = { kid: randomUUID(), use: 'sig', alg: 'ES256' };
  return signInKeys.parse({
    signing: { ...privateKey.export({ format: 'jwk' }), ...kept },
    cookies: [randomBytes(32).toString('base64url')],
  });
}

/** Reads the keys kept in a file, or makes them. A file that cannot be understood is an error, never replaced. */
export function loadKeys(keysFile: string | undefined): SignInKeys {
  if (keysFile === undefined) return generateKeys();
  try {
    return signInKeys.parse(JSON.parse(readFileSync(keysFile, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return generateKeys();
    throw new UsageError(`${keysFile} holds no sign-in keys; delete it to have new ones made`, {
      cause: error,
    });
  }
}

/** Writes the keys, readable by this user only. */
export function keepKeys(keysFile: string, keys: SignInKeys): void {
  mkdirSync(dirname(keysFile), { recursive: true });
  const draft = `${keysFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600 });
  renameSync(draft, keysFile);
}
