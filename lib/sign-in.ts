import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { makeProvider } from './federation.ts';
import type { Settings } from './settings.ts';
import { invitation, verification } from './sign-in-letters.ts';

/** Where a command line on the person's own machine takes the code (RFC 8252), as the first administrator's does. */
const loopback = 'http://localhost:8976/';

const cognitoOnly = [UserPoolClientIdentityProvider.COGNITO];

const groups = [
  ['medarbetare', 'Anställda: registratorer, sekreterare, handläggare'],
  ['fortroendevalda', 'Förtroendevalda och gruppsekreterare'],
] as const;

/**
 * Who people are. What they may do is the record's to say, by the subject of the token; the groups here give no rights
 * and only help whoever keeps the pool to see who is who. The pages of Cognito have no Swedish (AWS lists twelve
 * languages); the letters do, and with federation people meet their own region's page.
 */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;
  readonly issuer: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.pool = this.makePool(settings);
    this.issuer = `https://cognito-idp.${settings.region}.amazonaws.com/${this.pool.userPoolId}`;
    for (const [name, description] of groups) this.pool.addGroup(name, { groupName: name, description });
    this.client = this.makeClient(settings);
    this.domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `besvarad-${settings.stage}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  private makePool({ organisation }: Settings): UserPool {
    return new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: invitation(organisation),
      userVerification: verification(organisation),
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Code with PKCE and no secret: a browser or a command line cannot keep one. */
  private makeClient({ federation, siteUrl }: Settings): UserPoolClient {
    const provider = federation === undefined ? undefined : makeProvider(this, this.pool, federation);
    const client = this.pool.addClient('Office', {
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [...(siteUrl === undefined ? [] : [`${siteUrl}/kontor/inloggad`]), loopback],
        logoutUrls: [...(siteUrl === undefined ? [] : [`${siteUrl}/`]), loopback],
      },
      authFlows: {},
      supportedIdentityProviders: provider === undefined ? cognitoOnly : [...cognitoOnly, provider.name],
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    if (provider !== undefined) client.node.addDependency(provider.construct);
    return client;
  }
}
