import { createAdaptorServer } from '@hono/node-server';
import { afterAll, describe, expect, it } from 'vitest';
import { bodyLimitBytes } from '../../lambdas/office/accept-body.ts';
import { makeHandler as makeOffice } from '../../lambdas/office/handler.ts';
import { makeOffice as makeOfficeApp } from '../../lambdas/office/office.ts';
import { makeHandler as makePublicHandler } from '../../lambdas/public-site/handler.ts';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { listen } from '../../local/engines/free-port.ts';
import { countCommandsAnew, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, openTheMinutes } from '../lambdas/real-cases.ts';
import { examples } from '../support/motion-commands.ts';
import { type HttpRequest, overTheWire, throughLambda } from './http-requests.ts';

const tokens = { verify: async (token: string) => (token === 'garbage' ? undefined : token) };
const servers: ReturnType<typeof createAdaptorServer>[] = [];
const serve = async (app: { fetch: (request: Request) => Response | Promise<Response> }) => {
  const server = createAdaptorServer({ fetch: app.fetch });
  servers.push(server);
  return `http://127.0.0.1:${await listen(server as Parameters<typeof listen>[0])}`;
};
afterAll(() => {
  for (const server of servers) {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  }
});

/** Two offices that are the same to the last hash: what is done in one is done in the other. */
const anOffice = async () => {
  countCommandsAnew();
  const made = await makeDesk();
  await openTheMinutes(made);
  const cases: string[] = [];
  for (const status of ['Draft', 'CouncilReady', 'Registered'] as const)
    cases.push(await aRealCase(made, status));
  return { made, cases };
};

