import { beforeAll, describe, expect, it } from 'vitest';
import { statuses } from '../../domain/motion.ts';
import { refusals } from '../../domain/refusal.ts';
import { by } from '../support/motion-builders.ts';
import { exampleNames, examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type Answered, type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aRealCase, caseIdOf, motionOf, openTheMinutes } from './real-cases.ts';
import { commandsOf, everyone, hasRoleFor, noTo, type Subject, seesCase } from './who-may.ts';

/** Commands on a case as a person sends them; a beginning and what the clock asks are not among them. */
const beginnings = ['start-draft', 'import-motion', 'import-open-motion'];
const commands = exampleNames.flatMap((name) => {
  const { command, actor } = examples[name];
  return actor === 'system' || beginnings.includes(command.type) ? [] : [command];
});

const secondApproval = by(actors.manager, { type: 'approve-answer' });
const situations = [
  ...statuses.map((status) => ({
    status,
    name: status as string,
    more: [],
    approver: 'p-manager' as Subject,
  })),
  {
    status: 'Approval' as const,
    name: 'Approval, last step',
    more: [secondApproval],
    approver: 'p-director' as Subject,
  },
];

let made: MadeDesk;
let door: Door;
beforeAll(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  door = makeDoor(made.desk);
});

const send = (subject: string, caseId: string, command: object): Promise<Answered> =>
  door.ask(subject, 'POST', `/api/cases/${caseId}/commands`, { commandId: newCommandId(), command });

describe.each(situations)('in $name', ({ status, more, approver }) => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await aRealCase(made, status, ...more);
  });

  it('shows each person the commands that role, relation and status allow, or nothing at all', async () => {
    for (const subject of everyone) {
      const { status: http, body } = await door.get(subject, `/api/cases/${caseId}`);
      const expected = seesCase(subject, status) ? [...commandsOf(subject, status, approver)].sort() : 404;
      expect([subject, http === 200 ? [...(body.may as string[])].sort() : http]).toEqual([
        subject,
        expected,
      ]);
    }
  });

  it('refuses every other command of everyone, says who may, and writes nothing', async () => {
    const before = JSON.stringify(await made.desk.cases.load(caseId));
    for (const subject of everyone) {
      const allowed = commandsOf(subject, status, approver);
      for (const command of commands.filter(({ type }) => !allowed.includes(type))) {
        // The role is asked first, whatever the status: once is enough for who has none, to save time.
        if (!hasRoleFor(subject, command.type) && !['Draft', 'Approval'].includes(status)) continue;
        const { status: http, body } = await send(subject, caseId, command);
        const seen = { subject, type: command.type, http, code: body.code };
        const no = seesCase(subject, status)
          ? noTo(subject, command.type, status)
          : { status: 404, code: 'not_found' };
        expect(seen).toEqual({ subject, type: command.type, http: no.status, code: no.code });
        if (http !== 404) expectWholeRefusal(body);
      }
    }
    expect(JSON.stringify(await made.desk.cases.load(caseId))).toBe(before);
  });

  it('lets those who may past the door, to the rule itself', async () => {
    for (const subject of everyone) {
      const allowed = seesCase(subject, status) ? commandsOf(subject, status, approver) : [];
      for (const command of commands.filter(({ type }) => allowed.includes(type))) {
        const own = await aRealCase(made, status, ...more);
        const { hash } = (await motionOf(made, own)).text;
        const asked = command.type === 'approve-text' ? { ...command, textHash: hash } : command;
        const { status: http, body } = await send(subject, own, asked);
        // Only the secretary of the body whose act it was may take it back; the rule itself says so.
        const byRule = command.type === 'take-back-act' ? [200, 403, 409] : [200, 409];
        expect([subject, command.type, byRule.includes(http) || body]).toEqual([subject, command.type, true]);
        const isOffered = !(status === 'WithdrawalPending' && command.type === 'register');
        if (isOffered) expect([subject, command.type, body.code === 'wrong_status']).toContain(false);
      }
    }
  });
});

