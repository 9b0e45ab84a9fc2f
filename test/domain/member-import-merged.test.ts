import { describe, expect, it, test } from 'vitest';
import type { Member } from '../../domain/members.ts';
import { type Cells, judged, tableOf } from '../support/member-table.ts';
import { aMember } from '../support/motion-people.ts';

const eva = aMember({
  memberId: 'l-1',
  name: 'Eva Ek',
  email: 'eva@region.example',
  terms: [{ from: '2022-10-15', office: 'member' }],
  parties: [{ from: '2022-10-15', party: 'S' }],
});

/** Eva’s seat. */
const seat = { from: '2022-10-15', office: 'member' } as const;

const brought = (rows: readonly Cells[], register: readonly Member[] = []) => {
  const found = judged(tableOf(...rows), register);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  if (!('changes' in found)) throw new Error('not judged');
  return found;
};
/** What the first person of the table has become. */
const madeOf = (...given: Parameters<typeof brought>) => brought(...given).changes[0]?.after;
const told = (...given: Parameters<typeof brought>) =>
  brought(...given).rows.map(({ row, outcome, code }) => [row, outcome, code]);

describe('a person who is new to the register', () => {
  it('has what the rows say, and nothing they do not', () => {
    expect(madeOf([{}])).toEqual({
      memberId: 'l-1',
      name: 'Eva Ek',
      terms: [{ from: '2022-10-15', office: 'member' }],
      parties: [{ from: '2022-10-15', party: 'S' }],
      servingOn: [],
    });
    expect(told([{}])).toEqual([[2, 'done', 'entered']]);
  });

  it('has the address, the protection and the last day that a row gives', () => {
    const cells = { 'e-post': 'eva@region.example', skyddad: 'Ja', till: '2026-10-14' };
    expect(madeOf([cells, { till: '2026-10-14' }])).toMatchObject({
      email: 'eva@region.example',
      protectedIdentity: true,
      terms: [{ from: '2022-10-15', to: '2026-10-14' }],
    });
    expect(madeOf([{ skyddad: 'nej' }])?.protectedIdentity).toBe(false);
  });

  it.each([
    [{ organ: 'styrelsen' }, { office: 'member', body: 'board' }],
    [{ organ: 'Regionfullmäktige' }, { office: 'member' }],
    [{ uppdrag: 'Ersättare' }, { office: 'substitute' }],
    [{ uppdrag: 'regionråd', parti: '-' }, { office: 'councillor' }],
  ])('has by %j the term %j', (cells, term) => {
    expect(madeOf([cells])?.terms).toEqual([{ from: '2022-10-15', ...term }]);
  });

  it('has terms and parties by their days, whatever the order of the rows', () => {
    const rows = [
      { organ: 'styrelsen', från: '2024-01-01', parti: 'V' },
      { från: '2018-10-15', till: '2022-10-14' },
      { 'parti från': '2023-05-01', parti: 'M' },
    ];
    expect(madeOf(rows)?.terms.map(({ from }) => from)).toEqual(['2018-10-15', '2022-10-15', '2024-01-01']);
    expect(madeOf(rows)?.parties).toEqual([
      { from: '2018-10-15', party: 'S' },
      { from: '2023-05-01', party: 'M' },
      { from: '2024-01-01', party: 'V' },
    ]);
  });

  it('has a party come back to, whichever row tells of the time between', () => {
    const rows = [
      ['2022-10-15', 'S'],
      ['2024-01-01', 'S'],
      ['2023-01-01', 'V'],
    ].map(([day = '', parti = '']) => ({
      'parti från': day,
      parti,
    }));
    expect(madeOf(rows)?.parties.map(({ party }) => party)).toEqual(['S', 'V', 'S']);
  });

  it('has terms by their days also where the parties have others', () => {
    const rows = [
      { 'parti från': '2018-10-15' },
      { från: '2018-10-15', till: '2022-10-14', 'parti från': '2022-10-15' },
    ];
    expect(madeOf(rows)?.terms.map(({ from }) => from)).toEqual(['2018-10-15', '2022-10-15']);
  });

  it('may lack what one row says and another does not', () => {
    expect(
      madeOf([{ 'e-post': 'a@x.example' }, { organ: 'styrelsen' }, { 'e-post': 'a@x.example' }])?.email,
    ).toBe('a@x.example');
    expect(madeOf([{ skyddad: 'ja' }, { organ: 'styrelsen' }])?.protectedIdentity).toBe(true);
  });

  it('may have a party as long as eighty signs, and end on the day of beginning', () => {
    expect(madeOf([{ parti: 'x'.repeat(80), till: '2022-10-15' }])).toMatchObject({
      terms: [{ to: '2022-10-15' }],
      parties: [{ party: 'x'.repeat(80) }],
    });
  });
});

