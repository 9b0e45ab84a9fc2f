import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PersonCommand } from '../../domain/commands.ts';
import type { MeetingPersonCommand } from '../../domain/meeting-commands.ts';
import type { MinutesPersonCommand } from '../../domain/minutes-commands.ts';
import { demoPersonGrant } from '../sign-in/demo-person-grant.ts';

/** An answer over HTTP: the status and the body, parsed where it is JSON. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** One signed-in person's way to the office, over HTTP only. */
export interface OfficePerson {
  readonly subject: string;
  /** @param commandId the same id again is the same command */
  begin(command: PersonCommand, commandId?: string): Promise<HttpAnswer>;
  act(caseId: string, command: PersonCommand, commandId?: string): Promise<HttpAnswer>;
  actOnMinutes(minutesId: string, command: MinutesPersonCommand, commandId?: string): Promise<HttpAnswer>;
  actOnMeeting(meetingId: string, command: MeetingPersonCommand, commandId?: string): Promise<HttpAnswer>;
  get(path: string): Promise<HttpAnswer>;
  post(path: string, body: unknown): Promise<HttpAnswer>;
}

/** One who can also fetch files. */
export interface OfficeReader extends OfficePerson {
  file(path: string): Promise<{ readonly status: number; readonly bytes: Uint8Array }>;
}

const token = z.object({ access_token: z.string() });

/** Signs a demo person in at the issuer of this machine. */
export const signIn = async (
  { siteUrl, issuer }: { siteUrl: string; issuer: string },
  subject: string,
): Promise<OfficeReader> => {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: demoPersonGrant,
      client_id: 'besvarad-cli',
      person: subject,
    }),
  });
  const { access_token } = token.parse(await answer.json());
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  const send = async (method: string, path: string, body?: unknown): Promise<HttpAnswer> => {
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${siteUrl}${path}`, init);
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const parsed: unknown = isJson ? await response.json() : await response.text();
    return { status: response.status, body: parsed };
  };
  return {
    subject,
    begin: (command, commandId = randomUUID()) => send('POST', '/api/cases', { commandId, command }),
    act: (caseId, command, commandId = randomUUID()) =>
      send('POST', `/api/cases/${caseId}/commands`, { commandId, command }),
    actOnMinutes: (minutesId, command, commandId = randomUUID()) =>
      send('POST', `/api/minutes/${minutesId}/commands`, { commandId, command }),
    actOnMeeting: (meetingId, command, commandId = randomUUID()) =>
      send('POST', `/api/meetings/${meetingId}/commands`, { commandId, command }),
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    file: async (path) => {
      const response = await fetch(`${siteUrl}${path}`, { headers });
      return { status: response.status, bytes: await response.bytes() };
    },
  };
};
