import { beforeAll, describe, expect, it } from 'vitest';
import { type Answered, type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aRealCase, openTheMinutes } from './real-cases.ts';
import { everyone } from './who-may.ts';

let made: MadeDesk;
let door: Door;
let caseId: string;
beforeAll(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  door = makeDoor(made.desk);
  caseId = await aRealCase(made, 'CouncilReady');
});

const minutes = 'council-2026-06-16';
const aPerson = { value: { name: 'Ny Person', roles: [{ role: 'member', from: '2026-01-01' }] }, version: 0 };
const aMember = {
  value: {
    name: 'Ny Ledamot',
    email: 'ny@region.example',
    terms: [{ from: '2022-10-15', office: 'member' }],
    parties: [{ from: '2022-10-15', party: 'X' }],
    servingOn: [],
  },
  version: 0,
};
let asked = 0;
const registerRoutes = () => {
  asked += 1;
  return [
    ['PUT', `/api/people/p-new-${asked}`, aPerson],
    ['PUT', `/api/members/m-new-${asked}`, aMember],
    ['GET', '/api/people', undefined],
    ['GET', '/api/people/p-official', undefined],
  ] as const;
};

describe('the administrator', () => {
  it('keeps people, roles and members, as nobody else does', async () => {
    for (const subject of everyone) {
      for (const [method, path, body] of registerRoutes()) {
        const { status, body: answer } = await door.ask(subject, method, path, body);
        const own = path === '/api/people/p-official' && subject === 'p-official';
        const audits = subject === 'p-auditor' && method === 'GET';
        const expected = subject === 'p-administrator' || own || audits ? 200 : 403;
        expect([subject, method, path, status]).toEqual([subject, method, path, expected]);
        if (status === 403) {
          expect(answer).toMatchObject({
            code: 'not_permitted',
            mayBeDoneBy: expect.arrayContaining(['administratör']) as unknown,
          });
          expect(answer.rule).toBeTypeOf('string');
        }
      }
    }
  });

  it('sees addresses of members, as nobody else does', async () => {
    for (const subject of everyone) {
      const { body } = await door.get(subject, '/api/members?limit=200');
      expect([subject, JSON.stringify(body).includes('@')]).toEqual([subject, subject === 'p-administrator']);
    }
  });

  it('reads no case, no minutes and no worklist, and gives no command', async () => {
    const ask = (method: string, path: string, body?: unknown) =>
      door.ask('p-administrator', method, path, body);
    const commandId = newCommandId();
    const hidden: [string, string, unknown?][] = [
      ['GET', `/api/cases/${caseId}`],
      ['GET', `/api/cases/${caseId}/events`],
      ['GET', `/api/cases/${caseId}/letters`],
      ['GET', `/api/minutes/${minutes}`],
      ['POST', `/api/cases/${caseId}/commands`, { commandId, command: { type: 'register' } }],
    ];
    for (const [method, path, body] of hidden) {
      expect([path, (await ask(method, path, body)).status]).toEqual([path, 404]);
    }
    for (const path of [
      '/api/cases?year=2026',
      '/api/minutes?body=council',
      '/api/worklist?role=registrar',
    ]) {
      expect((await ask('GET', path)).body).toEqual({ items: [] });
    }
    const import_ = {
      type: 'import-motion',
      text: { title: 'T', body: '', clauses: [] },
      signatories: ['m-bo'],
      receivedOn: '2026-01-01',
    };
    expect((await ask('POST', '/api/cases', { commandId, command: import_ })).status).toBe(403);
    expect((await ask('POST', `/api/cases/${caseId}/restart`)).status).toBe(403);
    const certify = { commandId, command: { type: 'certify-minutes' } };
    expect((await ask('POST', `/api/minutes/${minutes}/commands`, certify)).status).toBe(403);
  });

  it('leaves who did what, without a name, in the log of a person', async () => {
    const path = '/api/people/p-logged';
    await door.ask('p-administrator', 'PUT', path, aPerson);
    const ended = { ...aPerson.value, roles: [{ role: 'member', from: '2026-01-01', to: '2026-02-01' }] };
    await door.ask('p-administrator', 'PUT', path, { value: ended, version: 1 });
    const { body } = await door.get('p-administrator', path);
    expect(body).toMatchObject({
      version: 2,
      log: [
        { version: 1, by: 'p-administrator', what: 'role_given member 2026-01-01' },
        { version: 2, what: 'role_given member 2026-01-01–2026-02-01; role_revoked member 2026-01-01' },
      ],
    });
    expect(JSON.stringify(body.log)).not.toContain('Ny Person');
    const late = await door.ask('p-administrator', 'PUT', path, { value: ended, version: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });
});

describe('the auditor', () => {
  it('reads every case that has come in, its log and letters, and the minutes', async () => {
    const answers: Answered[] = [];
    for (const status of [
      'Received',
      'Returned',
      'Drafting',
      'WithdrawalPending',
      'Appealed',
      'Archived',
    ] as const) {
      const id = await aRealCase(made, status);
      for (const path of ['', '/events', '/letters']) {
        answers.push(await door.get('p-auditor', `/api/cases/${id}${path}`));
      }
      const { body } = await door.get('p-auditor', `/api/cases/${id}`);
      expect(body.may).toEqual([]);
    }
    answers.push(await door.get('p-auditor', `/api/minutes/${minutes}`));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { body } = await door.get('p-auditor', '/api/cases?year=2026&limit=200');
    expect((body.items as unknown[]).length).toBeGreaterThan(4);
  });

  it('changes nothing, not even minutes', async () => {
    for (const command of [
      { type: 'certify-minutes' },
      { type: 'post-notice', postedOn: '2026-07-01' },
      { type: 'confirm-no-appeal' },
      { type: 'record-appeal', caseId, receivedOn: '2026-07-01', court: 'Förvaltningsrätten' },
    ]) {
      const sent = { commandId: newCommandId(), command };
      const { status, body } = await door.ask('p-auditor', 'POST', `/api/minutes/${minutes}/commands`, sent);
      expect([command.type, status, body.code]).toEqual([command.type, 403, 'not_permitted']);
      expect((body.mayBeDoneBy as string[]).length).toBe(1);
      expect(body.rule).toMatch(/^KL /);
    }
    expect((await made.desk.minutes.load(minutes))?.minutes.version).toBe(1);
  });
});

describe('a list of work', () => {
  it('is empty for a role one does not have, and tells no other person’s id', async () => {
    const task = {
      caseId,
      kind: 'AwaitAnswer',
      assignee: { role: 'official' as const, personIds: ['p-official'] },
      dueOn: '2026-08-01',
      openedAt: made.clock.now,
    };
    const waits = await aRealCase(made, 'Drafting');
    const wait = { step: 'AwaitAnswer', openedAtVersion: 99, generation: 1, token: 't' };
    await made.desk.cases.openWait(waits, wait, [{ ...task, caseId: waits }]);
    const own = await door.get('p-official', '/api/worklist?role=official');
    expect(own.body).toMatchObject({ items: [{ caseId: waits, assignee: { role: 'official' } }] });
    expect((await door.get('p-other-official', '/api/worklist?role=official')).body).toEqual({ items: [] });
    expect((await door.get('p-auditor', '/api/worklist?role=official')).body).toEqual({ items: [] });
  });
});
