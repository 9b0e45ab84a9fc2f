import { type ChildProcess, fork } from 'node:child_process';
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { join } from 'node:path';
import { nameOf, recordedCalls, recordedFileCall } from './recorded-calls.ts';

/** Where AWS's services answer. */
export interface Endpoints {
  readonly dynamoDb: string;
  readonly stepFunctions: string;
  readonly ses: string;
  readonly s3: string;
}

export interface Bundle {
  /** Calls the handler as Lambda would. @throws what it threw, by name and message */
  invoke(event: unknown, clockOffset?: number): Promise<unknown>;
  /** What it has asked of AWS, each once. */
  readonly calls: ReadonlySet<string>;
  /** What a service (`states`, `ses`) says instead, when this function calls it. */
  readonly faults: Map<string, Fault>;
  /** The longest call, in milliseconds. */
  longest(): number;
  /** Every line it wrote. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

export interface Fault {
  readonly status: number;
  readonly body: string;
}

const mailFault = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error></ErrorResponse>`;
/** Ways for a service to fail. */
export const faults = {
  denied: { status: 400, body: '{"__type":"AccessDeniedException","message":"no"}' },
  letterRefused: { status: 400, body: mailFault('MessageRejected') },
  mailBusy: { status: 400, body: mailFault('LimitExceededException') },
} as const satisfies Record<string, Fault>;

interface Answer {
  readonly id: number;
  readonly milliseconds: number;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** Loads one function's bundle in a process of its own, with a recording proxy between it and the engines. */
export const startBundle = async (options: {
  readonly name: string;
  readonly folder: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly endpoints: Endpoints;
}): Promise<Bundle> => {
  const { name, folder, timeoutSeconds, environment, endpoints } = options;
  const calls = new Set<string>();
  const faults = new Map<string, Fault>();
  const proxy = await startProxy(endpoints, faults, (call) => calls.add(call));
  const bundle = join(folder, 'index.mjs');
  const child = fork(
    join(import.meta.dirname, 'bundled-child.ts'),
    [bundle, name, String(timeoutSeconds * 1000)],
    {
      env: { ...lambdaEnvironment(name, proxy.url), ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
  }
  await ready(child, name, lines);
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
  let last = 0;
  let longest = 0;
  return {
    calls,
    faults,
    lines,
    longest: () => longest,
    invoke: async (event, offset = 0) => {
      last += 1;
      const id = last;
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, event, offset });
      });
      waiting.delete(id);
      longest = Math.max(longest, answer.milliseconds);
      if (answer.error === undefined) return answer.value;
      throw Object.assign(new Error(answer.error.message), { name: answer.error.name });
    },
    stop: async () => {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.disconnect();
      await ended;
      proxy.server.close();
      proxy.server.closeAllConnections();
    },
  };
};

const ready = (child: ChildProcess, name: string, lines: readonly string[]) =>
  new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${lines.join('\n')}`)));
  });

/** What Lambda itself sets; the SDK's own variables lead every client to the proxy. */
const lambdaEnvironment = (name: string, url: string) => ({
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  LAMBDA_TASK_ROOT: '/var/task',
  _HANDLER: 'index.handler',
  _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0',
  TZ: ':UTC',
  AWS_ENDPOINT_URL_DYNAMODB: url,
  AWS_ENDPOINT_URL_SFN: url,
  AWS_ENDPOINT_URL_SES: url,
  AWS_ENDPOINT_URL_S3: url,
});

const startProxy = async (
  endpoints: Endpoints,
  faults: ReadonlyMap<string, Fault>,
  record: (call: string) => void,
) => {
  const endpointOf = (target: string) => {
    if (target.startsWith('DynamoDB')) return endpoints.dynamoDb;
    return target.startsWith('AWSStepFunctions') ? endpoints.stepFunctions : endpoints.ses;
  };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = '', url = '', headers } = request;
    const target = String(headers['x-amz-target'] ?? '');
    // In a header, or in an address that somebody was given.
    const isOfFiles = `${headers.authorization}${decodeURIComponent(url)}`.includes('/s3/aws4_request');
    try {
      const asked = isOfFiles ? [recordedFileCall(method, url)] : recordedCalls(target, body.toString());
      for (const call of asked) record(nameOf(call));
      const fault = asked.map(({ action }) => faults.get(action.slice(0, action.indexOf(':')))).at(0);
      if (fault !== undefined) {
        response.writeHead(fault.status).end(fault.body);
        return;
      }
      const status = await forward(request, body, isOfFiles ? endpoints.s3 : endpointOf(target), response);
      // Who may not list is told by S3 that a missing file is forbidden.
      if (isOfFiles && status === 404) record('s3:ListBucket');
    } catch (error) {
      record(`fault ${String(error)}`);
      response.writeHead(502).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
};

/** Passes a request on as it came, its `host` too: that is part of what is signed. */
const forward = (request: IncomingMessage, body: Buffer, endpoint: string, response: ServerResponse) =>
  new Promise<number>((resolve, reject) => {
    const { method = '', url = '', headers } = request;
    const passed = ask(`${endpoint}${url}`, { method, headers }, (answer) => {
      const { statusCode = 502 } = answer;
      response.writeHead(statusCode, answer.headers);
      answer.pipe(response).once('finish', () => resolve(statusCode));
    });
    passed.once('error', reject).end(body);
  });
