import { beforeEach, describe, expect, it, test } from 'vitest';
import { person } from '../../domain/people.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { aMember } from '../support/motion-people.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { caseIdOf } from './real-cases.ts';

let made: MadeDesk;
let door: Door;
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
});

const headings = [
  'diarienummer',
  'titel',
  'motionstext',
  'motionärer',
  'inkom',
  'väckt',
  'läge',
  'anmäld',
  'handläggare',
  'enhet',
  'att-satser',
  'förslag',
  'svar',
  'styrelsens datum',
  'styrelsens paragraf',
] as const;
type Cells = Partial<Record<(typeof headings)[number], string>>;
const received: Cells = {
  diarienummer: 'RS 7-2025',
  titel: 'Fler bussar',
  motionärer: 'm-anna',
  inkom: '2025-02-03',
  läge: 'registrerad',
};
const drafting: Cells = {
  ...received,
  läge: 'under beredning',
  anmäld: '2025-02-18',
  handläggare: 'p-official',
  enhet: 'Staben',
  'att-satser': 'fler turer|fler hållplatser',
};
const answered: Cells = { ...drafting, läge: 'klar för styrelsen', förslag: 'avslag|besvarad' };
const proposed: Cells = {
  ...answered,
  läge: 'klar för fullmäktige',
  'styrelsens datum': '2026-05-12',
  'styrelsens paragraf': '§ 12',
};
const tableOf = (...rows: Cells[]) =>
  [headings, ...rows.map((row) => headings.map((each) => row[each] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
    .join('\r\n');

const bringIn = (content: string, commandId = newCommandId(), more: object = {}, subject = 'p-registrar') =>
  door.ask(subject, 'POST', '/api/cases/import-open', { commandId, content, ...more });
type Told = { row: number; outcome: string; code: string; sentence: string; caseId?: string };
const rowsOf = (body: Record<string, unknown>) => body.rows as Told[];
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
    const motions = await Promise.all(rowsOf(body).map(({ caseId }) => motionOf(caseId)));
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
    expect(rowsOf(body)[5]).toMatchObject({
      row: 7,
      outcome: 'done',
      code: 'entered',
      sentence: 'Förd in: klar för fullmäktige.',
    });
    expect(made.started).toHaveLength(6);
    // What happened before is not told again.
    for (const { caseId } of rowsOf(body)) await sendLetters(made.desk, caseId ?? '');
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

describe('a row that is wrong', () => {
  test.each<[string, Cells]>([
    ['number_missing', { ...received, diarienummer: '' }],
    ['number_not_accepted', { ...received, diarienummer: '7/2025' }],
    ['title_missing', { ...received, titel: '' }],
    ['received_missing', { ...received, inkom: '' }],
    ['day_unreadable', { ...received, inkom: '3 februari' }],
    ['day_unreadable', { ...received, väckt: '2025-02-31' }],
    ['day_unreadable', { ...drafting, anmäld: 'x' }],
    ['day_unreadable', { ...proposed, 'styrelsens datum': 'x' }],
    ['date_in_future', { ...received, väckt: '2026-07-31' }],
    ['date_out_of_order', { ...received, väckt: '2025-02-02' }],
    ['date_out_of_order', { ...drafting, anmäld: '2025-02-02' }],
    ['date_in_future', { ...proposed, 'styrelsens datum': '2026-07-31' }],
    ['date_out_of_order', { ...proposed, 'styrelsens datum': '2025-02-02' }],
    ['status_unknown', { ...received, läge: 'på gång' }],
    ['import_incomplete', { ...drafting, anmäld: '' }],
    ['import_incomplete', { ...drafting, enhet: '' }],
    ['not_an_official', { ...drafting, handläggare: 'p-manager' }],
    ['officer_unknown', { ...drafting, handläggare: 'Ingen' }],
    ['officer_too_early', { ...received, handläggare: 'p-official' }],
    ['proposal_too_early', { ...drafting, förslag: 'bifall' }],
    ['proposal_missing', { ...answered, förslag: '' }],
    ['outcome_unknown', { ...answered, förslag: 'avskrivs' }],
    ['outcomes_differ', { ...answered, förslag: 'bifall|avslag|bifall' }],
    ['board_too_early', { ...answered, 'styrelsens paragraf': '§ 3' }],
    ['board_missing', { ...proposed, 'styrelsens paragraf': '' }],
    ['mover_unknown', { ...received, motionärer: 'm-anna, Ingen Alls' }],
    ['mover_ambiguous', { ...received, motionärer: 'Eva Ek' }],
    ['too_long', { ...received, titel: 'x'.repeat(501) }],
    ['too_long', { ...answered, enhet: 'x'.repeat(201) }],
  ])('%s: nothing is entered, and the row is told', async (code, cells) => {
    const entry = { version: 1, by: 'test', at: made.clock.now, what: 'test' };
    for (const memberId of ['l-1', 'l-2']) {
      await made.desk.people.saveMember(aMember({ memberId, name: 'Eva Ek' }), 1, entry);
    }
    const { status, body } = await bringIn(tableOf({ ...received, diarienummer: 'RS 1-2025' }, cells));
    expect([status, body.imported]).toEqual([200, false]);
    expect(rowsOf(body).map((each) => [each.row, each.outcome, each.code])).toEqual([[3, 'problem', code]]);
    expect(rowsOf(body)[0]?.sentence.length).toBeGreaterThan(10);
    expect(await registered()).toEqual([]);
    expect(made.started).toEqual([]);
  });

  it('whose mover is not clear asks which', async () => {
    const entry = { version: 1, by: 'test', at: made.clock.now, what: 'test' };
    const parties = [{ from: '2022-10-15', party: 'V' }];
    await made.desk.people.saveMember(aMember({ memberId: 'l-1', name: 'Eva Ek' }), 1, entry);
    await made.desk.people.saveMember(aMember({ memberId: 'l-2', name: 'eva  EK', parties }), 1, entry);
    const { body } = await bringIn(tableOf({ ...received, motionärer: 'Eva Ek' }));
    expect(rowsOf(body)[0]?.sentence).toBe(
      'Flera heter ”Eva Ek”. Ange ledamots-id: l-1 (Exempelpartiet), l-2 (V).',
    );
    expect((await bringIn(tableOf({ ...received, motionärer: 'l-2' }))).body.imported).toBe(true);
  });

  it('whose number stands twice, in the table or in the register', async () => {
    const twice = await bringIn(tableOf(received, received, { ...received, diarienummer: 'RS 8-2025' }));
    expect(rowsOf(twice.body).map(({ row, code }) => [row, code])).toEqual([[3, 'number_repeated']]);
    await bringIn(tableOf(received));
    const known = await bringIn(tableOf({ ...received, diarienummer: 'RS 8-2025' }, received));
    expect(rowsOf(known.body).map(({ row, code }) => [row, code])).toEqual([[3, 'number_taken']]);
    expect(await registered()).toHaveLength(1);
  });

  it('refused only when its turn comes does not hold up the others', async () => {
    const { caseNumbered } = made.desk.cases;
    await bringIn(tableOf({ ...received, diarienummer: 'RS 8-2025' }));
    // Taken between the judging and the entering.
    const blind: typeof caseNumbered = async () => undefined;
    door = makeDoor({ ...made.desk, cases: { ...made.desk.cases, caseNumbered: blind } });
    const { body } = await bringIn(
      tableOf(
        received,
        { ...received, diarienummer: 'RS 8-2025' },
        { ...received, diarienummer: 'RS 9-2025' },
      ),
    );
    expect(body.imported).toBe(false);
    expect(rowsOf(body).map(({ row, outcome, code }) => [row, outcome, code])).toEqual([
      [2, 'done', 'entered'],
      [3, 'problem', 'number_taken'],
      [4, 'done', 'entered'],
    ]);
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
