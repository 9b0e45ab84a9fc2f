import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableInput } from '../../lambdas/adapters/dynamodb/create-table.ts';
import { readConnections, readSignIn } from '../../lambdas/config.ts';
import { type FunctionName, functions, machines } from '../../lambdas/manifest.ts';
import { eventFunctionNames } from '../../local/functions.ts';
import { routeOf, routesOf } from './support/http-event.ts';
import { type Synthesized, synthesize } from './support/synthesize.ts';

let stack: Synthesized;
beforeAll(() => {
  stack = synthesize({ isChecked: true });
}, 300_000);
afterAll(() => stack.remove());

const environmentOf = (name: FunctionName) => stack.environmentOf(name, (reference) => reference);

describe('one machine and AWS agree', () => {
  it('on the table and its indexes', () => {
    const { TableName: _, ...local } = tableInput('any');
    const names = (given: readonly { AttributeName?: string | undefined }[] | undefined) =>
      (given ?? []).map((each) => each.AttributeName).sort();
    const [table] = stack.ofType('AWS::DynamoDB::Table');
    const deployed = table?.[1].Properties;
    expect(deployed).toMatchObject({
      BillingMode: local.BillingMode,
      KeySchema: local.KeySchema,
      GlobalSecondaryIndexes: local.GlobalSecondaryIndexes,
    });
    expect(names(deployed?.AttributeDefinitions as [])).toEqual(names(local.AttributeDefinitions));
  });

  it('on the functions', () => {
    const http = functions.filter((spec) => 'routes' in spec).map(({ name }) => name);
    const reading = functions.filter((spec) => 'reads' in spec).map(({ name }) => name);
    expect([...stack.functionIds.values()].sort()).toEqual(
      [...eventFunctionNames, ...http, ...reading].sort(),
    );
    stack.assertions.resourceCountIs('AWS::Lambda::Function', functions.length);
  });

  it.each(functions)('on what $name is told', ({ name }) => {
    const environment = environmentOf(name);
    const { tableName, stateMachineArn, configurationSetName } = readConnections({
      ...environment,
      AWS_REGION: 'eu-north-1',
    });
    expect(tableName).toBe(environment.TABLE_NAME);
    expect(stateMachineArn).toBe(environment.STATE_MACHINE_ARN ?? '');
    expect(configurationSetName).toBe(environment.MAIL_CONFIGURATION_SET);
    if (name === 'office' || name === 'papers')
      expect(readSignIn(environment).audience).toBe(environment.OIDC_AUDIENCE);
  });

  it('on the routes', () => {
    const deployed = routesOf(stack);
    for (const spec of functions) {
      const own = deployed.filter((route) => route.name === spec.name).map(({ key }) => key.split(' ')[1]);
      expect([...new Set(own)]).toEqual('routes' in spec ? [...spec.routes] : []);
    }
  });

  it.each([
    ['GET', '/', 'public-site'],
    ['GET', '/motioner/c1', 'public-site'],
    ['GET', '/apix', 'public-site'],
    ['GET', '/api', 'office'],
    ['POST', '/api/cases', 'office'],
    ['GET', '/api/cases/c1', 'office'],
    ['GET', '/api/cases/c1/papers/answer.pdf', 'papers'],
    ['GET', '/api/reports/papers/open-motions.pdf', 'papers'],
    ['GET', '/kontor/papper/arenden/c1/answer.pdf', 'papers'],
    ['PUT', '/api/people/p1', 'office'],
    ['POST', '/motioner/c1', undefined],
  ])('%s %s goes to %s', (method, path, name) => {
    expect(routeOf(stack, method, path)?.name).toBe(name);
  });

  it('on the machine: every placeholder of every file is filled, and nothing else', () => {
    for (const file of Object.values(machines)) {
      const placeholders = new Set(readFileSync(file, 'utf8').match(/\$\{\w+\}/g));
      const known = functions.flatMap((spec) =>
        'placeholder' in spec ? [{ name: spec.name, placeholder: spec.placeholder }] : [],
      );
      expect([...placeholders].sort()).toEqual(known.map((each) => `\${${each.placeholder}}`).sort());
      const [machine] = stack.ofType('AWS::StepFunctions::StateMachine');
      const filled = machine?.[1].Properties.DefinitionSubstitutions as Record<string, unknown>;
      const functionOf = (value: unknown) =>
        [...stack.functionIds].find(([id]) => JSON.stringify(value).includes(`"${id}"`))?.[1];
      const named = Object.entries(filled).map(([placeholder, value]) => ({
        name: functionOf(value),
        placeholder,
      }));
      expect(named).toEqual(known);
    }
  });
});

