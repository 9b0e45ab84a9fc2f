import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Match } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functions, machines } from '../../lambdas/manifest.ts';
import { type Resource, type Synthesized, synthesize } from './support/synthesize.ts';

const validate: (definition: unknown) => { errorsText(): string } = createRequire(import.meta.url)(
  'asl-validator',
);

let stack: Synthesized;
let production: Synthesized;
beforeAll(() => {
  stack = synthesize();
  production = synthesize({ stage: 'production' });
}, 300_000);
afterAll(() => {
  stack.remove();
  production.remove();
});

describe('the machine', () => {
  it('logs no data, and traces', () => {
    stack.assertions.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
      TracingConfiguration: { Enabled: true },
      StateMachineType: 'STANDARD',
    });
  });

  it.each(Object.values(machines))('%s is valid and within the limits', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(validate(JSON.parse(text)).errorsText()).toBe('');
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
  });

  it('waits longer for a task than the function may take', () => {
    const { States } = JSON.parse(readFileSync(machines.motion, 'utf8')) as {
      States: Record<
        string,
        { TimeoutSeconds?: number; Parameters?: { FunctionName?: string; InvocationType?: string } }
      >;
    };
    for (const [name, { TimeoutSeconds, Parameters }] of Object.entries(States)) {
      if (Parameters?.FunctionName === undefined || Parameters.InvocationType === 'Event') continue;
      const spec = functions.find(
        (each) => 'placeholder' in each && `\${${each.placeholder}}` === Parameters.FunctionName,
      );
      expect([name, (TimeoutSeconds ?? 0) > (spec?.timeoutSeconds ?? Infinity)]).toEqual([name, true]);
    }
  });

  it('that fails, times out or is aborted calls tick to sweep; the schedules call it too', () => {
    const inputs = stack.ofType('AWS::Events::Rule').map(([, { Properties }]) => {
      const [target] = Properties.Targets as { Input: string; DeadLetterConfig?: unknown }[];
      expect(target?.DeadLetterConfig).toBeDefined();
      return [Properties.ScheduleExpression ?? 'execution ended', target?.Input];
    });
    expect(Object.fromEntries(inputs)).toEqual({
      'cron(0/5 * * * ? *)': '{"sweep":false}',
      'cron(33 * * * ? *)': '{"sweep":true}',
      'execution ended': '{"sweep":true}',
    });
    stack.assertions.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] }, source: ['aws.states'] },
    });
  });
});

describe('the doors', () => {
  it('are throttled and logged without paths and addresses', () => {
    const [found] = stack.ofType('AWS::ApiGatewayV2::Stage');
    expect(found?.[1].Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
    const { Format } = (found as [string, Resource])[1].Properties.AccessLogSettings as { Format: string };
    expect(Format).not.toMatch(/path|sourceIp|authorizer|userAgent/i);
  });

  it('throttle by itself the one that anybody can have something written through', () => {
    const settings = { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 10 };
    stack.assertions.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      RouteSettings: {
        'ANY /prenumerera': Match.objectLike(settings),
        'ANY /prenumerera/{proxy+}': Match.objectLike(settings),
      },
    });
  });

  it('stand behind CloudFront: public pages for a minute, the office never kept', () => {
    stack.assertions.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { AllowedMethods: ['GET', 'HEAD'], ViewerProtocolPolicy: 'redirect-to-https' },
        CacheBehaviors: [
          ...['/api*', '/kontor*', '/prenumerera*'].map((PathPattern) =>
            Match.objectLike({ PathPattern, CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad' }),
          ),
        ],
      },
    });
    stack.assertions.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: { DefaultTTL: 60, MaxTTL: 300 },
    });
  });

  it('have a name, TLS 1.2 and a limit for each client in production', () => {
    production.assertions.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['motioner.region.example'],
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
        WebACLId: Match.stringLikeRegexp('^arn:aws:wafv2:us-east-1:'),
      },
    });
    production.edge.hasResourceProperties('AWS::WAFv2::WebACL', {
      Rules: [
        Match.objectLike({ Statement: { RateBasedStatement: Match.objectLike({ AggregateKeyType: 'IP' }) } }),
      ],
    });
  });
});

