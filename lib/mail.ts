import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
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
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { makeDeadLetters } from './dead-letters.ts';
import type { Settings } from './settings.ts';

/**
 * Letters out, and the news of what became of them: `mail-events` reads it from `events`, marks the letter, and opens
 * the registrar's task when it did not come. What does not reach the function lies in `deadLetters`.
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
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  /** Lets a function read the news. */
  tell(reader: Lambda) {
    this.events.addSubscription(new LambdaSubscription(reader, { deadLetterQueue: this.deadLetters }));
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
