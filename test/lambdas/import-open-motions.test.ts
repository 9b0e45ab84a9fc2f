import { beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../domain/people.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import {
  answered,
  bringInThrough,
  drafting,
  proposed,
  received,
  rowsOf,
  tableOf,
} from './open-motions-table.ts';
import { caseIdOf } from './real-cases.ts';

let made: MadeDesk;
let door: Door;
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
});

const bringIn = bringInThrough(() => door);
const motionOf = async (caseId: string | undefined) => (await made.desk.cases.load(caseId ?? ''))?.motion;
const registered = async () => (await made.desk.cases.register(2025, {})).items.map(({ motion }) => motion);

describe('open motions are entered from a table', () => {
  it('each at its step, with its number and its real raised day', async () => {
    const second = { ...drafting, diarienummer: 'RS 9-2025', läge: 'tilldelad' };
    const { status, body } = await bringIn(
      tableOf(
        { ...received, väckt: '2025-02-18' },
        { ...received, diarienummer: 'RS 8-2025', läge: 'remitterad', anmäld: '2025-02-18' },
        second,
        { ...drafting, diarienummer: 'RS 10-2025' },
        { ...answered, diarienummer: 'RS 11-2025' },
        {
          ...proposed,
          diarienummer: 'RS 12-2025',
          motionärer: 'Namn Efternamnsson-bo, m-anna',
          handläggare: 'Personnamn-p-official',
        },
      ),
    );
    expect([status, body.imported]).toEqual([200, true]);
    const entered = rowsOf(body).filter(({ outcome }) => outcome === 'done');
    const motions = await Promise.all(entered.map(({ caseId }) => motionOf(caseId)));
    expect(motions.map((each) => each?.status)).toEqual([
      'Registered',
      'Referred',
      'Assigned',
      'Drafting',
      'BoardReady',
      'CouncilReady',
    ]);
    expect(motions[0]).toMatchObject({
      registrationNumber: 'RS 7-2025',
      receivedOn: '2025-02-03',
      raisedOn: '2025-02-18',
      importedOn: '2026-07-30',
    });
    expect(motions[1]).toMatchObject({ raisedOn: '2025-02-03', announcedOn: '2025-02-18' });
    expect(motions[2]).toMatchObject({ officer: 'p-official', unit: 'Staben' });
    expect(motions[5]).toMatchObject({
      signatories: [{ memberId: 'm-bo', party: 'Exempelpartiet' }, { memberId: 'm-anna' }],
      officer: 'p-official',
      boardProposal: {
        at: { minutesId: 'board-2026-05-12', paragraph: '§ 12' },
        proposals: [
          { clause: 1, outcome: 'REJECTED' },
          { clause: 2, outcome: 'ANSWERED' },
        ],
      },
    });
    expect(entered[5]).toMatchObject({
      row: 7,
      outcome: 'done',
      code: 'entered',
      sentence: 'Förd in: klar för fullmäktige.',
    });
    expect(made.started).toHaveLength(6);
    // What happened before is not told again.
    for (const { caseId } of entered) await sendLetters(made.desk, caseId ?? '');
    expect(made.sent).toEqual([]);
  });

  it('never gives out an imported number, above or below the counter', async () => {
    const { body } = await bringIn(
      tableOf(
        { ...received, diarienummer: 'RS 20-2026', inkom: '2026-02-03' },
        { ...received, diarienummer: 'RS 4-2026', inkom: '2026-01-20' },
      ),
    );
    expect(body.imported).toBe(true);
    const newMotion = {
      type: 'import-motion',
      text: { title: 'Ny', body: '', clauses: ['ett'] },
      signatories: [],
      receivedOn: '2026-07-30',
    };
    const { body: begun } = await door.ask('p-registrar', 'POST', '/api/cases', {
      commandId: newCommandId(),
      command: newMotion,
    });
    await door.ask('p-registrar', 'POST', `/api/cases/${begun.caseId}/commands`, {
      commandId: newCommandId(),
      command: { type: 'register' },
    });
    expect(await motionOf(String(begun.caseId))).toMatchObject({ registrationNumber: 'RS 21-2026' });
    const again = await bringIn(tableOf({ ...received, diarienummer: 'RS 21-2026', inkom: '2026-02-03' }));
    expect(rowsOf(again.body)).toMatchObject([{ row: 2, code: 'number_taken' }]);
  });

  it('changes nothing when it is sent again, and refuses its id for another table', async () => {
    const commandId = newCommandId();
    const table = tableOf(received, { ...proposed, diarienummer: 'RS 8-2025' });
    const first = await bringIn(table, commandId);
    const second = await bringIn(table, commandId);
    expect(second).toEqual(first);
    expect((await registered()).map(({ version }) => version)).toEqual([1, 2]);
    const other = await bringIn(table.replace('Fler bussar', 'Färre bussar'), commandId);
    expect(other).toMatchObject({ status: 409, body: { code: 'command_id_reused' } });
    const anew = await bringIn(table);
    expect(rowsOf(anew.body).map(({ row, code }) => [row, code])).toEqual([
      [2, 'number_taken'],
      [3, 'number_taken'],
    ]);
  });

  it('goes on where it broke off, also between the two commands of a row', async () => {
    const { commit } = made.desk.cases;
    const table = tableOf(
      received,
      { ...proposed, diarienummer: 'RS 8-2025' },
      { ...received, diarienummer: 'RS 9-2025' },
    );
    const commandId = newCommandId();
    let commits = 0;
    const breaking: typeof commit = async (change) => {
      commits += 1;
      if (commits === 3) throw new Error('broken');
      await commit(change);
    };
    door = makeDoor({ ...made.desk, cases: { ...made.desk.cases, commit: breaking } });
    expect((await bringIn(table, commandId)).status).toBe(500);
    expect((await registered()).map(({ status }) => status)).toEqual(['Registered', 'Drafting']);
    const { body } = await bringIn(table, commandId);
    expect([body.imported, rowsOf(body).length]).toEqual([true, 3]);
    expect((await registered()).map(({ status }) => status)).toEqual([
      'Registered',
      'CouncilReady',
      'Registered',
    ]);
  });

  it('is finished also when the case has moved on, or its official has gone', async () => {
    const commandId = newCommandId();
    const table = tableOf({ ...drafting, läge: 'tilldelad' });
    const { body } = await bringIn(table, commandId);
    const caseId = rowsOf(body)[0]?.caseId;
    await door.ask('p-official', 'POST', `/api/cases/${caseId}/commands`, {
      commandId: newCommandId(),
      command: { type: 'start-drafting' },
    });
    const official = await made.desk.people.person('p-official');
    const ended = person.parse({ ...official?.value, roles: [] });
    await made.desk.people.savePerson(ended, 2, { version: 2, by: 'test', at: made.clock.now, what: 'test' });
    expect((await bringIn(table, commandId)).body).toEqual(body);
    expect((await motionOf(caseId))?.status).toBe('Drafting');
  });

  it('is only judged when so asked', async () => {
    const { body } = await bringIn(
      tableOf(received, { ...proposed, diarienummer: 'RS 8-2025' }),
      newCommandId(),
      { dryRun: true },
    );
    expect(body.imported).toBe(false);
    expect(rowsOf(body).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['done', 'may_be_entered'],
      ['done', 'may_be_entered'],
    ]);
    expect(await registered()).toEqual([]);
    expect(made.started).toEqual([]);
  });

  it('tells what to look at, and enters it all the same', async () => {
    const { body } = await bringIn(tableOf({ ...received, motionärer: '', anmäld: '2025-02-18' }));
    expect(body.imported).toBe(true);
    expect(rowsOf(body).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['warning', 'movers_missing'],
      ['warning', 'announced_left_out'],
      ['done', 'entered'],
    ]);
  });

  it('is the registrar’s to do', async () => {
    for (const subject of ['p-administrator', 'p-council-secretary', 'p-member']) {
      const answer = await bringIn(tableOf(received), newCommandId(), {}, subject);
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'not_permitted', mayBeDoneBy: ['registrator'] },
      });
    }
    expect(await registered()).toEqual([]);
  });
});

it('an imported motion is read, worked with and published as any other', async () => {
  const { body } = await bringIn(tableOf({ ...proposed, svar: 'Regionen köper redan in fler turer.' }));
  const caseId = rowsOf(body)[0]?.caseId ?? caseIdOf('none');
  const { body: seen } = await door.get('p-registrar', `/api/cases/${caseId}`);
  expect(seen).toMatchObject({
    statusName: 'klar för fullmäktige',
    text: { title: 'Fler bussar', clauses: ['fler turer', 'fler hållplatser'] },
    answer: {
      title: 'Svar på motion: Fler bussar',
      sections: [{ text: 'Regionen köper redan in fler turer.' }],
    },
  });
  expect(await made.desk.register.motion(caseId)).toMatchObject({
    registrationNumber: 'RS 7-2025',
    raisedOn: '2025-02-03',
    boardProposal: { meetingDate: '2026-05-12', paragraph: '§ 12' },
  });
});
