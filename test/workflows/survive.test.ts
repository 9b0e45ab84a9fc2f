import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSpineCase } from '../support/spine-cases.ts';
import { go, journeyOf } from '../support/workflow-journey.ts';
import {
  type MoveName,
  throughApproval,
  throughBoard,
  throughCouncil,
  toDesk,
  toFinal,
  toPosting,
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
  product = await startProduct(directory, '2026-05-06');
});
afterAll(async () => {
  await product.stop();
  removeDataDirectory(directory);
});

const toCouncil = [...throughCouncil];
const toBoard = [...throughBoard, ...toCouncil];
const toApproval = [...throughApproval, ...toBoard];
const [, refer, assign, start] = toDesk;

/** What is left of the way, from where the spine had left each case. */
const rest = {
  Received: [...toDesk, ...toApproval],
  Registered: [refer, assign, start, ...toApproval],
  Referred: [assign, start, ...toApproval],
  Assigned: [start, 'consult', 'statement of the committee', ...toApproval],
  Drafting: toApproval,
  Approval: ['approve', 'approve last', ...toBoard],
  BoardReady: toBoard,
  BoardAgenda: ['propose', 'take back in board', 'propose', ...toCouncil],
  CouncilReady: toCouncil,
  CouncilAgenda: ['decide', 'take back in council', 'decide'],
} as const satisfies Record<string, readonly MoveName[]>;

test.each(Object.keys(rest) as (keyof typeof rest)[])(
  'a case the spine left at %s is finished by the law of today',
  async (status) => {
    const number = `RS ${200 + Object.keys(rest).indexOf(status)}/2026`;
    const caseId = await writeSpineCase(product.besvarad.casework, status, number);
    await product.besvarad.tick();
    await product.idle();
    const journey = journeyOf(product, caseId, ['hannes.lindgard']);
    expect((await journey.motion()).status).toBe(status);
    const { motion } = await go(product, journey, ...rest[status], ...toPosting, ...toFinal, 'archive');
    expect(motion.status).toBe('Archived');
  },
);
