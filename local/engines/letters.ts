import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { choosePort, loopback, PortBusy } from './free-port.ts';

export interface LetterSinkOptions {
  /** Any free one when absent. */
  readonly port?: number;
  /** Told if the sink ends without having been stopped. */
  readonly onExit?: (reason: string) => void;
}

export interface LetterSink {
  /** For the SES client. */
  readonly endpoint: string;
  /** For people. */
  readonly inboxUrl: string;
  stop(): Promise<void>;
}

const started = z.object({ port: z.int().optional() });

/** Waits for the thread's word on which port it got. */
const portOf = (worker: Worker): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    worker.once('message', (message) => resolve(started.parse(message).port));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The letter sink ended before it had started')));
  });

/**
 * Starts a stand-in for SES which sends nothing and shows every letter on an inbox page. Its limits: letters live in
 * memory and are gone at stop; nothing is ever dropped before that, so a long run of many letters grows (`POST
 * /clear-store` empties it); `at` is in whole seconds; recipients are those of the `To` header, not `Destinations`.
 *
 * It runs in a thread of its own because one bad request can make it reject into nowhere, which would end the
 * process, and with an empty environment, or `SMTP_TRANSPORT` in the operator's would make it send real mail.
 */
export async function startLetterSink({ port, onExit }: LetterSinkOptions = {}): Promise<LetterSink> {
  if (port !== undefined) await choosePort(port);
  const worker = new Worker(new URL('./letters-worker.ts', import.meta.url), {
    workerData: { port: port ?? 0 },
    env: { NODE_ENV: 'test' },
  });
  const granted = await portOf(worker);
  if (granted === undefined) {
    await worker.terminate();
    throw new PortBusy(port ?? 0);
  }
  let stopping = false;
  let fault = 'the letter sink ended';
  worker.on('error', (error) => {
    fault = error instanceof Error ? error.message : String(error);
  });
  worker.on('exit', () => {
    if (!stopping) onExit?.(fault);
  });
  const endpoint = `http://${loopback}:${granted}`;
  return {
    endpoint,
    inboxUrl: `${endpoint}/`,
    stop: async () => {
      stopping = true;
      await worker.terminate();
    },
  };
}

const storedLetter = z
  .object({
    messageId: z.string(),
    destination: z.object({ to: z.array(z.string()) }),
    subject: z.string(),
    body: z.object({ text: z.string().optional(), html: z.string().optional() }),
    at: z.number(),
  })
  .transform(({ messageId, destination, subject, body, at }) => ({
    messageId,
    to: destination.to,
    subject,
    text: body.text,
    html: body.html,
    at: new Date(at * 1000),
  }));
const store = z.object({ emails: z.array(storedLetter) });

/** A letter as the sink keeps it; `to` holds address headers as written, with names. */
export type StoredLetter = z.infer<typeof storedLetter>;

/** Every letter the sink has taken since it started, oldest first; with `since`, from that second on. */
export async function readStore(endpoint: string, since?: Date): Promise<readonly StoredLetter[]> {
  const url = new URL('/store', endpoint);
  if (since !== undefined) url.searchParams.set('since', String(Math.floor(since.getTime() / 1000)));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The letter sink answered ${response.status}`);
  return store.parse(await response.json()).emails;
}
