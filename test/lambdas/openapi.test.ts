import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makePublicApp } from '../../lambdas/public-site/app.ts';
import { by } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { makePaperRoom } from './papers-room.ts';
import { aDraft, aRealCase, caseIdOf, openTheMinutes } from './real-cases.ts';

type Json = Record<string, unknown>;

/** What OpenAPI 3.1 asks of the parts we use. */
const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema }));
const operation = z.object({
  summary: z.string().min(5),
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean().optional(), schema }),
    )
    .optional(),
  requestBody: z.object({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.object({ description: z.string().min(1), content })),
});
const document = z.object({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.object({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(z.string().startsWith('/'), z.record(z.enum(['get', 'put', 'post']), operation.optional())),
  components: z.object({
    schemas: z.record(z.string(), schema),
    securitySchemes: z.record(z.string(), schema).optional(),
  }),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});
type Document = z.infer<typeof document>;

const operationsOf = (doc: Document) =>
  Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, each]) => (each === undefined ? [] : [{ path, method, each }])),
  );

const refsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === '$ref' ? [String(part)] : refsIn(part)));
};

/** A schema of the document as a check: by zod's reader of JSON Schema, its references kept beside it. */
const checkOf = (doc: Document, given: Json | undefined) => {
  const moved = JSON.stringify({ ...given, $defs: doc.components.schemas });
  return z.fromJSONSchema(JSON.parse(moved.replaceAll('#/components/schemas/', '#/$defs/')) as Json);
};

let made: MadeDesk;
let door: Door;
let doc: Document;
let publicDoc: Document;
beforeAll(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  door = makeDoor(made.desk);
  // Without a token: it describes the door, it opens nothing.
  const response = await door.app.request('/api/openapi.json');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
  doc = document.parse(await response.json());
  publicDoc = document.parse(await (await makePublicApp(made.desk).request('/openapi.json')).json());
});

const routesOf = (app: { routes: readonly { method: string; path: string }[] }) =>
  app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/' && !/openapi\.json$|\*$/.test(path))
    .map(
      ({ method, path }) =>
        `${method.toLowerCase()} ${path.replace(/:(\w+)(\{\[\^\/\]\+\\(\.\w+)\})?/g, '{$1}$3')}`,
    );

describe('the description', () => {
  it('has every route of the office, with the papers’ own function, and no other', () => {
    const papers = makePaperRoom(made.desk).app;
    const paperRoutes = routesOf(papers).filter((route) => route.startsWith('get /api/'));
    expect(paperRoutes.length).toBeGreaterThan(0);
    const described = operationsOf(doc).map(({ path, method }) => `${method} ${path}`);
    const routes = [...routesOf(door.app), ...paperRoutes];
    expect(described.sort()).toEqual([...new Set(routes)].sort());
    expect(described.length).toBeGreaterThanOrEqual(25);
  });

  it('has every route of the public site and no other', () => {
    const described = operationsOf(publicDoc).map(({ path, method }) => `${method} ${path}`);
    expect(described.sort()).toEqual([...new Set(routesOf(makePublicApp(made.desk)))].sort());
  });

  it('refers to nothing that is not there', () => {
    for (const each of [doc, publicDoc]) {
      const known = Object.keys(each.components.schemas).map((name) => `#/components/schemas/${name}`);
      expect(refsIn(each).filter((ref) => !known.includes(ref))).toEqual([]);
      expect(refsIn(each).length).toBeGreaterThan(3);
    }
  });

  it('names every part of a path as a parameter, and a body where one is read', () => {
    for (const { path, method, each } of operationsOf(doc)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = each.parameters?.filter((parameter) => parameter.in === 'path' && parameter.required);
      expect([path, (named ?? []).map(({ name }) => name)]).toEqual([path, inPath]);
      const reads = method !== 'get' && !path.endsWith('/restart');
      expect([path, each.requestBody !== undefined]).toEqual([path, reads]);
    }
  });

  it('tells of every problem, and of the token', () => {
    for (const { path, each } of operationsOf(doc)) {
      const statuses = Object.keys(each.responses).filter((status) => !status.startsWith('2'));
      const ofPress = path.includes('/papers/') ? ['501'] : [];
      expect([path, statuses]).toEqual([
        path,
        ['400', '401', '403', '404', '409', '413', '415', '500', ...ofPress, '503'],
      ]);
      for (const status of statuses) {
        expect(Object.keys(each.responses[status]?.content ?? {})).toEqual(['application/problem+json']);
      }
    }
    expect(doc.security).toEqual([{ oidc: [] }]);
    expect(doc.components.securitySchemes).toMatchObject({ oidc: { type: 'http', scheme: 'bearer' } });
  });
});

