import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { DemoPerson } from '../demo-people.ts';
import { resource, resourceServer } from './token-audience.ts';

/** The grant type of the command line. It exists on one machine only, and nowhere near the product's own code. */
export const demoPersonGrant = 'urn:besvarad:demo-person';

/**
 * Lets the command line ask for a token as a demo person, without a browser:
 * `curl -d grant_type=urn:besvarad:demo-person -d client_id=besvarad-cli -d person=jessica.carlqvist $ISSUER/token`
 */
export function registerDemoPersonGrant(provider: Provider, people: readonly DemoPerson[]): void {
  const subjects = new Set(people.map((person) => person.subject));
  provider.registerGrantType(
    demoPersonGrant,
    async (context) => {
      const { person } = context.oidc.params;
      if (typeof person !== 'string' || !subjects.has(person)) {
        throw new errors.CustomOIDCProviderError('invalid_grant', 'person is not one of the demo people');
      }
      const { client } = context.oidc;
      const token = new provider.AccessToken({ accountId: person, client, gty: demoPersonGrant });
      token.resourceServer = new provider.ResourceServer(resource, resourceServer);
      context.body = {
        access_token: await token.save(),
        expires_in: token.expiration,
        token_type: token.tokenType,
      };
    },
    ['person'],
  );
}
