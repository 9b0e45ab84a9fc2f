import { beforeEach, describe, expect, it } from 'vitest';
import { type Door, type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import {
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
const motionOf = async (caseId: string | undefined) => (await made.desk.cases.load(caseId ?? ''))?.motion;
const dryRun = (cells: Cells) => bringIn(tableOf(cells), newCommandId(), { dryRun: true });

describe('the report of an import tells', () => {
  it('whom a name was taken to be', async () => {
    const cells = { ...received, motionärer: 'Namn Efternamnsson-bo, m-anna' };
    const sentence =
      '”Namn Efternamnsson-bo” är m-bo (Exempelpartiet) enligt namnet. Kontrollera att det är rätt person.';
    const looked = { row: 2, outcome: 'warning', code: 'mover_by_name', sentence };
    expect(rowsOf((await dryRun(cells)).body)).toMatchObject([looked, { code: 'may_be_entered' }]);
    const { body } = await bringIn(tableOf(cells));
    expect(body.imported).toBe(true);
    expect(rowsOf(body)).toMatchObject([looked, { code: 'entered' }]);
  });

  it('that the motion was announced before it came, and enters it as it stands', async () => {
    const { body } = await bringIn(tableOf({ ...drafting, anmäld: '2025-01-27' }));
    const [looked, entered] = rowsOf(body);
    expect(looked).toMatchObject({ row: 2, outcome: 'warning', code: 'dates_odd' });
    expect(looked?.sentence).toContain('2025-01-27');
    expect(await motionOf(entered?.caseId)).toMatchObject({
      status: 'Drafting',
      announcedOn: '2025-01-27',
      receivedOn: '2025-02-03',
    });
    const same = await bringIn(tableOf({ ...drafting, diarienummer: 'RS 8-2025', anmäld: '2025-02-03' }));
    expect(rowsOf(same.body).map(({ code }) => code)).toEqual(['entered']);
  });

  it.each([
    ['RS 1001-2026', ['may_be_entered']],
    ['RS 1002-2026', ['number_far_ahead', 'may_be_entered']],
  ])('that %s is far above the last number of its year: %j', async (diarienummer, codes) => {
    const cells = { ...received, diarienummer, inkom: '2026-02-03' };
    expect(rowsOf((await dryRun(cells)).body).map(({ code }) => code)).toEqual(codes);
    const { body } = await bringIn(tableOf(cells));
    expect(body.imported).toBe(true);
    expect(rowsOf(body).map(({ code }) => code)).toEqual([...codes.slice(0, -1), 'entered']);
  });
});

describe('a minority’s right (KL 5:50)', () => {
  it.each([
    ['ja', true],
    ['Nej', false],
    ['', false],
  ])('used before the product, %j', async (minoritetsåterremiss, minorityDeferralUsed) => {
    const { body } = await bringIn(tableOf({ ...proposed, minoritetsåterremiss }));
    expect(await motionOf(rowsOf(body)[0]?.caseId)).toMatchObject({
      status: 'CouncilReady',
      minorityDeferralUsed,
    });
  });
});
