import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { Transient } from '../failures.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';

/** Where tokens come from and for whom they must be meant. */
export interface TokenVerifierOptions {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audience: string;
}

/**
 * Verifies access tokens of an OIDC issuer: signature, issuer, audience, expiry, and that it is an access token
 * (`at+jwt`), so that an id token cannot pass for one.
 * @throws Transient when the issuer's keys cannot be fetched
 */
export const makeTokenVerifier = ({ issuer, jwksUri, audience }: TokenVerifierOptions): TokenVerifier => {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  return {
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          typ: 'at+jwt',
          algorithms: ['ES256', 'RS256'],
        });
        return payload.sub;
      } catch (error) {
        if (isAboutTheToken(error)) return undefined;
        throw new Transient(`identity provider: ${error instanceof Error ? error.name : 'unknown'}`);
      }
    },
  };
};

const isAboutTheToken = (error: unknown) =>
  error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
