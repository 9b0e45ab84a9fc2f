import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restartLimit } from '../../lambdas/casework/executions.ts';
import { addressId, askToFollow, codeHashOf, confirmFollowing } from '../../lambdas/casework/follow.ts';
import { chooseDigest } from '../../lambdas/casework/keep-registers.ts';
import { carry, carryFresh, receiveMotion, settle, shortWay, wantingOf } from '../support/fault-carry.ts';
import { expectNothingOwed, expectWhole, expectWholeMinutes } from '../support/fault-checks.ts';
import { type Fault, faultsOf, refusedLetter } from '../support/fault-kinds.ts';
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

const down: Fault = () => 'broken before';
const always = { count: Number.POSITIVE_INFINITY };
const alarmsOf = (caseId: string) =>
  product.alarms.filter((alarm) => alarm.keys.caseId === caseId).map((alarm) => alarm.code);
const restart = (caseId: string) =>
  office.untilAnswered('sigrid.hallman', `/api/cases/${caseId}/restart`, {});

test('SES is down for a day: cases go on, and each letter comes once when it is back', async () => {
  const outage = product.wires.strike({ service: 'ses', ...always }, down);
  const journey = await receiveMotion(product, office);
  const { caseId } = journey;
  await moves.register(journey);
  await moves['decide at once'](journey);
  for (let hour = 0; hour < 24; hour += 1) {
    product.pass(1);
    await product.tick();
  }
  expect(outage.strikes()).toBeGreaterThan(24);
  const letters = await product.record.cases.letters(caseId);
  expect(letters.map((each) => each.state)).toEqual(['owed', 'owed', 'owed']);
  expect(await wantingOf(product, caseId)).toMatch(/^(letter \w+ owed(; )?){3}$/);
  expect(alarmsOf(caseId)).toEqual([]);
  outage.lift();
  expect(await settle(product, caseId)).toBeLessThanOrEqual(1);
  await carry(product, journey, shortWay.slice(2));
  expect(await expectWhole(product, office, caseId)).toEqual([]);
});

test('SES is down for a day: who follows is told once, of all of it, and a digest comes once', async () => {
  const { casework } = product.besvarad;
  const reader = `reader-${crypto.randomUUID()}@home.example`;
  const lettersOf = (kind: string) => product.wires.letters.filter((each) => each.startsWith(`${kind}#`));
  const journey = await receiveMotion(product, office);
  await moves.register(journey);
  await askToFollow(casework, { email: reader, subject: { kind: 'motion', caseId: journey.caseId } });
  const outage = product.wires.strike({ service: 'ses', ...always }, down);
  await chooseDigest(casework, { personId: 'sigrid.hallman', roles: ['registrar'] }, true);
  for (let hour = 0; hour < 24; hour += 1) {
    await product.tick();
    product.pass(1);
  }
  outage.lift();
  const before = lettersOf('digest').length;
  await product.tick();
  expect(lettersOf('follow-request')).toHaveLength(1);
  const request = (await product.record.following.requests(addressId(reader)))[0];
  const code = crypto.randomUUID();
  if (request === undefined) throw new Error('no request');
  await product.record.following.keepCode(request, codeHashOf(code), '2999-01-01T00:00:00.000Z');
  expect(await confirmFollowing(casework, code)).toBe(true);
  const again = product.wires.strike({ service: 'ses', ...always }, down);
  await moves['decide at once'](journey);
  for (let hour = 0; hour < 48; hour += 1) {
    product.pass(1);
    await product.tick();
  }
  expect(again.strikes()).toBeGreaterThan(24);
  expect(lettersOf('news')).toEqual([]);
  again.lift();
  product.pass(1);
  await product.tick();
  await product.tick();
  expect(lettersOf('news')).toHaveLength(1);
  expect(lettersOf('digest').length).toBeLessThanOrEqual(before + 2);
  await carry(product, journey, shortWay.slice(2));
  expect(await expectWhole(product, office, journey.caseId)).toEqual([]);
});

test('the table is down for a minute: commands are told when to come again, and nothing is half written', async () => {
  const journey = await receiveMotion(product, office);
  const { caseId } = journey;
  await settle(product, caseId);
  const before = { state: await product.load(caseId), events: await product.record.cases.events(caseId) };
  const outage = product.wires.strike({ service: 'dynamoDb', ...always }, down);
  const path = `/api/cases/${caseId}/commands`;
  const register = { commandId: 'register-in-the-dark', command: { type: 'register' } };
  const answers = await Promise.all(
    [path, path, path].map((each) => office.once('sigrid.hallman', each, register)),
  );
  expect(answers.map((each) => [each.status, each.retryAfter, codeOf(each)])).toEqual(
    answers.map(() => [503, '5', 'transient']),
  );
  const nothing = { clocks: 0, relays: 0, signals: 0, letters: 0, handovers: 0 };
  // Each of its eleven look-ups failed by itself, and said so.
  expect(await product.besvarad.tick()).toMatchObject({ ...nothing, apart: 0, failed: 11 });
  expect(await product.load(caseId)).toEqual(before.state);
  expect(await product.record.cases.events(caseId)).toEqual(before.events);
  outage.lift();
  product.pass(1 / 60);
  await carry(product, journey, shortWay);
  expect(await expectWhole(product, office, caseId)).toEqual([]);
});

