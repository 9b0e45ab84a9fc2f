import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carry, carryFresh, longWay, receiveMotion, settle, shortWay } from '../support/fault-carry.ts';
import {
  expectNothingOwed,
  expectNumbers,
  expectWhole,
  expectWholeMinutes,
} from '../support/fault-checks.ts';
import { type Fault, faultsOf, type Service } from '../support/fault-kinds.ts';
import { codeOf, type Office, openOffice } from '../support/fault-office.ts';
import { type FaultyProduct, startFaultyProduct } from '../support/fault-product.ts';
import { moves } from '../support/workflow-moves.ts';

let product: FaultyProduct;
let office: Office;
beforeAll(async () => {
  product = await startFaultyProduct();
  office = openOffice(product);
});
afterAll(() => product.stop());

const lost: Fault = () => 'answer lost';
const always = { count: Number.POSITIVE_INFINITY };

/** Strikes every other call: the first, not its repeat, and so on. */
const everyFirst = (service: Service, method: string) => {
  let calls = 0;
  return product.wires.strike({ service, method, ...always }, (call) => {
    calls += 1;
    return calls % 2 === 1 ? lost(call) : undefined;
  });
};

test('every answer of a writing service is lost once, all the way with a referral back', async () => {
  const struck = [
    everyFirst('dynamoDb', 'cases.commit'),
    everyFirst('dynamoDb', 'minutes.commit'),
    everyFirst('dynamoDb', 'cases.openWait'),
    everyFirst('dynamoDb', 'cases.leaseLetter'),
    everyFirst('dynamoDb', 'cases.markLetterSent'),
    everyFirst('stepFunctions', 'workflow.complete'),
    everyFirst('stepFunctions', 'workflow.start'),
  ];
  const { caseId } = await carryFresh(product, office, longWay);
  for (const each of struck) {
    expect(each.strikes()).toBeGreaterThan(0);
    each.lift();
  }
  expect((await product.load(caseId)).motion.status).toBe('Archived');
  expect(await expectWhole(product, office, caseId)).toEqual([]);
});

describe('the business clock is set back an hour', () => {
  test('past midnight, after a clock has rung: it does not ring again, and no other is lost', async () => {
    const journey = await receiveMotion(product, office);
    const { caseId } = journey;
    await settle(product, caseId);
    const [clock] = (await product.record.clocks.due('9999-12-31', {})).items.filter(
      ({ subject }) => 'caseId' in subject && subject.caseId === caseId,
    );
    if (clock === undefined) throw new Error('no clock runs');
    // Half past midnight of the day it rings, by Stockholm's clock; an hour back is the day before.
    product.advance((Date.parse(clock.dueOn) - Date.parse(product.today())) / 86_400_000);
    product.shift(-8.5 - 1 / 60);
    while (product.today() < clock.dueOn) product.shift(0.5);
    const rang = () =>
      product.alarms.filter((each) => each.code === 'deadline_passed' && each.keys.caseId === caseId);
    await product.tick();
    expect(rang()).toHaveLength(1);
    product.shift(-1);
    expect(product.today() < clock.dueOn).toBe(true);
    await product.tick();
    product.shift(2);
    await product.tick();
    expect(rang()).toHaveLength(1);
    const events = await product.record.cases.events(caseId);
    expect(events.filter((each) => each.event.type === 'ClockRang')).toHaveLength(1);
    await carry(product, journey, shortWay);
    expect(await expectWhole(product, office, caseId)).toEqual([]);
  });

  test('recordedAt steps back, order is by seq, and what is owed is done when the clock has caught up', async () => {
    const journey = await receiveMotion(product, office);
    const { caseId } = journey;
    const outage = product.wires.strike({ service: 'stepFunctions', ...always }, () => 'broken before');
    product.shift(2);
    await moves.register(journey);
    product.shift(-1);
    await moves.refer(journey);
    outage.lift();
    const events = await product.record.cases.events(caseId);
    expect(events.map((each) => each.event.type)).toEqual([
      'MotionImported',
      'MotionRegistered',
      'MotionReferred',
    ]);
    const [, registered, referred] = events.map((each) => each.recordedAt);
    expect(Date.parse(referred ?? '')).toBeLessThan(Date.parse(registered ?? ''));
    await settle(product, caseId);
    await carry(product, journey, longWay.slice(2));
    expect(await expectWhole(product, office, caseId)).toEqual([]);
  });

  test('within the appeal time: the window passes once, when it is over', async () => {
    const journey = await receiveMotion(product, office);
    await carry(product, journey, ['register', 'decide at once', 'certify', 'post', 'window passes']);
    product.shift(-1);
    await product.tick();
    await product.tick();
    await carry(product, journey, ['confirm', 'archive']);
    const { motion } = await product.load(journey.caseId);
    const minutesId = 'decision' in motion ? motion.decision.at.minutesId : '';
    const events = await product.record.minutes.events(minutesId);
    expect(events.filter((each) => each.event.type === 'AppealWindowPassed')).toHaveLength(1);
    expect(await expectWhole(product, office, journey.caseId)).toEqual([]);
  });
});

