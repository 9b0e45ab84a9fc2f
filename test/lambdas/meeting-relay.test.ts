import { beforeEach, describe, expect, it } from 'vitest';
import { type MeetingCommand, meetingPersonCommand } from '../../domain/meeting-commands.ts';
import { actOnCase } from '../../lambdas/casework/act-on-case.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import type { Casework } from '../../lambdas/casework/dependencies.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import { by, withdraws } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { type MadeDesk, makeDesk, newCommandId } from './office-desk.ts';
import { aRealCase, ask, motionOf, openTheMinutes } from './real-cases.ts';

const day = '2026-09-08';
const meetingId = `board-${day}`;
const actor = actors['board-secretary'];
let made: MadeDesk;
beforeEach(async () => {
  made = await makeDesk();
});

const act = (command: MeetingCommand | object, casework: Casework = made.desk, id = meetingId) =>
  actOnMeeting(casework, {
    meetingId: id,
    commandId: newCommandId(),
    command: meetingPersonCommand.parse(command),
    actor,
  });
const plan = async (date = day) => {
  await act({ type: 'plan-meeting', body: 'board', date }, made.desk, `board-${date}`);
  await act({ type: 'summon', summonedOn: '2026-07-30' }, made.desk, `board-${date}`);
};
/** A case on the agenda of a meeting. */
const onAgenda = async (id = meetingId) => {
  const caseId = await aRealCase(made, 'BoardReady');
  const command = ask({ type: 'place-on-board-agenda', meetingId: id });
  const answer = await actOnCase(made.desk, { caseId, commandId: newCommandId(), command, actor });
  expect(answer).toMatchObject({ kind: 'done' });
  return caseId;
};
const standing = async (caseId: string) => {
  const motion = await motionOf(made, caseId);
  return [motion.status, 'meetingDate' in motion ? motion.meetingDate : undefined];
};

