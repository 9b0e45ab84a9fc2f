import { expect, it } from 'vitest';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { by, usual } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { makeDesk } from './office-desk.ts';
import { aRealCase, letHappen, motionOf, openTheMinutes } from './real-cases.ts';

const takesBack = by(actors['council-secretary'], { type: 'take-back-act' });

it('KL 5:69 letters of an act that is taken back do not go out, nor one that corrects them', async () => {
  const made = await makeDesk();
  await openTheMinutes(made);
  const caseId = await aRealCase(made, 'CouncilAgenda');
  await sendLetters(made.desk, caseId);
  await letHappen(made, caseId, usual('decide'));
  const { version } = await motionOf(made, caseId);
  const told = async () =>
    (await made.desk.cases.letters(caseId))
      .filter((each) => each.version >= version)
      .map(({ memberId, template, state }) => [memberId, template, state]);
  // One has been told already.
  const key = { caseId, version, memberId: 'm-anna', template: 'decided' as const };
  await made.desk.cases.leaseLetter(key, made.clock.realNow, '2026-11-02T10:02:00.000Z');
  const kept = { templateVersion: 1, subject: '', text: '', html: '' };
  await made.desk.cases.markLetterSent(key, 'ses-1', made.clock.now, kept);
  await letHappen(made, caseId, takesBack);
  expect(await told()).toEqual([
    ['m-anna', 'decided', 'sent'],
    ['m-bo', 'decided', 'dropped'],
    ['m-anna', 'corrected', 'owed'],
  ]);
  const before = made.sent.length;
  expect(await sendLetters(made.desk, caseId)).toBe(1);
  expect(made.sent.slice(before).map((each) => each.subject)).toEqual([
    expect.stringContaining('gäller inte'),
  ]);
});
