import { afterAll, beforeAll, expect, test } from 'vitest';
import { undecided } from '../../domain/motion.ts';
import { stepOf } from '../../domain/steps.ts';
import { words } from '../support/workflow-asl.ts';
import { go, receive, stepsOf } from '../support/workflow-journey.ts';
import {
  type MoveName,
  throughApproval,
  throughCouncil,
  toCouncilReady,
  toDecided,
  toDesk,
} from '../support/workflow-moves.ts';
import {
  makeDataDirectory,
  type Product,
  removeDataDirectory,
  startProduct,
} from '../support/workflow-product.ts';

let product: Product;
const directory = makeDataDirectory();
beforeAll(async () => {
  product = await startProduct(directory);
});
afterAll(async () => {
  await product.stop();
  removeDataDirectory(directory);
});

const [register, refer, assign] = toDesk;
const boardReady = [...toDesk, ...throughApproval] as const;

/** How a motion comes to each status in which it can be written off late. */
const ways: Readonly<Record<(typeof undecided)[number], readonly MoveName[]>> = {
  Registered: [register],
  Returned: [register, 'return'],
  Referred: [register, refer],
  Assigned: [register, refer, assign],
  Drafting: toDesk,
  Consulting: [...toDesk, 'consult'],
  Approval: [...toDesk, 'answer'],
  BoardReady: boardReady,
  BoardAgenda: [...boardReady, 'place on board agenda'],
  CouncilReady: toCouncilReady,
  CouncilAgenda: [...toCouncilReady, 'place on council agenda'],
};

test.each(undecided)('reported late and written off while %s (rows 29–30, KL 5:35)', async (status) => {
  const journey = await receive(product);
  const before = await go(product, journey, ...ways[status]);
  expect(before.motion.status).toBe(status);
  const reported = await go(product, journey, 'report late');
  expect(reported.motion).toMatchObject({ status, lateReport: { proposal: 'write-off' } });
  const { motion } = await go(product, journey, 'write off');
  expect(motion).toMatchObject({ status: 'Decided', decision: { outcome: 'WRITTEN_OFF', ground: 'late' } });
  expect(stepsOf(product, journey).slice(-3)).toEqual([
    stepOf[status],
    ...words('TellDecided AwaitCertification'),
  ]);
});

test('consulted twice at once; the last statement brings it back to the official (rows 7–8c)', async () => {
  const journey = await receive(product);
  const out = await go(product, journey, register, refer, assign, 'consult', 'consult another');
  expect(out.motion).toMatchObject({ status: 'Consulting', consultations: [{}, {}] });
  const half = await go(product, journey, 'consultation closed');
  expect(half.motion.status).toBe('Consulting');
  const back = await go(product, journey, 'statement of the committee');
  expect(back.motion.status).toBe('Drafting');
  expect(stepsOf(product, journey).slice(-4)).toEqual(
    words('AwaitDraftingStart TellConsulted AwaitStatements AwaitAnswer'),
  );
});

test('given to another official, whose task it becomes (row 6c)', async () => {
  const journey = await receive(product);
  await go(product, journey, register, refer, assign);
  const { tasks } = await go(product, journey, 'reassign');
  expect(tasks).toMatchObject([{ kind: 'AwaitDraftingStart', assignee: { personIds: ['nils.akerhjelm'] } }]);
});

test('forwarded without a stand of the board, on the committee’s proposal (row 15f, KL 5:28)', async () => {
  const journey = await receive(product);
  await go(product, journey, ...toDesk, 'consult', 'statement of the committee', ...throughApproval);
  await go(product, journey, 'place on board agenda', 'forward without recommendation');
  const { motion } = await go(product, journey, ...throughCouncil);
  expect(motion).toMatchObject({ status: 'Decided', decision: { deviatesFromBoard: false } });
});

test.each([
  ['propose', [...boardReady, 'place on board agenda', 'propose'], 'take back in board', 'BoardAgenda'],
  [
    'postpone in board',
    [...boardReady, 'place on board agenda', 'postpone in board'],
    'take back in board',
    'BoardAgenda',
  ],
  [
    'refer back by majority',
    [...toCouncilReady, 'place on council agenda', 'refer back by majority'],
    'take back in council',
    'CouncilAgenda',
  ],
  ['decide', toDecided, 'take back in council', 'CouncilAgenda'],
  ['decide at once', [register, 'decide at once'], 'take back in council', 'Registered'],
] as const)('%s, mis-keyed and taken back (row 19t)', async (act, way, takeBack, status) => {
  const journey = await receive(product);
  await go(product, journey, ...way);
  const { motion } = await go(product, journey, takeBack);
  expect(motion.status).toBe(status);
  expect(stepsOf(product, journey).slice(-3)).toEqual([...words('ReadCase SendOwedLetters'), stepOf[status]]);
  // And it can be keyed in anew.
  if (act !== 'refer back by majority') await go(product, journey, act);
});
