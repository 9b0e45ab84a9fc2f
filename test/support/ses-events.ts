/** Events as SES publishes them to SNS: every field that its documentation shows, with people of our own. */
const mailOf = (messageId: string, letterId: string, address: string) => ({
  timestamp: '2026-01-12T10:00:00.000Z',
  source: 'Region Exempel <noreply@region.example>',
  sourceArn: 'arn:aws:ses:eu-north-1:000000000000:identity/region.example',
  sendingAccountId: '000000000000',
  messageId,
  destination: [address],
  headersTruncated: false,
  headers: [
    { name: 'From', value: 'Region Exempel <noreply@region.example>' },
    { name: 'To', value: address },
    { name: 'Auto-Submitted', value: 'auto-generated' },
    { name: 'X-Letter-ID', value: encodeURI(letterId) },
    { name: 'Subject', value: '=?UTF-8?Q?Mottagen=3A_En_motion?=' },
    { name: 'MIME-Version', value: '1.0' },
  ],
  commonHeaders: {
    from: ['Region Exempel <noreply@region.example>'],
    to: [address],
    messageId,
    subject: 'Mottagen: En motion',
  },
  tags: {
    'ses:configuration-set': ['letters'],
    'ses:source-ip': ['192.0.2.0'],
    'ses:from-domain': ['region.example'],
    'ses:caller-identity': ['send-letters'],
  },
});

interface Told {
  readonly messageId: string;
  readonly letterId: string;
  readonly address: string;
}

const timestamp = '2026-01-12T10:00:05.669Z';

export const sesEvents = {
  delivery: ({ messageId, letterId, address }: Told) => ({
    eventType: 'Delivery',
    mail: mailOf(messageId, letterId, address),
    delivery: {
      timestamp,
      processingTimeMillis: 11893,
      recipients: [address],
      smtpResponse: '250 2.6.0 Message received',
      remoteMtaIp: '192.0.2.1',
      reportingMTA: 'mta.region.example',
    },
  }),
  bounce: ({ messageId, letterId, address }: Told, bounceType = 'Permanent', bounceSubType = 'General') => ({
    eventType: 'Bounce',
    bounce: {
      bounceType,
      bounceSubType,
      bouncedRecipients: [
        {
          emailAddress: address,
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: `smtp; 550 5.1.1 <${address}>... user unknown`,
        },
      ],
      timestamp,
      feedbackId: '0100-feedback',
      reportingMTA: 'dsn; mta.region.example',
    },
    mail: mailOf(messageId, letterId, address),
  }),
  complaint: ({ messageId, letterId, address }: Told, complaintFeedbackType: string | null = 'abuse') => ({
    eventType: 'Complaint',
    complaint: {
      complainedRecipients: [{ emailAddress: address }],
      timestamp,
      feedbackId: '0100-complaint',
      complaintSubType: null,
      userAgent: 'ExampleCorp Feedback Loop (V0.01)',
      ...(complaintFeedbackType === null ? {} : { complaintFeedbackType }),
      arrivalDate: timestamp,
    },
    mail: mailOf(messageId, letterId, address),
  }),
  reject: ({ messageId, letterId, address }: Told) => ({
    eventType: 'Reject',
    mail: mailOf(messageId, letterId, address),
    reject: { reason: 'Bad content' },
  }),
} as const;

/** As SNS hands them to Lambda. */
export const snsEventOf = (...messages: readonly (object | string)[]) => ({
  Records: messages.map((message) => ({
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: 'arn:aws:sns:eu-north-1:000000000000:mail-events:1',
    Sns: {
      Type: 'Notification',
      MessageId: '0f0f',
      TopicArn: 'arn:aws:sns:eu-north-1:000000000000:mail-events',
      Subject: 'Amazon SES Email Event Notification',
      Message: typeof message === 'string' ? message : JSON.stringify(message),
      Timestamp: timestamp,
      SignatureVersion: '1',
      MessageAttributes: {},
    },
  })),
});
