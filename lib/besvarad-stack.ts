import { join } from 'node:path';
import { Aws, CfnOutput, Stack, type StackProps, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { functions as manifest } from '../lambdas/manifest.ts';
import { Alarms, type Watched } from './alarms.ts';
import { Api } from './api.ts';
import { Arrivals } from './arrivals.ts';
import { Clockwork } from './clockwork.ts';
import { makeDashboard } from './dashboard.ts';
import { makeDeadLetters } from './dead-letters.ts';
import { environmentOf } from './environment.ts';
import { Front } from './front.ts';
import { type Bundler, Functions } from './functions.ts';
import { Mail } from './mail.ts';
import { TheRecord } from './record.ts';
import type { Settings } from './settings.ts';
import { SignIn } from './sign-in.ts';
import { Workflow } from './workflow.ts';

export interface BesvaradStackProps extends StackProps {
  readonly settings: Settings;
  readonly bundle: Bundler;
}

/** One stage of one organisation: everything but what must be in us-east-1. */
export class BesvaradStack extends Stack {
  constructor(scope: Construct, id: string, { settings, bundle, ...props }: BesvaradStackProps) {
    const { stage, organisation } = settings;
    super(scope, id, {
      ...props,
      description: `Besvarad ${stage}: ${organisation.name}`,
      terminationProtection: true,
    });
    const name = `besvarad-${stage}`;
    const record = new TheRecord(this, 'Record', settings);
    const mail = new Mail(this, 'Mail', settings);
    const signIn = new SignIn(this, 'SignIn', settings);
    const deadLetters = makeDeadLetters(this);
    // By name, not by reference: functions and machine name each other.
    const stateMachineArn = `arn:${Aws.PARTITION}:states:${settings.region}:${this.account}:stateMachine:${name}`;
    const functions = new Functions(this, 'Functions', {
      settings,
      bundles: bundle(join(Stage.of(this)?.outdir ?? 'cdk.out', 'bundles')),
      environmentOf: environmentOf({ settings, record, mail, signIn, stateMachineArn }),
      deadLetters,
      table: record.table,
      files: record.papers,
      key: record.key,
      stateMachineArn,
      mail,
    });
    mail.tell(functions.of('mail-events'));
    new Arrivals(this, 'Arrivals', { files: record.papers, functions, deadLetters });
    const { machine } = new Workflow(this, 'Workflow', { settings, name, functions });
    const tick = functions.of('tick');
    new Clockwork(this, 'Clockwork', { tick, stateMachineArn, deadLetters });
    const { api, domainName } = new Api(this, 'Api', { settings, functions });
    const front = new Front(this, 'Front', {
      settings,
      apiDomainName: domainName,
      accessLogs: record.accessLogs,
    });
    const others = manifest
      .map((spec) => spec.name)
      .filter((each) => !['tick', 'send-letters', 'mail-events', 'read-document'].includes(each));
    const watched: Watched = {
      machine,
      api,
      tick,
      others: others.map((each) => functions.of(each)),
      deadLetters: [deadLetters, mail.deadLetters],
    };
    const alarms = new Alarms(this, 'Alarms', watched, settings.alarmEmail);
    makeDashboard(this, 'Dashboard', { ...watched, name, alarms, table: record.table });
    this.tell({
      SiteUrl: settings.siteUrl ?? `https://${front.distribution.distributionDomainName}`,
      DistributionName: front.distribution.distributionDomainName,
      SignInUrl: signIn.domain.baseUrl(),
      SignInIssuer: signIn.issuer,
      SignInClientId: signIn.client.userPoolClientId,
      UserPoolId: signIn.pool.userPoolId,
      TableName: record.table.tableName,
      PapersBucket: record.papers.bucketName,
      StateMachineArn: stateMachineArn,
      DashboardUrl: `https://${settings.region}.console.aws.amazon.com/cloudwatch/home#dashboards:name=${name}`,
      MailEventsTopic: mail.events.topicArn,
      DkimRecords: mail.dkimRecords().join(' | '),
    });
  }

  /** Outputs: where to go. */
  private tell(outputs: Readonly<Record<string, string>>) {
    for (const [id, value] of Object.entries(outputs)) new CfnOutput(this, id, { value });
  }
}