describe('sign-in', () => {
  it('is by invitation, with a second factor, in Swedish where it can', () => {
    stack.assertions.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        InviteMessageTemplate: { EmailSubject: Match.stringLikeRegexp('^Ditt konto') },
      },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
    stack.assertions.resourceCountIs('AWS::Cognito::UserPoolGroup', 2);
  });

  it('gives codes, never tokens in an address, to a client without a secret', () => {
    stack.assertions.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      SupportedIdentityProviders: ['COGNITO'],
    });
  });

  it('is federated by SAML or by OIDC, from configuration', () => {
    production.assertions.hasResourceProperties('AWS::Cognito::UserPoolIdentityProvider', {
      ProviderType: 'SAML',
      ProviderDetails: { MetadataURL: 'https://idp.region.example/metadata.xml' },
    });
    production.assertions.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      SupportedIdentityProviders: ['COGNITO', 'Region'],
    });
  });

  it('keeps the secret of an OIDC provider out of the template', () => {
    const federation = {
      kind: 'oidc',
      name: 'Entra',
      issuer: 'https://login.region.example',
      clientId: 'besvarad',
      clientSecretName: 'besvarad/entra',
    };
    const stages = { test: { alarmEmail: 'drift@region.example', federation } };
    const federated = synthesize({ stages });
    federated.assertions.hasResourceProperties('AWS::Cognito::UserPoolIdentityProvider', {
      ProviderType: 'OIDC',
      ProviderDetails: Match.objectLike({
        client_secret: '{{resolve:secretsmanager:besvarad/entra:SecretString:::}}',
      }),
    });
    federated.remove();
  }, 120_000);
});

describe('letters', () => {
  it('leave from a domain of ours, over TLS, and what becomes of them is told to a topic', () => {
    stack.assertions.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'region.example' });
    stack.assertions.hasResourceProperties('AWS::SES::ConfigurationSet', {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    });
    stack.assertions.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        MatchingEventTypes: ['delivery', 'bounce', 'complaint', 'reject'],
        SnsDestination: Match.anyValue(),
      },
    });
  });

  it('leave no faster than the configuration says, whoever sends them', () => {
    const rates = functions.flatMap(({ name }) => {
      const { MAIL_PER_SECOND } = stack.environmentOf(name, (reference) => reference);
      return MAIL_PER_SECOND === undefined ? [] : [[name, Number(MAIL_PER_SECOND)] as const];
    });
    expect(rates).toEqual([
      ['send-letters', 1.4],
      ['tick', 7],
    ]);
  });

  it('are told of to mail-events, and what it cannot be told lies in a queue that is watched', () => {
    const [subscription] = stack
      .ofType('AWS::SNS::Subscription')
      .filter(([, { Properties }]) => Properties.Protocol === 'lambda');
    const { TopicArn, Endpoint, RedrivePolicy } = subscription?.[1].Properties ?? {};
    expect(JSON.stringify(TopicArn)).toContain('MailEvents');
    expect(JSON.stringify(Endpoint)).toContain('mailevents');
    expect(JSON.stringify(RedrivePolicy)).toContain('MailDeadLetters');
    stack.assertions.hasResourceProperties('AWS::Lambda::Permission', {
      Principal: 'sns.amazonaws.com',
      SourceArn: TopicArn,
    });
  });
});

describe('alarms', () => {
  const kinds = [
    'DeadLetters',
    'DeadlinePassed',
    'ExecutionFailed',
    'LetterFailed',
    'ServerErrors',
    'Throttled',
    'TickLate',
  ];

  it('go, each to a topic of its own, encrypted and to the operator', () => {
    const alarms = stack.ofType('AWS::CloudWatch::Alarm');
    const topics = alarms.map(([, { Properties }]) => JSON.stringify(Properties.AlarmActions));
    expect(alarms.map(([id]) => stack.pathOf(id).split('/').at(-2)).sort()).toEqual(kinds);
    expect(new Set(topics).size).toBe(kinds.length);
    for (const [, { Properties }] of stack.ofType('AWS::SNS::Topic'))
      expect(Properties.KmsMasterKeyId).toBeDefined();
    const subscribed = stack.ofType('AWS::SNS::Subscription');
    expect(subscribed.filter(([, { Properties }]) => Properties.Protocol === 'email')).toHaveLength(
      kinds.length,
    );
  });

  it('are each in the operator’s book', () => {
    const book = readFileSync('docs/operations.md', 'utf8');
    for (const kind of kinds) expect(book).toContain(`### ${kind}`);
  });

  it('stand on one dashboard', () => {
    stack.assertions.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });
});
