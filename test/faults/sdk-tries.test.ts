import { afterAll, beforeAll, expect, test } from 'vitest';
import { restartLimit } from '../../lambdas/casework/executions.ts';
import { carry, receiveMotion, settle, shortWay } from '../support/fault-carry.ts';
import { expectNothingOwed, expectWhole } from '../support/fault-checks.ts';
import { type Fault, refusedCall } from '../support/fault-kinds.ts';
import { type Office, openOffice } from '../support/fault-office.ts';
import { type FaultyProduct, startFaultyProduct } from '../support/fault-product.ts';
import { portCalls } from '../support/fault-table.ts';
import { moves } from '../support/workflow-moves.ts';

let product: FaultyProduct;
let office: Office;
/** As on AWS: the SDK itself tries three times. What it repeats blindly must have one effect. */
beforeAll(async () => {
  product = await startFaultyProduct({ sdkTries: 3 });
  office = openOffice(product);
});
afterAll(() => product.stop());

const lost: Fault = () => 'answer lost';
const always = { count: Number.POSITIVE_INFINITY };

test('an answer lost once is no matter: the SDK asks again, and nobody notices', async () => {
  const writing = /TransactWriteItems|UpdateItem|DeleteItem|SendTaskSuccess|StartExecution/;
  // A lease whose answer was lost is somebody else's, for all the repeat can tell: it waits until it runs out.
  const calls = portCalls.filter(
    (each) => writing.test(each.operation) && each.method !== 'cases.leaseLetter',
  );
  const struck = calls.map(({ service, method, operation }) =>
    product.wires.strike({ service, method, operation }, lost),
  );
  const journey = await receiveMotion(product, office);
  expect(await settle(product, journey.caseId)).toBe(0);
  for (const name of shortWay) {
    await moves[name](journey);
    expect(await settle(product, journey.caseId), name).toBe(0);
  }
  for (const each of struck) each.lift();
  expect(struck.reduce((sum, each) => sum + each.strikes(), 0)).toBeGreaterThan(7);
  expect(await expectWhole(product, office, journey.caseId)).toEqual([]);
});

test('a failure that is counted twice still tells the registrar in the end', async () => {
  const journey = await receiveMotion(product, office);
  const { caseId } = journey;
  await settle(product, caseId);
  const stuck = product.wires.strike(
    { service: 'dynamoDb', method: 'cases.openWait', ...always },
    refusedCall,
  );
  // The last failure but one: counted twice, it is the last, and the machine is not started again.
  const from = restartLimit - 1;
  const note = product.wires.strike({ service: 'dynamoDb', method: 'cases.recordFailure', from }, lost);
  await moves.register(journey);
  await product.idle();
  for (let sweeps = 0; sweeps < restartLimit; sweeps += 1) {
    product.pass(1);
    await product.tick(true);
    await product.idle();
  }
  expect(note.strikes()).toBe(1);
  expect((await product.load(caseId)).tasks).toMatchObject([
    { kind: 'execution-stopped', assignee: { role: 'registrar' } },
  ]);
  stuck.lift();
  note.lift();
  expect((await office.untilAnswered('sigrid.hallman', `/api/cases/${caseId}/restart`, {})).status).toBe(200);
  await carry(product, journey, shortWay.slice(1));
  expect(await expectWhole(product, office, caseId)).toEqual([]);
  await expectNothingOwed(product);
});
