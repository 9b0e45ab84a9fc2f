import { createServer, type IncomingMessage } from 'node:http';
import { listen, loopback } from '../engines/free-port.ts';

/** One letter as it came in. */
export interface RecordedLetter {
  /** `X-Letter-ID`: the key of its row in the outbox. */
  readonly letterId: string;
  /** The message id that was answered. */
  readonly messageId: string;
  readonly at: number;
  /** Which life of the product sent it. */
  readonly life: number;
}

/** An endpoint that takes letters as SES does, keeps a journal of them, and outlives whoever sends them. */
export interface LetterRecorder {
  readonly endpoint: string;
  readonly letters: readonly RecordedLetter[];
  /** Calls once, when the next letter has been taken and is being answered: before it can be marked sent. */
  atNextLetter(act: () => void): void;
  /** Calls now whoever waits for a letter still. */
  waitNoLonger(): void;
  stop(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
};

/** What the SDK's SendRawEmail sends: a form with the raw letter in base64. */
const letterIdOf = (body: string): string => {
  const form = new URLSearchParams(body);
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('utf8');
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const id = /^X-Letter-ID:\s*(\S+)/im.exec(unfolded)?.[1];
  return id === undefined ? `unknown letter, ${form.get('Action')}` : decodeURI(id);
};

const answerOf = (messageId: string) =>
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>' +
  `<MessageId>${messageId}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>${messageId}` +
  '</RequestId></ResponseMetadata></SendRawEmailResponse>';

/** @param lifeNow tells which life of the product is running */
export const startLetterRecorder = async (lifeNow: () => number): Promise<LetterRecorder> => {
  const letters: RecordedLetter[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const take = async () => {
      const letterId = letterIdOf(await bodyOf(request));
      const messageId = `recorded-${letters.length + 1}`;
      letters.push({ letterId, messageId, at: Date.now(), life: lifeNow() });
      response.writeHead(200, { 'content-type': 'text/xml' }).end(answerOf(messageId));
      waiting.shift()?.();
    };
    // A sender that is killed while it sends breaks off: that letter was never taken.
    take().catch(() => response.destroy());
  });
  const port = await listen(server);
  return {
    endpoint: `http://${loopback}:${port}`,
    letters,
    atNextLetter: (act) => void waiting.push(act),
    waitNoLonger: () => {
      for (const act of waiting.splice(0)) act();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
