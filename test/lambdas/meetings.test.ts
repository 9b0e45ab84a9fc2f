import { beforeEach, describe, expect, it } from 'vitest';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';

const councilMeeting = '/api/meetings/council-2026-09-15';
let made: MadeDesk;
let door: Door;
beforeEach(async () => {
  made = await makeDesk({ organisation: { seats: { council: 3, board: 3 } } });
  door = makeDoor(made.desk);
});

const send = (subject: string, path: string, command: object, commandId = newCommandId()) =>
  door.ask(subject, 'POST', `${path}/commands`, { commandId, command });
const bySecretary = (command: object, commandId?: string) =>
  send('p-council-secretary', councilMeeting, command, commandId);
const plan = { type: 'plan-meeting', body: 'council', date: '2026-09-15', startsAt: '09:00' };

describe('a meeting', () => {
  it('is planned, summoned, announced and held by the secretary of the body', async () => {
    expect(await bySecretary(plan)).toMatchObject({ status: 200, body: { version: 1, repeated: false } });
    made.clock.now = '2026-09-01T10:00:00.000Z';
    await bySecretary({ type: 'summon', summonedOn: '2026-09-01' });
    await bySecretary({ type: 'announce', announcedOn: '2026-09-01' });
    made.clock.now = '2026-09-15T10:00:00.000Z';
    const attendance = [
      { memberId: 'm-anna', as: 'member' },
      { memberId: 'm-idle', as: 'substitute', servingFor: 'm-bo', toParagraph: 4 },
    ];
    const recorded = await bySecretary({ type: 'record-attendance', chair: 'm-anna', attendance });
    expect(recorded).toMatchObject({ status: 200, body: { version: 4 } });
    const { body, status } = await door.get('p-registrar', councilMeeting);
    expect([status, body]).toMatchObject([
      200,
      {
        meeting: { meetingId: 'council-2026-09-15', chair: 'm-anna', attendance },
        statusName: 'planerat',
        items: [],
        quorum: { seats: 3, needed: 2, fewest: 1, most: 2 },
        summons: 'in-time',
        council: {
          announcement: 'in-time',
          summonBy: '2026-09-08',
          announceBy: '2026-09-08',
          announceUrgentBy: '2026-09-14',
        },
      },
    ]);
    expect(body.council).not.toHaveProperty('lateNotice');
  });

  it('says what a late announcement is good for', async () => {
    await bySecretary(plan);
    made.clock.now = '2026-09-10T10:00:00.000Z';
    await bySecretary({ type: 'summon', summonedOn: '2026-09-08' });
    await bySecretary({ type: 'announce', announcedOn: '2026-09-10' });
    const { body } = await door.get('p-registrar', councilMeeting);
    expect(body.council).toMatchObject({
      announcement: 'urgent-only',
      lateNotice: { rule: 'KL 5:13–15, 5:52' },
    });
  });

  it('is refused by the rule, to others, and at another address', async () => {
    expect(await send('p-board-secretary', councilMeeting, plan)).toMatchObject({
      status: 403,
      body: { code: 'not_permitted', mayBeDoneBy: ['fullmäktiges sekreterare'] },
    });
    expect((await send('p-council-secretary', '/api/meetings/council-2026-09-16', plan)).status).toBe(404);
    expect((await bySecretary({ type: 'end-meeting' })).status).toBe(404);
    await bySecretary(plan);
    expect(await bySecretary(plan)).toMatchObject({ status: 409, body: { code: 'meeting_exists' } });
    expect((await bySecretary({ type: 'announce' })).status).toBe(400);
    expect((await bySecretary({ type: 'ring-clock', clock: 'summons', dueOn: '2026-09-09' })).status).toBe(
      400,
    );
    const other = { type: 'declare-disqualification', memberId: 'm-anna', declared: true };
    expect((await bySecretary({ ...other, caseId: 'c00000000000000000000' })).status).toBe(404);
  });

  it('has one effect of a repeated command, and refuses its id for another', async () => {
    const commandId = newCommandId();
    expect((await bySecretary(plan, commandId)).body.repeated).toBe(false);
    expect(await bySecretary(plan, commandId)).toMatchObject({ status: 200, body: { repeated: true } });
    const other = await bySecretary({ type: 'cancel-meeting' }, commandId);
    expect(other).toMatchObject({ status: 409, body: { code: 'command_id_reused' } });
    expect(await made.desk.meetings.events('council-2026-09-15')).toHaveLength(1);
  });

  it('notes when an act took place, and keeps its attendance with the minutes (KL 5:69)', async () => {
    await bySecretary(plan);
    made.clock.now = '2026-09-16T10:00:00.000Z';
    await bySecretary({ type: 'summon', summonedOn: '2026-09-01' });
    const attends = {
      type: 'record-attendance',
      chair: 'm-anna',
      attendance: [{ memberId: 'm-anna', as: 'member' }],
    };
    await bySecretary(attends);
    const events = await made.desk.meetings.events('council-2026-09-15');
    expect(events.map((each) => each.occurredOn)).toEqual(['2026-07-30', '2026-09-01', '2026-09-15']);
    const minutes = '/api/minutes/council-2026-09-15';
    const opens = {
      type: 'open-minutes',
      body: 'council',
      meetingDate: '2026-09-15',
      certifiers: ['p-certifier'],
    };
    // Whoever cannot sign in, or has not the role, would be waited for for ever.
    for (const stranger of ['p-nobody', 'p-registrar']) {
      const certifiers = ['p-certifier', stranger];
      expect(await bySecretary({ ...attends, certifiers })).toMatchObject({
        status: 409,
        body: { code: 'certifier_unknown' },
      });
      expect(await send('p-council-secretary', minutes, { ...opens, certifiers })).toMatchObject({
        status: 409,
        body: { code: 'certifier_unknown' },
      });
    }
    expect((await send('p-council-secretary', minutes, opens)).status).toBe(200);
    expect((await bySecretary({ ...attends, certifiers: ['p-certifier'] })).status).toBe(200);
    expect((await send('p-certifier', minutes, { type: 'certify-minutes' })).status).toBe(200);
    expect(await bySecretary(attends)).toMatchObject({ status: 409, body: { code: 'minutes_closed' } });
  });
});

