import { expect, it } from 'vitest';
import { actOnCase } from '../../lambdas/casework/act-on-case.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import { by } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aRealCase, letHappen, openTheMinutes } from './real-cases.ts';

const meetingId = 'council-2026-06-16';
const { present: _, ...decide } = examples.decide.command;
const anna = { memberId: 'm-anna', as: 'member' };
const bo = { memberId: 'm-bo', as: 'member' };

const aHeldMeeting = async () => {
  const made = await makeDesk({ organisation: { seats: { council: 3, board: 11 } } });
  await openTheMinutes(made);
  const caseId = await aRealCase(made, 'CouncilAgenda');
  const door = makeDoor(made.desk);
  const send = (subject: string, path: string, command: object) =>
    door.ask(subject, 'POST', `${path}/commands`, { commandId: newCommandId(), command });
  const bySecretary = (command: object) => send('p-council-secretary', `/api/meetings/${meetingId}`, command);
  await bySecretary({ type: 'plan-meeting', body: 'council', date: '2026-06-16' });
  const attends = (...attendance: object[]) =>
    bySecretary({ type: 'record-attendance', chair: 'm-anna', attendance });
  const certify = () => send('p-certifier', `/api/minutes/${meetingId}`, { type: 'certify-minutes' });
  return { made, caseId, attends, certify };
};

it('KL 5:66, 5:69 minutes are not certified while a decision contradicts the corrected attendance', async () => {
  const { made, caseId, attends, certify } = await aHeldMeeting();
  await attends(anna, bo);
  await letHappen(made, caseId, by(actors['council-secretary'], decide));
  await attends(anna);
  expect(await certify()).toMatchObject({
    status: 409,
    body: { code: 'attendance_contradicts', rule: 'KL 5:69; KL 5:45–46' },
  });
  await attends(anna, bo);
  expect(await certify()).toMatchObject({ status: 200 });
  expect(await attends(anna)).toMatchObject({ status: 409, body: { code: 'minutes_closed' } });
});

it('a decision is judged anew when the attendance moves while it is judged', async () => {
  const { made, caseId, attends } = await aHeldMeeting();
  await attends(anna, bo);
  const { cases } = made.desk;
  let moved = 0;
  const desk = {
    ...made.desk,
    cases: {
      ...cases,
      commit: async (change: Parameters<typeof cases.commit>[0]) => {
        moved += 1;
        if (moved === 1) expect(await attends(anna)).toMatchObject({ status: 200 });
        return cases.commit(change);
      },
    },
  };
  const actor = actors['council-secretary'];
  const answer = await actOnCase(desk, { caseId, commandId: newCommandId(), command: decide, actor });
  expect([moved, answer]).toMatchObject([1, { kind: 'refusal', code: 'no_quorum' }]);
});

it('attendance is judged anew when the minutes are signed while it is judged', async () => {
  const { made, attends, certify } = await aHeldMeeting();
  await attends(anna);
  const { meetings } = made.desk;
  let moved = 0;
  const desk = {
    ...made.desk,
    meetings: {
      ...meetings,
      commit: async (change: Parameters<typeof meetings.commit>[0]) => {
        moved += 1;
        if (moved === 1) expect(await certify()).toMatchObject({ status: 200 });
        return meetings.commit(change);
      },
    },
  };
  const command = {
    type: 'record-attendance' as const,
    chair: 'm-anna',
    attendance: [{ ...anna, as: 'member' as const }],
  };
  const request = { meetingId, commandId: newCommandId(), command, actor: actors['council-secretary'] };
  expect(await actOnMeeting(desk, request)).toMatchObject({ kind: 'refusal', code: 'minutes_closed' });
});

it('KL 4:22 a substitute whom the list shows as serving raises a motion that day, and not the day after', async () => {
  const { made, attends } = await aHeldMeeting();
  made.clock.now = '2026-06-16T16:00:00.000Z';
  const door = makeDoor(made.desk);
  const text = { title: 'Titel', body: 'Text', clauses: ['att det blir bättre'] };
  const send = (path: string, command: object) =>
    door.ask('p-other-member', 'POST', path, { commandId: newCommandId(), command });
  const begun = await send('/api/cases', { type: 'start-draft', text, signatories: ['m-idle'] });
  const path = `/api/cases/${String(begun.body.caseId)}`;
  const textHash = (await made.desk.cases.load(String(begun.body.caseId)))?.motion.text.hash;
  const approves = () => send(`${path}/commands`, { type: 'approve-text', textHash });
  expect(await approves()).toMatchObject({ status: 409, body: { code: 'not_eligible', rule: 'KL 4:22' } });
  // The third seat stands empty by the register: a substitute may serve on it too.
  const serves = (servingFor: string) => attends(anna, { memberId: 'm-idle', as: 'substitute', servingFor });
  expect((await serves('m-left')).status).toBe(200);
  await serves('m-bo');
  const asked = await door.get('p-other-member', '/api/members/m-idle/eligibility');
  expect(asked.body).toMatchObject({ may: true });
  expect((await approves()).status).toBe(200);
  made.clock.now = '2026-06-17T10:00:00.000Z';
  const submit = { type: 'submit' };
  expect(await send(`${path}/commands`, submit)).toMatchObject({
    status: 409,
    body: { code: 'not_eligible' },
  });
  made.clock.now = '2026-06-16T20:00:00.000Z';
  expect((await send(`${path}/commands`, submit)).status).toBe(200);
});