const json = { 'content-type': 'application/json' };
const as = (subject: string) => ({ authorization: `Bearer ${subject}` });
const sending = (subject: string, body: unknown) => ({
  method: 'POST',
  headers: { ...as(subject), ...json },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const get = (subject: string) => ({ method: 'GET', headers: as(subject) });
const draft = {
  ...examples['start-draft'].command,
  text: { title: 'Åäö ”é” 🚌', body: 'ÅÄÖ\n\u2028é', clauses: ['att ö'] },
};

let draftId: string;
let readyId: string;
const requests = (): HttpRequest[] => [
  { name: 'who am I', path: '/api/me', ...get('p-member') },
  { name: 'no token', path: '/api/me', method: 'GET' },
  { name: 'a bad token', path: '/api/me', ...get('garbage') },
  { name: 'an unknown person', path: '/api/me', ...get('nobody') },
  { name: 'the description', path: '/api/openapi.json', method: 'GET' },
  { name: 'an unknown route', path: '/api/nothing', ...get('p-member') },
  { name: 'the root of the API', path: '/api', ...get('p-member') },
  { name: 'another method', path: '/api/me', method: 'DELETE', headers: as('p-member') },
  { name: 'HEAD', path: '/api/me', method: 'HEAD', headers: as('p-member') },
  { name: 'OPTIONS', path: '/api/me', method: 'OPTIONS' },
  { name: 'a list', path: '/api/cases', query: 'year=2026&limit=1', ...get('p-registrar') },
  {
    name: 'an encoded query',
    path: '/api/cases',
    query: 'party=Exempel%20%C3%A5&limit=5',
    ...get('p-registrar'),
  },
  { name: 'a query sent twice', path: '/api/cases', query: 'limit=1&limit=2', ...get('p-registrar') },
  { name: 'a bad cursor', path: '/api/cases', query: 'cursor=garbage', ...get('p-registrar') },
  { name: 'an encoded path', path: '/api/people/p%C3%A5%2Fx', ...get('p-administrator') },
  { name: 'a path that does not decode', path: '/api/cases/%E0%A4%A', ...get('p-registrar') },
  { name: 'a case one may not see', path: `/api/cases/${draftId}`, ...get('p-registrar') },
  { name: 'a case', path: `/api/cases/${readyId}`, ...get('p-other-member') },
  { name: 'its log', path: `/api/cases/${readyId}/events`, ...get('p-other-member') },
  { name: 'its letters', path: `/api/cases/${readyId}/letters`, ...get('p-member') },
  { name: 'the minutes', path: '/api/minutes', query: 'body=board', ...get('p-member') },
  { name: 'a report', path: '/api/reports/open-motions', query: 'on=2026-07-01', ...get('p-auditor') },
  { name: 'a table', path: '/api/reports/open-motions', query: 'format=csv', ...get('p-auditor') },
  { name: 'a report one may not read', path: '/api/reports/open-motions', ...get('p-member') },
  {
    name: 'a span the wrong way',
    path: '/api/reports/statistics',
    query: 'from=2026-02-01&to=2026-01-01',
    ...get('p-auditor'),
  },
  {
    name: 'a beginning',
    path: '/api/cases',
    ...sending('p-member', { commandId: 'contract-begin-1', command: draft }),
  },
  {
    name: 'the same again',
    path: '/api/cases',
    ...sending('p-member', { commandId: 'contract-begin-1', command: draft }),
  },
  {
    name: 'a refusal',
    path: '/api/cases',
    ...sending('p-auditor', { commandId: 'contract-begin-2', command: draft }),
  },
  {
    name: 'a joint command',
    path: `/api/cases/${readyId}/joint-commands`,
    ...sending('p-official', { commandId: 'contract-joint-1', command: { type: 'submit-answer' } }),
  },
  { name: 'bad input', path: '/api/cases', ...sending('p-member', { commandId: 'no' }) },
  { name: 'no JSON', path: '/api/cases', ...sending('p-member', '{') },
  { name: 'an empty body', path: '/api/cases', ...sending('p-member', '') },
  { name: 'no body', path: '/api/cases', method: 'POST', headers: as('p-member') },
  {
    name: 'another content type',
    path: '/api/cases',
    method: 'POST',
    headers: { ...as('p-member'), 'content-type': 'text/xml' },
    body: '<x/>',
  },
  { name: 'too much', path: '/api/cases', ...sending('p-member', 'å'.repeat(bodyLimitBytes)) },
  { name: 'as much as may be', path: '/api/cases', ...sending('p-member', 'x'.repeat(bodyLimitBytes)) },
  {
    name: 'a conflict',
    path: `/api/cases/${readyId}/commands`,
    ...sending('p-member', {
      commandId: 'contract-late-1',
      expectedVersion: 3,
      command: { type: 'withdraw' },
    }),
  },
  {
    name: 'a table of members',
    path: '/api/members/import',
    ...sending('p-administrator', {
      commandId: 'contract-import-1',
      content:
        '\uFEFFledamots-id;namn;parti;uppdrag;från\r\nl-å;Åsa Öberg;–;ersättare;2022-10-15\r\nl-2;;S;x;y',
    }),
  },
  {
    name: 'a table of open motions',
    path: '/api/cases/import-open',
    ...sending('p-registrar', {
      commandId: 'contract-import-2',
      content: 'diarienummer,titel,motionärer,inkom,läge\nRS 3-2025,Åäö,m-anna,2025-02-03,registrerad',
    }),
  },
  {
    name: 'who may raise a motion',
    path: '/api/members/m-anna/eligibility',
    query: 'on=2026-10-15',
    ...get('p-auditor'),
  },
  {
    name: 'a person saved',
    path: '/api/people/p-%C3%A5',
    ...sending('p-administrator', { value: { name: 'Å', roles: [] }, version: 0 }),
    method: 'PUT',
  },
];

describe('the office', () => {
  it('answers an event of API Gateway as it answers a socket', async () => {
    const one = await anOffice();
    const other = await anOffice();
    [draftId = '', readyId = ''] = one.cases;
    expect(other.cases).toEqual(one.cases);
    const handler = makeOffice(one.made.desk, tokens);
    const origin = await serve(makeOfficeApp(other.made.desk, tokens));
    for (const request of requests()) {
      const lambda = await throughLambda(handler, request);
      const wire = await overTheWire(origin, request);
      expect({ name: request.name, ...lambda }).toEqual({ name: request.name, ...wire });
      expect([request.name, lambda.status < 500]).toEqual([request.name, true]);
    }
  });

  it('reads a body that API Gateway has encoded', async () => {
    const one = await anOffice();
    const handler = makeOffice(one.made.desk, tokens);
    const request = {
      name: 'encoded',
      path: '/api/cases',
      ...sending('p-member', { commandId: 'contract-base64', command: draft }),
    };
    const answer = await throughLambda(handler, request, true);
    expect(answer.status).toBe(201);
    const { caseId } = JSON.parse(answer.body) as { caseId: string };
    const shown = await throughLambda(handler, {
      name: 'shown',
      path: `/api/cases/${caseId}`,
      ...get('p-member'),
    });
    expect(JSON.parse(shown.body)).toMatchObject({ text: draft.text });
  });
});

describe('the public site', () => {
  it('answers an event of API Gateway as it answers a socket', async () => {
    const { made, cases } = await anOffice();
    const handler = makePublicHandler(made.desk);
    const origin = await serve(makePublicSite(made.desk));
    const method = 'GET';
    const asked: HttpRequest[] = [
      { name: 'the root', path: '/', method },
      { name: 'the description', path: '/openapi.json', method },
      { name: 'a year', path: '/motioner.json', query: 'year=2026', method },
      { name: 'a page', path: '/motioner.json', query: 'year=2026&limit=1', method },
      { name: 'no year', path: '/motioner.json', method },
      { name: 'a bad cursor', path: '/motioner.json', query: 'year=2026&cursor=x', method },
      { name: 'a list', path: '/', query: 'sok=cykel%C3%A5&lage=oppna', method },
      { name: 'a draft', path: `/motioner/${cases[0]}`, method },
      { name: 'a motion', path: `/motioner/${cases[1]}`, method },
      { name: 'a motion as data', path: `/motioner/${cases[1]}.json`, method },
      { name: 'nothing for a person', path: '/nothing', method, headers: { accept: 'text/html' } },
      { name: 'an odd id', path: '/motioner/%C3%A5%2F', method },
      { name: 'nothing', path: '/nothing', method },
      { name: 'a write', path: `/motioner/${cases[1]}`, method: 'POST', headers: json, body: '{}' },
    ];
    for (const request of asked) {
      const lambda = await throughLambda(handler, request);
      expect({ name: request.name, ...lambda }).toEqual({
        name: request.name,
        ...(await overTheWire(origin, request)),
      });
      expect([request.name, lambda.status < 500]).toEqual([request.name, true]);
    }
  });
});
