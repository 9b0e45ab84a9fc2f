import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict } from '../../lambdas/failures.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';

let made: MadeDesk;
let door: Door;
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
});

const path = '/api/members/import';
const bringIn = (content: string, commandId = newCommandId(), subject = 'p-administrator') =>
  door.ask(subject, 'POST', path, { commandId, content });
const codes = (body: Record<string, unknown>) =>
  (body.rows as { row: number; code: string }[]).map(({ row, code }) => [row, code]);
const member = async (memberId: string) => (await made.desk.people.member(memberId))?.value;
const log = async (memberId: string) =>
  (await made.desk.people.memberLog(memberId)).map(({ by, what }) => [by, what]);

const table = [
  'ledamots-id;namn;e-post;parti;uppdrag;organ;från;till;parti från;skyddad',
  'l-1;Eva Ek;eva@region.example;S;ledamot;fullmäktige;2022-10-15;2026-10-14;;',
  'l-1;Eva Ek;;V;ledamot;fullmäktige;2022-10-15;2026-10-14;2024-05-01;',
  'l-1;Eva Ek;;S;ledamot;styrelsen;2023-01-01;;2023-01-01;',
  'l-2;Bo Alm;bo@region.example;M;ersättare;;2022-10-15;2026-10-14;;ja',
  'l-3;Siv Berg;;-;regionråd;;2023-01-01;;;',
].join('\n');

describe('members are brought in from a table', () => {
  it('several rows for a person by id, each change an entry in the log', async () => {
    const { status, body } = await bringIn(table);
    expect([status, body.imported]).toEqual([200, true]);
    expect(codes(body)).toEqual([2, 3, 4, 5, 6].map((row) => [row, 'entered']));
    expect(await member('l-1')).toEqual({
      memberId: 'l-1',
      name: 'Eva Ek',
      email: 'eva@region.example',
      terms: [
        { from: '2022-10-15', to: '2026-10-14', office: 'member' },
        { from: '2023-01-01', office: 'member', body: 'board' },
      ],
      parties: [
        { from: '2022-10-15', party: 'S' },
        { from: '2024-05-01', party: 'V' },
      ],
      servingOn: [],
    });
    expect(await member('l-3')).toMatchObject({
      terms: [{ office: 'councillor' }],
      parties: [{ party: '-' }],
    });
    expect(await log('l-1')).toEqual([['p-administrator', 'member_entered']]);
    expect(await log('l-2')).toEqual([['p-administrator', 'member_entered; protection_set']]);
  });

  it('changes nothing the second time, under the same id or another', async () => {
    const commandId = newCommandId();
    await bringIn(table, commandId);
    for (const id of [commandId, newCommandId()]) {
      const { body } = await bringIn(table, id);
      expect(codes(body)).toEqual([2, 3, 4, 5, 6].map((row) => [row, 'unchanged']));
    }
    expect((await made.desk.people.member('l-1'))?.version).toBe(1);
    expect(await log('l-1')).toHaveLength(1);
    const other = await bringIn(table.replace('Bo Alm', 'Bo Ahl'), commandId);
    expect(other).toMatchObject({ status: 409, body: { code: 'command_id_reused' } });
    expect((await member('l-2'))?.name).toBe('Bo Alm');
  });

  it('adds to what the register has, and ends a term that is open', async () => {
    await bringIn(table);
    const more =
      'id,namn,parti,uppdrag,organ,från,till,parti från\nl-1,eva  EK,KD,ledamot,Regionstyrelsen,2023-01-01,2025-03-31,2025-01-01';
    const { body } = await bringIn(more);
    expect(codes(body)).toEqual([[2, 'amended']]);
    expect(await member('l-1')).toMatchObject({
      name: 'Eva Ek',
      email: 'eva@region.example',
      terms: [{ to: '2026-10-14' }, { to: '2025-03-31', body: 'board' }],
      parties: [{ party: 'S' }, { party: 'V' }, { from: '2025-01-01', party: 'KD' }],
    });
    const [, second] = await log('l-1');
    expect(second?.[1]).toBe(
      'member_amended; term_added member board 2023-01-01–2025-03-31; term_removed member board 2023-01-01–; party_added KD 2025-01-01',
    );
    expect(JSON.stringify(await log('l-1'))).not.toMatch(/Eva|@/);
  });

  it('never merges people by name, but says that somebody should look', async () => {
    const { body } = await bringIn(`${table}\nl-9;eva ek;;S;ledamot;;2022-10-15;;;`);
    expect(body.imported).toBe(true);
    const warnings = (body.rows as { outcome: string }[]).filter(({ outcome }) => outcome === 'warning');
    expect(warnings).toMatchObject([
      { row: 2, code: 'same_name', sentence: expect.stringContaining('l-9') },
      { row: 7, code: 'same_name', sentence: expect.stringContaining('l-1') },
    ]);
    expect([(await member('l-1'))?.parties.length, (await member('l-9'))?.parties.length]).toEqual([2, 1]);
    const later = await bringIn(
      'id;namn;parti;uppdrag;från\nl-8;Namn Efternamnsson-anna;S;ledamot;2022-10-15',
    );
    expect(later.body.rows).toMatchObject([
      { outcome: 'done' },
      { code: 'same_name', sentence: expect.stringContaining('m-anna') },
    ]);
  });

  it('brings in nothing when one row is wrong', async () => {
    const { body } = await bringIn(`${table}\nm-anna;Någon Annan;;S;ledamot;;2022-10-15;;;`);
    expect(body).toMatchObject({
      imported: false,
      rows: [{ row: 7, outcome: 'problem', code: 'name_differs' }],
    });
    expect(await member('l-1')).toBeUndefined();
    expect((await member('m-anna'))?.name).toBe('Namn Efternamnsson-anna');
  });

  it('goes on where it broke off', async () => {
    const { people } = made.desk;
    let saves = 0;
    const saveMember: typeof people.saveMember = async (...given) => {
      saves += 1;
      if (saves === 2) throw new Error('broken');
      await people.saveMember(...given);
    };
    const commandId = newCommandId();
    door = makeDoor({ ...made.desk, people: { ...people, saveMember } });
    expect((await bringIn(table, commandId)).status).toBe(500);
    expect([await member('l-1'), await member('l-2')]).toMatchObject([{ name: 'Eva Ek' }, undefined]);
    const { body } = await bringIn(table, commandId);
    expect(codes(body).map(([, code]) => code)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'entered',
      'entered',
    ]);
    expect(await log('l-1')).toHaveLength(1);
  });

  it('judges anew when somebody changes a person meanwhile', async () => {
    await bringIn(table);
    const { people } = made.desk;
    let conflicts = 0;
    const saveMember: typeof people.saveMember = async (member, ...given) => {
      if (conflicts === 0) {
        conflicts += 1;
        const entry = { version: 2, by: 'p-other', at: made.clock.now, what: 'other' };
        await people.saveMember({ ...member, servingOn: ['2026-01-12'] }, 2, entry);
        throw new Conflict('moved');
      }
      await people.saveMember(member, ...given);
    };
    door = makeDoor({ ...made.desk, people: { ...people, saveMember } });
    const { body } = await bringIn(
      'id;namn;e-post;parti;uppdrag;från;till\nl-2;Bo Alm;ny@region.example;M;ersättare;2022-10-15;2026-10-14',
    );
    expect(body.imported).toBe(true);
    expect(await member('l-2')).toMatchObject({ email: 'ny@region.example', servingOn: ['2026-01-12'] });
  });

  it('is the administrator’s to do', async () => {
    for (const subject of ['p-registrar', 'p-member', 'p-council-secretary']) {
      const answer = await bringIn(table, newCommandId(), subject);
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'not_permitted', mayBeDoneBy: ['administratör'] },
      });
    }
    expect(await member('l-1')).toBeUndefined();
    expect((await bringIn('', newCommandId())).status).toBe(400);
  });
});

