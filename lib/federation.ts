import { SecretValue } from 'aws-cdk-lib';
import {
  ProviderAttribute,
  type UserPool,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Federation } from './settings.ts';

/** Lets people sign in with the region's own account: SITHS, Freja or Entra ID, by OIDC or SAML. */
export const makeProvider = (scope: Construct, pool: UserPool, given: Federation) => {
  const { name } = given;
  const common = {
    userPool: pool,
    name,
    attributeMapping: {
      email: ProviderAttribute.other(given.emailClaim),
      fullname: ProviderAttribute.other(given.nameClaim),
    },
  };
  const construct =
    given.kind === 'oidc'
      ? new UserPoolIdentityProviderOidc(scope, 'Provider', {
          ...common,
          issuerUrl: given.issuer,
          clientId: given.clientId,
          // A reference that CloudFormation resolves: the secret itself is never in the template.
          clientSecret: SecretValue.secretsManager(given.clientSecretName).unsafeUnwrap(),
          scopes: ['openid', 'email', 'profile'],
        })
      : new UserPoolIdentityProviderSaml(scope, 'Provider', {
          ...common,
          metadata: UserPoolIdentityProviderSamlMetadata.url(given.metadataUrl),
        });
  return { construct, name: UserPoolClientIdentityProvider.custom(name) };
};
