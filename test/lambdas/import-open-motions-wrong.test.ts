import { beforeEach, describe, expect, it, test } from 'vitest';
import { aMember } from '../support/motion-people.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor } from './office-desk.ts';
import {
  answered,
  bringInThrough,
  type Cells,
  drafting,
  proposed,
  received,
  rowsOf,
  tableOf,
} from './open-motions-table.ts';

let made: MadeDesk;
let door: Door;
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
});

const bringIn = bringInThrough(() => door);
const registered = async () => (await made.desk.cases.register(2025, {})).items.map(({ motion }) => motion);

/** Has the name of one who was in the council before her. */
const anotherAnna = aMember({
  memberId: 'l-anna',
  name: 'Anna Berg',
  terms: [{ from: '2026-01-01', office: 'member' }],
});
/** Served on another day. */
const substitute = aMember({
  memberId: 'l-olle',
  name: 'Olle Ersättare',
  terms: [{ from: '2022-10-15', office: 'substitute' }],
  servingOn: ['2025-02-04'],
});

describe('a row that is wrong', () => {
  test.each<[string, Cells]>([
    ['number_missing', { ...received, diarienummer: '' }],
    ['number_not_accepted', { ...received, diarienummer: '7/2025' }],
    ['number_not_accepted', { ...received, diarienummer: 'RS 12-2062' }],
    ['minority_unreadable', { ...received, minoritetsåterremiss: 'kanske' }],
    ['title_missing', { ...received, titel: '' }],
    ['received_missing', { ...received, inkom: '' }],
    ['day_unreadable', { ...received, inkom: '3 februari' }],
    ['day_unreadable', { ...received, väckt: '2025-02-31' }],
    ['day_unreadable', { ...drafting, anmäld: 'x' }],
    ['day_unreadable', { ...proposed, 'styrelsens datum': 'x' }],
    ['date_in_future', { ...received, väckt: '2026-07-31' }],
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
    ['mover_not_in_office', { ...received, motionärer: 'Anna Berg' }],
    ['mover_not_in_office', { ...received, motionärer: 'm-bo, Olle Ersättare' }],
    ['mover_ambiguous', { ...received, motionärer: 'Eva Ek' }],
    ['too_long', { ...received, titel: 'x'.repeat(501) }],
    ['too_long', { ...answered, enhet: 'x'.repeat(201) }],
  ])('%s: nothing is entered, and the row is told', async (code, cells) => {
    const entry = { version: 1, by: 'test', at: made.clock.now, what: 'test' };
    for (const memberId of ['l-1', 'l-2']) {
      await made.desk.people.saveMember(aMember({ memberId, name: 'Eva Ek' }), 1, entry);
    }
    for (const each of [anotherAnna, substitute]) await made.desk.people.saveMember(each, 1, entry);
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

  it('whose mover was not in office when it was raised asks for the id, and takes it', async () => {
    const entry = { version: 1, by: 'test', at: made.clock.now, what: 'test' };
    for (const each of [anotherAnna, substitute]) await made.desk.people.saveMember(each, 1, entry);
    const { body } = await bringIn(tableOf({ ...received, motionärer: 'Anna Berg' }));
    expect(rowsOf(body)[0]?.sentence).toBe(
      '”Anna Berg” (l-anna) var inte i tjänst i fullmäktige 2025-02-03. Ange ledamots-id, om det är rätt person.',
    );
    expect((await bringIn(tableOf({ ...received, motionärer: 'l-anna' }))).body.imported).toBe(true);
    const served = {
      ...received,
      diarienummer: 'RS 8-2025',
      inkom: '2025-02-04',
      motionärer: 'Olle Ersättare',
    };
    expect((await bringIn(tableOf(served))).body.imported).toBe(true);
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
