import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { handoverAfterDays, signalHandover, sweepExecutions } from '../../lambdas/casework/executions.ts';
import { executionName } from '../../lambdas/ports/workflow.ts';
import { words } from '../support/workflow-asl.ts';
import { failWait, holdAt, releaseAll, stopExecution } from '../support/workflow-faults.ts';
import { entry, go, post, receive, stepsOf } from '../support/workflow-journey.ts';
import {
  moves,
  throughApproval,
  throughBoard,
  throughCouncil,
  toCouncilReady,
  toDesk,
  toFinal,
  toPosting,
} from '../support/workflow-moves.ts';
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
  product = await startProduct(directory);
});
afterEach(() => {
  releaseAll();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await product.stop();
  removeDataDirectory(directory);
});

const endOf = (caseId: string, generation: number) => historyOf(product, caseId, generation).at(-1)?.type;
const sweep = () => product.besvarad.tick(true);
/** The casework as it will be in some days: executions have grown older, nothing else has. */
const inDays = (days: number) => ({
  ...product.besvarad.casework,
  realNow: () => new Date(Date.now() + days * 86_400_000).toISOString(),
});

describe('an execution that grows old', () => {
  test('is handed over to a successor, and the case goes on to its end', async () => {
    const journey = await receive(product);
    await go(product, journey, ...toDesk);
    expect(await signalHandover(inDays(handoverAfterDays - 1))).toBe(0);
    expect(await signalHandover(inDays(handoverAfterDays + 1))).toBe(1);
    const { execution } = await expectAtRest(product, journey.caseId);
    expect(execution?.generation).toBe(2);
    expect(endOf(journey.caseId, 1)).toBe('ExecutionSucceeded');
    expect(stepsOf(product, journey).slice(-3)).toEqual(words('AwaitAnswer HandOver HandedOver'));
    const rest = [...throughApproval, ...throughBoard, ...throughCouncil, ...toPosting, ...toFinal] as const;
    const { motion } = await go(product, journey, ...rest);
    expect(motion.status).toBe('Final');
    expect(stepsOf(product, journey, 2)).toEqual([
      ...entry,
      ...words('AwaitAnswer AwaitApproval AwaitApproval AwaitBoardAgenda TellBoardDate AwaitBoard'),
      ...words('TellBoardProposal AwaitCouncilAgenda TellCouncilDate AwaitCouncil TellDecided'),
      ...words(
        'AwaitCertification AwaitNotice TellExtract WatchNotice AwaitFinality TellFinal AwaitArchiving',
      ),
    ]);
  });

  test('hands over by itself when it was not told to: its wait times out', async () => {
    const journey = await receive(product);
    await go(product, journey, 'register');
    await failWait(product, journey.caseId, 'States.Timeout');
    expect((await expectAtRest(product, journey.caseId)).execution?.generation).toBe(2);
    expect(stepsOf(product, journey).slice(-3)).toEqual(words('AwaitReferral HandOver HandedOver'));
    expect((await go(product, journey, 'refer')).motion.status).toBe('Referred');
    expect(product.alarms.filter((alarm) => alarm.keys.caseId === journey.caseId)).toEqual([]);
  });

  test('is handed over though a command comes at the same time', async () => {
    const journey = await receive(product);
    await Promise.all([signalHandover(inDays(handoverAfterDays + 1)), moves.register(journey)]);
    await product.idle();
    await product.besvarad.tick();
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Registered');
    expect((await go(product, journey, 'refer')).motion.status).toBe('Referred');
  });
});

