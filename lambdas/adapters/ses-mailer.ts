import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { z } from 'zod';
import { Transient } from '../failures.ts';
import { LetterRefused, letterIdHeader, type Mailer, type OutgoingLetter } from '../ports/mailer.ts';

/** What the mailer needs besides the letter. */
export interface SesMailerOptions {
  /** Give it a request timeout: a call without one may hang longer than the lease on the letter. */
  readonly client: SESClient;
  readonly from: string;
  readonly fromName: string;
  readonly replyTo: string;
  /** See {@link sesMessageIdDomain}. */
  readonly messageIdDomain: string;
  /** Needed for SES to publish bounces and complaints. */
  readonly configurationSetName?: string | undefined;
}

/**
 * SES replaces Message-ID by its own id at a domain that depends on the region: `email.amazonses.com` in us-east-1,
 * `<region>.amazonses.com` everywhere else. Threads must name the id as the recipient saw it.
 */
export const sesMessageIdDomain = (region: string): string =>
  region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;

/** What SES says when the letter, and not our account or the network, is at fault. */
const faultsOfTheLetter = new Set([
  'MessageRejected',
  'InvalidParameterValue',
  'InvalidParameterValueException',
]);

/** SES also answers MessageRejected when the sender is not set up or has been stopped: that can be mended. */
const faultOfTheSender = /not verified|paused|suspended|quota/i;

const sdkError = z.object({ name: z.string().catch('Unknown'), message: z.string().catch('') });

/**
 * Sorts what the SDK threw. The error itself is dropped, because SES quotes addresses in its messages. What is not
 * the letter's fault is `Transient`, our own misconfiguration too: mended, the same letter goes out.
 */
const failureOf = (error: unknown): LetterRefused | Transient => {
  const { name, message } = sdkError.catch({ name: 'Unknown', message: '' }).parse(error);
  if (faultsOfTheLetter.has(name) && !faultOfTheSender.test(message)) return new LetterRefused(name);
  return new Transient(`SES did not take the letter: ${name}`);
};

/** RFC 8058: mail programs show a button that posts there, without asking the reader anything more. */
const unsubscribing = ({ unsubscribeUrl }: OutgoingLetter): Readonly<Record<string, string>> =>
  unsubscribeUrl === undefined
    ? {}
    : { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

const rawLetter = (options: SesMailerOptions, letter: OutgoingLetter): Promise<Buffer> => {
  const thread =
    letter.threadId === undefined ? undefined : `<${letter.threadId}@${options.messageIdDomain}>`;
  return new MailComposer({
    from: { name: options.fromName, address: options.from },
    // As an object, so that a comma cannot make two recipients of one.
    to: { name: '', address: letter.to },
    replyTo: options.replyTo,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    inReplyTo: thread,
    references: thread,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Encoded by ourselves, since SES tells the header of a letter as it went over the wire.
      [letterIdHeader]: encodeURI(letter.letterId),
      ...unsubscribing(letter),
    },
    attachments: (letter.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
};

/**
 * Sends through SES as raw MIME, so that the letters of a case can thread. An address on the suppression list is
 * taken by SES and comes back as a bounce: that is for `mail-events`, not seen here.
 */
export const makeSesMailer = (options: SesMailerOptions): Mailer => ({
  send: async (letter) => {
    if (!z.email().safeParse(letter.to).success) throw new LetterRefused('InvalidAddress');
    const command = new SendRawEmailCommand({
      Source: options.from,
      Destinations: [letter.to],
      RawMessage: { Data: await rawLetter(options, letter) },
      ConfigurationSetName: options.configurationSetName,
    });
    const { MessageId } = await options.client.send(command).catch((error: unknown) => {
      throw failureOf(error);
    });
    // Not Transient: the letter has gone, and trying again would send it twice.
    if (MessageId === undefined) throw new Error('SES took the letter and gave no message id');
    return { messageId: MessageId };
  },
});
