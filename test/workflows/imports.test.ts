import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOpenMotions } from '../../lambdas/casework/import-open-motions.ts';
import { words } from '../support/workflow-asl.ts';
import { actorOf, go, receive, stepsOf } from '../support/workflow-journey.ts';
import {
  expectAtRest,
  historyOf,
  makeDataDirectory,
  type Product,
  removeDataDirectory,
  startProduct,
  stepsIn,
} from '../support/workflow-product.ts';

let product: Product;
const directory = makeDataDirectory();
beforeAll(async () => {
  product = await startProduct(directory, '2019-03-04');
});
afterAll(async () => {
  await product.stop();
  removeDataDirectory(directory);
});

const table = [
  'diarienummer;titel;motionärer;inkom;läge;anmäld;handläggare;enhet;att-satser;förslag;styrelsens datum;styrelsens paragraf',
  'RS 41/2018;Fler bussar;m-lindgard-hannes;2018-02-05;under beredning;2018-02-20;nils.akerhjelm;Staben;fler turer;;;',
  'RS 5/2019;Fler tåg;m-lindgard-hannes;2019-01-14;klar för fullmäktige;2019-01-22;nils.akerhjelm;Staben;fler tåg|längre tåg;avslag;2019-02-26;§ 31',
].join('\n');

test('motions that were open enter the machine at their step, with the day they were really raised', async () => {
  const commandId = randomUUID();
  const actor = actorOf('sigrid.hallman');
  const bringIn = () =>
    importOpenMotions(product.besvarad.casework, { commandId, content: table, dryRun: false, actor });
  const report = await bringIn();
  await product.idle();
  if (report.kind !== 'report') throw new Error(JSON.stringify(report));
  expect(report).toMatchObject({ imported: true, rows: [{ outcome: 'done' }, { outcome: 'done' }] });
  const [drafting = '', ready = ''] = report.rows.map(({ caseId }) => caseId ?? '');

  const first = await expectAtRest(product, drafting);
  expect(first.wait?.step).toBe('AwaitAnswer');
  expect(first.motion).toMatchObject({ registrationNumber: 'RS 41/2018', raisedOn: '2018-02-05' });
  expect(first.tasks).toMatchObject([{ assignee: { role: 'official', personIds: ['nils.akerhjelm'] } }]);
  expect(stepsIn(historyOf(product, drafting, 1))).toEqual(words('ReadCase SendOwedLetters AwaitAnswer'));

  const second = await expectAtRest(product, ready);
  expect(second.wait?.step).toBe('AwaitCouncilAgenda');
  expect(second.motion).toMatchObject({ registrationNumber: 'RS 5/2019', raisedOn: '2019-01-14' });
  expect(stepsIn(historyOf(product, ready, 1)).at(-1)).toBe('AwaitCouncilAgenda');

  // Sent again it enters nothing, and starts nothing.
  expect(await bringIn()).toEqual(report);
  await product.idle();
  expect((await expectAtRest(product, ready)).execution).toEqual(second.execution);

  // The counter of the year is past every number that was brought in.
  const journey = await receive(product);
  const { motion } = await go(product, journey, 'register');
  expect(motion).toMatchObject({ registrationNumber: 'RS 6/2019' });
  expect(stepsOf(product, journey)).toContain('AwaitReferral');
});
