import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTVerifyOptions, jwtVerify } from 'jose';
import { Transient } from '../failures.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';

/** Where tokens come from and for whom they must be meant. */
export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly jwksUri: string;
  /** The audience; for Cognito the id of the app client, which is whom it issues access tokens to. */
  readonly audience: string;
}

/** How an issuer marks an access token that is meant for us. Each is strict: an id token passes neither. */
type TokenShape = Pick<JWTVerifyOptions, 'audience' | 'typ' | 'algorithms' | 'requiredClaims'> & {
  readonly claims: Readonly<Record<string, string>>;
};

/** RFC 9068: the head says what it is, the claims for whom. */
const standard = (audience: string): TokenShape => ({
  audience,
  typ: 'at+jwt',
  algorithms: ['ES256', 'RS256'],
  requiredClaims: ['sub', 'exp'],
  claims: {},
});

/** Cognito: no `typ` in the head and no `aud`, but the app client and the use in claims of its own; always RS256. */
const cognito = (audience: string): TokenShape => ({
  algorithms: ['RS256'],
  requiredClaims: ['sub', 'exp'],
  claims: { token_use: 'access', client_id: audience },
});

const cognitoIssuer = /^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com\/[\w-]+$/;

const most = 500;
/** Shorter than the issuer's keys are remembered; and a token is never remembered past its own end. */
const keptMilliseconds = 60_000;

/**
 * Remembers whom the tokens verified last are of. What a person may do is never remembered: that is asked of the record
 * at every request.
 */
const rememberSubjects = () => {
  const known = new Map<string, { readonly subject: string; readonly until: number }>();
  const keyOf = (token: string) => createHash('sha256').update(token).digest('base64');
  return {
    find: (token: string): string | undefined => {
      const key = keyOf(token);
      const found = known.get(key);
      if (found === undefined || Date.now() < found.until) return found?.subject;
      known.delete(key);
      return undefined;
    },
    keep: (token: string, subject: string, expiresAt: number) => {
      known.set(keyOf(token), { subject, until: Math.min(expiresAt * 1000, Date.now() + keptMilliseconds) });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
};

/**
 * Verifies access tokens of an OIDC issuer: signature, issuer, for whom, expiry, and that it is an access token. The
 * configured issuer decides the shape; a token never does. One that was good within the last minute is good without
 * another look.
 * @throws Transient when the issuer's keys cannot be fetched
 */
export const makeTokenVerifier = ({ issuer, jwksUri, audience }: TokenVerifierOptions): TokenVerifier => {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  const shape = cognitoIssuer.test(issuer) ? cognito(audience) : standard(audience);
  const { claims, ...options } = shape;
  const remembered = rememberSubjects();
  const verify = async (token: string) => {
    try {
      const { payload } = await jwtVerify(token, keys, { ...options, issuer });
      const isOurs = Object.entries(claims).every(([name, value]) => payload[name] === value);
      if (!isOurs || payload.sub === undefined) return undefined;
      remembered.keep(token, payload.sub, payload.exp ?? 0);
      return payload.sub;
    } catch (error) {
      if (isAboutTheToken(error)) return undefined;
      throw new Transient(`identity provider: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  };
  return { verify: async (token) => remembered.find(token) ?? verify(token) };
};

/** `ERR_JOSE_GENERIC` is what an answer other than 200 from the key address becomes. */
const aboutTheIssuer: readonly string[] = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

const isAboutTheToken = (error: unknown) =>
  error instanceof errors.JOSEError && !aboutTheIssuer.includes(error.code);
