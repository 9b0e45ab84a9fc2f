import { expect, it } from 'vitest';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { approves, by, starts, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { makeVisitor } from '../support/page-visitor.ts';
import { makeDesk, newCommandId } from './office-desk.ts';
import { caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';

const hostile = (place: string) =>
  `<img src=x onerror=${place}> "'</title></textarea><script>${place}</script>`;
const written = ['title', 'body', 'clause', 'answer', 'heading'];

it('what somebody wrote is text on the pages of office and public, never markup', async () => {
  const made = await makeDesk();
  await openTheMinutes(made);
  const text = {
    title: hostile('title'),
    body: hostile('body'),
    clauses: [hostile('clause'), hostile('clause')],
  };
  const answer = {
    title: hostile('answer'),
    sections: [{ heading: hostile('heading'), text: hostile('answer') }],
  };
  const caseId = caseIdOf(newCommandId());
  const ways = waysOf({
    draft: [starts({ text }), approves('m-anna'), approves('m-bo')],
    drafting: [by(actors.official, { ...examples['write-answer'].command, answer })],
  });
  for (const act of ways.CouncilReady) await letHappen(made, caseId, act);
  const visitor = makeVisitor(made.desk);
  await visitor.signIn('p-registrar');
  const site = makePublicSite(made.desk);
  const open = async (path: string) => (await site.request(path)).text();
  const pages = [
    await open(`/motioner/${caseId}`),
    await open('/'),
    ...(await Promise.all(
      ['/kontor', '/kontor/arenden', `/kontor/arenden/${caseId}`, `/kontor/arenden/${caseId}/handelser`].map(
        async (path) => (await visitor.get(path)).html,
      ),
    )),
  ];
  for (const html of pages) expect(html).not.toMatch(/<img src=x|<script>\w/);
  expect(written.filter((place) => !pages.join().includes(`onerror=${place}&gt;`))).toEqual([]);
});
