import { beforeEach, describe, expect, it } from 'vitest';
import { Transient } from '../../lambdas/failures.ts';
import { starts } from '../support/motion-builders.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aDraft, aRealCase, caseIdOf, letHappen, motionOf } from './real-cases.ts';

let made: MadeDesk;
let door: Door;
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
});

const act = (subject: string, caseId: string, command: object, more: object = {}) =>
  door.ask(subject, 'POST', `/api/cases/${caseId}/commands`, { commandId: newCommandId(), command, ...more });

describe('two people at once', () => {
  it('on the version both have seen: one wins, the other is shown what happened', async () => {
    const caseId = await aRealCase(made, 'Received');
    const { version } = await motionOf(made, caseId);
    const answers = await Promise.all([
      act('p-registrar', caseId, { type: 'register' }, { expectedVersion: version }),
      act('p-member', caseId, { type: 'withdraw' }, { expectedVersion: version }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [event] = (await made.desk.cases.events(caseId)).slice(version);
    expect(answers.find(({ status }) => status === 409)?.body).toEqual({
      type: 'urn:besvarad:problem:conflict',
      title: 'Någon annan hann före',
      status: 409,
      code: 'conflict',
      detail: 'Ärendet har ändrats sedan du läste det. Läs vad som har hänt och försök igen.',
      happened: [{ version: version + 1, type: event?.event.type, recordedAt: event?.recordedAt }],
    });
  });

  it('with an old version: all that has happened since, in order', async () => {
    const caseId = await aRealCase(made, 'Assigned');
    const { status, body } = await act('p-member', caseId, { type: 'withdraw' }, { expectedVersion: 4 });
    expect([status, body.code]).toEqual([409, 'conflict']);
    const types = (body.happened as { type: string }[]).map(({ type }) => type);
    expect(types).toEqual(['MotionRegistered', 'MotionReferred', 'OfficerAssigned']);
    expect((await motionOf(made, caseId)).version).toBe(7);
  });

  it('without a version: both signatories approve', async () => {
    const caseId = caseIdOf('both');
    await letHappen(made, caseId, starts({}));
    const { hash } = (await motionOf(made, caseId)).text;
    const approve = { type: 'approve-text', textHash: hash };
    const answers = await Promise.all([act('p-member', caseId, approve), act('p-m-bo', caseId, approve)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.version).sort()).toEqual([2, 3]);
    const { signatories } = await motionOf(made, caseId);
    expect(signatories.map(({ approvedHash }) => approvedHash)).toEqual([hash, hash]);
  });

  it('without a version: what the first made impossible is refused by the rule, not as a conflict', async () => {
    const caseId = await aRealCase(made, 'Received');
    const answers = await Promise.all([
      act('p-registrar', caseId, { type: 'register' }),
      act('p-registrar', caseId, { type: 'register' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [200, undefined],
      [409, 'wrong_status'],
    ]);
  });

  it('beginning with the same id begin one case; different people begin two', async () => {
    const body = { commandId: newCommandId(), command: aDraft() };
    const begin = (subject: string) => door.ask(subject, 'POST', '/api/cases', body);
    const [one, same, other] = await Promise.all([begin('p-member'), begin('p-member'), begin('p-m-bo')]);
    expect([one?.status, same?.status, other?.status]).toEqual([201, 201, 201]);
    expect(one?.body.caseId).toBe(same?.body.caseId);
    expect(one?.body.caseId).not.toBe(other?.body.caseId);
    const another = { ...body, command: aDraft('En annan titel') };
    const reused = await door.ask('p-member', 'POST', '/api/cases', another);
    expect(reused).toMatchObject({ status: 409, body: { code: 'command_id_reused' } });
  });
});

describe('registration', () => {
  const received = (count: number) =>
    Promise.all(Array.from({ length: count }, () => aRealCase(made, 'Received')));

  it.each([false, true])(
    'of twenty at once gives every number once and none left out (version named: %s)',
    async (named) => {
      const cases = await received(20);
      const answers = await Promise.all(
        cases.map(async (caseId) => {
          const { version } = await motionOf(made, caseId);
          return act('p-registrar', caseId, { type: 'register' }, named ? { expectedVersion: version } : {});
        }),
      );
      expect(answers.map(({ status }) => status)).toEqual(cases.map(() => 200));
      const motions = await Promise.all(cases.map((caseId) => motionOf(made, caseId)));
      const numbers = motions
        .map((motion) => 'registrationNumber' in motion && motion.registrationNumber)
        .sort();
      const expected = cases.map((_, index) => `RS ${index + 1}-2026`).sort();
      expect(numbers).toEqual(expected);
    },
  );

  it('by another registry’s number takes each number once', async () => {
    made = await makeDesk({ organisation: { registerMaster: 'registrar' } });
    door = makeDoor(made.desk);
    const [one = '', other = ''] = await Promise.all(
      ['one', 'other'].map(async (name) => {
        const caseId = caseIdOf(name);
        await letHappen(made, caseId, () => ({
          command: {
            type: 'import-motion',
            text: { title: 'T', body: '', clauses: [] },
            signatories: ['m-bo'],
            receivedOn: '2026-01-12',
          },
          actor: { personId: 'p-registrar', roles: ['registrar'] },
        }));
        return caseId;
      }),
    );
    const register = (caseId: string, registrationNumber?: string) =>
      act('p-registrar', caseId, { type: 'register', registrationNumber });
    expect((await register(one)).body).toMatchObject({ code: 'number_needed' });
    expect(await register(one, 'RS 7-2026')).toMatchObject({ status: 200 });
    const taken = await register(other, 'RS 7-2026');
    expect(taken).toMatchObject({
      status: 409,
      body: { code: 'number_taken', rule: 'OSL 5:2', mayBeDoneBy: [] },
    });
    expect((await motionOf(made, other)).status).toBe('Received');
    expect(await register(other, 'RS 8-2026')).toMatchObject({ status: 200 });
  });
});

describe('a workflow that cannot be reached', () => {
  it('leaves the command done and its signal owed', async () => {
    const caseId = await aRealCase(made, 'Draft');
    const unreachable = async () => {
      throw new Transient('step functions: TimeoutError');
    };
    const desk = { ...made.desk, workflow: { ...made.desk.workflow, start: unreachable } };
    const sent = { commandId: newCommandId(), command: { type: 'submit' } };
    made.clock.now = '2026-01-12T10:00:00.000Z';
    const { status } = await makeDoor(desk).ask('p-member', 'POST', `/api/cases/${caseId}/commands`, sent);
    expect(status).toBe(200);
    expect((await made.desk.cases.load(caseId))?.execution?.startOwedAt).toBe(made.clock.now);
    expect(made.journal).toEqual([
      { level: 'warn', code: 'signal_still_owed', keys: { caseId, error: 'Transient' } },
    ]);
  });
});
