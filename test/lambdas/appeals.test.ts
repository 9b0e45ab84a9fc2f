import { beforeEach, describe, expect, it } from 'vitest';
import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import { by, usual } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aRealCase, letHappen, motionOf, openTheMinutes } from './real-cases.ts';

const minutes = '/api/minutes/council-2026-06-16';
let made: MadeDesk;
let door: Door;
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
  await openTheMinutes(made);
});

const act = (subject: string, command: object) =>
  door.ask(subject, 'POST', `${minutes}/commands`, { commandId: newCommandId(), command });
const certify = async () => {
  made.clock.now = '2026-06-25T10:00:00.000Z';
  await act('p-certifier', { type: 'certify-minutes' });
  made.clock.now = '2026-07-10T10:00:00.000Z';
};
const appeal = (caseId: string, more: object = {}) =>
  act('p-registrar', {
    type: 'record-appeal',
    caseId,
    receivedOn: '2026-07-01',
    court: 'Förvaltningsrätten',
    ...more,
  });
const letters = async (caseId: string, template: string) =>
  (await made.desk.cases.letters(caseId)).filter((each) => each.template === template).length;

describe('KL 13:2 p. 1 a decision of the council that does not end the case', () => {
  it('can be appealed: a referral back; the case goes on, and its movers are told', async () => {
    const caseId = await aRealCase(made, 'CouncilAgenda', usual('refer-back-in-council'));
    expect(await appeal(caseId)).toMatchObject({
      status: 409,
      body: { code: 'appeal_before_certification', rule: 'KL 5:69, 13:5' },
    });
    await certify();
    expect(await appeal(caseId)).toMatchObject({ status: 200 });
    const { body } = await door.get('p-registrar', minutes);
    expect(body).toMatchObject({ minutes: { appeals: [{ caseId, paragraph: '§ 41', appealNo: 1 }] } });
    expect(await motionOf(made, caseId)).toMatchObject({ status: 'Drafting', cycle: 1 });
    expect(await letters(caseId, 'appealed')).toBe(2);
    const outcome = { result: 'annulled', faultInPreparation: false };
    await act('p-registrar', { type: 'close-appeal', caseId, closedOn: '2026-07-08', outcome });
    expect(await motionOf(made, caseId)).toMatchObject({ status: 'Drafting', minorityDeferralUsed: false });
    expect(await letters(caseId, 'annulled')).toBe(2);
    expect(await appeal(caseId)).toMatchObject({ status: 409, body: { code: 'decision_annulled' } });
  });

  it('is told from the one that did, where both stand in the same minutes (KL 5:35)', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    const report = usual('report-late')(await motionOf(made, caseId));
    await letHappen(made, caseId, () => ({
      ...report,
      command: { ...report.command, paragraph: '§ 40' } as never,
    }));
    await letHappen(made, caseId, usual('write-off'));
    const { body } = await door.get('p-registrar', minutes);
    expect(body.items).toEqual([
      { caseId, paragraph: '§ 40' },
      { caseId, paragraph: '§ 41' },
    ]);
    await letHappen(made, caseId, by(actors['council-secretary'], { type: 'take-back-act' }));
    expect((await door.get('p-registrar', minutes)).body.items).toEqual([{ caseId, paragraph: '§ 40' }]);
    await letHappen(made, caseId, usual('write-off'));
    await certify();
    await act('p-council-secretary', { type: 'post-notice', postedOn: '2026-06-26' });
    expect(await appeal(caseId, { paragraph: '§ 40' })).toMatchObject({ status: 200 });
    expect(await motionOf(made, caseId)).toMatchObject({ status: 'AppealWindow' });
    expect(await appeal(caseId)).toMatchObject({ status: 200 });
    expect(await motionOf(made, caseId)).toMatchObject({ status: 'Appealed', openAppeals: 1 });
  });
});

it('KL 13:5 2 st. a notice found to have been down undoes finality, and that is told', async () => {
  const caseId = await aRealCase(made, 'Decided');
  const archived = await aRealCase(made, 'Decided');
  await certify();
  await act('p-council-secretary', { type: 'post-notice', postedOn: '2026-06-26' });
  made.clock.now = '2026-07-18T10:00:00.000Z';
  const pass = { commandId: 'pass-window', command: { type: 'pass-appeal-window' as const } };
  await actOnMinutes(made.desk, { minutesId: 'council-2026-06-16', actor: actors.system, ...pass });
  expect(await act('p-registrar', { type: 'confirm-no-appeal' })).toMatchObject({ status: 200 });
  expect((await motionOf(made, caseId)).status).toBe('Final');
  await letHappen(made, archived, usual('archive'));
  expect(await act('p-registrar', { type: 'report-notice-down', foundDownOn: '2026-07-05' })).toMatchObject({
    status: 200,
  });
  const motion = await motionOf(made, caseId);
  expect(motion.status).toBe('Certified');
  expect(motion).not.toHaveProperty('finalOn');
  expect(await letters(caseId, 'corrected')).toBe(2);
  // What is archived stays so, and somebody must look at it.
  expect((await motionOf(made, archived)).status).toBe('Archived');
  const alarms = made.journal.filter(({ level }) => level === 'alarm');
  expect(alarms).toMatchObject([{ code: 'notice_down_not_followed', keys: { caseId: archived } }]);
});

it('KL 13:5 an appeal is recorded while the notice is down, and the notice goes up again', async () => {
  const caseId = await aRealCase(made, 'Decided');
  await certify();
  await act('p-council-secretary', { type: 'post-notice', postedOn: '2026-06-26' });
  await act('p-registrar', { type: 'report-notice-down', foundDownOn: '2026-07-05' });
  expect(await appeal(caseId, { receivedOn: '2026-07-06' })).toMatchObject({ status: 200 });
  expect(await motionOf(made, caseId)).toMatchObject({ status: 'Appealed' });
  await act('p-council-secretary', { type: 'post-notice', postedOn: '2026-07-06' });
  expect(await motionOf(made, caseId)).toMatchObject({ status: 'Appealed', lastAppealDay: '2026-07-27' });
  expect(await letters(caseId, 'extract')).toBe(4);
});
