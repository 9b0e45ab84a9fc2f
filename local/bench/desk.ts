import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { z } from 'zod';
import type { PersonCommand } from '../../domain/commands.ts';
import type { MinutesPersonCommand } from '../../domain/minutes-commands.ts';
import { demoPersonGrant } from '../sign-in/demo-person-grant.ts';

/**
 * The people of the demo region at their desks, over HTTP on kept connections. It asks as little as it can of the
 * machine it shares with what it measures.
 */
export interface Desk {
  /** @throws Error with the problem when the answer is no */
  begin(subject: string, command: PersonCommand): Promise<string>;
  act(subject: string, caseId: string, command: PersonCommand): Promise<void>;
  actOnMinutes(subject: string, minutesId: string, command: MinutesPersonCommand): Promise<void>;
  get(subject: string, path: string): Promise<unknown>;
  moveClock(day: string): Promise<void>;
  /** Signs in whoever is named, so that no command waits for it. */
  signIn(subjects: readonly string[]): Promise<void>;
  /** Requests made to the office so far. */
  requests(): number;
  close(): void;
}

interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

const exchange = (agent: Agent, { method, url, headers, body }: Sent): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const { statusCode = 0 } = response;
        if (statusCode < 200 || statusCode > 299)
          return reject(
            new Error(`${method} ${url.pathname} ${body?.slice(0, 120) ?? ''}: ${statusCode} ${text}`),
          );
        const parsed: unknown = JSON.parse(text);
        resolve(parsed);
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });

const tokenAnswer = z.object({ access_token: z.string() });
const begun = z.object({ caseId: z.string() });

/** Opens the doors of a running product. */
export const makeDesk = ({ siteUrl, issuer }: { siteUrl: string; issuer: string }): Desk => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (person: string): Promise<string> => {
    const known = tokens.get(person);
    if (known !== undefined) return known;
    const body = new URLSearchParams({ grant_type: demoPersonGrant, client_id: 'besvarad-cli', person });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const asked = exchange(agent, {
      method: 'POST',
      url: new URL(`${issuer}/token`),
      headers,
      body: String(body),
    }).then((answer) => tokenAnswer.parse(answer).access_token);
    tokens.set(person, asked);
    return asked;
  };
  let requests = 0;
  const send = async (subject: string, method: Sent['method'], path: string, body?: object) => {
    const headers = { authorization: `Bearer ${await tokenOf(subject)}`, 'content-type': 'application/json' };
    const url = new URL(path, siteUrl);
    requests += 1;
    return exchange(agent, { method, url, headers, ...(body && { body: JSON.stringify(body) }) });
  };
  const commanded = (command: object) => ({ commandId: randomUUID(), command });
  return {
    begin: async (subject, command) =>
      begun.parse(await send(subject, 'POST', '/api/cases', commanded(command))).caseId,
    act: async (subject, caseId, command) => {
      await send(subject, 'POST', `/api/cases/${caseId}/commands`, commanded(command));
    },
    actOnMinutes: async (subject, minutesId, command) => {
      await send(subject, 'POST', `/api/minutes/${minutesId}/commands`, commanded(command));
    },
    get: (subject, path) => send(subject, 'GET', path),
    moveClock: async (day) => {
      const body = JSON.stringify({ today: day });
      await exchange(agent, { method: 'POST', url: new URL('/local/clock', siteUrl), headers: {}, body });
    },
    signIn: async (subjects) => {
      await Promise.all(subjects.map(tokenOf));
    },
    requests: () => requests,
    close: () => agent.destroy(),
  };
};
