import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { listen, loopback } from '../../local/engines/free-port.ts';

/** An answer as it comes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** A call as the SDK makes it. */
export interface WireCall {
  /** The service's own name of what is asked: `TransactWriteItems`, `SendTaskSuccess`, `SendRawEmail`. */
  readonly operation: string;
  /** The port method that made it, `cases.commit`. */
  readonly method: string;
  readonly body: string;
}

/**
 * What the wire does to a call: it answers in the service's place; it breaks before the service was reached, or after
 * the service has done it; or the service does it and the answer never comes.
 */
export type Treatment = WireAnswer | 'broken before' | 'answer lost' | 'no answer';

export interface FaultProxy {
  readonly endpoint: string;
  /** Whom it stands before. */
  reach(engine: string): void;
  stop(): Promise<void>;
}

/** What stands on the wire: judges each call, and sees what the service took. */
export interface Wire {
  judge(call: WireCall): Promise<Treatment | undefined> | Treatment | undefined;
  taken(call: WireCall): void;
}

/** The header that says which port method made a call. */
export const methodHeader = 'x-port-method';

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const operationOf = (message: IncomingMessage, body: string): string => {
  const target = message.headers['x-amz-target'];
  if (typeof target === 'string') return target.slice(target.indexOf('.') + 1);
  const object = { PUT: 'PutObject', GET: 'GetObject' }[message.method ?? ''];
  return object ?? new URLSearchParams(body).get('Action') ?? '?';
};

const pass = (agent: Agent, engine: string, message: IncomingMessage, body: Buffer) =>
  new Promise<WireAnswer>((resolve, reject) => {
    const { method, url: path, headers } = message;
    const sent = request(engine, { method, path, headers, agent }, (answer) => {
      const type = String(answer.headers['content-type'] ?? 'text/plain');
      const version = answer.headers['x-amz-version-id'];
      const passed = { 'content-type': type, ...(version && { 'x-amz-version-id': String(version) }) };
      const status = answer.statusCode ?? 500;
      bodyOf(answer).then((text) => resolve({ status, headers: passed, body: text }), reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });

const answerWith = (response: ServerResponse, { status, headers, body }: WireAnswer) =>
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);

/** Starts a reverse proxy before one engine, which does to each call what the wire is told to do. */
export const startFaultProxy = async (wire: Wire): Promise<FaultProxy> => {
  let engine = '';
  const agent = new Agent({ keepAlive: true });
  const treat = async (message: IncomingMessage, response: ServerResponse) => {
    const raw = await bodyOf(message);
    const body = raw.toString('utf8');
    const method = String(message.headers[methodHeader] ?? '?');
    const call = { operation: operationOf(message, body), method, body };
    const treatment = await wire.judge(call);
    if (treatment === 'broken before') return message.socket.destroy();
    if (typeof treatment === 'object') return answerWith(response, treatment);
    const answer = await pass(agent, engine, message, raw);
    if (answer.status < 300) wire.taken(call);
    if (treatment === 'answer lost') return message.socket.destroy();
    if (treatment === undefined) answerWith(response, answer);
  };
  const server = createServer((message, response) => {
    treat(message, response).catch(() => message.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  const port = await listen(server);
  return {
    endpoint: `http://${loopback}:${port}`,
    reach: (given) => {
      engine = given;
    },
    stop: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