describe('an execution that is gone', () => {
  test('is followed by another at the same step, wherever the case stands', async () => {
    const journey = await receive(product);
    const stretches = [[], ['register'], ['refer', 'assign', 'start'], throughApproval] as const;
    const later = [throughBoard, throughCouncil, toPosting, toFinal, ['appeal']] as const;
    for (const [index, names] of [...stretches, ...later].entries()) {
      const before = await go(product, journey, ...names);
      await stopExecution(product, journey.caseId);
      expect(endOf(journey.caseId, index + 1)).toBe('ExecutionAborted');
      expect(await sweep()).toMatchObject({ entered: 1, failed: 0 });
      const after = await expectAtRest(product, journey.caseId);
      expect(after.motion).toEqual(before.motion);
      expect(after.execution?.generation).toBe(index + 2);
      expect(stepsOf(product, journey, index + 2)).toEqual([...entry, before.wait?.step]);
    }
    expect((await go(product, journey, 'appeal upheld', 'archive')).motion.status).toBe('Archived');
    expect(await sweep()).toMatchObject({ entered: 0 });
  });

  test('misses no command given meanwhile', async () => {
    const journey = await receive(product);
    await go(product, journey, 'register');
    await stopExecution(product, journey.caseId);
    for (const name of ['refer', 'assign'] as const) await moves[name](journey);
    expect((await product.load(journey.caseId)).owedSignals).toHaveLength(2);
    await sweep();
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Assigned');
    expect(stepsOf(product, journey, 2)).toEqual([...entry, 'AwaitDraftingStart']);
  });

  test('is not taken for one that was started while the sweep looked', async () => {
    const { casework } = product.besvarad;
    const { running } = casework.workflow;
    vi.spyOn(casework.workflow, 'running').mockImplementationOnce(async () => {
      const names = await running();
      await receive(product);
      return names;
    });
    expect(await sweepExecutions(casework)).toBe(0);
  });
});

describe('a generation that has been followed', () => {
  test('ends at its next wait, and the case goes on in the other', async () => {
    const journey = await receive(product);
    const held = holdAt(product, 'AwaitReferral');
    await moves.register(journey);
    await held.reached;
    const { caseId } = journey;
    expect(await post(product, 'sigrid.hallman', `/api/cases/${caseId}/restart`)).toBe(200);
    held.release();
    expect((await expectAtRest(product, caseId)).execution?.generation).toBe(2);
    expect(stepsOf(product, journey).slice(-2)).toEqual(words('AwaitReferral Superseded'));
    expect((await go(product, journey, 'refer')).motion.status).toBe('Referred');
  });

  test('that is started again finds nothing to do', async () => {
    const journey = await receive(product);
    await stopExecution(product, journey.caseId);
    await sweep();
    const before = await expectAtRest(product, journey.caseId);
    const name = `${journey.caseId}-stale`;
    const input = JSON.stringify({ caseId: journey.caseId, generation: 1 });
    const stateMachineArn = product.besvarad.stepFunctions.arnOf('motion');
    await product.sfn.send(new StartExecutionCommand({ stateMachineArn, name, input }));
    expect(await expectAtRest(product, journey.caseId)).toEqual(before);
    expect(stepsIn(product.besvarad.stepFunctions.history(name))).toEqual([...entry, 'Superseded']);
  });
});

test('a machine that is switched off and on goes on with every case', async () => {
  const waiting = await Promise.all([receive(product), receive(product), receive(product), receive(product)]);
  const [received, drafting, council, archived] = waiting;
  if (!received || !drafting || !council || !archived) throw new Error('no cases');
  await go(product, drafting, ...toDesk);
  await go(product, council, ...toCouncilReady, 'place on council agenda');
  await go(product, archived, 'register', 'decide at once', ...toPosting, ...toFinal, 'archive');
  // One command whose signal never went out, one case whose machine never started.
  vi.spyOn(product.besvarad.casework.workflow, 'complete').mockRejectedValue(new Error('off'));
  await moves.answer(drafting);
  vi.spyOn(product.besvarad.casework.workflow, 'start').mockRejectedValue(new Error('off'));
  const unstarted = await receive(product);
  const today = product.today();
  await product.stop();
  product = await startProduct(directory, today);

  const at = async ({ caseId }: typeof received) => {
    const { motion, execution } = await expectAtRest(product, caseId);
    return `${motion.status}, generation ${execution?.generation}`;
  };
  expect(await at(received)).toBe('Received, generation 2');
  expect(await at(drafting)).toBe('Approval, generation 2');
  expect(await at(council)).toBe('CouncilAgenda, generation 2');
  expect(await at(unstarted)).toBe('Received, generation 1');
  expect(await at(archived)).toBe('Archived, generation 1');
  expect(product.besvarad.stepFunctions.history(executionName(archived.caseId, 2))).toEqual([]);
});
