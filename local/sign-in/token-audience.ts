import type { ResourceServerInfo } from 'oidc-provider';

/** How long an access token lasts, in seconds. */
export const eightHours = 8 * 60 * 60;

/** The `aud` of every access token. */
export const audience = 'besvarad';

/** The office's own client: a browser that signs in at its pages. */
export const officeClient = 'besvarad-office';

/** The library wants resources named by a URI; the audience in the token is ours. */
export const resource = `urn:${audience}`;

/** Access tokens are signed JWTs that the office verifies without asking anybody. */
export const resourceServer: ResourceServerInfo = {
  scope: 'office',
  audience,
  accessTokenFormat: 'jwt',
  accessTokenTTL: eightHours,
  jwt: { sign: { alg: 'ES256' } },
};
