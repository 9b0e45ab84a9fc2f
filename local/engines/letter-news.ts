import { createServer, type IncomingMessage } from 'node:http';
import { listen, loopback } from './free-port.ts';

/** What SES would publish of a letter. */
export type SesEvent = Readonly<Record<string, unknown>>;

/** Stands before the letter sink and tells what becomes of each letter, as SES does afterwards by its topic. */
export interface LetterNewsAgent {
  /** For the SES client, in the place of the sink's. */
  readonly endpoint: string;
  /** Hands on what has not been taken yet, in order; what is refused waits for the next time. */
  deliver(): Promise<void>;
  stop(): Promise<void>;
}

/** How SES's mailbox simulator answers, by the part of the address before `@` and any label. */
const simulated: Readonly<Record<string, (at: string) => readonly SesEvent[]>> = {
  bounce: (timestamp) => [bounce('Permanent', 'General', timestamp)],
  suppressionlist: (timestamp) => [bounce('Permanent', 'OnAccountSuppressionList', timestamp)],
  ooto: (timestamp) => [delivery(timestamp), bounce('Transient', 'General', timestamp)],
  complaint: (timestamp) => [
    delivery(timestamp),
    { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse', timestamp } },
  ],
};
const delivery = (timestamp: string): SesEvent => ({ eventType: 'Delivery', delivery: { timestamp } });
const bounce = (bounceType: string, bounceSubType: string, timestamp: string): SesEvent => ({
  eventType: 'Bounce',
  bounce: { bounceType, bounceSubType, timestamp },
});

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Headers of a raw letter, unfolded. */
const headersOf = (raw: string) => {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line) => {
      const at = line.indexOf(':');
      return { name: line.slice(0, at), value: line.slice(at + 1).trim() };
    });
};

/** The events of a letter that the sink has taken. */
const eventsOf = (asked: string, answered: string): SesEvent[] => {
  const messageId = /<MessageId>([^<]+)<\/MessageId>/.exec(answered)?.[1];
  const form = new URLSearchParams(asked);
  const destination = form.get('Destinations.member.1');
  if (messageId === undefined || destination === null) return [];
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('latin1');
  const timestamp = new Date().toISOString();
  const mail = { timestamp, messageId, destination: [destination], headers: headersOf(raw) };
  const [mailbox = ''] = destination.toLowerCase().split(/[+@]/, 1);
  const told = simulated[mailbox]?.(timestamp) ?? [delivery(timestamp)];
  return told.map((event) => ({ ...event, mail }));
};

/**
 * @param sink where the letters go
 * @param publish takes one event, as SNS hands it to Lambda; it is offered again when it throws
 */
export const startLetterNews = async (
  sink: string,
  publish: (event: unknown) => Promise<unknown>,
): Promise<LetterNewsAgent> => {
  const untold: SesEvent[] = [];
  const server = createServer((message, response) => {
    const pass = async () => {
      const body = await bodyOf(message);
      const { authorization = '', 'content-type': type = '' } = message.headers;
      const headers = { authorization, 'content-type': type };
      const answer = await fetch(new URL(message.url ?? '/', sink), { method: 'POST', headers, body });
      const text = await answer.text();
      if (answer.ok) untold.push(...eventsOf(body.toString(), text));
      response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(text);
    };
    pass().catch(() => response.destroy());
  });
  const port = await listen(server);
  return {
    endpoint: `http://${loopback}:${port}`,
    deliver: async () => {
      for (const event of untold.splice(0)) {
        const record = { Sns: { Message: JSON.stringify(event) } };
        await publish({ Records: [record] }).catch(() => untold.push(event));
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
