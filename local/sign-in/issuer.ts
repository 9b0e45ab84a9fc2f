import type { OidcContext } from 'oidc-provider';
import Provider, { interactionPolicy } from 'oidc-provider';
import type { DemoPerson } from '../demo-people.ts';
import { demoPersonGrant, registerDemoPersonGrant } from './demo-person-grant.ts';
import type { SignInKeys } from './keys.ts';
import { makeMemoryAdapter } from './memory-adapter.ts';
import { faultPage } from './page.ts';
import { eightHours, officeClient, resource, resourceServer } from './token-audience.ts';

const tenMinutes = 10 * 60;

/** Consent is ours to give: the clients are our own. */
function withoutConsent() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function grantEverything({ oidc }: OidcContext) {
  const { client, session, provider } = oidc;
  if (session.accountId === undefined) return undefined;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(resource, resourceServer.scope);
  await grant.save();
  return grant;
}

interface IssuerOptions {
  readonly people: readonly DemoPerson[];
  readonly redirectUris: readonly string[];
  readonly keys: SignInKeys;
}

const publicClient = { token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256' };

/** The OpenID provider: authorization code with PKCE for the office, the demo grant for the command line. */
export function makeIssuer(issuer: string, { people, redirectUris, keys }: IssuerOptions): Provider {
  const subjects = new Set(people.map((person) => person.subject));
  const provider = new Provider(issuer, {
    adapter: makeMemoryAdapter(),
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: keys.cookies,
      // A path nobody asks for, so that no browser brings its session back: one browser can then change person
      // each time it signs in, where the library would first have the old one signed out by a page with a script.
      long: { path: '/no-single-sign-on' },
      // Cookies do not tell ports apart, and everything here is on one address.
      names: { session: 'sign_in_session', interaction: 'sign_in', resume: 'sign_in_resume' },
    },
    clients: [
      {
        ...publicClient,
        client_id: officeClient,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: redirectUris,
      },
      {
        ...publicClient,
        client_id: 'besvarad-cli',
        grant_types: [demoPersonGrant],
        response_types: [],
        redirect_uris: [],
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    scopes: ['openid'],
    claims: { openid: ['sub'] },
    findAccount: (_context: OidcContext, accountId: string) =>
      subjects.has(accountId) ? { accountId, claims: () => ({ sub: accountId }) } : undefined,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer,
      },
    },
    // Identity and nothing else: what a person may do is the product's record to say.
    formats: {
      customizers: {
        jwt: (_context: OidcContext, _token: unknown, jwt: { payload: Record<string, unknown> }) => {
          const { iss, sub, aud, exp, iat } = jwt.payload;
          jwt.payload = { iss, sub, aud, exp, iat };
        },
      },
    },
    interactions: { policy: withoutConsent() },
    loadExistingGrant: grantEverything,
    pkce: { required: () => true },
    renderError: (context: OidcContext, out: { error: string; error_description?: string }) => {
      context.type = 'html';
      context.body = faultPage('Inloggningen gick inte att genomföra', out.error_description ?? out.error);
    },
    ttl: {
      AccessToken: eightHours,
      AuthorizationCode: 60,
      Grant: tenMinutes,
      IdToken: eightHours,
      Interaction: tenMinutes,
      Session: tenMinutes,
    },
  });
  provider.on('server_error', (_context, error) => console.error('sign-in:', error));
  registerDemoPersonGrant(provider, people);
  return provider;
}