describe('the record', () => {
  it('is encrypted, protected, recoverable and kept', () => {
    stack.assertions.hasResource('AWS::DynamoDB::Table', {
      Properties: {
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        DeletionProtectionEnabled: true,
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('has its papers versioned, hidden, encrypted and only over TLS', () => {
    stack.assertions.hasResource('AWS::S3::Bucket', {
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' }, BucketKeyEnabled: true },
          ],
        },
      },
      DeletionPolicy: 'Retain',
    });
    stack.assertions.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      CorsConfiguration: {
        CorsRules: [{ AllowedMethods: ['PUT'], AllowedOrigins: ['*'], AllowedHeaders: ['content-type'] }],
      },
      LifecycleConfiguration: {
        Rules: [{ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }, Status: 'Enabled' }],
      },
    });
    const buckets = stack.ofType('AWS::S3::Bucket').length;
    const refusals = stack
      .ofType('AWS::S3::BucketPolicy')
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('"aws:SecureTransport":"false"'));
    expect(refusals).toHaveLength(buckets);
  });

  it('lets go of no key, log-in or machine when the stack goes', () => {
    for (const type of ['AWS::KMS::Key', 'AWS::Cognito::UserPool', 'AWS::StepFunctions::StateMachine']) {
      for (const [id, { DeletionPolicy }] of stack.ofType(type))
        expect([id, DeletionPolicy]).toEqual([id, 'Retain']);
    }
    for (const [, { Properties }] of stack.ofType('AWS::KMS::Key')) {
      expect(Properties.EnableKeyRotation).toBe(true);
    }
  });
});

describe('every function', () => {
  it.each(functions)('$name runs as the manifest says', (spec) => {
    const { name, timeoutSeconds, memoryMb } = spec;
    const architecture = 'architecture' in spec ? spec.architecture : 'arm64';
    const id = [...stack.functionIds].find(([, each]) => each === name)?.[0] ?? '';
    expect(stack.resources[id]?.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: [architecture],
      Timeout: timeoutSeconds,
      MemorySize: memoryMb,
      TracingConfig: { Mode: 'Active' },
      Environment: { Variables: { NODE_OPTIONS: '--enable-source-maps' } },
    });
  });

  it('has a log of its own that is not kept for ever', () => {
    for (const [, { Properties }] of stack.ofType('AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays).toBe(30);
    }
    const logs = stack
      .ofType('AWS::Lambda::Function')
      .map(([, { Properties }]) => JSON.stringify(Properties.LoggingConfig));
    expect(new Set(logs).size).toBe(functions.length);
  });

  it('called without waiting has a queue for what it could not take', () => {
    const withQueue = stack.ofType('AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => {
      const { Ref } = Properties.FunctionName as { Ref: string };
      return stack.functionIds.get(Ref);
    });
    expect(withQueue.sort()).toEqual(['mail-events', 'read-document', 'send-letters', 'tick']);
  });

  it('is called for the files that it reads, and for no others', () => {
    const rules = stack.ofType('AWS::Events::Rule').flatMap(([, { Properties }]) => {
      const pattern = Properties.EventPattern as { source: string[]; detail: unknown } | undefined;
      return pattern?.source.includes('aws.s3') === true ? [pattern.detail] : [];
    });
    expect(rules).toMatchObject([{ object: { key: [{ wildcard: 'intake/*/original' }] } }]);
    const buckets = stack.ofType('AWS::S3::Bucket').filter(([, { Properties }]) => {
      const told = Properties.NotificationConfiguration as { EventBridgeConfiguration?: unknown } | undefined;
      return told?.EventBridgeConfiguration !== undefined;
    });
    expect(buckets).toHaveLength(1);
  });

  it('has the concurrency that protects the others, where the account allows it', () => {
    const reserved = Object.fromEntries(
      stack.ofType('AWS::Lambda::Function').flatMap(([id, { Properties }]) => {
        const name = stack.functionIds.get(id);
        return name === undefined || Properties.ReservedConcurrentExecutions === undefined
          ? []
          : [[name, Properties.ReservedConcurrentExecutions]];
      }),
    );
    expect(reserved).toEqual({ tick: 1, 'send-letters': 5, 'public-site': 50, papers: 20, following: 5 });
  });
});

it('tells nobody a secret: not in an environment, not in an output', () => {
  const told = JSON.stringify([
    stack.template.Outputs,
    ...stack.ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties.Environment),
  ]);
  expect(told).not.toMatch(/secret|password|token_|private|resolve:|AKIA/i);
});

it('tells where to go', () => {
  expect(Object.keys(stack.template.Outputs).sort()).toMatchInlineSnapshot(`
    [
      "DashboardUrl",
      "DistributionName",
      "DkimRecords",
      "MailEventsTopic",
      "PapersBucket",
      "SignInClientId",
      "SignInIssuer",
      "SignInUrl",
      "SiteUrl",
      "StateMachineArn",
      "TableName",
      "UserPoolId",
    ]
  `);
});

it('keeps within the limits of CloudFormation', () => {
  expect(JSON.stringify(stack.template).length).toBeLessThan(1_000_000);
  expect(Object.keys(stack.resources).length).toBeLessThan(500);
});

describe('cdk-nag', () => {
  const reportIn = (outdir: string) =>
    JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports;

  it('has nothing left to say', () => {
    expect(reportIn(stack.outdir)).toEqual([]);
  });

  it('would say something of a bucket that is open', () => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'besvarad-nag-')) });
    new Bucket(new Stack(app, 'Open'), 'Bucket');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
    rmSync(app.outdir, { recursive: true });
  });

  it('is disagreed with in words', () => {
    const sources = readdirSync('lib').map((file) => readFileSync(join('lib', file), 'utf8'));
    const acknowledged = sources.flatMap(
      (text) => text.match(/id: 'AwsSolutions-[^']+',\s+reason:\s+'[^']{40,}/g) ?? [],
    );
    const all = sources.flatMap((text) => text.match(/id: 'AwsSolutions-/g) ?? []);
    expect(acknowledged).toHaveLength(all.length);
  });
});
