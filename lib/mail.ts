import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { makeDeadLetters } from './dead-letters.ts';
import type { Settings } from './settings.ts';

/**
 * Letters out, and the news of what became of them. To `events` the function `mail-events` will subscribe (it is built
 * with the documents): it marks the letter whose message bounced, opens the registrar's task, and leaves what it cannot
 * take in `deadLetters`. Until then the news goes nowhere but SES's own statistics.
 */
export class Mail extends Construct {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  readonly events: Topic;
  readonly deadLetters: Queue;
  readonly from: string;

  constructor(scope: Construct, id: string, { organisation }: Settings) {
    super(scope, id);
    this.from = organisation.mail.from;
    const domain = this.from.slice(this.from.indexOf('@') + 1);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      configurationSet: this.configurationSet,
      mailFromDomain: `brev.${domain}`,
    });
    // The domain's DNS records and its standing with SES are worth more than the stack.
    this.identity.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.events = this.makeEvents();
    this.deadLetters = makeDeadLetters(this);
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.snsTopic(this.events),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
  }

  /** Bounces quote addresses: hence a key of our own, which SES may use. */
  private makeEvents(): Topic {
    const key = new Key(this, 'Key', {
      description: 'Besvarad: bounces and complaints',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const ses = new ServicePrincipal('ses.amazonaws.com');
    const { account } = Stack.of(this);
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [ses],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
    return new Topic(this, 'Events', {
      displayName: 'Besvarad: mail events',
      masterKey: key,
      enforceSSL: true,
    });
  }

  /** The DNS records that prove the domain is ours, as name and value, for whoever keeps the zone. */
  dkimRecords(): readonly string[] {
    return this.identity.dkimRecords.map(({ name, value }) => Fn.join(' CNAME ', [name, value]));
  }
}