describe('two people act at once', () => {
  const act = (
    caseId: string,
    subject: string,
    commandId: string,
    command: object,
    expectedVersion: number,
  ) => office.once(subject, `/api/cases/${caseId}/commands`, { commandId, command, expectedVersion });

  test('one wins, and the other is shown what happened', async () => {
    const journey = await receiveMotion(product, office);
    const { caseId } = journey;
    await carry(product, journey, ['register']);
    const { version } = await journey.motion();
    // Both have been judged before either is written.
    const gate = Promise.withResolvers<void>();
    const held = product.wires.strike(
      { service: 'dynamoDb', method: 'cases.commit', count: 2 },
      () => undefined,
      gate.promise,
    );
    const refer = { type: 'refer', by: 'council', announcedOn: product.today() };
    const send = { type: 'return-motion', provision: 'arbetsordningen 12 §', reason: 'Otydlig.' };
    const answers = [
      act(caseId, 'gustav.wennerlund', 'one-of-two-at-once', refer, version),
      act(caseId, 'sigrid.hallman', 'two-of-two-at-once', send, version),
    ];
    while (held.strikes() < 2) await new Promise((resolve) => setImmediate(resolve));
    gate.resolve();
    const [one, two] = await Promise.all(answers);
    if (one === undefined || two === undefined) throw new Error('no answers');
    const [winner, loser] = one.status === 200 ? [one, two] : [two, one];
    expect([winner.status, loser.status, codeOf(loser)]).toEqual([200, 409, 'conflict']);
    const [, , happened] = await product.record.cases.events(caseId);
    expect(loser.body).toMatchObject({
      happened: [{ version: version + 1, type: happened?.event.type, recordedAt: happened?.recordedAt }],
    });
    expect(await product.record.cases.events(caseId)).toHaveLength(version + 1);
    held.lift();
    await settle(product, caseId);
  });

  test('a retry of the winner after a lost answer is no conflict, though it names the old version', async () => {
    const journey = await receiveMotion(product, office);
    const { caseId } = journey;
    await settle(product, caseId);
    const { version } = await journey.motion();
    const struck = product.wires.strike({ service: 'dynamoDb', method: 'cases.commit' }, lost);
    const register = () => act(caseId, 'sigrid.hallman', 'the-same-again', { type: 'register' }, version);
    expect((await register()).status).toBe(503);
    expect(await register()).toMatchObject({ status: 200, body: { version: version + 1, repeated: true } });
    expect(struck.strikes()).toBe(1);
    await settle(product, caseId);
    expect((await journey.motion()).version).toBe(version + 1);
  });
});

describe('every list and every look-up fails once', () => {
  /** Each call that an answer needs fails once: it says when to come again, and then answers. */
  const failsOnce = async (subject: string, path: string, fault: Fault) => {
    product.wires.seen();
    expect((await office.once(subject, path)).status, path).toBe(200);
    for (const { service, method, operation } of product.wires.seen()) {
      const struck = product.wires.strike({ service, method, operation }, fault);
      const answer = await office.once(subject, path);
      expect([answer.status, answer.retryAfter], `${path} ${method}`).toEqual([503, '5']);
      expect((await office.once(subject, path)).status).toBe(200);
      struck.lift();
    }
  };
  const reads = ['/api/worklist?role=registrar', '/api/cases?year=2019', '/motioner.json?year=2019'];
  const ways = faultsOf('dynamoDb', 'Query');

  test.each(Object.entries(ways))('%s: it says when to come again, and then answers', async (_, fault) => {
    for (const path of reads) await failsOnce('sigrid.hallman', path, fault);
  });

  test('so do the other pages of what is kept', async () => {
    const { caseId } = await receiveMotion(product, office);
    await settle(product, caseId);
    const ofRegistrar = [
      ...[`/api/cases/${caseId}`, `/api/cases/${caseId}/events`, `/api/cases/${caseId}/letters`],
      ...['/api/letters/astray', '/api/meetings?body=council', '/api/minutes?body=council'],
      ...[
        '/api/me',
        '/api/reports/open-motions',
        '/api/reports/granted-motions?from=2018-01-01&to=2019-01-01',
      ],
    ];
    const ofAdministrator = ['/api/people', '/api/people/sigrid.hallman', '/api/members'];
    for (const path of ofRegistrar) await failsOnce('sigrid.hallman', path, ways.throttled ?? lost);
    for (const path of ofAdministrator) await failsOnce('samira.nordin', path, ways.throttled ?? lost);
  });
});

test('after all of it, nothing is lost and nobody is owed anything', async () => {
  await expectWholeMinutes(product, office);
  await expectNumbers(product, office);
  await expectNothingOwed(product);
});
