import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Transient } from '../failures.ts';
import type { IdentityProvider } from '../ports/identity-provider.ts';

export interface IdentityProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
}

/** Without encryption only to this machine itself, where the issuer of one machine listens. */
const isLoopback = (issuer: string) => /^http:\/\/127\.0\.0\.1(:|\/|$)/.test(issuer);

/** OpenID Connect with `openid-client`. What the issuer can do is asked of it once. */
export const makeIdentityProvider = ({ issuer, clientId }: IdentityProviderOptions): IdentityProvider => {
  let known: Promise<Configuration> | undefined;
  const ask = () =>
    discovery(new URL(issuer), clientId, undefined, None(), {
      execute: isLoopback(issuer) ? [allowInsecureRequests] : [],
    });
  const configuration = async (): Promise<Configuration> => {
    known ??= ask();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw unreachable(error);
    }
  };
  return {
    begin: async (redirectUri) => {
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        // Always asked: who has signed out at a shared desk is not signed in again by a click.
        prompt: 'login',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, state, nonce, verifier };
    },
    finish: async (answer, { state, nonce, verifier }) => {
      const config = await configuration();
      try {
        const tokens = await authorizationCodeGrant(config, answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
        });
        return tokens.claims()?.sub;
      } catch (error) {
        if (isAboutTheAnswer(error)) return undefined;
        throw unreachable(error);
      }
    },
  };
};

/** The status of the answer that an error is about, however deep its causes lie. */
const statusOf = (error: unknown): number => {
  if (typeof error !== 'object' || error === null) return 0;
  if ('status' in error && typeof error.status === 'number') return error.status;
  return 'cause' in error ? statusOf(error.cause) : 0;
};

/** The provider cannot now, which says nothing of who asks. */
const isBusy = (error: unknown) => {
  const status = statusOf(error);
  return status >= 500 || status === 429 || status === 408;
};

/** The provider said no, or what came back was not what had been asked for. */
const isAboutTheAnswer = (error: unknown) =>
  !isBusy(error) &&
  (error instanceof AuthorizationResponseError ||
    error instanceof ResponseBodyError ||
    (error instanceof ClientError && error.code !== 'OAUTH_TIMEOUT'));

const unreachable = (error: unknown) =>
  new Transient(`identity provider: ${error instanceof Error ? error.name : 'unknown'}`);
