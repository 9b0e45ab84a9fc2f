import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { makePaperRoom } from '../lambdas/papers-room.ts';
import { aRealCase, openTheMinutes } from '../lambdas/real-cases.ts';
import { makeVisitor } from '../support/page-visitor.ts';

let made: MadeDesk;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
});

/** The links to papers on a page, without their formats. */
const papersOn = async (subject: string, path: string) => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(subject);
  const { html } = await visitor.get(path);
  return [...html.matchAll(/href="\/kontor\/papper\/([^"]+)\.pdf"/g)].map(([, found]) => found ?? '');
};

describe('the papers on a page', () => {
  it('are those that there are and that the reader may have, and each can be had', async () => {
    const draft = await aRealCase(made, 'Approval');
    const decided = await aRealCase(made, 'Decided');
    const kinds = async (subject: string, caseId: string) =>
      (await papersOn(subject, `/kontor/arenden/${caseId}`)).map((each) => each.split('/').at(-1));
    expect(await kinds('p-member', draft)).toEqual(['receipt']);
    expect(await kinds('p-official', draft)).toEqual(['receipt', 'answer']);
    const all = ['receipt', 'answer', 'board-extract', 'council-extract'];
    expect(await kinds('p-member', decided)).toEqual(all);
    const room = makePaperRoom(made.desk);
    for (const kind of all) {
      const path = `/api/cases/${decided}/papers/${kind}.html`;
      expect([kind, (await room.get('p-member', path)).status]).toEqual([kind, 200]);
    }
  });

  it('are the notice of minutes when they are certified, and not before', async () => {
    expect(await papersOn('p-council-secretary', '/kontor/protokoll/council-2026-06-16')).toEqual([]);
  });
});