describe('a person whom the register has', () => {
  test.each<[string, Cells, Partial<Member>]>([
    ['a term more', { organ: 'styrelsen', från: '2023-01-01' }, {}],
    ['a term that ends', { till: '2026-10-14' }, {}],
    ['a party from a day', { 'parti från': '2024-01-01', parti: 'V' }, {}],
    ['an earlier party', { från: '2018-10-15', till: '2022-10-14', parti: 'V' }, {}],
    ['another address', { 'e-post': 'ny@region.example' }, {}],
    ['protection', { skyddad: 'ja' }, {}],
    ['protection no more', { skyddad: 'nej' }, { protectedIdentity: true }],
  ])('is amended by %s', (_, cells, facts) => {
    expect(told([cells], [{ ...eva, ...facts }])).toEqual([[2, 'done', 'amended']]);
  });

  test.each<[string, Cells, Partial<Member>]>([
    ['the same', {}, {}],
    ['the same name, spelt otherwise', { namn: 'eva  EK' }, {}],
    ['the end that the term has', { till: '2026-10-14' }, { terms: [{ ...seat, to: '2026-10-14' }] }],
    ['the party the person still has', { 'parti från': '2024-01-01' }, {}],
    ['no protection, which is as when nothing is said', { skyddad: 'nej' }, {}],
    ['the council, which is meant where no body is', {}, { terms: [{ ...seat, body: 'council' }] }],
  ])('is unchanged by %s', (_, cells, facts) => {
    expect(told([cells], [{ ...eva, ...facts }])).toEqual([[2, 'done', 'unchanged']]);
  });

  it('keeps what the table does not say', () => {
    const known = { ...eva, protectedIdentity: true, servingOn: ['2026-01-12'] };
    const changed = madeOf([{ organ: 'styrelsen', från: '2023-01-01' }], [known]);
    expect(changed).toEqual({
      ...known,
      terms: [
        { from: '2022-10-15', office: 'member' },
        { from: '2023-01-01', office: 'member', body: 'board' },
      ],
    });
  });

  it('gets an earlier party before those it has, also that of none', () => {
    for (const parti of ['V', '-']) {
      const earlier = madeOf([{ från: '2018-10-15', till: '2022-10-14', parti }], [eva]);
      expect(earlier?.parties.map(({ party }) => party)).toEqual([parti, 'S']);
    }
  });

  it('keeps its own spelling of the name', () => {
    expect(madeOf([{ namn: 'EVA EK' }], [eva])?.name).toBe('Eva Ek');
  });

  it('has the term ended that is meant, and no other', () => {
    const terms: Member['terms'] = [
      { from: '2022-10-15', office: 'councillor' },
      { from: '2022-10-15', office: 'member' },
      { from: '2022-10-15', office: 'member', body: 'board' },
    ];
    const ended = madeOf([{ organ: 'styrelsen', till: '2025-03-31' }], [{ ...eva, terms }]);
    expect(ended?.terms.map(({ to }) => to)).toEqual([undefined, undefined, '2025-03-31']);
  });
});

describe('what is told of the rows', () => {
  it('stands in their order, in words of their own', () => {
    const rows = [{}, { 'ledamots-id': 'l-2', namn: 'Bo Alm' }, { organ: 'styrelsen' }];
    const moreOfEva = brought(rows, [eva]).rows;
    expect(moreOfEva.map(({ row, code, sentence }) => [row, code, sentence])).toEqual([
      [2, 'amended', 'Ändras i registret.'],
      [3, 'entered', 'Förs in i registret.'],
      [4, 'amended', 'Ändras i registret.'],
    ]);
    expect(brought([{}], [eva]).rows[0]?.sentence).toBe('Står redan så i registret.');
  });

  it('asks whether namesakes are one, and never makes them so (domain.md §11.3)', () => {
    const rows = [
      { 'ledamots-id': 'l-9', namn: 'eva  ek' },
      { 'ledamots-id': 'l-2', namn: 'Bo Alm' },
      { 'ledamots-id': 'l-9', namn: 'Eva Ek', organ: 'styrelsen' },
      { 'ledamots-id': 'l-3', namn: 'EVA EK' },
    ];
    const { changes, rows: found } = brought(rows, [eva]);
    expect(changes.map((each) => each.after.memberId)).toEqual(['l-9', 'l-2', 'l-3']);
    expect(found.filter(({ outcome }) => outcome === 'warning')).toEqual(
      [
        [2, 'l-1, l-3'],
        [5, 'l-1, l-9'],
      ].map(([row, ids]) => ({
        row,
        outcome: 'warning',
        code: 'same_name',
        sentence: `Samma namn finns med ledamots-id ${ids}. De förs inte samman; se efter att det är olika personer.`,
      })),
    );
  });
});

