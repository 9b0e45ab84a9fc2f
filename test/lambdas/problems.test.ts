import { beforeAll, describe, expect, it } from 'vitest';
import type { Casework } from '../../lambdas/casework/dependencies.ts';
import { Transient } from '../../lambdas/failures.ts';
import { bodyLimitBytes } from '../../lambdas/office/accept-body.ts';
import { problem } from '../../lambdas/problem.ts';
import { makePublicApp } from '../../lambdas/public-site/app.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aDraft, aRealCase, caseIdOf } from './real-cases.ts';

let made: MadeDesk;
let door: Door;
beforeAll(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
});

/** Every problem has its media type, its code in its type, its status in its body, and is not kept by anyone. */
const expectProblem = async (response: Response | Promise<Response>, status: number, code: string) => {
  const answered = await response;
  const body = problem.parse(await answered.json());
  expect(body).toMatchObject({ status, code, type: `urn:besvarad:problem:${code}` });
  expect(answered.status).toBe(status);
  expect(answered.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answered.headers.get('cache-control')).toBe('no-store');
  return body;
};

const authorization = 'Bearer p-member';
const json = { authorization, 'content-type': 'application/json' };
const post = (path: string, body: string, headers: Record<string, string> = json) =>
  door.app.request(path, { method: 'POST', headers, body });
const begin = (body: unknown) => post('/api/cases', JSON.stringify(body));
const get = (path: string) => door.app.request(path, { headers: { authorization } });

