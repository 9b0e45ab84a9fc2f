import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectNothingOwed,
  expectNumbers,
  expectWhole,
  expectWholeMinutes,
} from '../support/fault-checks.ts';
import { faultsOf } from '../support/fault-kinds.ts';
import { type Office, openOffice } from '../support/fault-office.ts';
import { type FaultyProduct, startFaultyProduct } from '../support/fault-product.ts';
import { faultsOfRound, portCalls, rounds, strikeAll } from '../support/fault-table.ts';
import { carryTroubled } from '../support/fault-trouble.ts';

let product: FaultyProduct;
let office: Office;
beforeAll(async () => {
  product = await startFaultyProduct();
  office = openOffice(product);
});
afterAll(() => product.stop());

/** What can hide from the record that a letter has gone: it may then go again, and no other may. */
const betweenSendAndMark = [
  'mailer.send SendRawEmail: answer lost',
  'cases.markLetterSent TransactWriteItems: condition failed',
];
const all = new Set<string>();

test('the table of calls is that of the product', async () => {
  product.wires.seen();
  const { caseId } = await carryTroubled(product, office);
  const seen = product.wires
    .seen()
    .map(({ service, method, operation }) => `${service} ${method} ${operation}`);
  const told = portCalls.map(({ service, method, operation }) => `${service} ${method} ${operation}`);
  expect([...new Set(seen)].sort()).toEqual(told.sort());
  expect(await expectWhole(product, office, caseId)).toEqual([]);
});

describe('every call fails once, and the case comes to its end', () => {
  test.each(Array.from({ length: rounds }, (_, round) => round))(
    'each in its way number %i',
    async (round) => {
      const faults = faultsOfRound(round);
      const { struck, lift } = strikeAll(product.wires, faults);
      const { caseId } = await carryTroubled(product, office);
      lift();
      expect(struck()).toEqual(faults.map(({ name }) => `${name} ×1`));
      for (const { name } of faults) all.add(name);
      const { motion, tasks } = await product.load(caseId);
      expect({ status: motion.status, tasks }).toEqual({ status: 'Archived', tasks: [] });
      const again = await expectWhole(product, office, caseId);
      const excuses = faults.filter(({ name }) => betweenSendAndMark.includes(name));
      expect(again.length).toBeLessThanOrEqual(excuses.length);
    },
  );

  test('each in every way that its service can fail', () => {
    const ways = portCalls.flatMap(({ service, method, operation }) =>
      Object.keys(faultsOf(service, operation)).map((kind) => `${method} ${operation}: ${kind}`),
    );
    expect([...all].sort()).toEqual(ways.sort());
  });

  test('and then minutes and register are whole, and nobody is owed anything', async () => {
    await expectWholeMinutes(product, office);
    await expectNumbers(product, office);
    await expectNothingOwed(product);
  });
});