const expectWholeRefusal = (body: Record<string, unknown>) => {
  expect(Object.keys(body).sort()).toEqual([
    'code',
    'detail',
    'mayBeDoneBy',
    'rule',
    'status',
    'title',
    'type',
  ]);
  expect(Object.keys(refusals)).toContain(body.code);
  expect(body.type).toBe(`urn:besvarad:problem:${String(body.code)}`);
  expect(String(body.detail).length).toBeGreaterThan(10);
  expect(String(body.rule).length).toBeGreaterThan(3);
  if (body.code === 'not_permitted') expect((body.mayBeDoneBy as string[]).length).toBeGreaterThan(0);
  // A refusal names roles, never a person.
  expect(JSON.stringify(body)).not.toMatch(/p-[a-z]|Personnamn|Efternamnsson|m-anna/);
};

describe('the private draft (TF 2:13)', () => {
  it('answers outsiders exactly as a case that does not exist', async () => {
    const caseId = await aRealCase(made, 'Draft');
    const discarded = await aRealCase(made, 'Discarded');
    const none = caseIdOf('nowhere');
    for (const subject of everyone.filter((each) => !seesCase(each, 'Draft'))) {
      for (const path of ['', '/events', '/letters']) {
        const nothing = await door.get(subject, `/api/cases/${none}${path}`);
        expect(await door.get(subject, `/api/cases/${caseId}${path}`)).toEqual(nothing);
        expect(await door.get(subject, `/api/cases/${discarded}${path}`)).toEqual(nothing);
        expect(nothing.status).toBe(404);
      }
      const restart = (id: string) => door.ask(subject, 'POST', `/api/cases/${id}/restart`);
      expect(await restart(caseId)).toEqual(await restart(none));
      for (const command of commands) {
        expect(await send(subject, caseId, command)).toEqual(await send(subject, none, command));
      }
    }
  });

  it('does not betray itself by a command id that was used in it', async () => {
    const caseId = await aRealCase(made, 'Draft');
    const [first] = await made.desk.cases.events(caseId);
    const body = { commandId: first?.commandId, command: { type: 'submit' } };
    const answer = await door.ask('p-registrar', 'POST', `/api/cases/${caseId}/commands`, body);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('is closed to an official who belongs to the group or is named in it, but acts as an official', async () => {
    const caseId = await aRealCase(made, 'Draft');
    const entry = { version: 1, by: 'test', at: made.clock.now, what: 'test' };
    for (const role of ['official', 'registrar', 'auditor', 'administrator'] as const) {
      const roles = [{ role, from: '2020-01-01' }];
      const person = { subject: `p-both-${role}`, name: 'N', roles, memberId: 'm-anna', partyGroup: 'g-ex' };
      await made.desk.people.savePerson(person, 1, entry);
      const path = `/api/cases/${caseId}`;
      expect([role, (await door.get(person.subject, path)).status]).toEqual([role, 404]);
    }
  });

  it('stands in nobody else’s list, nor in that of one whose role has ended', async () => {
    const caseId = await aRealCase(made, 'Draft');
    const former = (await made.desk.people.person('p-member'))?.value;
    if (former === undefined) throw new Error('no such person');
    const ended = former.roles.map((each) => ({ ...each, to: '2026-07-29' }));
    await made.desk.people.savePerson({ ...former, subject: 'p-former', roles: ended }, 1, {
      version: 1,
      by: 'test',
      at: made.clock.now,
      what: 'test',
    });
    const outsiders = [...everyone.filter((each) => !seesCase(each, 'Draft')), 'p-former'];
    for (const subject of outsiders) {
      for (const query of [
        '',
        '?year=2026',
        '?party=Exempelpartiet',
        '?signatory=m-anna',
        '?signatory=m-bo',
      ]) {
        const { status, body } = await door.get(subject, `/api/cases${query}`);
        expect(status).toBe(200);
        expect(JSON.stringify(body)).not.toContain(caseId);
      }
    }
    const own: string[] = [];
    let cursor: unknown;
    do {
      const after = typeof cursor === 'string' ? `&cursor=${cursor}` : '';
      const { body } = await door.get('p-member', `/api/cases?limit=200${after}`);
      own.push(JSON.stringify(body));
      cursor = body.cursor;
    } while (typeof cursor === 'string');
    expect(own.join()).toContain(caseId);
  });
});