describe('what is sent', () => {
  it('fits the description of a command, and nothing else does', () => {
    const check = checkOf(doc, { $ref: '#/components/schemas/CaseCommand' });
    const begin = checkOf(doc, { $ref: '#/components/schemas/BeginCase' });
    const commandId = newCommandId();
    for (const { command, actor } of Object.values(examples)) {
      const beginning = ['start-draft', 'import-motion', 'import-open-motion'].includes(command.type);
      const fits = check.safeParse({ commandId, command }).success;
      expect([command.type, fits]).toEqual([command.type, actor !== 'system' && !beginning]);
      expect([command.type, begin.safeParse({ commandId, command }).success]).toEqual([
        command.type,
        beginning,
      ]);
    }
    expect(check.safeParse({ commandId: 'short', command: { type: 'submit' } }).success).toBe(false);
    expect(
      check.safeParse({ commandId, command: { type: 'refer', by: 'nobody', announcedOn: '2026-01-01' } })
        .success,
    ).toBe(false);
  });
});

describe('what is answered', () => {
  it('fits the description of its route', async () => {
    const caseId = await aRealCase(made, 'Appealed');
    const drafting = await aRealCase(made, 'Approval');
    await door.ask('p-council-secretary', 'POST', '/api/meetings/council-2026-09-15/commands', {
      commandId: newCommandId(),
      command: { type: 'plan-meeting', body: 'council', date: '2026-09-15' },
    });
    const lead = await aRealCase(made, 'Drafting');
    await aRealCase(made, 'Drafting', by(actors.official, { type: 'join-preparation', lead }));
    const person = { value: { name: 'N', roles: [] }, version: 0 };
    const commandId = newCommandId();
    const aYear = '?from=2026-01-01&to=2026-12-31';
    const asked: [string, string, string, string, unknown?][] = [
      ['p-member', 'get', '/api/me', '/api/me'],
      ['p-registrar', 'get', '/api/worklist', '/api/worklist?role=registrar'],
      ['p-registrar', 'get', '/api/cases', '/api/cases?year=2026'],
      ['p-registrar', 'get', '/api/cases/{caseId}', `/api/cases/${caseId}`],
      ['p-member', 'get', '/api/cases/{caseId}', `/api/cases/${drafting}`],
      ['p-registrar', 'get', '/api/cases/{caseId}/events', `/api/cases/${caseId}/events`],
      ['p-member', 'get', '/api/cases/{caseId}/events', `/api/cases/${drafting}/events`],
      ['p-registrar', 'get', '/api/cases/{caseId}/letters', `/api/cases/${caseId}/letters`],
      ['p-registrar', 'get', '/api/minutes', '/api/minutes?body=council'],
      ['p-registrar', 'get', '/api/minutes/{minutesId}', '/api/minutes/council-2026-06-16'],
      ['p-registrar', 'get', '/api/meetings', '/api/meetings?body=council'],
      ['p-registrar', 'get', '/api/meetings/{meetingId}', '/api/meetings/council-2026-09-15'],
      ['p-registrar', 'get', '/api/members', '/api/members'],
      ['p-auditor', 'get', '/api/reports/open-motions', '/api/reports/open-motions?on=2026-07-30'],
      ['p-auditor', 'get', '/api/reports/granted-motions', `/api/reports/granted-motions${aYear}`],
      ['p-auditor', 'get', '/api/reports/statistics', `/api/reports/statistics${aYear}`],
      ['p-member', 'get', '/api/reports/statistics', `/api/reports/statistics${aYear}`],
      ['p-administrator', 'get', '/api/members/{memberId}', '/api/members/m-anna'],
      [
        'p-member',
        'get',
        '/api/members/{memberId}/eligibility',
        '/api/members/m-anna/eligibility?on=2030-01-01',
      ],
      [
        'p-administrator',
        'post',
        '/api/members/import',
        '/api/members/import',
        { commandId, content: 'id;namn;parti;uppdrag;från\nl-1;Eva Ek;S;ledamot;2022-10-15' },
      ],
      [
        'p-registrar',
        'post',
        '/api/cases/import-open',
        '/api/cases/import-open',
        {
          commandId,
          content: 'diarienummer;titel;motionärer;inkom;läge\nRS 3-2025;Bussar;m-anna;2025-02-03;ny',
        },
      ],
      [
        'p-registrar',
        'post',
        '/api/cases/{caseId}/letters/release',
        `/api/cases/${caseId}/letters/release`,
        { letters: [{ version: 4, memberId: 'm-anna', template: 'received' }], reason: 'Prövad.' },
      ],
      ['p-administrator', 'get', '/api/people', '/api/people'],
      ['p-administrator', 'get', '/api/people/{subject}', '/api/people/p-official'],
      ['p-administrator', 'put', '/api/people/{subject}', '/api/people/p-n', person],
      ['p-member', 'post', '/api/cases', '/api/cases', { commandId, command: aDraft() }],
      [
        'p-archivist',
        'post',
        '/api/cases/{caseId}/commands',
        `/api/cases/${caseId}/commands`,
        { commandId, command: { type: 'archive' } },
      ],
      ['p-member', 'get', '/api/cases/{caseId}', `/api/cases/${lead}`],
      ...['p-official', 'p-member'].map((subject): [string, string, string, string, unknown] => [
        subject,
        'post',
        '/api/cases/{caseId}/joint-commands',
        `/api/cases/${lead}/joint-commands`,
        { commandId, command: { type: 'submit-answer' } },
      ]),
      ['p-registrar', 'post', '/api/cases/{caseId}/restart', `/api/cases/${caseId}/restart`],
      [
        'p-certifier',
        'post',
        '/api/minutes/{minutesId}/commands',
        '/api/minutes/council-2026-07-28/commands',
        { commandId, command: { type: 'certify-minutes' } },
      ],
      [
        'p-council-secretary',
        'post',
        '/api/meetings/{meetingId}/commands',
        '/api/meetings/council-2026-09-15/commands',
        { commandId, command: { type: 'summon', summonedOn: '2026-07-30' } },
      ],
      [
        'p-council-secretary',
        'post',
        '/api/meetings/import',
        '/api/meetings/import',
        { commandId, format: 'csv', content: 'organ,datum\nfullmäktige,2026-10-13' },
      ],
      ['p-member', 'get', '/api/cases/{caseId}', `/api/cases/${caseIdOf('none')}`],
    ];
    for (const [subject, method, path, url, body] of asked) {
      const answer = await door.ask(subject, method.toUpperCase(), url, body);
      const described = operationsOf(doc).find((each) => each.path === path && each.method === method)?.each;
      const media =
        described?.responses[String(answer.status)]?.content[(answer.type ?? '').split(';')[0] ?? ''];
      expect([url, answer.status, media === undefined]).toEqual([url, answer.status, false]);
      const { error } = checkOf(doc, media?.schema).safeParse(answer.body);
      expect([url, error?.issues]).toEqual([url, undefined]);
    }
  });
});