describe('input that cannot be read', () => {
  it('is told with every fault and its place', async () => {
    const text = { title: '', body: 7, clauses: ['a', ''] };
    const body = await expectProblem(
      begin({ commandId: 'x', command: { type: 'start-draft', text } }),
      400,
      'invalid_input',
    );
    expect(body.errors?.map(({ path }) => path).sort()).toEqual([
      'command.signatories',
      'command.text.body',
      'command.text.clauses.1',
      'command.text.title',
      'commandId',
    ]);
    expect(body.errors?.every(({ message }) => message.length > 5)).toBe(true);
  });

  it.each([
    ['a command nobody knows', { type: 'explode' }],
    ['a command of the clock', { type: 'ring-clock', clock: 'registration', dueOn: '2026-01-14' }],
    [
      'minutes that say they happened',
      { type: 'follow-minutes', minutesId: 'm', happened: { type: 'AppealWindowPassed' } },
    ],
    ['a beginning, at an address of the caller’s choice', aDraft()],
  ])('refuses %s', async (_, command) => {
    const body = JSON.stringify({ commandId: newCommandId(), command });
    const chosen = caseIdOf('mine');
    const { errors } = await expectProblem(post(`/api/cases/${chosen}/commands`, body), 400, 'invalid_input');
    expect(errors).toMatchObject([{ path: 'command.type' }]);
    expect(await made.desk.cases.load(chosen)).toBeUndefined();
  });

  it.each(['', '{', 'null', '[]', '"text"', '\u0000'])('refuses the body %j', async (body) => {
    const answered = post('/api/cases', body);
    const { code } = problem.parse(await (await answered).clone().json());
    await expectProblem(answered, 400, code);
    expect(['invalid_input', 'malformed_json']).toContain(code);
    expect(made.journal.filter(({ code: said }) => said === 'defect')).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
    'refuses the content type %j',
    async (type) => {
      const body = JSON.stringify({ commandId: newCommandId(), command: aDraft() });
      await expectProblem(
        post('/api/cases', body, { authorization, 'content-type': type }),
        415,
        'wrong_content_type',
      );
    },
  );

  it('takes JSON with a character set', async () => {
    const body = JSON.stringify({ commandId: newCommandId(), command: aDraft() });
    const headers = { authorization, 'content-type': 'Application/JSON; charset=UTF-8' };
    expect((await post('/api/cases', body, headers)).status).toBe(201);
  });

  it.each([
    ['/api/cases/c-not-an-id', 400],
    [`/api/cases/${'c'.repeat(5000)}`, 400],
    ['/api/cases/..%2f..%2fetc', 400],
    ['/api/cases/%E0%A4%A', 400],
    ['/api/minutes/council-2026', 400],
    ['/api/cases?year=MMXX', 400],
    ['/api/cases?limit=0', 400],
    ['/api/cases?limit=201', 400],
    ['/api/worklist', 400],
    ['/api/worklist?role=king', 400],
    ['/api/minutes?body=senate', 400],
    [`/api/cases/${caseIdOf('none')}`, 404],
    ['/api/minutes/council-2026-13-45', 404],
    ['/api/nothing', 404],
    ['/api', 404],
    ['/api/cases/', 404],
  ])('answers GET %s with %i', async (path, status) => {
    await expectProblem(get(path), status, status === 400 ? 'invalid_input' : 'not_found');
  });

  it('is not told to whoever has not signed in', async () => {
    const body = '{';
    await expectProblem(
      post('/api/cases', body, { 'content-type': 'application/json' }),
      401,
      'not_signed_in',
    );
    await expectProblem(door.app.request('/api/nothing'), 401, 'not_signed_in');
  });
});

describe('a body', () => {
  const sized = (bytes: number) => {
    const make = (length: number) => {
      const command = { ...aDraft(), text: { title: 'T', body: 'x'.repeat(length), clauses: [] } };
      return JSON.stringify({ commandId: 'sized-command', command });
    };
    return make(bytes - make(0).length);
  };

  it('over the limit is refused before it is read, with or without a length', async () => {
    const large = sized(bodyLimitBytes + 1);
    expect(Buffer.byteLength(large)).toBe(bodyLimitBytes + 1);
    await expectProblem(post('/api/cases', large), 413, 'too_large');
    await expectProblem(
      post('/api/cases', large, { ...json, 'content-length': String(large.length) }),
      413,
      'too_large',
    );
  });

  it('at the limit is read', async () => {
    const body = await expectProblem(post('/api/cases', sized(bodyLimitBytes)), 400, 'invalid_input');
    expect(body.errors?.map(({ path }) => path)).toContain('command.text.body');
  });
});

describe('a cursor', () => {
  const lists = [
    '/api/cases',
    '/api/cases?year=2026',
    '/api/cases?party=X',
    '/api/cases?signatory=m-bo',
    '/api/members',
    '/api/minutes?body=board',
    '/api/worklist?role=member',
  ];

  it.each(lists)('of no list is refused by %s', async (path) => {
    for (const cursor of ['garbage', 'W10', 'e30', Buffer.from('["OTHER","a","b"]').toString('base64url')]) {
      await expectProblem(
        get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`),
        400,
        'invalid_cursor',
      );
    }
  });

  it('of another list is refused', async () => {
    await aRealCase(made, 'Registered');
    await aRealCase(made, 'Registered');
    const { body } = await door.get('p-registrar', '/api/cases?year=2026&limit=1');
    expect(body.cursor).toBeTypeOf('string');
    const next = `/api/cases?year=2026&limit=1&cursor=${String(body.cursor)}`;
    expect((await door.get('p-registrar', next)).status).toBe(200);
    await expectProblem(get(`/api/cases?year=2025&cursor=${String(body.cursor)}`), 400, 'invalid_cursor');
  });
});

describe('breakage', () => {
  const broken = (error: Error) => {
    const fails = async () => {
      throw error;
    };
    const casework: Casework = { ...made.desk, cases: { ...made.desk.cases, load: fails, register: fails } };
    return makeDoor(casework).app.request(`/api/cases/${caseIdOf('any')}`, { headers: { authorization } });
  };

  it('that passes says when to come back', async () => {
    const answered = await broken(new Transient('throttled'));
    expect(answered.headers.get('retry-after')).toBe('5');
    await expectProblem(answered, 503, 'transient');
  });

  it('of our own tells nothing of the inside and raises an alarm', async () => {
    const body = await expectProblem(
      broken(new TypeError('Anna Andersson, anna@region.example')),
      500,
      'defect',
    );
    expect(JSON.stringify(body)).not.toMatch(/Anna|TypeError|region\.example/);
    expect(made.journal.at(-1)).toEqual({ level: 'alarm', code: 'defect', keys: { error: 'TypeError' } });
    expect(JSON.stringify(made.journal)).not.toMatch(/Andersson|region\.example/);
  });
});

describe('the public site', () => {
  it('answers its problems in the same form', async () => {
    const site = makePublicApp(made.desk);
    await expectProblem(site.request('/motioner/none.json'), 404, 'not_found');
    await expectProblem(site.request(`/motioner/${'x'.repeat(81)}.json`), 400, 'invalid_input');
    await expectProblem(site.request('/nothing'), 404, 'not_found');
    await expectProblem(site.request('/motioner.json'), 400, 'invalid_input');
    await expectProblem(site.request('/motioner.json?year=2026&cursor=garbage'), 400, 'invalid_cursor');
    await expectProblem(site.request('/motioner/none.json', { method: 'DELETE' }), 404, 'not_found');
  });

  it('shows nothing of a motion before it is registered', async () => {
    const site = makePublicApp(made.desk);
    for (const status of ['Draft', 'Received', 'Discarded'] as const) {
      await expectProblem(site.request(`/motioner/${await aRealCase(made, status)}.json`), 404, 'not_found');
    }
    const shown = await site.request(`/motioner/${await aRealCase(made, 'Registered')}.json`);
    expect(shown.status).toBe(200);
    expect(await shown.text()).not.toMatch(/@|p-[a-z]|m-anna/);
  });
});
