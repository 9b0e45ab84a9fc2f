import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, letHappen, motionOf } from '../lambdas/real-cases.ts';
import { by, usual } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let lead: string;
let follower: string;
let officer: Visitor;

const as = async (personId: string): Promise<Visitor> => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};
const answerOf = (caseId: string) => `/kontor/arenden/${caseId}/svar`;
const inAll = (command: string) => `/kontor/arenden/${lead}/tillsammans/${command}`;
const statuses = async () => [(await motionOf(made, lead)).status, (await motionOf(made, follower)).status];

beforeEach(async () => {
  made = await makeDesk();
  officer = await as('p-official');
  lead = await aRealCase(made, 'Drafting');
  follower = await aRealCase(made, 'Assigned');
  await letHappen(made, follower, by(actors.official, { type: 'join-preparation', lead }));
  await letHappen(made, follower, usual('start-drafting'));
});

const joint = () => ({
  rubrik: 'Ett svar på båda',
  avsnitt: ['Bedömning'],
  text: ['Gemensam text.'],
  [`utfall.${lead}.1`]: 'ANSWERED',
  [`utfall.${lead}.2`]: 'ANSWERED',
  [`utfall.${follower}.1`]: 'REJECTED',
  [`utfall.${follower}.2`]: 'GRANTED',
});

describe('motions that are prepared together', () => {
  it('get one answer, with proposals of their own, written in the one that leads', async () => {
    const followed = await officer.get(answerOf(follower));
    expect(followed.html).not.toContain('<textarea');
    expect(followed.html).toContain(`href="${answerOf(lead)}"`);
    const saved = await officer.fillIn(answerOf(lead), joint());
    expect(textOf(saved.html)).toContain('Svaret är sparat.');
    expect(await motionOf(made, follower)).toMatchObject({
      answer: {
        proposals: [
          { clause: 1, outcome: 'REJECTED' },
          { clause: 2, outcome: 'GRANTED' },
        ],
      },
    });
    expect(textOf((await officer.get(answerOf(follower))).html)).toContain('Gemensam text.');
  });

  it('show both texts when the answer of one of them was changed meanwhile', async () => {
    const page = await officer.get(answerOf(lead));
    await officer.fillIn(answerOf(lead), joint());
    const hidden = Object.fromEntries(
      [...page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name ?? '', value ?? ''],
      ),
    );
    const refused = await officer.send(answerOf(lead), { ...hidden, ...joint(), text: ['En annan text.'] });
    expect(refused.status).toBe(409);
    expect(refused.html).toMatch(/<ins>[\s\S]*En annan/);
  });

  it('are handed in, returned and approved together, and the page names them all', async () => {
    await officer.fillIn(answerOf(lead), joint());
    expect((await officer.get(answerOf(lead))).html).toContain(`href="${inAll('submit-answer')}"`);
    const asked = await officer.fillIn(inAll('submit-answer'), {});
    expect(textOf(asked.html)).toContain('Det görs i alla som bereds ihop: RS 1-2026, RS 2-2026.');
    expect(await statuses()).toEqual(['Drafting', 'Drafting']);
    await officer.confirm(asked);
    expect(await statuses()).toEqual(['Approval', 'Approval']);
    const manager = await as('p-manager');
    const returned = await manager.fillIn(inAll('return-answer'), { comment: 'Kortare, tack.' });
    const done = await manager.confirm(returned);
    expect(textOf(done.html)).toContain('Kortare, tack.');
    expect(await statuses()).toEqual(['Drafting', 'Drafting']);
  });

  it('are all left as they are when one of them may not', async () => {
    await letHappen(
      made,
      follower,
      by(actors.official, {
        type: 'send-consultation',
        recipient: 'e-stab',
        dueOn: '2026-09-01',
        question: 'Vad kostar det?',
      }),
    );
    await officer.fillIn(answerOf(lead), joint());
    const refused = await officer.fillIn(inAll('submit-answer'), {});
    expect(refused.status).toBe(400);
    expect(textOf(refused.html)).toMatch(/RS 2-2026: .*Det går när ärendet är: under beredning\./);
    expect(await statuses()).toEqual(['Drafting', 'Consulting']);
  });

  it('have no such page for what is each motion’s own', async () => {
    for (const command of ['withdraw', 'write-answer', 'no-such'])
      expect((await officer.get(inAll(command))).status).toBe(404);
  });
});
