import { afterAll, beforeAll, expect, test } from 'vitest';
import { agendaDayOf, withdrawable } from '../../domain/motion.ts';
import { stepOf } from '../../domain/steps.ts';
import { words } from '../support/workflow-asl.ts';
import { act, go, receive, stepsOf } from '../support/workflow-journey.ts';
import { type MoveName, throughApproval, toCouncilReady, toDesk } from '../support/workflow-moves.ts';
import {
  expectAtRest,
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

const [register, refer, assign, start] = toDesk;
const answered = [...toDesk, 'answer'] as const;
const boardReady = [...toDesk, ...throughApproval] as const;

/** How a motion comes to each status in which it can be withdrawn. */
const ways: Readonly<Record<(typeof withdrawable)[number], readonly MoveName[]>> = {
  Received: [],
  Registered: [register],
  Returned: [register, 'return'],
  Referred: [register, refer],
  Assigned: [register, refer, assign],
  Drafting: [register, refer, assign, start],
  Consulting: [...toDesk, 'consult'],
  Approval: answered,
  BoardReady: boardReady,
  BoardAgenda: [...boardReady, 'place on board agenda'],
  CouncilReady: toCouncilReady,
  CouncilAgenda: [...toCouncilReady, 'place on council agenda'],
};

test.each(withdrawable.filter((status) => status !== 'Received'))('withdrawn while %s', async (status) => {
  const journey = await receive(product);
  const before = await go(product, journey, ...ways[status]);
  expect(before.motion.status).toBe(status);
  const { motion } = await go(product, journey, 'withdraw', 'note');
  expect(motion).toMatchObject({ status: 'Decided', decision: { outcome: 'WRITTEN_OFF' } });
  const steps = stepsOf(product, journey);
  const from = steps.lastIndexOf('TellWithdrawn');
  expect(steps.at(from - 1)).toBe(stepOf[status]);
  expect(steps.slice(from)).toEqual(
    words('TellWithdrawn AwaitWithdrawalNote TellDecided AwaitCertification'),
  );
});

test('withdrawn before it was registered: it gets its number all the same, and is noted', async () => {
  const journey = await receive(product);
  const pending = await go(product, journey, 'withdraw');
  expect(pending.motion).not.toHaveProperty('registrationNumber');
  expect(pending.tasks).toMatchObject([{ kind: 'AwaitWithdrawalNote', assignee: { role: 'registrar' } }]);
  await expect(go(product, journey, 'note')).rejects.toThrow('not_registered');
  const registered = await go(product, journey, 'register');
  expect(registered.motion).toMatchObject({ status: 'WithdrawalPending', registerYear: expect.any(Number) });
  expect(registered.tasks).toMatchObject([{ assignee: { role: 'council-secretary' } }]);
  const { motion } = await go(product, journey, 'note');
  expect(motion).toMatchObject({ status: 'Decided', decision: { outcome: 'WRITTEN_OFF' } });
  expect(stepsOf(product, journey)).toEqual([
    ...words('ReadCase SendOwedLetters AwaitRegistration TellWithdrawn AwaitWithdrawalNote'),
    ...words('TellWithdrawnRegistered AwaitWithdrawalNote TellDecided AwaitCertification'),
  ]);
});

test('withdrawn by one of two: the motion is the other\u2019s, and goes on', async () => {
  const journey = await receive(product, { movers: ['hannes.lindgard', 'karin.stalberg'] });
  const before = await go(product, journey, register, refer);
  const steps = stepsOf(product, journey);
  await act(product, journey.caseId, 'hannes.lindgard', { type: 'withdraw' });
  const after = await expectAtRest(product, journey.caseId);
  expect(after.motion).toMatchObject({
    status: 'Referred',
    version: before.motion.version + 1,
    movedAtVersion: before.motion.movedAtVersion,
  });
  expect(after.wait).toEqual(before.wait);
  expect(after.tasks).toEqual(before.tasks);
  expect(stepsOf(product, journey)).toEqual(steps);
  expect((await go(product, journey, assign)).motion.status).toBe('Assigned');
  await act(product, journey.caseId, 'karin.stalberg', { type: 'withdraw' });
  const last = await expectAtRest(product, journey.caseId);
  expect(last.motion.status).toBe('WithdrawalPending');
  expect(stepsOf(product, journey)).toEqual([
    ...steps,
    ...words('AwaitDraftingStart TellWithdrawn AwaitWithdrawalNote'),
  ]);
});

test('noted at a meeting whose agenda it is on, after one that did not and one that put it off', async () => {
  const journey = await receive(product);
  await go(product, journey, register, 'withdraw');
  const placed = await go(product, journey, 'place on council agenda');
  expect(placed.motion).toMatchObject({ status: 'WithdrawalPending', meetingDate: expect.any(String) });
  expect(placed.tasks).toMatchObject([{ kind: 'AwaitWithdrawalNote', dueOn: agendaDayOf(placed.motion) }]);
  const off = await go(product, journey, 'take off council agenda');
  expect(agendaDayOf(off.motion)).toBeUndefined();
  const postponed = await go(product, journey, 'place on council agenda', 'postpone by majority');
  expect(postponed.motion).toMatchObject({ status: 'WithdrawalPending', lastDeferral: { by: 'majority' } });
  const back = await go(product, journey, 'take back in council');
  expect(back.motion).toMatchObject({ status: 'WithdrawalPending', meetingDate: expect.any(String) });
  const { motion } = await go(product, journey, 'note at its meeting');
  expect(motion).toMatchObject({ status: 'Decided', decision: { ground: 'withdrawal' } });
  const told = words('TellWithdrawalMeeting AwaitWithdrawalNote');
  expect(stepsOf(product, journey).slice(-15)).toEqual([
    ...words('TellWithdrawn AwaitWithdrawalNote'),
    ...[...told, ...told, ...told, ...told],
    ...words('ReadCase SendOwedLetters AwaitWithdrawalNote TellDecided AwaitCertification'),
  ]);
});

test('withdrawn on the day of the council, when it had decided or sent it back already (rows 28d and 28k)', async () => {
  const onAgenda = [...toCouncilReady, 'place on council agenda', 'the council meets', 'withdraw'] as const;
  const decided = await receive(product);
  const { motion } = await go(product, decided, ...onAgenda, 'decide');
  expect(motion).toMatchObject({ status: 'Decided', decision: { withdrawnTooLate: true, outcome: 'MIXED' } });
  expect(stepsOf(product, decided).slice(-4)).toEqual(
    words('TellWithdrawn AwaitWithdrawalNote TellDecided AwaitCertification'),
  );
  const sentBack = await receive(product);
  const pending = await go(product, sentBack, ...onAgenda, 'refer back by majority');
  expect(pending.motion).toMatchObject({ status: 'WithdrawalPending', cycle: 1 });
  expect((await go(product, sentBack, 'note')).motion).toMatchObject({ decision: { ground: 'withdrawal' } });
  expect(stepsOf(product, sentBack).slice(-5)).toEqual(
    words('AwaitWithdrawalNote TellWithdrawalMeeting AwaitWithdrawalNote TellDecided AwaitCertification'),
  );
});