describe('cases follow the meeting whose agenda they are on', () => {
  beforeEach(() => openTheMinutes(made));

  it('to its new day, and back when it is cancelled or ends without them', async () => {
    await plan();
    const caseId = await onAgenda();
    expect(await made.desk.meetings.items(meetingId)).toEqual([{ caseId }]);
    expect(await standing(caseId)).toEqual(['BoardAgenda', day]);
    await act({ type: 'move-meeting', to: '2026-09-22' });
    expect(await standing(caseId)).toEqual(['BoardAgenda', '2026-09-22']);
    await act({ type: 'cancel-meeting' });
    expect((await standing(caseId))[0]).toBe('BoardReady');
    const [last] = (await made.desk.cases.events(caseId)).slice(-1);
    expect(last).toMatchObject({ commandId: `meeting:${meetingId}:4`, actor: { personId: actor.personId } });
    expect(await made.desk.meetings.owedRelays(meetingId)).toEqual([]);
  });

  it('and not one that they were taken off', async () => {
    await Promise.all([plan(), plan('2026-10-06')]);
    const caseId = await onAgenda();
    await act({ type: 'cancel-meeting' });
    const command = ask({ type: 'place-on-board-agenda', meetingId: 'board-2026-10-06' });
    await actOnCase(made.desk, { caseId, commandId: newCommandId(), command, actor });
    const other = await onAgenda('board-2026-10-06');
    await act({ type: 'move-meeting', to: '2026-10-13' }, made.desk, 'board-2026-10-06');
    expect([await standing(caseId), await standing(other)]).toEqual([
      ['BoardAgenda', '2026-10-13'],
      ['BoardAgenda', '2026-10-13'],
    ]);
  });

  it('though one of them cannot; the tick goes on with that one, in order', async () => {
    await plan();
    const [broken, sound] = [await onAgenda(), await onAgenda()];
    const { cases } = made.desk;
    // Twice: told of the first event, and told of it again before the second.
    let failing = 2;
    const load = async (caseId: string) => {
      if (caseId === broken) {
        failing -= 1;
        if (failing >= 0) throw new Transient('broken');
      }
      return cases.load(caseId);
    };
    const desk = { ...made.desk, cases: { ...cases, load } };
    expect(await act({ type: 'move-meeting', to: '2026-09-22' }, desk)).toMatchObject({ kind: 'done' });
    expect(await act({ type: 'cancel-meeting' }, desk)).toMatchObject({ kind: 'done' });
    expect([await standing(broken), (await standing(sound))[0]]).toEqual([
      ['BoardAgenda', day],
      'BoardReady',
    ]);
    expect(await made.desk.meetings.owedRelays(meetingId)).toEqual([3, 4]);
    expect(made.journal).toContainEqual({
      level: 'warn',
      code: 'relay_still_owed',
      keys: { meetingId, error: 'Transient' },
    });
    const report = await tick(made.desk, { sweep: false });
    expect(report).toMatchObject({ relays: 1, failed: 0 });
    expect((await standing(broken))[0]).toBe('BoardReady');
    const types = (await made.desk.cases.events(broken)).slice(-2).map((each) => each.event);
    expect(types).toMatchObject([
      { type: 'MeetingFollowed', happened: { type: 'MeetingMoved' } },
      { type: 'MeetingFollowed', happened: { type: 'MeetingCancelled' } },
    ]);
    expect(await made.desk.meetings.owedRelays(meetingId)).toEqual([]);
  });

  it('though all withdrew on the way: that they did is a matter on the council’s agenda (rows 28m–28x)', async () => {
    const council = actors['council-secretary'];
    const its = `council-${day}`;
    const ofCouncil = (command: object) =>
      actOnMeeting(made.desk, {
        meetingId: its,
        commandId: newCommandId(),
        command: meetingPersonCommand.parse(command),
        actor: council,
      });
    await ofCouncil({ type: 'plan-meeting', body: 'council', date: day });
    await ofCouncil({ type: 'summon', summonedOn: '2026-07-30' });
    await ofCouncil({ type: 'announce', announcedOn: '2026-07-30' });
    const place = by(council, { type: 'place-on-council-agenda', meetingId: its });
    const late = { today: '2026-08-03' };
    const caseId = await aRealCase(
      made,
      'CouncilReady',
      place,
      withdraws('m-anna', late),
      withdraws('m-bo', late),
    );
    expect(await standing(caseId)).toEqual(['WithdrawalPending', day]);
    await ofCouncil({ type: 'move-meeting', to: '2026-09-22' });
    expect(await standing(caseId)).toEqual(['WithdrawalPending', '2026-09-22']);
    await ofCouncil({ type: 'cancel-meeting' });
    expect(await standing(caseId)).toEqual(['WithdrawalPending', undefined]);
    expect(await motionOf(made, caseId)).toMatchObject({ leftAgenda: { meetingId: its } });
  });

  it('and nothing else that happens to it', async () => {
    await plan();
    const caseId = await onAgenda();
    const before = await motionOf(made, caseId);
    await act({ type: 'change-meeting', place: 'Salen' });
    expect(await motionOf(made, caseId)).toEqual(before);
    expect(await made.desk.meetings.owedRelays(meetingId)).toEqual([]);
  });
});

describe('the clocks of a council meeting', () => {
  const council = `council-${day}`;
  const ofCouncil = (command: object) =>
    actOnMeeting(made.desk, {
      meetingId: council,
      commandId: newCommandId(),
      command: meetingPersonCommand.parse(command),
      actor: actors['council-secretary'],
    });
  const tickOn = (today: string) => {
    made.clock.now = `${today}T05:00:00.000Z`;
    return tick(made.desk, { sweep: false });
  };
  const alarms = () =>
    made.journal.filter(({ level }) => level === 'alarm').map(({ code, keys }) => ({ code, ...keys }));

  it('say once each that it is not summoned or announced when the week is gone, and decide nothing', async () => {
    await ofCouncil({ type: 'plan-meeting', body: 'council', date: day });
    await ofCouncil({ type: 'summon', summonedOn: '2026-07-30' });
    expect((await tickOn('2026-09-01')).clocks).toBe(0);
    const told = { code: 'deadline_passed', clock: 'announcement', meetingId: council };
    expect((await tickOn('2026-09-02')).clocks).toBe(1);
    expect(alarms()).toEqual([told]);
    expect((await tickOn('2026-09-03')).clocks).toBe(0);
    expect((await made.desk.meetings.load(council))?.meeting).toMatchObject({
      status: 'Planned',
      rungClocks: ['announcement'],
    });
    // On its new day it is to be announced, and watched, anew.
    await ofCouncil({ type: 'move-meeting', to: '2026-09-22' });
    expect((await tickOn('2026-09-16')).clocks).toBe(2);
    expect(alarms()).toHaveLength(3);
  });
});