test('the table goes down under a running machine: the case goes on at the next sweep', async () => {
  const journey = await receiveMotion(product, office);
  await settle(product, journey.caseId);
  // The command is written; from then on nothing of the machine's is.
  const outage = product.wires.strike({ service: 'dynamoDb', method: 'cases.openWait', ...always }, down);
  const notes = product.wires.strike({ service: 'dynamoDb', method: 'cases.recordFailure', ...always }, down);
  await moves.register(journey);
  await product.idle();
  expect(product.besvarad.stepFunctions.running().filter((name) => name.startsWith(journey.caseId))).toEqual(
    [],
  );
  outage.lift();
  notes.lift();
  await carry(product, journey, shortWay.slice(1));
  expect(await expectWhole(product, office, journey.caseId)).toEqual([]);
});

describe('a fault that lasts becomes a task of the registrar and an alarm', () => {
  const execution = async (kind: string, ways: Readonly<Record<string, Fault>>) => {
    const journey = await receiveMotion(product, office);
    const { caseId } = journey;
    await settle(product, caseId);
    const struck = product.wires.strike({ service: 'dynamoDb', method: 'cases.openWait', ...always }, down);
    const onNote = ways[kind] ?? down;
    // The note of the last failure but one: what it counts decides whether anybody is told.
    const note = product.wires.strike(
      { service: 'dynamoDb', method: 'cases.recordFailure', operation: 'UpdateItem', from: restartLimit - 1 },
      onNote,
    );
    await moves.register(journey);
    await product.idle();
    for (let sweeps = 0; sweeps < restartLimit + 2; sweeps += 1) {
      product.pass(1);
      await product.tick(true);
      await product.idle();
    }
    const stopped = await product.load(caseId);
    expect(stopped.tasks).toMatchObject([{ kind: 'execution-stopped', assignee: { role: 'registrar' } }]);
    expect(stopped.execution?.failures).toBeGreaterThanOrEqual(restartLimit);
    expect(new Set(alarmsOf(caseId))).toEqual(new Set(['execution_failed']));
    struck.lift();
    note.lift();
    expect((await restart(caseId)).status).toBe(200);
    await carry(product, journey, shortWay.slice(1));
    expect(await expectWhole(product, office, caseId)).toEqual([]);
  };
  const ways = faultsOf('dynamoDb', 'UpdateItem');

  test.each(['throttled', 'answer lost'])('a machine that cannot go on, its notes %s', (kind) =>
    execution(kind, ways),
  );

  test('a letter that is refused, also when the task cannot be written at first', async () => {
    const refused = product.wires.strike({ service: 'ses', ...always }, refusedLetter);
    const aim = { service: 'dynamoDb', method: 'cases.markLetterFailed' } as const;
    const note = product.wires.strike(aim, faultsOf('dynamoDb', 'TransactWriteItems').throttled ?? down);
    const journey = await receiveMotion(product, office);
    const { caseId } = journey;
    await product.idle();
    expect(note.strikes()).toBe(1);
    product.pass(1);
    await product.tick();
    await product.idle();
    refused.lift();
    const { tasks, motion } = await product.load(caseId);
    expect(motion.status).toBe('Received');
    expect(tasks.map(({ kind, assignee }) => `${kind}: ${assignee.role}`).sort()).toEqual([
      'AwaitRegistration: registrar',
      'letter-failed: registrar',
    ]);
    expect(alarmsOf(caseId)).toEqual(['letter_failed']);
    await moves.register(journey);
    await product.idle();
    const letters = await product.record.cases.letters(caseId);
    expect(letters.map(({ template, state }) => `${template} ${state}`)).toEqual([
      'received failed',
      'registered sent',
    ]);
  });
});

test('an answer that never comes is a timeout, and what was asked has one effect', async () => {
  const silent: Fault = () => 'no answer';
  const journey = await receiveMotion(product, office);
  await settle(product, journey.caseId);
  const struck = [
    product.wires.strike({ service: 'dynamoDb', method: 'cases.openWait' }, silent),
    product.wires.strike({ service: 'stepFunctions', method: 'workflow.complete' }, silent),
    product.wires.strike({ service: 'ses' }, silent),
  ];
  await moves.register(journey);
  await carry(product, journey, shortWay.slice(1));
  expect(struck.map((each) => each.strikes())).toEqual([1, 1, 1]);
  const again = await expectWhole(product, office, journey.caseId);
  expect(again).toHaveLength(1);
});

test('after all of it, minutes are whole and nobody is owed anything', async () => {
  await carryFresh(product, office);
  await expectWholeMinutes(product, office);
  await expectNothingOwed(product);
});
