import { type CryptoKey, SignJWT } from 'jose';

/** The identity provider of the template, as far as a browser and the office ask it, signed with a key of our own. */
export interface IdentityAtHome {
  /** What is answered at a path under the issuer; undefined when it is none of the provider's. */
  answer(path: string, body: string): Promise<unknown>;
  /** What the provider would send a browser back with. */
  codeFor(subject: string, authorizationUrl: URL): string;
}

interface Options {
  readonly issuer: string;
  readonly clientId: string;
  readonly key: CryptoKey;
  readonly now: () => number;
}

/** Cognito's shape: code with PKCE, an id token for the app client. */
export const identityAtHome = ({ issuer, clientId, key, now }: Options): IdentityAtHome => {
  const idToken = (code: string) => {
    const { subject, nonce } = JSON.parse(Buffer.from(code, 'base64url').toString()) as Record<
      string,
      string
    >;
    const seconds = Math.floor(now() / 1000);
    return new SignJWT({ nonce, token_use: 'id' })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setSubject(subject ?? '')
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 3600)
      .sign(key);
  };
  return {
    answer: async (path, body) => {
      if (path === '/.well-known/openid-configuration') {
        return {
          issuer,
          authorization_endpoint: 'https://besvarad.auth.example/oauth2/authorize',
          token_endpoint: `${issuer}/oauth2/token`,
          jwks_uri: `${issuer}/.well-known/jwks.json`,
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
        };
      }
      if (path !== '/oauth2/token') return undefined;
      const code = new URLSearchParams(body).get('code') ?? '';
      return { access_token: 'none', token_type: 'Bearer', expires_in: 3600, id_token: await idToken(code) };
    },
    codeFor: (subject, authorizationUrl) => {
      const nonce = authorizationUrl.searchParams.get('nonce') ?? '';
      return Buffer.from(JSON.stringify({ subject, nonce })).toString('base64url');
    },
  };
};
