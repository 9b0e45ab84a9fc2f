import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Instant } from '../domain/calendar-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { makeRecord } from './adapters/dynamodb/record.ts';
import { makeSesMailer, sesMessageIdDomain } from './adapters/ses-mailer.ts';
import { makeSfnWorkflow } from './adapters/sfn-workflow.ts';
import type { Casework, Journal } from './casework/dependencies.ts';
import type { LetterDesk } from './casework/send-letters.ts';
import { journal as lambdaJournal } from './observability.ts';
import { ownPace, paceLetters } from './pace-letters.ts';
import type { InvitationStore } from './ports/invitation-store.ts';
import type { SessionStore } from './ports/session-store.ts';
import type { PublicDesk } from './public-site/app.ts';

/** How a client reaches its service: nothing on AWS, an endpoint and made-up keys on one machine. */
export interface Reach {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** What the product is connected to. */
export interface Connections {
  readonly organisation: Organisation;
  readonly tableName: string;
  readonly stateMachineArn: string;
  readonly configurationSetName?: string;
  /** As fast as SES takes them when absent. */
  readonly lettersPerSecond?: number;
  readonly dynamoDb: Reach;
  readonly stepFunctions: Reach;
  readonly ses: Reach;
  /** The business clock; real time when absent. */
  readonly now?: () => Instant;
  /** Where warnings and alarms go; the log and the metrics of Lambda when absent. */
  readonly journal?: Journal;
}

/**
 * Milliseconds a call may take; shorter than every function's own time, and than the lease on a letter. Unless told to
 * throw, the SDK only warns of a request that takes longer, and waits for ever.
 */
export const callTimeout = { requestTimeout: 8000, connectionTimeout: 2000, throwOnRequestTimeout: true };

const realNow = (): Instant => new Date().toISOString();

/** Connects the use cases to their services. The only place where adapters are chosen. */
export const connect = (
  connections: Connections,
): Casework &
  LetterDesk &
  PublicDesk & {
    readonly sessions: SessionStore;
    readonly invitations: InvitationStore;
  } => {
  const { organisation, tableName, stateMachineArn, configurationSetName, lettersPerSecond } = connections;
  const dynamoDb = new DynamoDBClient({ ...connections.dynamoDb, requestHandler: callTimeout });
  const sfn = new SFNClient({ ...connections.stepFunctions, requestHandler: callTimeout });
  // A letter whose answer was lost is the outbox's to judge: the SDK would send it again blindly.
  const ses = new SESClient({ ...connections.ses, requestHandler: callTimeout, maxAttempts: 1 });
  const mailer = makeSesMailer({
    client: ses,
    ...organisation.mail,
    messageIdDomain: sesMessageIdDomain(connections.ses.region),
    configurationSetName,
  });
  return {
    ...makeRecord({ client: dynamoDb, tableName }),
    workflow: makeSfnWorkflow({ client: sfn, stateMachineArn }),
    mailer: lettersPerSecond === undefined ? mailer : paceLetters(mailer, ownPace(lettersPerSecond)),
    organisation,
    journal: connections.journal ?? lambdaJournal,
    now: connections.now ?? realNow,
    realNow,
    newSalt: () => randomBytes(16).toString('hex'),
  };
};
