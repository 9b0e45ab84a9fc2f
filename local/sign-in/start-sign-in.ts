import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { DemoPerson } from '../demo-people.ts';
import { listen, loopback, PortBusy } from '../engines/free-port.ts';
import { makeIssuer } from './issuer.ts';
import { keepKeys, loadKeys } from './keys.ts';
import { choosePage, contentSecurityPolicy, faultPage } from './page.ts';

export interface SignInOptions {
  readonly people: readonly DemoPerson[];
  /** Where the office wants people sent after they have signed in. */
  readonly redirectUris: readonly string[];
  /** Keeps keys and port, so that tokens stay valid over a restart. Without it they end with the process. */
  readonly keysFile?: string;
  /** Must be free when given; otherwise the one of last time if it is free, else any. */
  readonly port?: number;
}

export interface RunningSignIn {
  readonly issuer: string;
  stop(): Promise<void>;
}

const longestForm = 10_000;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > longestForm) throw new Error('The form is too long');
  }
  return new URLSearchParams(text);
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end(html);
}

/** Shows the people, or takes the choice and sends the browser on. */
async function interact(
  provider: Provider,
  people: readonly DemoPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return sendPage(response, 200, choosePage(people));
  const chosen = (await readForm(request)).get('person');
  const person = people.find(({ subject }) => subject === chosen);
  if (person === undefined)
    return sendPage(response, 400, choosePage(people, 'Välj en av personerna nedan.'));
  const login = { accountId: person.subject };
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
}

function explain(response: ServerResponse, error: unknown): void {
  if (error instanceof errors.SessionNotFound) {
    sendPage(
      response,
      400,
      faultPage('Inloggningen har gått ut', 'Det tog för lång tid, eller så är den redan klar.'),
    );
    return;
  }
  console.error('sign-in:', error);
  sendPage(response, 500, faultPage('Något gick fel', 'Inloggningen avbröts av ett fel i provmiljön.'));
}

async function listenPreferably(server: ReturnType<typeof createServer>, asked?: number, last?: number) {
  try {
    return await listen(server, asked ?? last);
  } catch (error) {
    if (asked === undefined && error instanceof PortBusy) return listen(server);
    throw error;
  }
}

/**
 * Starts the sign-in of one machine: an OpenID provider whose only accounts are demo people without passwords. It
 * listens on the loopback address alone and answers only to that name, so that no other machine, and no page
 * that gives this address another name, gets a token from it.
 *
 * @throws PortBusy
 */
export async function startSignIn({
  people,
  redirectUris,
  keysFile,
  port,
}: SignInOptions): Promise<RunningSignIn> {
  const keys = loadKeys(keysFile);
  const server = createServer();
  const granted = await listenPreferably(server, port, keys.port);
  const host = `${loopback}:${granted}`;
  const issuer = `http://${host}`;
  if (keysFile !== undefined) keepKeys(keysFile, { ...keys, port: granted });
  const provider = makeIssuer(issuer, { people, redirectUris, keys });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.headers.host !== host) {
      response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end(`Use ${issuer}\n`);
    } else if (request.url?.startsWith('/interaction/')) {
      interact(provider, people, request, response).catch((error: unknown) => explain(response, error));
    } else {
      void answer(request, response);
    }
  });
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
