import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { deliverSignals } from '../../lambdas/casework/deliver-signals.ts';
import { Transient } from '../../lambdas/failures.ts';
import { executionName } from '../../lambdas/ports/workflow.ts';
import { words } from '../support/workflow-asl.ts';
import { answerWait, failWait, holdAt, releaseAll, stopExecution } from '../support/workflow-faults.ts';
import { go, receive, stepsOf } from '../support/workflow-journey.ts';
import { moves, toDesk, toPosting } from '../support/workflow-moves.ts';
import {
  expectAtRest,
  historyOf,
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
afterEach(() => {
  releaseAll();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await product.stop();
  removeDataDirectory(directory);
});

const tail = (journey: Parameters<typeof stepsOf>[1], count: number) =>
  stepsOf(product, journey).slice(-count);
const owedSteps = async (caseId: string) =>
  (await product.load(caseId)).owedSignals.map((signal) => `${signal.step}: ${signal.outcome}`);
const unreachable = () => Promise.reject(new Transient('step functions: out of reach'));

describe('a command that comes before its wait is registered', () => {
  test('is owed until the wait is there', async () => {
    const journey = await receive(product);
    const held = holdAt(product, 'AwaitReferral');
    await moves.register(journey);
    await held.reached;
    await moves.refer(journey);
    expect(await owedSteps(journey.caseId)).toContain('AwaitReferral: referred');
    await product.besvarad.tick();
    expect(await owedSteps(journey.caseId)).toContain('AwaitReferral: referred');
    held.release();
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Referred');
    expect(tail(journey, 4)).toEqual(words('TellRegistered AwaitReferral TellReferred AwaitAssignment'));
  });

  test('and another after it: the machine catches up, step by step', async () => {
    const journey = await receive(product);
    const held = holdAt(product, 'AwaitReferral');
    await moves.register(journey);
    await held.reached;
    for (const name of ['refer', 'assign', 'start'] as const) await moves[name](journey);
    const owed = ['AwaitReferral: referred', 'AwaitAssignment: assigned', 'AwaitDraftingStart: started'];
    expect((await owedSteps(journey.caseId)).slice(-3)).toEqual(owed);
    held.release();
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Drafting');
    expect(tail(journey, 5)).toEqual(
      words('AwaitReferral TellReferred AwaitAssignment AwaitDraftingStart AwaitAnswer'),
    );
  });

  test('just before the wait is stored: it is told the move at once', async () => {
    const journey = await receive(product);
    const { cases } = product.besvarad.casework;
    const openWait = cases.openWait;
    vi.spyOn(cases, 'openWait').mockImplementationOnce(async (...wait) => {
      await moves.refer(journey);
      return openWait(...wait);
    });
    await moves.register(journey);
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Referred');
    expect(tail(journey, 4)).toEqual(words('TellRegistered AwaitReferral TellReferred AwaitAssignment'));
  });

  test('when the wait in the record is an earlier one of the same step', async () => {
    const journey = await receive(product);
    await go(product, journey, ...toDesk, 'answer');
    const held = holdAt(product, 'AwaitApproval');
    await moves.approve(journey);
    await held.reached;
    await moves['approve last'](journey);
    expect(await owedSteps(journey.caseId)).toContain('AwaitApproval: approved');
    held.release();
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('BoardReady');
    expect(tail(journey, 4)).toEqual(words('AwaitAnswer AwaitApproval AwaitApproval AwaitBoardAgenda'));
  });

  test('when there is no wait after it: the case is closed, and nothing is owed', async () => {
    const journey = await receive(product);
    await go(product, journey, 'register', 'decide at once', ...toPosting, 'window passes');
    const held = holdAt(product, 'AwaitArchiving');
    await moves.confirm(journey);
    await held.reached;
    await moves.archive(journey);
    held.release();
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Archived');
    expect(tail(journey, 3)).toEqual(words('TellFinal AwaitArchiving CaseClosed'));
  });

  test('when the case has gone round and back to the step', async () => {
    const journey = await receive(product);
    const held = holdAt(product, 'AwaitReferral');
    await moves.register(journey);
    await held.reached;
    for (const name of ['return', 'resubmit', 'return'] as const) await moves[name](journey);
    held.release();
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Returned');
    const round = words('AwaitReferral TellReturned AwaitResubmission');
    expect(tail(journey, 7)).toEqual([...round, 'TellResubmitted', ...round]);
  });
});

describe('a token', () => {
  test('answered twice is gone the second time', async () => {
    const journey = await receive(product);
    const { wait } = await product.load(journey.caseId);
    await go(product, journey, 'register');
    const steps = stepsOf(product, journey);
    const again = { caseId: journey.caseId, generation: 1, version: 2, outcome: 'registered' };
    expect(await product.besvarad.casework.workflow.complete(wait?.token ?? '', again)).toBe('gone');
    await expectAtRest(product, journey.caseId);
    expect(stepsOf(product, journey)).toEqual(steps);
  });

  test('answered by several at once moves the case once', async () => {
    const journey = await receive(product);
    const { casework } = product.besvarad;
    vi.spyOn(casework.workflow, 'complete').mockImplementationOnce(unreachable);
    await moves.register(journey);
    expect(await owedSteps(journey.caseId)).toEqual(['AwaitRegistration: registered']);
    await Promise.all([1, 2, 3, 4].map(() => deliverSignals(casework, journey.caseId)));
    await expectAtRest(product, journey.caseId);
    expect(tail(journey, 3)).toEqual(words('AwaitRegistration TellRegistered AwaitReferral'));
  });

  test('of a wait that was tried again is gone; the new one is used', async () => {
    const journey = await receive(product);
    const before = await product.load(journey.caseId);
    await failWait(product, journey.caseId, 'Transient');
    const after = await expectAtRest(product, journey.caseId);
    expect(after.wait).toEqual({
      ...before.wait,
      token: expect.not.stringMatching(before.wait?.token ?? ''),
    });
    const late = { caseId: journey.caseId, generation: 1, version: 2, outcome: 'registered' };
    expect(await product.besvarad.casework.workflow.complete(before.wait?.token ?? '', late)).toBe('gone');
    expect((await go(product, journey, 'register')).motion.status).toBe('Registered');
    expect(tail(journey, 3)).toEqual(words('AwaitRegistration TellRegistered AwaitReferral'));
  });

  test('of a wait that is tried again while a command is judged: the new one is looked up', async () => {
    const journey = await receive(product);
    const { cases } = product.besvarad.casework;
    const commit = cases.commit;
    vi.spyOn(cases, 'commit').mockImplementationOnce(async (change) => {
      await failWait(product, journey.caseId, 'Transient');
      await product.idle();
      await commit(change);
    });
    await moves.register(journey);
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Registered');
  });

  describe('of a wait that is opened while a command is judged', () => {
    const referWhileWaitOpens = async () => {
      const journey = await receive(product);
      const held = holdAt(product, 'AwaitReferral');
      await moves.register(journey);
      await held.reached;
      const { cases } = product.besvarad.casework;
      const commit = cases.commit;
      vi.spyOn(cases, 'commit').mockImplementationOnce(async (change) => {
        held.release();
        await product.idle();
        await commit(change);
      });
      await moves.refer(journey);
      await product.idle();
      return product.load(journey.caseId);
    };

    test('is looked up', async () => {
      const { motion, wait, owedSignals } = await referWhileWaitOpens();
      expect([motion.status, wait?.step, owedSignals]).toEqual(['Referred', 'AwaitAssignment', []]);
    });

    test('leaves no task of its own behind', async () => {
      const { tasks } = await referWhileWaitOpens();
      expect(tasks.map((task) => task.kind)).toEqual(['AwaitAssignment']);
    });
  });

  test('lost while its wait is tried again: the signal is owed until then', async () => {
    const journey = await receive(product);
    const held = holdAt(product, 'AwaitRegistration');
    await failWait(product, journey.caseId, 'Transient');
    await held.reached;
    await moves.register(journey);
    expect(await owedSteps(journey.caseId)).toEqual(['AwaitRegistration: registered']);
    held.release();
    await expectAtRest(product, journey.caseId);
    expect(tail(journey, 3)).toEqual(words('AwaitRegistration TellRegistered AwaitReferral'));
  });
});

describe('the office dies', () => {
  test('before it has told of a move: tick does', async () => {
    const journey = await receive(product);
    const told = vi.spyOn(product.besvarad.casework.workflow, 'complete').mockImplementationOnce(unreachable);
    await moves.register(journey);
    expect(told).toHaveBeenCalledTimes(1);
    expect(await owedSteps(journey.caseId)).toEqual(['AwaitRegistration: registered']);
    expect(await product.besvarad.tick()).toMatchObject({ failed: 0 });
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Registered');
  });

  test('when it has told and not noted it: the next wait is not answered with it', async () => {
    const journey = await receive(product);
    await go(product, journey, ...toDesk, 'answer');
    const { casework } = product.besvarad;
    const clear = casework.cases.clearSignal;
    // The next wait, of the same step, is open and has not noted it either; somebody looks what is owed.
    vi.spyOn(casework.cases, 'clearSignal').mockImplementationOnce(async (caseId, version) => {
      expect(await owedSteps(caseId)).toEqual(['AwaitApproval: step-approved']);
      expect((await product.load(caseId)).wait?.openedAtVersion).toBe(version);
      await deliverSignals(casework, caseId);
      await clear(caseId, version);
    });
    await moves.approve(journey);
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Approval');
    expect(tail(journey, 3)).toEqual(words('AwaitAnswer AwaitApproval AwaitApproval'));
    expect((await go(product, journey, 'approve last')).motion.status).toBe('BoardReady');
  });

  test('before it has started the machine: tick does', async () => {
    vi.spyOn(product.besvarad.casework.workflow, 'start').mockImplementationOnce(unreachable);
    const journey = await receive(product);
    expect(stepsOf(product, journey)).toEqual([]);
    // The sweep leaves alone what is still to be started.
    expect(await product.besvarad.tick(true)).toMatchObject({ entered: 0, failed: 0 });
    expect((await expectAtRest(product, journey.caseId)).execution?.generation).toBe(1);
  });

  test('when it has started the machine and not noted it: there is one execution', async () => {
    vi.spyOn(product.besvarad.casework.cases, 'markStarted').mockImplementationOnce(unreachable);
    const journey = await receive(product);
    expect((await product.load(journey.caseId)).execution?.startOwedAt).toBeDefined();
    await product.besvarad.tick(true);
    expect((await expectAtRest(product, journey.caseId)).execution?.generation).toBe(1);
    const started = historyOf(product, journey.caseId, 1).filter((each) => each.type === 'ExecutionStarted');
    expect(started).toHaveLength(1);
  });
});

describe('a closed case owes nothing', () => {
  const toConfirm = ['register', 'decide at once', ...toPosting, 'window passes'] as const;

  test('though the office died when it had told of the last move', async () => {
    const journey = await receive(product);
    await go(product, journey, ...toConfirm, 'confirm');
    vi.spyOn(product.besvarad.casework.cases, 'clearSignal').mockImplementationOnce(unreachable);
    await moves.archive(journey);
    await product.besvarad.tick();
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Archived');
    expect(tail(journey, 2)).toEqual(words('AwaitArchiving CaseClosed'));
  });

  test('though its execution was gone when the last moves were made', async () => {
    const journey = await receive(product);
    await go(product, journey, ...toConfirm);
    await stopExecution(product, journey.caseId);
    await moves.confirm(journey);
    await moves.archive(journey);
    await product.besvarad.tick(true);
    expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Archived');
  });
});

test('an outcome that the step does not know fails the execution, not the case', async () => {
  const journey = await receive(product);
  expect(await answerWait(product, journey.caseId, 'made-up')).toBe('delivered');
  await product.idle();
  expect(tail(journey, 4)).toEqual(words('AwaitRegistration RejectOutcome RecordFailure CaseFailed'));
  const failed = { caseId: journey.caseId, generation: 1, error: 'UnexpectedOutcome', failures: 1 };
  expect(product.alarms).toContainEqual({ code: 'execution_failed', keys: failed });
  await product.besvarad.tick(true);
  expect((await expectAtRest(product, journey.caseId)).motion.status).toBe('Received');
  expect(product.besvarad.stepFunctions.running()).toContain(executionName(journey.caseId, 2));
});
