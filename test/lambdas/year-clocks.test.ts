import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import { type MeetingCommand, meetingPersonCommand } from '../../domain/meeting-commands.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import { openWait } from '../../lambdas/casework/open-wait.ts';
import { type TickReport, tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import { makePublicApp } from '../../lambdas/public-site/app.ts';
import { by, TODAY, usual } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { type Desk, type MadeDesk, makeDesk, newCommandId } from './office-desk.ts';
import { aRealCase, caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';

/** Cases of the builders are raised on 12 January 2026. */
const anniversary = '2027-01-12';
const [council, board] = ['2026-11-24', '2026-11-03'];
let made: MadeDesk;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
});

const on = (day: string) => {
  made.clock.now = `${day}T10:00:00.000Z`;
};
const sweep = (desk: Desk = made.desk): Promise<TickReport> => tick(desk, { sweep: true });
const plan = async (body: 'council' | 'board', date: string, ...then: (MeetingCommand | object)[]) => {
  const meetingId = `${body}-${date}`;
  for (const command of [{ type: 'plan-meeting', body, date }, ...then]) {
    const answer = await actOnMeeting(made.desk, {
      meetingId,
      commandId: newCommandId(),
      command: meetingPersonCommand.parse(command),
      actor: actors[`${body}-secretary`],
    });
    expect(answer).toMatchObject({ kind: 'done' });
  }
};
const planTheYear = async () => {
  await plan('board', board);
  await plan('council', council);
};
const move = async (meetingId: string, to: string) => {
  const body = meetingId.startsWith('board') ? 'board' : 'council';
  const command = meetingPersonCommand.parse({ type: 'move-meeting', to });
  const request = { meetingId, commandId: newCommandId(), command, actor: actors[`${body}-secretary`] };
  expect(await actOnMeeting(made.desk, request)).toMatchObject({ kind: 'done' });
};
const tasksOf = async (caseId: string) =>
  ((await made.desk.cases.load(caseId))?.tasks ?? []).map(
    ({ kind, dueOn, assignee }) =>
      `${kind} ${dueOn} ${[assignee.role, ...(assignee.alsoRoles ?? [])].join('+')}`,
  );
const alarmsOf = (caseId: string) =>
  made.journal
    .filter(({ level, keys }) => level === 'alarm' && keys.caseId === caseId)
    .map(({ keys }) => keys.clock);
const worklist = async (role: string) =>
  (await made.desk.cases.worklist({ role }, {})).items.map(({ kind }) => kind);

describe('the year of a motion (KL 5:35)', () => {
  it('is warned of with a task for both secretaries, due at the last council meeting in time', async () => {
    await planTheYear();
    const caseId = await aRealCase(made, 'Drafting');
    on('2026-08-01');
    expect(await tick(made.desk, { sweep: false })).toMatchObject({ failed: 0 });
    expect(await tasksOf(caseId)).toEqual([`one-year ${council} council-secretary+board-secretary`]);
    expect(await worklist('board-secretary')).toContain('one-year');
    await move(`council-${council}`, '2026-12-15');
    on(addDays('2026-01-12', 270));
    await tick(made.desk, { sweep: false });
    expect(await tasksOf(caseId)).toEqual(['one-year 2026-12-15 council-secretary+board-secretary']);
  });

  it('is that of the earliest of those prepared together (domain.md §11.3), and its own when it leaves', async () => {
    await planTheYear();
    const caseId = await aRealCase(made, 'Drafting');
    const lead = caseIdOf('lead');
    await letHappen(made, lead, usual('import-open-motion#Drafting'));
    on('2026-08-01');
    await tick(made.desk, { sweep: false });
    const due = (day: string) => [`one-year ${day} council-secretary+board-secretary`];
    expect(await tasksOf(caseId)).toEqual(due(council));
    await letHappen(made, caseId, by(actors.official, { type: 'join-preparation', lead }));
    expect(await tasksOf(caseId)).toEqual(due('2025-05-14'));
    on(addDays('2026-01-12', 270));
    await tick(made.desk, { sweep: false });
    expect(await tasksOf(caseId)).toEqual(due('2025-05-14'));
    await letHappen(made, caseId, by(actors.official, { type: 'leave-preparation' }));
    expect(await tasksOf(caseId)).toEqual(due(council));
  });

  it('is due at the anniversary while no meeting is planned, and over when the council has decided', async () => {
    const caseId = await aRealCase(made, 'CouncilAgenda');
    on(TODAY);
    await sweep();
    expect(await tasksOf(caseId)).toEqual([`one-year ${anniversary} council-secretary+board-secretary`]);
    await letHappen(made, caseId, usual('decide'));
    expect(await tasksOf(caseId)).toEqual([]);
    await letHappen(made, caseId, by(actors['council-secretary'], { type: 'take-back-act' }));
    expect(await tasksOf(caseId)).toEqual([`one-year ${anniversary} council-secretary+board-secretary`]);
  });
});

