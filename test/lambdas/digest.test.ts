import { beforeEach, describe, expect, it } from 'vitest';
import { tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import { LetterRefused } from '../../lambdas/ports/mailer.ts';
import { by } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { type Desk, type Door, type MadeDesk, makeDesk, makeDoor } from './office-desk.ts';
import { aRealCase, letHappen } from './real-cases.ts';

let made: MadeDesk;
let door: Door;
const at = (now: string) => {
  made.clock.now = now;
  made.clock.realNow = now;
};
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
  // A Thursday.
  at('2026-07-30T10:00:00.000Z');
  const found = await made.desk.people.person('p-registrar');
  if (found === undefined) throw new Error('no such person');
  const entry = { version: 2, by: 'test', at: made.clock.now, what: 'test' };
  await made.desk.people.savePerson({ ...found.value, email: 'reg@region.example' }, 2, entry);
});

/** A motion that waits for the registrar, as the machine would have it wait. */
const aWaitingMotion = async () => {
  const { now } = made.clock;
  const caseId = await aRealCase(made, 'Received');
  made.clock.now = now;
  const version = (await made.desk.cases.load(caseId))?.motion.version ?? 0;
  const kind = 'AwaitRegistration';
  await made.desk.cases.openWait(
    caseId,
    { step: kind, openedAtVersion: version, generation: 1, token: 't' },
    [{ caseId, kind, assignee: { role: 'registrar' }, dueOn: now.slice(0, 10), openedAt: now }],
  );
  return caseId;
};
const choose = (dailyDigest: boolean, subject = 'p-registrar') =>
  door.ask(subject, 'PUT', '/api/me/digest', { dailyDigest });
const run = (desk: Desk = made.desk) => tick(desk, { sweep: false });
const digests = () => made.sent.filter(({ letterId }) => letterId.startsWith('digest#'));

describe('a daily digest', () => {
  it('is chosen by the person, and it is in the log', async () => {
    expect(await choose(true)).toMatchObject({ status: 200, body: { dailyDigest: true } });
    await choose(true);
    await choose(false);
    const log = await made.desk.people.personLog('p-registrar');
    expect(log.slice(2).map(({ by: who, what }) => [who, what])).toEqual([
      ['p-registrar', 'person_amended; digest_chosen'],
      ['p-registrar', 'person_amended'],
      ['p-registrar', 'person_amended; digest_declined'],
    ]);
    at('2026-07-31T05:00:00.000Z');
    await aWaitingMotion();
    at('2026-07-31T05:00:00.000Z');
    await run();
    expect(digests()).toEqual([]);
  });

  it('needs an address, which an administrator enters', async () => {
    expect(await choose(true, 'p-official')).toMatchObject({
      status: 409,
      body: { code: 'no_email_address' },
    });
    expect((await choose(false, 'p-official')).status).toBe(200);
  });

  it('comes once each working day, with the tasks that wait, and never empty', async () => {
    await choose(true);
    at('2026-07-31T05:00:00.000Z');
    await run();
    expect(digests()).toEqual([]);
    const caseId = await aWaitingMotion();
    // A Saturday, a Sunday and a Monday.
    for (const day of ['2026-08-01', '2026-08-02']) {
      at(`${day}T05:00:00.000Z`);
      await run();
    }
    expect(digests()).toEqual([]);
    at('2026-08-03T04:30:00.000Z');
    await Promise.all([run(), run()]);
    await run();
    expect(digests()).toHaveLength(1);
    const [letter] = digests();
    expect(letter).toMatchObject({ to: 'reg@region.example', subject: '1 uppgift om motioner, 2026-08-03' });
    expect(letter?.text).toContain('Registrera motionen');
    // The title of a motion that is not registered is not public.
    expect(letter?.text).toContain('Ej registrerad motion');
    expect(letter).not.toHaveProperty('unsubscribeUrl');
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    at('2026-08-04T05:00:00.000Z');
    await run();
    expect(digests()).toHaveLength(1);
  });

  it('goes when SES is back, once, and says what waits then', async () => {
    await choose(true);
    await aWaitingMotion();
    const down = { ...made.desk, mailer: { send: () => Promise.reject(new Transient('down')) } };
    at('2026-07-31T05:00:00.000Z');
    for (let hour = 0; hour < 24; hour += 1) {
      await run(down);
      at(new Date(Date.parse(made.clock.now) + 3_600_000).toISOString());
    }
    await run();
    await run();
    expect(digests().map(({ subject }) => subject)).toEqual(['1 uppgift om motioner, 2026-08-01']);
  });

  it('is passed over for a day when SES refuses it, and stays away from an address that is stopped', async () => {
    await choose(true);
    await aWaitingMotion();
    at('2026-07-31T05:00:00.000Z');
    await run({ ...made.desk, mailer: { send: () => Promise.reject(new LetterRefused('MessageRejected')) } });
    await run();
    expect(digests()).toEqual([]);
    await made.desk.addresses.stop('reg@region.example', { reason: 'bounced', at: made.clock.now });
    at('2026-08-03T05:00:00.000Z');
    expect((await run()).failed).toBe(0);
    expect(digests()).toEqual([]);
    expect(JSON.stringify(made.journal.filter(({ code }) => code.startsWith('digest')))).not.toContain('@');
  });
});