describe('who may read', () => {
  it('everybody with a role in the work, and not an administrator', async () => {
    await bySecretary(plan);
    const list = '/api/meetings?body=council';
    for (const subject of ['p-member', 'p-auditor', 'p-official']) {
      expect((await door.get(subject, councilMeeting)).status).toBe(200);
      expect((await door.get(subject, list)).body.items).toHaveLength(1);
    }
    expect((await door.get('p-administrator', councilMeeting)).status).toBe(404);
    expect((await door.get('p-administrator', list)).body.items).toEqual([]);
    expect((await door.get('p-member', '/api/meetings/council-2026-09-16')).status).toBe(404);
    expect((await door.get('p-member', '/api/meetings/committee-2026-09-16')).status).toBe(400);
  });
});

describe('the calendar', () => {
  const bringIn = (
    content: string,
    format = 'csv',
    subject = 'p-council-secretary',
    commandId = newCommandId(),
  ) => door.ask(subject, 'POST', '/api/meetings/import', { commandId, format, content });
  const listed = async (query: string) => {
    const { status, body } = await door.get('p-member', `/api/meetings?${query}`);
    const items = (body.items ?? []) as { meetingId: string }[];
    return status === 200 ? items.map((each) => each.meetingId) : status;
  };

  it('is brought in whole, and again without effect', async () => {
    const table = 'organ;datum;tid\nfullmäktige;2026-09-15;9.00\nfullmäktige;2026-10-13;9.00';
    const commandId = newCommandId();
    const planned = [
      { row: 2, meetingId: 'council-2026-09-15', outcome: 'planned' },
      { row: 3, meetingId: 'council-2026-10-13', outcome: 'planned' },
    ];
    const first = await bringIn(table, 'csv', 'p-council-secretary', commandId);
    expect(first).toMatchObject({ status: 200, body: { imported: true, rows: planned } });
    const again = await bringIn(table, 'csv', 'p-council-secretary', commandId);
    expect(again.body).toEqual(first.body);
    // Another import meets what is there: it is left as it is.
    const other = await bringIn(`${table}\nfullmäktige;2026-11-10;`);
    expect(other.body.rows).toEqual([
      { ...planned[0], outcome: 'known' },
      { ...planned[1], outcome: 'known' },
      { row: 4, meetingId: 'council-2026-11-10', outcome: 'planned' },
    ]);
    expect(await made.desk.meetings.events('council-2026-09-15')).toHaveLength(1);
    expect(
      (await bringIn(table.replaceAll('9.00', '10.00'), 'csv', 'p-council-secretary', commandId)).body.code,
    ).toBe('command_id_reused');
  });

  it('goes on with an import that broke off', async () => {
    const table = 'organ;datum\nfullmäktige;2026-09-15\nfullmäktige;2026-10-13';
    const commandId = newCommandId();
    const { commit } = made.desk.meetings;
    let commits = 0;
    const breaking = async (change: Parameters<typeof commit>[0]) => {
      commits += 1;
      if (commits === 2) throw new Error('broken');
      await commit(change);
    };
    door = makeDoor({ ...made.desk, meetings: { ...made.desk.meetings, commit: breaking } });
    expect((await bringIn(table, 'csv', 'p-council-secretary', commandId)).status).toBe(500);
    expect(await listed('body=council')).toEqual(['council-2026-09-15']);
    const { body } = await bringIn(table, 'csv', 'p-council-secretary', commandId);
    expect(body).toMatchObject({ imported: true, rows: [{ outcome: 'planned' }, { outcome: 'planned' }] });
    expect(await listed('body=council')).toHaveLength(2);
  });

  it('is corrected by another import: what has moved or is cancelled is known by its day now', async () => {
    const rows = (...days: string[]) => `organ;datum\n${days.map((day) => `fullmäktige;${day}`).join('\n')}`;
    const actOn = (meetingId: string, command: object) =>
      send('p-council-secretary', `/api/meetings/${meetingId}`, command);
    await bringIn(rows('2026-09-15', '2026-10-13'));
    await actOn('council-2026-09-15', { type: 'move-meeting', to: '2026-09-22' });
    const corrected = await bringIn(rows('2026-09-22', '2026-10-13'));
    expect(corrected.body.rows).toEqual([
      { row: 2, meetingId: 'council-2026-09-15', outcome: 'known' },
      { row: 3, meetingId: 'council-2026-10-13', outcome: 'known' },
    ]);
    const old = await bringIn(rows('2026-09-15', '2026-10-13', '2026-11-10'));
    expect(old.body).toEqual({
      imported: false,
      rows: [
        {
          row: 2,
          outcome: 'problem',
          problem:
            'Sammanträdet 2026-09-15 är flyttat till 2026-09-22. Ändra raden till den dagen. Hålls ett sammanträde till 2026-09-15, låt båda dagarna stå med.',
        },
      ],
    });
    expect(await listed('body=council')).toHaveLength(2);

    const commandId = newCommandId();
    const more = rows('2026-09-15', '2026-09-22');
    const extra = await bringIn(more, 'csv', 'p-council-secretary', commandId);
    expect(extra.body.rows).toEqual([
      { row: 2, meetingId: 'council-2026-09-15-2', outcome: 'planned' },
      { row: 3, meetingId: 'council-2026-09-15', outcome: 'known' },
    ]);
    const again = await bringIn(more, 'csv', 'p-council-secretary', commandId);
    expect(again.body).toEqual(extra.body);
    expect((await bringIn(more)).body.rows).toMatchObject([{ outcome: 'known' }, { outcome: 'known' }]);

    await actOn('council-2026-10-13', { type: 'cancel-meeting' });
    const cancelled = await bringIn(rows('2026-09-22', '2026-10-13'));
    expect(cancelled.body).toMatchObject({
      imported: false,
      rows: [{ row: 3, problem: expect.stringContaining('2026-10-13 är inställt. Ta bort raden') }],
    });
    expect(await listed('body=council')).toHaveLength(3);
  });

  it('is judged before any of it is planned', async () => {
    const papers =
      'organ;datum;handlingar senast\nfullmäktige;2026-09-15;\nfullmäktige;2026-10-13;2026-10-14';
    expect((await bringIn(papers)).body).toEqual({
      imported: false,
      rows: [{ row: 3, outcome: 'problem', problem: 'Handlingarna ska lämnas senast på sammanträdesdagen.' }],
    });
    const unread = await bringIn('organ;datum\nfullmäktige;i september');
    expect(unread.body).toMatchObject({ imported: false, rows: [{ row: 2, outcome: 'problem' }] });
    const notHers = await bringIn('organ;datum\nfullmäktige;2026-09-15\nstyrelsen;2026-09-01');
    expect(notHers).toMatchObject({ status: 403, body: { code: 'not_permitted' } });
    expect(await listed('body=council')).toEqual([]);
    expect((await bringIn('', 'csv')).status).toBe(400);
    expect((await bringIn('x', 'xls')).status).toBe(400);
  });

  it('comes from a calendar file too, and is read from day to day', async () => {
    const event = (date: string) => `BEGIN:VEVENT\nDTSTART:${date}\nSUMMARY:Regionstyrelsen\nEND:VEVENT\n`;
    const file = `BEGIN:VCALENDAR\n${event('20260901')}${event('20261001')}END:VCALENDAR`;
    expect((await bringIn(file, 'ics', 'p-board-secretary')).body.imported).toBe(true);
    await bySecretary(plan);
    const all = ['board-2026-09-01', 'council-2026-09-15', 'board-2026-10-01'];
    expect(await listed('from=2026-09-01&to=2026-10-01')).toEqual(all);
    expect(await listed('from=2026-09-02&to=2026-09-30')).toEqual(['council-2026-09-15']);
    expect(await listed('from=2026-09-01&to=2026-10-01&body=board')).toEqual([all[0], all[2]]);
    expect(await listed('body=board')).toEqual([all[2], all[0]]);
    for (const query of [
      '',
      'from=2026-09-01',
      'body=board&to=2026-09-01',
      'from=2020-01-01&to=2026-01-01',
    ]) {
      expect(await listed(query)).toBe(400);
    }
  });
});