describe('the late report (KL 5:35)', () => {
  it('is asked for when it must go on the next board agenda, once, and no more when it is made', async () => {
    await planTheYear();
    const caseId = await aRealCase(made, 'Drafting');
    on('2026-10-19');
    expect(await sweep()).toMatchObject({ reports: 0, failed: 0 });
    on('2026-10-20');
    expect(await tick(made.desk, { sweep: false })).toMatchObject({ reports: 0 });
    expect(await sweep()).toMatchObject({ reports: 1, failed: 0 });
    expect(await tasksOf(caseId)).toContain('year-report 2026-10-20 board-secretary');
    expect(alarmsOf(caseId)).not.toContain('year-report');
    expect(await sweep()).toMatchObject({ reports: 0, failed: 0 });
    await letHappen(made, caseId, usual('report-late'));
    expect((await tasksOf(caseId)).filter((task) => task.startsWith('year-report'))).toEqual([]);
    on('2026-10-21');
    expect(await sweep()).toMatchObject({ reports: 0, failed: 0 });
  });

  it('follows a meeting that is moved or cancelled, at the next sweep', async () => {
    await planTheYear();
    const caseId = await aRealCase(made, 'Drafting');
    const reportTask = async () => (await tasksOf(caseId)).filter((task) => task.startsWith('year-report'));
    await move(`board-${board}`, '2026-11-10');
    on('2026-10-20');
    expect(await sweep()).toMatchObject({ reports: 0 });
    on('2026-10-27');
    expect(await sweep()).toMatchObject({ reports: 1 });
    expect(await reportTask()).toEqual(['year-report 2026-10-27 board-secretary']);
    await plan('council', '2026-12-15');
    await plan('board', '2026-12-01');
    expect(await sweep()).toMatchObject({ reports: 0 });
    // Two weeks before the board meets on 1 December.
    on('2026-11-17');
    expect(await sweep()).toMatchObject({ reports: 1 });
    expect(await reportTask()).toEqual(['year-report 2026-11-17 board-secretary']);
    const cancel = meetingPersonCommand.parse({ type: 'cancel-meeting' });
    const actor = actors['council-secretary'];
    const meetingId = 'council-2026-12-15';
    await actOnMeeting(made.desk, { meetingId, commandId: newCommandId(), command: cancel, actor });
    expect(await sweep()).toMatchObject({ reports: 1 });
    expect(await reportTask()).toEqual(['year-report 2026-10-27 board-secretary']);
  });

  it('alarms once when no meeting is left in the year, and not where the meetings are not kept', async () => {
    const caseId = await aRealCase(made, 'Registered');
    expect(await sweep()).toMatchObject({ reports: 0 });
    on('2026-11-02');
    await plan('council', '2027-02-23');
    expect(await sweep()).toMatchObject({ reports: 0 });
    await plan('board', '2027-02-02');
    expect(await sweep()).toMatchObject({ reports: 1 });
    expect(await sweep()).toMatchObject({ reports: 0 });
    expect(alarmsOf(caseId).filter((clock) => clock === 'year-report')).toHaveLength(1);
    expect(await tasksOf(caseId)).toContain(`year-report ${anniversary} board-secretary`);
  });

  it('reads the calendar once, and the register of the two years that matter', async () => {
    await planTheYear();
    for (let each = 0; each < 3; each += 1) await aRealCase(made, 'Drafting');
    on('2026-10-01');
    await sweep();
    const reads: string[] = [];
    const { cases, meetings } = made.desk;
    await sweep({
      ...made.desk,
      meetings: {
        ...meetings,
        calendar: (from, to) => {
          reads.push(`calendar ${from} ${to}`);
          return meetings.calendar(from, to);
        },
      },
      cases: {
        ...cases,
        load: (caseId) => {
          reads.push('load');
          return cases.load(caseId);
        },
        register: (year, page) => {
          reads.push(`register ${year}`);
          return cases.register(year, page);
        },
      },
    });
    expect(reads.filter((each) => each !== 'load')).toEqual([
      'calendar 2025-09-30 2027-10-01',
      'register 2025',
      'register 2026',
    ]);
  });

  it('does not read the register where the meetings of one body are not kept', async () => {
    await plan('council', council);
    await aRealCase(made, 'Drafting');
    on('2026-12-20');
    const { cases } = made.desk;
    const years: number[] = [];
    const register: typeof cases.register = (year, page) => {
      years.push(year);
      return cases.register(year, page);
    };
    expect(await sweep({ ...made.desk, cases: { ...cases, register } })).toMatchObject({ reports: 0 });
    expect(years).toEqual([]);
  });

  it('warns the others when one case cannot be reached, and that one at the next sweep', async () => {
    await planTheYear();
    const [one, other] = [await aRealCase(made, 'Drafting'), await aRealCase(made, 'Drafting')];
    on('2026-10-20');
    while ((await tick(made.desk, { sweep: false })).clocks > 0);
    const { cases } = made.desk;
    const commit: typeof cases.commit = async (change) => {
      if (change.after.caseId === one) throw new Transient('busy');
      return cases.commit(change);
    };
    expect(await sweep({ ...made.desk, cases: { ...cases, commit } })).toMatchObject({ failed: 1 });
    expect([await tasksOf(one), await tasksOf(other)].map((tasks) => tasks.length)).toEqual([1, 2]);
    expect(await sweep()).toMatchObject({ reports: 1, failed: 0 });
    expect(await tasksOf(one)).toHaveLength(2);
  });
});

