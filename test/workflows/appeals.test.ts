import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../support/workflow-asl.ts';
import { go, receive, stepsOf } from '../support/workflow-journey.ts';
import { type MoveName, throughCouncil, toDecided, toFinal, toPosting } from '../support/workflow-moves.ts';
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

const atOnce = ['register', 'decide at once', ...toPosting] as const;
const journeyThrough = async (...names: readonly MoveName[]) => {
  const journey = await receive(product);
  const state = await go(product, journey, ...names);
  return { journey, motion: state.motion, steps: () => stepsOf(product, journey) };
};
/** The states from the last time a state was entered. */
const since = (steps: readonly string[], name: string) => steps.slice(steps.lastIndexOf(name));

describe('appealed', () => {
  test.each([
    { from: 'AppealWindow', more: [], wait: 'WatchNotice' },
    { from: 'PresumedFinal', more: ['window passes'], wait: 'AwaitFinality' },
  ] as const)('from $from', async ({ from, more, wait }) => {
    const { journey, motion, steps } = await journeyThrough(...atOnce, ...more);
    expect(motion.status).toBe(from);
    const appealed = await go(product, journey, 'appeal');
    expect(appealed.motion).toMatchObject({ status: 'Appealed', appealReceivedOn: product.today() });
    expect(since(steps(), wait)).toEqual([wait, ...words('TellAppealed AwaitJudgment')]);
  });

  test('from Final, again and again: the decision stands, and is archived', async () => {
    const { journey, motion, steps } = await journeyThrough(...atOnce, ...toFinal);
    expect(motion.status).toBe('Final');
    const again = words('AwaitArchiving TellAppealed AwaitJudgment TellFinal');
    for (const how of ['appeal dismissed', 'appeal withdrawn', 'appeal upheld'] as const) {
      expect((await go(product, journey, 'appeal', how)).motion.status).toBe('Final');
    }
    const archived = await go(product, journey, 'archive');
    expect(archived.motion).toMatchObject({ status: 'Archived', decision: { outcome: 'MIXED' } });
    expect(steps().slice(-14)).toEqual([...again, ...again, ...again, 'AwaitArchiving', 'CaseClosed']);
  });
});

describe('annulled', () => {
  test('the council decides anew, and the new decision becomes final', async () => {
    const prepared = [...toDecided, ...toPosting, 'appeal', 'annulled'] as const;
    const { journey, motion, steps } = await journeyThrough(...prepared);
    expect(motion.status).toBe('CouncilReady');
    expect(motion).not.toHaveProperty('decision');
    expect(since(steps(), 'TellAppealed')).toEqual(
      words('TellAppealed AwaitJudgment TellAnnulled AwaitCouncilAgenda'),
    );
    const again = await go(product, journey, ...throughCouncil, ...toPosting, ...toFinal);
    expect(again.motion.status).toBe('Final');
  });

  test('for a fault in preparation: the officer answers anew', async () => {
    const { motion, steps } = await journeyThrough(
      ...toDecided,
      ...toPosting,
      'window passes',
      'appeal',
      'annulled in preparation',
    );
    expect(motion).toMatchObject({ status: 'Drafting', cycle: 1 });
    expect(since(steps(), 'TellAppealed')).toEqual(
      words('TellAppealed AwaitJudgment TellAnnulledInPreparation AwaitAnswer'),
    );
  });

  test('of what was never prepared: it begins from the register', async () => {
    const { journey, motion, steps } = await journeyThrough(...atOnce, 'appeal', 'annulled');
    expect(motion.status).toBe('Registered');
    expect(since(steps(), 'TellAppealed')).toEqual(
      words('TellAppealed AwaitJudgment TellAnnulledUnprepared AwaitReferral'),
    );
    expect((await go(product, journey, 'refer')).motion.status).toBe('Referred');
  });

  test('of a withdrawal noted wrongly: it is noted anew', async () => {
    const withdrawn = ['register', 'withdraw', 'note', ...toPosting, 'appeal', 'annulled'] as const;
    const { journey, motion, steps } = await journeyThrough(...withdrawn);
    expect(motion.status).toBe('WithdrawalPending');
    expect(since(steps(), 'TellAppealed')).toEqual(
      words('TellAppealed AwaitJudgment TellAnnulledWithdrawal AwaitWithdrawalNote'),
    );
    expect((await go(product, journey, 'note')).motion.status).toBe('Decided');
  });
});

test('an appeal of one case leaves the others of the minutes alone', async () => {
  const { journey, steps } = await journeyThrough(...atOnce);
  const other = await journeyThrough(...atOnce, 'appeal');
  const before = steps();
  await go(product, journey, 'window passes');
  expect(steps()).toEqual([...before, 'AwaitFinality']);
  expect(other.steps().at(-1)).toBe('AwaitJudgment');
  expect((await product.load(other.journey.caseId)).motion.status).toBe('Appealed');
});
