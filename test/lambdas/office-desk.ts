import { paperTemplate } from '../../documents/papers/typst-template.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { type Person, person } from '../../domain/people.ts';
import { role } from '../../domain/roles.ts';
import { makeTypstPress } from '../../lambdas/adapters/typst-press.ts';
import type { Casework } from '../../lambdas/casework/dependencies.ts';
import { makeExtracts } from '../../lambdas/casework/extract-attachment.ts';
import type { LetterDesk } from '../../lambdas/casework/send-letters.ts';
import { makeOfficeApp } from '../../lambdas/office/app.ts';
import type { PagesDesk } from '../../lambdas/office/pages/desk.ts';
import type { OutgoingLetter } from '../../lambdas/ports/mailer.ts';
import type { TokenVerifier } from '../../lambdas/ports/token-verifier.ts';
import type { PublicDesk } from '../../lambdas/public-site/app.ts';
import { makeInMemoryFiles } from '../support/in-memory-files.ts';
import { makeInMemoryRecord } from '../support/in-memory-record.ts';
import { TODAY } from '../support/motion-builders.ts';
import { actors, aRegion, register } from '../support/motion-people.ts';

/** What was written into the journal: level, code and keys. */
export interface JournalLine {
  readonly level: 'info' | 'warn' | 'alarm';
  readonly code: string;
  readonly keys: Readonly<Record<string, string | number>>;
}

export type Desk = PagesDesk & LetterDesk & PublicDesk;

/** One press for all tests of a file: it takes a while to load. */
export const press = makeTypstPress(paperTemplate);

const since = '2020-01-01';
/** The people of the builders as the record has them, and one more official, secretary and member of another group. */
const people: readonly Person[] = [
  ...role.options.map((each) => actors[each]),
  { personId: 'p-other-official', roles: ['official' as const] },
  { personId: 'p-other-secretary', roles: ['group-secretary' as const], partyGroup: 'g-other' },
  { personId: 'p-other-member', roles: ['member' as const], memberId: 'm-idle', partyGroup: 'g-other' },
  { personId: 'p-m-bo', roles: ['member' as const], memberId: 'm-bo', partyGroup: 'g-m-bo' },
].map(({ personId, roles, ...rest }) =>
  person.parse({
    subject: personId,
    name: `Personnamn-${personId}`,
    roles: roles.map((each) => ({ role: each, from: since })),
    ...rest,
  }),
);

/** A whole office in memory: its record, an outbox that keeps what is sent, a journal that keeps what is said. */
export const makeDesk = async (facts: { organisation?: Partial<Organisation> } = {}) => {
  const record = makeInMemoryRecord();
  const clock = { now: `${TODAY}T10:00:00.000Z`, realNow: '2026-11-02T10:00:00.000Z' };
  const journal: JournalLine[] = [];
  const sent: OutgoingLetter[] = [];
  const started: string[] = [];
  const write =
    (level: JournalLine['level']) =>
    (code: string, keys: JournalLine['keys'] = {}) =>
      void journal.push({ level, code, keys });
  const papers: Desk = {
    ...record,
    workflow: {
      start: async (caseId, generation) => void started.push(`${caseId}-g${generation}`),
      complete: async () => 'delivered',
      running: async () => new Set(started),
    },
    mailer: {
      send: async (letter) => {
        sent.push(letter);
        return { messageId: `message-${sent.length}` };
      },
    },
    identity: openIdentity,
    files: makeInMemoryFiles(),
    organisation: aRegion(facts.organisation),
    journal: { info: write('info'), warn: write('warn'), alarm: write('alarm') },
    now: () => clock.now,
    realNow: () => clock.realNow,
    newSalt: () => 'a0'.repeat(16),
  };
  const desk: Desk = { ...papers, extractOf: makeExtracts({ ...papers, press }) };
  const entry = { version: 1, by: 'test', at: clock.now, what: 'test' };
  for (const each of people) await record.people.savePerson(each, 1, entry);
  for (const each of register.values()) await record.people.saveMember(each, 1, entry);
  return { desk, clock, journal, sent, started };
};
export type MadeDesk = Awaited<ReturnType<typeof makeDesk>>;

/** Whoever comes back with a code is the person of that name: identity has tests of its own. */
const openIdentity: PagesDesk['identity'] = {
  begin: async (redirectUri) => ({
    url: `https://issuer.example/auth?redirect_uri=${encodeURIComponent(redirectUri)}`,
    state: 'a-state',
    nonce: 'a-nonce',
    verifier: 'a-verifier',
  }),
  finish: async (answer) => answer.searchParams.get('code') ?? undefined,
};

/** The token is the subject: identity has tests of its own. */
const openTokens: TokenVerifier = { verify: async (token) => (token === 'garbage' ? undefined : token) };

/** An answer, its body read. */
export interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly body: Record<string, unknown>;
}

/** The office's door, as the app that Lambda runs. */
export const makeDoor = (desk: Casework, tokens = openTokens) => {
  const app = makeOfficeApp(desk, tokens);
  const ask = async (subject: string, method: string, path: string, sent?: unknown): Promise<Answered> => {
    const headers = { authorization: `Bearer ${subject}`, 'content-type': 'application/json' };
    const init = sent === undefined ? { method, headers } : { method, headers, body: JSON.stringify(sent) };
    const response = await app.request(path, init);
    const type = response.headers.get('content-type');
    return { status: response.status, type, body: (await response.json()) as Record<string, unknown> };
  };
  return { app, ask, get: (subject: string, path: string) => ask(subject, 'GET', path) };
};
export type Door = ReturnType<typeof makeDoor>;

let counted = 0;
/** A command id that no other test has. */
export const newCommandId = () => {
  counted += 1;
  return `command-${String(counted).padStart(6, '0')}`;
};

/** Counts from one again, so that two desks come to hold the same, to the last hash. */
export const countCommandsAnew = (): void => {
  counted = 0;
};
