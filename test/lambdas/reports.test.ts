import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../domain/commands.ts';
import type { Status } from '../../domain/motion.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import { readGrantedMotions, readOpenMotions, readStatistics } from '../../lambdas/casework/reports.ts';
import { by, TODAY } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type Desk, type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aRealCase, caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';
import { everyone } from './who-may.ts';

const open = '/api/reports/open-motions';
const granted = '/api/reports/granted-motions';
const figures = '/api/reports/statistics';
const aYear = '?from=2026-01-01&to=2026-12-31';

let made: MadeDesk;
let door: Door;
const ids: Partial<Record<Status, string>> = {};
let grantedId: string;

const plan = async (body: 'board' | 'council', date: string, cancelled = false) => {
  const actor = actors[`${body}-secretary`];
  const meetingId = `${body}-${date}`;
  const act = (command: Parameters<typeof actOnMeeting>[1]['command']) =>
    actOnMeeting(made.desk, { meetingId, commandId: newCommandId(), command, actor });
  const answers = [await act({ type: 'plan-meeting', body, date })];
  if (cancelled) answers.push(await act({ type: 'cancel-meeting' }));
  for (const answer of answers) if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
};

const decides = (...outcomes: ('GRANTED' | 'REJECTED')[]): Command => ({
  ...examples.decide.command,
  decisions: outcomes.map((outcome, at) => ({ clause: at + 1, outcome })),
});

beforeAll(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  for (const date of ['2026-09-08', '2026-11-03', '2026-12-15']) await plan('board', date);
  for (const date of ['2026-09-29', '2026-11-24']) await plan('council', date);
  // In range, and cancelled: no meeting in time.
  await plan('council', '2027-01-11', true);
  for (const status of ['Draft', 'Received', 'Registered', 'Drafting', 'CouncilReady', 'Final'] as const)
    ids[status] = await aRealCase(made, status);
  const act = by(actors['council-secretary'], decides('REJECTED', 'GRANTED'));
  grantedId = await aRealCase(made, 'CouncilAgenda', act);
  door = makeDoor(made.desk);
});

type Rows = { caseId: string; [key: string]: unknown }[];
const rowsOf = async (path: string) => {
  const { status, body } = await door.get('p-auditor', path);
  expect(status).toBe(200);
  return body.motions as Rows;
};
const raw = (path: string, subject = 'p-auditor') =>
  door.app.request(path, { headers: { authorization: `Bearer ${subject}` } });

describe('who may read the reports', () => {
  it('is those who answer for the clock, and the auditor; others are told who', async () => {
    const readers = [
      'p-registrar',
      'p-board-secretary',
      'p-council-secretary',
      'p-director',
      'p-manager',
      'p-auditor',
    ];
    for (const subject of everyone) {
      for (const path of [open, `${granted}${aYear}`, `${figures}${aYear}`, `${open}?format=csv`]) {
        const response = await raw(path, subject);
        const expected = readers.includes(subject) ? 200 : 403;
        expect([subject, path, response.status]).toEqual([subject, path, expected]);
        if (expected === 200) continue;
        expect(await response.json()).toMatchObject({
          code: 'not_permitted',
          rule: 'KL 5:35; domain.md §3',
          mayBeDoneBy: expect.arrayContaining(['registrator', 'fullmäktiges sekreterare', 'revisor']),
        });
      }
    }
    expect((await door.app.request(open)).status).toBe(401);
  });
});