describe('what is wrong with a person', () => {
  const sentences = (rows: readonly Cells[], register: readonly Member[] = []) => {
    const found = judged(tableOf(...rows), register);
    return 'problems' in found ? found.problems.map(({ row, sentence }) => `${row} ${sentence}`) : [];
  };
  const other = { namn: 'Eva Al' };

  test.each<[string, readonly Cells[], readonly Member[]]>([
    ['3 Samma ledamots-id har ett annat namn på en annan rad.', [{}, other], []],
    ['2 Samma ledamots-id har ett annat namn i registret.', [other], [eva]],
    [
      '3 Personen har en annan e-postadress på en rad före.',
      [{ 'e-post': 'a@x.example' }, { 'e-post': 'b@x.example' }],
      [],
    ],
    ['3 Raderna för personen säger olika om skyddade', [{ skyddad: 'nej' }, { skyddad: 'ja' }], []],
    ['3 Samma uppdrag har en annan till-dag på en rad före.', [{ till: '2026-10-14' }, {}], []],
    [
      '2 Uppdraget är avslutat 2025-01-01 och ändras inte genom en inläsning.',
      [{ till: '2025-01-02' }],
      [{ ...eva, terms: [{ ...seat, to: '2025-01-01' }] }],
    ],
    ['3 Uppdraget överlappar ett annat', [{}, { uppdrag: 'ersättare', från: '2023-01-01' }], []],
    ['3 Personen har redan ett annat parti från 2022-10-15.', [{}, { parti: 'V' }], []],
  ])('is said: %s', (sentence, rows, register) => {
    const found = sentences(rows, register);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(sentence)).toBe(true);
  });

  it('is told by row, and of all the people', () => {
    const rows = [
      {},
      { 'ledamots-id': 'l-2', namn: 'Bo Alm' },
      { 'ledamots-id': 'l-2', namn: 'Bo Ek' },
      { parti: 'V' },
      { 'ledamots-id': 'l-2', namn: 'Bo Ö' },
    ];
    expect(sentences(rows).map((each) => Number.parseInt(each, 10))).toEqual([4, 5, 6]);
  });

  it('is a party of the same day on a row before, though later days come first in time', () => {
    const rows = [{ 'parti från': '2024-01-01' }, { 'parti från': '2024-01-01', parti: 'V' }, {}];
    expect(sentences(rows).map((each) => Number.parseInt(each, 10))).toEqual([3]);
  });
});

describe('terms that exclude each other', () => {
  const overlap = (...rows: Cells[]) => 'problems' in judged(tableOf(...rows));

  test.each<[boolean, string, Cells[]]>([
    [true, 'a seat twice in one body', [{}, { från: '2023-01-01' }]],
    [
      true,
      'a seat and a substitute’s place in the board',
      [{ organ: 'styrelsen' }, { organ: 'styrelsen', uppdrag: 'ersättare', från: '2023-01-01' }],
    ],
    [true, 'a seat and a substitute’s place from the same day', [{}, { uppdrag: 'ersättare' }]],
    [
      true,
      'a full-time councillor twice',
      [{ uppdrag: 'regionråd' }, { uppdrag: 'regionråd', från: '2023-01-01' }],
    ],
    [true, 'one that begins on the last day of another', [{ till: '2023-01-01' }, { från: '2023-01-01' }]],
    [true, 'an earlier one that goes on too long', [{}, { från: '2021-01-01', till: '2022-10-15' }]],
    [false, 'one that begins the day after', [{ till: '2023-01-01' }, { från: '2023-01-02' }]],
    [false, 'an earlier one that ends the day before', [{}, { från: '2021-01-01', till: '2022-10-14' }]],
    [false, 'a seat of the council and one of the board', [{}, { organ: 'styrelsen', från: '2023-01-01' }]],
    [
      false,
      'a seat and a full-time councillor (KL 5:39)',
      [{}, { uppdrag: 'regionråd', från: '2023-01-01' }],
    ],
    [
      false,
      'a full-time councillor and a seat (KL 5:39)',
      [{ uppdrag: 'regionråd' }, { från: '2023-01-01' }],
    ],
  ])('%s: %s', (is, _, rows) => {
    expect(overlap(...rows)).toBe(is);
  });
});