describe('a step that waits for people', () => {
  const wait = (caseId: string, version: number, step: string) =>
    openWait(made.desk, { caseId, generation: 1, version, step, awaits: 'officer', token: 'token' });

  it('is due by the plan where the meetings are known, and in thirty days where not', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    const version = (await made.desk.cases.load(caseId))?.motion.version ?? 0;
    on('2026-09-30');
    await wait(caseId, version, 'AwaitAnswer');
    expect(await tasksOf(caseId)).toEqual(['AwaitAnswer 2026-10-30 official']);
    await planTheYear();
    await wait(caseId, version, 'AwaitAnswer');
    expect(await tasksOf(caseId)).toEqual(['AwaitAnswer 2026-10-09 official']);
  });
});

describe('an approval that is not given in time (domain.md §11.2)', () => {
  it('lies with the deputy too, until the step is passed', async () => {
    const caseId = await aRealCase(made, 'Approval', usual('ring-clock#approval'));
    expect(await tasksOf(caseId)).toEqual([expect.stringMatching(/^approval-0 .* director$/)]);
    await letHappen(made, caseId, by(actors.director, { type: 'approve-answer' }));
    expect(await tasksOf(caseId)).toEqual([]);
  });
});

describe('what the public sees of the year', () => {
  const get = async (path: string) =>
    (await (await makePublicApp(made.desk).request(path)).json()) as Record<string, unknown>;

  it('is reckoned from the meetings as they are planned now', async () => {
    const caseId = await aRealCase(made, 'BoardReady');
    const year = async () => (await get(`/motioner/${caseId}.json`)).year;
    expect(await year()).toEqual({ anniversary, daysLeft: 166, overOneYear: false });
    await planTheYear();
    const reckoned = {
      anniversary,
      lastMeeting: council,
      daysLeft: 117,
      overOneYear: false,
      estimatedDecision: council,
    };
    expect(await year()).toEqual(reckoned);
    expect((await get('/motioner.json?year=2026')).items).toMatchObject([{ caseId, year: reckoned }]);
    await move(`council-${council}`, '2027-01-26');
    expect(await year()).toEqual({
      anniversary,
      daysLeft: 166,
      overOneYear: false,
      estimatedDecision: '2027-01-26',
    });
  });

  it('ends with the decision', async () => {
    await planTheYear();
    const caseId = await aRealCase(made, 'Decided');
    expect(await get(`/motioner/${caseId}.json`)).not.toHaveProperty('year');
    expect((await get('/motioner.json?year=2026')).items).toMatchObject([{ caseId, status: 'Decided' }]);
  });

  it('has the meetings of a year, and no person who was at them', async () => {
    const chair = 'm-anna';
    const attend = { type: 'record-attendance', chair, attendance: [{ memberId: chair, as: 'member' }] };
    await plan('council', TODAY, attend);
    await plan('board', board);
    await plan('board', '2027-02-02');
    expect(await get('/sammantraden.json?year=2026')).toEqual({
      items: [
        { meetingId: `council-${TODAY}`, body: 'council', date: TODAY, status: 'Planned' },
        { meetingId: `board-${board}`, body: 'board', date: board, status: 'Planned' },
      ],
    });
  });
});