describe('the report of open motions', () => {
  it('has every registered motion that is not decided, with the meetings as they are planned', async () => {
    const rows = await rowsOf(open);
    expect(rows.map(({ caseId }) => caseId)).toEqual([ids.Registered, ids.Drafting, ids.CouncilReady]);
    expect(rows[2]).toMatchObject({
      title: 'Titel-qvx om kollektivtrafik',
      movers: [
        { name: 'Namn Efternamnsson-anna', party: 'Exempelpartiet', withdrawn: false },
        { name: 'Namn Efternamnsson-bo', party: 'Exempelpartiet', withdrawn: false },
      ],
      raisedOn: '2026-01-12',
      ageDays: 199,
      state: 'klar för fullmäktige',
      waitsFor: 'ska sättas upp i regionfullmäktige',
      lastMeeting: '2026-11-24',
      daysLeft: 117,
      signal: 'green',
      estimatedDecisionOn: '2026-09-29',
      overOneYear: false,
    });
    // From 30 July: drafting begun that day and ten days of approvals end on 8 October.
    expect(rows[1]).toMatchObject({ signal: 'green', estimatedDecisionOn: '2026-11-24' });
    expect(rows[0]).toMatchObject({ signal: 'red', waitsFor: 'ska remitteras' });
    expect(rows[0]).not.toHaveProperty('estimatedDecisionOn');
  });

  it('tells of a past day by what had occurred then', async () => {
    const on = (day: string) => rowsOf(`${open}?on=${day}`);
    expect(await on('2026-01-11')).toEqual([]);
    // The council met on 16 June; that it was keyed in on 30 July does not matter.
    const before = await on('2026-06-15');
    expect(before.map(({ caseId }) => caseId)).toContain(grantedId);
    expect(before.map(({ caseId }) => caseId)).toContain(ids.Final);
    const after = await on('2026-06-16');
    expect(after.map(({ caseId }) => caseId)).toEqual([ids.Registered, ids.Drafting, ids.CouncilReady]);
    // Referred by the council in February, and assigned on the day that was keyed in.
    const states = after.map(({ state }) => state);
    expect(states).toEqual(['registrerad', 'remitterad till styrelsen', 'klar för fullmäktige']);
  });

  it('is not made of a day to come', async () => {
    expect(await door.get('p-auditor', `${open}?on=2026-07-31`)).toMatchObject({
      status: 409,
      body: { code: 'date_in_future' },
    });
    expect((await door.get('p-auditor', `${open}?on=${TODAY}`)).status).toBe(200);
    for (const query of ['on=2026-02-30', 'on=i-dag', 'format=pdf']) {
      expect([query, (await door.get('p-auditor', `${open}?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('is a file that a Swedish Excel opens, and no title in it is a formula', async () => {
    const text = { ...examples['import-motion'].command.text, title: '=HYPERLINK("x";"y")' };
    const hostile = by(actors.registrar, { ...examples['import-motion'].command, text });
    const desk = await makeDesk();
    for (const act of [hostile, by(actors.registrar, { type: 'register' })])
      await letHappen(desk, caseIdOf('hostile'), act);
    const response = await makeDoor(desk.desk).app.request(`${open}?format=csv`, {
      headers: { authorization: 'Bearer p-registrar' },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="motionsbalans-2026-07-30.csv"',
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading, row, end] = bytes.toString().slice(1).split('\r\n');
    expect(heading).toMatch(/^Diarienummer;Rubrik;Motionärer;Väckt;/);
    expect(row).toContain(`;"'=HYPERLINK(""x"";""y"")";`);
    expect(end).toBe('');
  });
});

describe('the other reports', () => {
  it('tell what was granted, with day and paragraph', async () => {
    const rows = await rowsOf(`${granted}?from=2026-06-16&to=2026-06-16`);
    expect(rows).toMatchObject([
      {
        caseId: grantedId,
        decidedOn: '2026-06-16',
        paragraph: '§ 41',
        outcomeName: 'bifall i delar',
        granted: [{ clause: 2, outcome: 'GRANTED', text: 'att-qvx hållplatserna får tak' }],
        state: 'beslutad',
      },
    ]);
    expect(rows.length).toBe(1);
    expect(await rowsOf(`${granted}?from=2026-06-17&to=2026-12-31`)).toEqual([]);
    const csv = await (await raw(`${granted}${aYear}&format=csv`)).text();
    expect(csv).toContain('2026-06-16;§ 41;bifall i delar;2. att-qvx hållplatserna får tak (bifall);');
  });

  it('tell how it went, and what was open when the year ended', async () => {
    const { body } = await door.get('p-auditor', `${figures}${aYear}`);
    expect(body).toMatchObject({
      timeToDecision: { motions: 2, medianDays: 155, meanDays: 155, maxDays: 155 },
      decidedWithinAYear: { of: 2, within: 2, share: 1 },
      raisedAndDecidedWithinAYear: { of: 0, within: 0 },
      outcomes: [{ year: 2026, party: 'Exempelpartiet', motions: 2, outcomes: { MIXED: 2, GRANTED: 0 } }],
      // The year has not ended.
      openAtYearsEnd: [],
    });
    made.clock.now = '2027-01-13T10:00:00.000Z';
    const later = await door.get('p-auditor', `${figures}?from=2025-06-01&to=2027-01-01`);
    made.clock.now = `${TODAY}T10:00:00.000Z`;
    expect(later.body).toMatchObject({
      raisedAndDecidedWithinAYear: { of: 5, within: 2, share: 0.4 },
      openAtYearsEnd: [
        { year: 2025, open: 0 },
        { year: 2026, open: 3 },
      ],
    });
    expect((await raw(`${figures}${aYear}&format=csv`)).headers.get('content-disposition')).toContain(
      'motionsstatistik-2026-01-01-2026-12-31.csv',
    );
  });

  it('need a span the right way', async () => {
    for (const path of [granted, figures]) {
      for (const query of ['', '?from=2026-01-01', '?from=2026-01-02&to=2026-01-01']) {
        const { status, body } = await door.get('p-auditor', `${path}${query}`);
        expect([path, query, status, body.code]).toEqual([path, query, 400, 'invalid_input']);
      }
    }
  });
});

describe('what the reports read', () => {
  const asked = { pages: 0, events: [] as string[] };
  /** The same record, handed out one row to a page. */
  const slow = (): Desk => ({
    ...made.desk,
    cases: {
      ...made.desk.cases,
      register: (year, page) => {
        asked.pages += 1;
        return made.desk.cases.register(year, { ...page, limit: 1 });
      },
      events: (caseId) => {
        asked.events.push(caseId);
        return made.desk.cases.events(caseId);
      },
    },
  });

  it('is every page of every year', async () => {
    expect(await readOpenMotions(slow(), '2026-06-15')).toEqual(
      await readOpenMotions(made.desk, '2026-06-15'),
    );
    const span = ['2026-01-01', '2026-12-31'] as const;
    expect(await readGrantedMotions(slow(), ...span)).toEqual(await readGrantedMotions(made.desk, ...span));
    expect(await readStatistics(slow(), ...span)).toEqual(await readStatistics(made.desk, ...span));
    expect(asked.pages).toBeGreaterThan(3 * 5);
  });

  it('is not the log of what was decided long since', async () => {
    asked.events.length = 0;
    await readOpenMotions(slow(), TODAY);
    expect(asked.events.sort()).toEqual([ids.Registered, ids.Drafting, ids.CouncilReady].sort());
  });
});