describe('a member in the register', () => {
  it('is read with what has been changed, by the administrator', async () => {
    const { status, body } = await door.get('p-administrator', '/api/members/m-anna');
    expect([status, body]).toMatchObject([
      200,
      { version: 1, value: { memberId: 'm-anna' }, log: [{ what: 'test' }] },
    ]);
    expect((await door.get('p-registrar', '/api/members/m-anna')).status).toBe(403);
    expect((await door.get('p-administrator', '/api/members/nobody')).status).toBe(404);
  });

  it('may raise a motion on a day, or the answer says why not', async () => {
    const ask = (memberId: string, on: string) =>
      door.get('p-member', `/api/members/${memberId}/eligibility${on}`);
    expect((await ask('m-anna', '')).body).toEqual({ memberId: 'm-anna', on: '2026-07-30', may: true });
    expect((await ask('m-anna', '?on=2026-10-15')).body).toEqual({
      memberId: 'm-anna',
      on: '2026-10-15',
      may: false,
      rule: 'KL 4:19',
      reason: 'Uppdraget i fullmäktige upphörde 2026-10-14.',
    });
    expect((await ask('m-serving', '?on=2026-01-14')).body).toMatchObject({ may: false, rule: 'KL 4:22' });
    expect((await ask('nobody', '')).status).toBe(404);
    expect((await ask('m-anna', '?on=tomorrow')).status).toBe(400);
  });
});
