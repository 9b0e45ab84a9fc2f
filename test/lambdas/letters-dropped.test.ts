import { expect, it } from 'vitest';
import { saveMember } from '../../lambdas/casework/keep-registers.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { by, usual } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { type MadeDesk, makeDesk } from './office-desk.ts';
import { aRealCase, letHappen, motionOf, openTheMinutes } from './real-cases.ts';

/** Anna's identity is protected: each letter to her waits for a registrar (domain.md §9). */
const protectAnna = async ({ desk }: MadeDesk) => {
  const found = await desk.people.member('m-anna');
  if (found === undefined) throw new Error('no member');
  const { value, version } = found;
  await saveMember(desk, { ...value, protectedIdentity: true }, version, actors.administrator);
};
const tasksOf = async ({ desk }: MadeDesk, caseId: string) =>
  ((await desk.cases.load(caseId))?.tasks ?? []).map(({ kind }) => kind);
const lettersOf = async ({ desk }: MadeDesk, caseId: string, from: number) =>
  (await desk.cases.letters(caseId))
    .filter(({ version }) => version >= from)
    .map(({ memberId, template, state }) => [memberId, template, state]);

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

it('KL 5:69 a letter held for approval is dropped too, and nothing waits to be approved', async () => {
  const made = await makeDesk();
  await openTheMinutes(made);
  const caseId = await aRealCase(made, 'CouncilAgenda');
  await sendLetters(made.desk, caseId);
  await protectAnna(made);
  await letHappen(made, caseId, usual('decide'));
  const { version } = await motionOf(made, caseId);
  expect(await sendLetters(made.desk, caseId)).toBe(1);
  expect(await tasksOf(made, caseId)).toContain('letter-held');
  await letHappen(made, caseId, takesBack);
  expect(await lettersOf(made, caseId, version)).toEqual([
    ['m-anna', 'decided', 'dropped'],
    ['m-bo', 'decided', 'sent'],
    ['m-bo', 'corrected', 'owed'],
  ]);
  expect(await tasksOf(made, caseId)).not.toContain('letter-held');
});

it('KL 5:35, 5:69 a late report that is taken back is told to nobody, or corrected', async () => {
  const made = await makeDesk();
  await openTheMinutes(made);
  const caseId = await aRealCase(made, 'Drafting');
  const from = ((await motionOf(made, caseId)).version ?? 0) + 1;
  const back = by(actors['council-secretary'], { type: 'take-back-late-report' });
  for (const act of [usual('report-late'), back]) await letHappen(made, caseId, act);
  expect(await lettersOf(made, caseId, from)).toEqual([
    ['m-anna', 'late-report', 'dropped'],
    ['m-bo', 'late-report', 'dropped'],
  ]);
  await letHappen(made, caseId, usual('report-late'));
  await sendLetters(made.desk, caseId);
  await letHappen(made, caseId, back);
  expect((await lettersOf(made, caseId, from)).slice(-2)).toEqual([
    ['m-anna', 'corrected', 'owed'],
    ['m-bo', 'corrected', 'owed'],
  ]);
  await sendLetters(made.desk, caseId);
  expect(made.sent.at(-1)?.text).toContain('Mejlet om att motionen är anmäld som försenad');
});
