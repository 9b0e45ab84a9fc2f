import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import type { JointCommand } from '../../domain/joint-preparation.ts';
import { stepOf } from '../../domain/steps.ts';
import { actTogether } from '../../lambdas/casework/act-together.ts';
import { roleHolders } from '../../local/demo/town.ts';
import { words } from '../support/workflow-asl.ts';
import { actorOf, go, receive, stepsOf } from '../support/workflow-journey.ts';
import { type Journey, throughCouncil, toDesk } from '../support/workflow-moves.ts';
import {
  expectAtRest,
  expectWhole,
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

const { officer, manager, director, boardSecretary } = roleHolders;
const answer = { title: 'Svar på två motioner', sections: [{ heading: 'Bedömning', text: 'Det görs.' }] };
const proposals = [
  { clause: 1, outcome: 'GRANTED' as const },
  { clause: 2, outcome: 'ANSWERED' as const },
];

/** Two motions in drafting, the second prepared with the first. */
const aPair = async (): Promise<readonly [Journey, Journey]> => {
  const lead = await receive(product);
  await go(product, lead, ...toDesk);
  const follower = await receive(product);
  await go(product, follower, ...toDesk);
  await follower.act(officer, { type: 'join-preparation', lead: lead.caseId });
  return [lead, follower];
};

/** A joint command, and both machines at rest after it. */
const actOnBoth = async (pair: readonly [Journey, Journey], subject: string, command: JointCommand) => {
  const request = { lead: pair[0].caseId, commandId: randomUUID(), command, actor: actorOf(subject) };
  const done = await actTogether(product.besvarad.casework, request);
  expect(done).toMatchObject({ kind: 'done', cases: [{}, {}] });
  return Promise.all(pair.map((each) => expectAtRest(product, each.caseId)));
};

const toBoardAgenda = async (pair: readonly [Journey, Journey]) => {
  const given = Object.fromEntries(pair.map((each) => [each.caseId, proposals]));
  await actOnBoth(pair, officer, { type: 'write-answer', answer, proposals: given });
  await actOnBoth(pair, officer, { type: 'submit-answer' });
  await actOnBoth(pair, manager, { type: 'approve-answer' });
  await actOnBoth(pair, director, { type: 'approve-answer' });
  const today = product.today();
  const days = { meetingDate: addDays(today, 1), summonedOn: today };
  return actOnBoth(pair, boardSecretary, { type: 'place-on-board-agenda', ...days });
};

test('two go to the board together; one is split off and decided at another meeting', async () => {
  const pair = await aPair();
  const [lead, follower] = pair;
  const placed = await toBoardAgenda(pair);
  expect(placed.map(({ motion }) => motion.status)).toEqual(['BoardAgenda', 'BoardAgenda']);
  const meetings = placed.map(({ motion }) => 'meetingDate' in motion && motion.meetingDate);
  expect(meetings[0]).toBe(meetings[1]);

  // The board proposes on one and postpones the other, which then goes its own way.
  await go(product, lead, 'propose');
  await go(product, follower, 'postpone in board');
  await follower.act(boardSecretary, { type: 'leave-preparation' });
  const alone = await go(product, follower, 'place on board agenda', 'propose');
  expect(alone.motion).not.toHaveProperty('jointWith');
  expect(alone.motion).toMatchObject({ answer: { proposals } });

  const first = await go(product, lead, ...throughCouncil);
  const second = await go(product, follower, ...throughCouncil);
  const decided = [first, second].map(({ motion }) => ('decision' in motion ? motion.decision : undefined));
  expect(decided.map((each) => each?.outcome)).toEqual(['MIXED', 'MIXED']);
  expect(decided[0]?.at.meetingDate).not.toBe(decided[1]?.at.meetingDate);
  expect(stepsOf(product, follower).filter((step) => step === stepOf.BoardAgenda).length).toBe(2);
  expect(stepsOf(product, lead).filter((step) => step === stepOf.BoardAgenda).length).toBe(1);
});

test('what is put off is put off for both, and both come to their wait again', async () => {
  const pair = await aPair();
  await toBoardAgenda(pair);
  product.advance(1);
  const minutesId = `board-${product.today()}`;
  const certifiers = [...roleHolders.certifiers];
  const meetingDate = product.today();
  const open = { type: 'open-minutes' as const, body: 'board' as const, meetingDate, certifiers };
  await pair[0].actOnMinutes(boardSecretary, minutesId, open);
  const back = await actOnBoth(pair, boardSecretary, {
    type: 'refer-back-in-board',
    minutesId,
    paragraph: '§ 12',
    present: 11,
    reason: 'Kostnaden ska redovisas.',
  });
  expect(back.map(({ motion }) => motion.status)).toEqual(['Drafting', 'Drafting']);
  for (const each of pair) {
    expect(stepsOf(product, each).slice(-3)).toEqual(words('AwaitBoard TellReferralBack AwaitAnswer'));
    await expectWhole(product, each.caseId);
  }
});
