import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../support/workflow-asl.ts';
import { entry, go, receive, stepsOf } from '../support/workflow-journey.ts';
import {
  throughApproval,
  throughBoard,
  throughCouncil,
  toCouncilReady,
  toDecided,
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
  product = await startProduct(directory);
});
afterAll(async () => {
  await product.stop();
  removeDataDirectory(directory);
});

/** The usual way, in stretches; each begins where the one before it ends. */
const register = words('AwaitRegistration TellRegistered AwaitReferral');
const desk = words('TellReferred AwaitAssignment AwaitDraftingStart');
const draft = words('AwaitAnswer AwaitApproval AwaitApproval AwaitBoardAgenda');
const board = words('TellBoardDate AwaitBoard');
const council = words('TellCouncilDate AwaitCouncil');
const proposed = words('TellBoardProposal AwaitCouncilAgenda');
const decided = words('TellDecided AwaitCertification');
const toWatch = words('AwaitNotice TellExtract WatchNotice');
const final = words('AwaitFinality TellFinal AwaitArchiving');
const usual = [...entry, ...register, ...desk, ...draft, ...board, ...proposed];

test('straight to the archive', async () => {
  const journey = await receive(product);
  const { motion } = await go(product, journey, ...toDecided, ...toPosting, ...toFinal, 'archive');
  expect(motion).toMatchObject({ status: 'Archived', cycle: 0, minorityDeferralUsed: false });
  expect(motion).toMatchObject({ decision: { outcome: 'MIXED', deviatesFromBoard: false } });
  expect(stepsOf(product, journey)).toEqual([
    ...usual,
    ...council,
    ...decided,
    ...toWatch,
    ...final,
    'CaseClosed',
  ]);
});

test('returned by an approver, postponed and referred back by the board', async () => {
  const journey = await receive(product);
  await go(product, journey, ...toDesk, 'answer', 'return answer', ...throughApproval);
  await go(product, journey, 'place on board agenda', 'postpone in board');
  await go(product, journey, 'place on board agenda', 'refer back in board');
  const { motion } = await go(product, journey, ...throughApproval, ...throughBoard);
  expect(motion).toMatchObject({ status: 'CouncilReady', cycle: 1, minorityDeferralUsed: false });
  expect(stepsOf(product, journey)).toEqual([
    ...entry,
    ...register,
    ...desk,
    ...words('AwaitAnswer AwaitApproval'),
    ...draft,
    ...board,
    ...words('TellBoardPostponement AwaitBoardAgenda'),
    ...board,
    'TellReferralBack',
    ...draft,
    ...board,
    ...proposed,
  ]);
});

test('referred back by the council, on a minority and then by majority', async () => {
  const journey = await receive(product);
  await go(product, journey, ...toCouncilReady, 'place on council agenda', 'refer back by minority');
  await go(product, journey, ...throughApproval, ...throughBoard, 'place on council agenda');
  // The minority has had its turn (KL 5:50): the law refuses, and the machine hears nothing of it.
  await expect(go(product, journey, 'refer back by minority')).rejects.toThrow('minority_right_used');
  expect(stepsOf(product, journey).at(-1)).toBe('AwaitCouncil');
  const { motion } = await go(product, journey, 'refer back by majority');
  expect(motion).toMatchObject({ status: 'Drafting', cycle: 2, minorityDeferralUsed: true });
  const round = ['TellReferralBack', ...draft, ...board, ...proposed];
  expect(stepsOf(product, journey)).toEqual([
    ...usual,
    ...council,
    ...round,
    ...council,
    ...words('TellReferralBack AwaitAnswer'),
  ]);
});

test('postponed by the council, on a minority and then by majority, then decided', async () => {
  const journey = await receive(product);
  await go(product, journey, ...toCouncilReady);
  await go(product, journey, 'place on council agenda', 'postpone by minority');
  await go(product, journey, 'place on council agenda', 'postpone by majority');
  const { motion } = await go(product, journey, ...throughCouncil);
  expect(motion).toMatchObject({ status: 'Decided', cycle: 0, minorityDeferralUsed: true });
  const postponed = words('TellCouncilPostponement AwaitCouncilAgenda');
  const twice = [...council, ...postponed, ...council, ...postponed];
  expect(stepsOf(product, journey)).toEqual([...usual, ...twice, ...council, ...decided]);
});

test('returned for completion and sent in again, with its number', async () => {
  const journey = await receive(product, { movers: ['hannes.lindgard', 'karin.stalberg'] });
  const registered = await go(product, journey, 'register');
  const { motion } = await go(product, journey, 'return', 'resubmit', 'refer');
  const number = 'registrationNumber' in registered.motion ? registered.motion.registrationNumber : '';
  expect(motion).toMatchObject({ status: 'Referred', registrationNumber: number });
  expect(stepsOf(product, journey)).toEqual([
    ...entry,
    ...register,
    ...words('TellReturned AwaitResubmission TellResubmitted AwaitReferral'),
    ...words('TellReferred AwaitAssignment'),
  ]);
});

test('decided at once, unprepared', async () => {
  const journey = await receive(product);
  const { motion } = await go(product, journey, 'register', 'decide at once', ...toPosting);
  expect(motion).toMatchObject({ status: 'AppealWindow', decision: { outcome: 'MIXED' } });
  expect(motion).not.toHaveProperty('answer');
  expect(stepsOf(product, journey)).toEqual([...entry, ...register, ...decided, ...toWatch]);
});

test('a notice found down is posted anew, from the window, after it, and when all was final', async () => {
  const journey = await receive(product);
  await go(product, journey, 'register', 'decide at once', ...toPosting, 'notice down', 'post');
  await go(product, journey, 'window passes', 'notice down', 'post');
  await go(product, journey, ...toFinal);
  const { motion } = await go(product, journey, 'notice down', 'post', ...toFinal);
  expect(motion.status).toBe('Final');
  expect(stepsOf(product, journey)).toEqual([
    ...entry,
    ...register,
    ...decided,
    ...toWatch,
    ...toWatch,
    'AwaitFinality',
    ...toWatch,
    ...final,
    'TellNotFinal',
    ...toWatch,
    ...final,
  ]);
});

test('a motion that came 800 days ago', async () => {
  const journey = await receive(product, { receivedDaysAgo: 800 });
  const { motion } = await go(product, journey, ...toDesk);
  expect(motion).toMatchObject({ status: 'Drafting' });
  expect(stepsOf(product, journey)).toEqual([...entry, ...register, ...desk, 'AwaitAnswer']);
});
