import { expect, it } from 'vitest';
import { readOpenMotions } from '../../lambdas/casework/reports.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { text } from '../support/asked.ts';
import { usual } from '../support/motion-builders.ts';
import { makeDesk } from './office-desk.ts';
import { aRealCase, letHappen } from './real-cases.ts';

/** OSL 5:5, domain.md §9: of a marked case nothing is told outside the office but that it is there. */
it('letters of a marked case say what has happened, and no word of its text', async () => {
  const made = await makeDesk();
  const caseId = await aRealCase(made, 'Registered');
  await letHappen(made, caseId, usual('return-motion'));
  await letHappen(made, caseId, usual('mark-secrecy'));
  await sendLetters(made.desk, caseId);
  expect(made.sent.length).toBeGreaterThan(0);
  const all = JSON.stringify(made.sent);
  for (const secret of [text.title, ...text.clauses, 'Skäl-qvx']) expect(all).not.toContain(secret);
  expect(all).toContain('Visas inte: ärendet är sekretessmarkerat');
});

it('the report of open motions shows no title of a marked case, also for a day before it was marked', async () => {
  const made = await makeDesk();
  const caseId = await aRealCase(made, 'Drafting');
  const titles = async () =>
    (await readOpenMotions(made.desk, '2026-06-30')).motions.map(({ title }) => title);
  expect(await titles()).toEqual([text.title]);
  await letHappen(made, caseId, usual('mark-secrecy'));
  expect(await titles()).toEqual(['Visas inte: ärendet är sekretessmarkerat']);
});
