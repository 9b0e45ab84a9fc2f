import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/**
 * The two cookies: who is signed in, and who has begun to. `__Host-` holds them to this site and to HTTPS; browsers
 * take the loopback address for as good.
 */
const names = { session: 'besvarad', attempt: 'besvarad-inloggning' } as const;

/** Lax: the browser comes back from the identity provider, and from a link in a letter, still signed in. */
const options = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', prefix: 'host' } as const;

/** What only the browser knows. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the record knows of it: whoever reads the table cannot sign in by what stands there. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const giveCookie = (context: Context, which: keyof typeof names, secret: string, seconds: number) =>
  setCookie(context, names[which], secret, { ...options, maxAge: seconds });

export const takeCookie = (context: Context, which: keyof typeof names) =>
  deleteCookie(context, names[which], options);

/** The hash of what the browser brought, if anything. */
export const broughtHash = (context: Context, which: keyof typeof names): string | undefined => {
  const secret = getCookie(context, names[which], 'host');
  return secret === undefined ? undefined : secretHash(secret);
};
