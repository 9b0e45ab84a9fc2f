import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Member } from '../../domain/members.ts';
import { type Cells, headings, judged, problemsOf, tableOf } from '../support/member-table.ts';
import { aMember } from '../support/motion-people.ts';

describe('a row that is wrong', () => {
  test.each<[string, Cells]>([
    ['id_unreadable', { 'ledamots-id': '' }],
    ['id_unreadable', { 'ledamots-id': 'eva ek' }],
    ['id_unreadable', { 'ledamots-id': 'party-group:S' }],
    ['name_missing', { namn: '' }],
    ['email_unreadable', { 'e-post': 'eva' }],
    ['party_missing', { parti: '' }],
    ['party_missing', { parti: 'x'.repeat(81) }],
    ['office_unknown', { uppdrag: 'suppleant' }],
    ['body_unknown', { organ: 'kulturnämnden' }],
    ['body_unknown', { uppdrag: 'regionråd', organ: 'styrelsen' }],
    ['from_unreadable', { från: '' }],
    ['from_unreadable', { från: '15/10 2022' }],
    ['to_unreadable', { till: '2026-02-30' }],
    ['to_before_from', { till: '2022-10-14' }],
    ['party_from_unreadable', { 'parti från': 'i maj' }],
    ['protected_unreadable', { skyddad: 'kanske' }],
  ])('%s', (code, cells) => {
    expect(problemsOf(tableOf({}, cells))).toEqual([`3 ${code}`]);
    const found = judged(tableOf({}, cells));
    expect('problems' in found && found.problems[0]?.sentence.length).toBeGreaterThan(15);
  });

  test.each<[string, Cells[]]>([
    ['name_differs', [{}, { namn: 'Eva Al' }]],
    ['email_differs', [{ 'e-post': 'a@x.example' }, { 'e-post': 'b@x.example' }]],
    ['protected_differs', [{ skyddad: 'ja' }, { skyddad: 'nej' }]],
    ['terms_overlap', [{}, { uppdrag: 'ersättare', från: '2023-01-01', parti: 'S' }]],
    ['terms_overlap', [{ till: '2023-01-01' }, { från: '2023-01-01' }]],
    ['party_differs', [{}, { parti: 'V' }]],
    ['term_differs', [{ till: '2026-10-14' }, {}]],
  ])('%s, of one person', (code, rows) => {
    expect(problemsOf(tableOf(...rows))).toEqual([`3 ${code}`]);
  });

  test.each<[string, Cells, Partial<Member>]>([
    ['name_differs', {}, { name: 'Eva Al' }],
    ['term_ended', {}, { terms: [{ from: '2022-10-15', to: '2025-01-01', office: 'member' }] }],
    [
      'term_ended',
      { till: '2025-01-02' },
      { terms: [{ from: '2022-10-15', to: '2025-01-01', office: 'member' }] },
    ],
    ['terms_overlap', {}, { terms: [{ from: '2018-10-15', office: 'member' }] }],
    ['party_differs', {}, { parties: [{ from: '2022-10-15', party: 'V' }] }],
  ])('%s, against the register', (code, cells, facts) => {
    const known = aMember({
      memberId: 'l-1',
      name: 'Eva Ek',
      terms: [{ from: '2018-10-15', to: '2022-10-14', office: 'member' }],
      ...facts,
    });
    const parties = facts.parties ?? [{ from: '2018-10-15', party: 'S' }];
    expect(problemsOf(tableOf(cells), [{ ...known, parties }])).toEqual([`2 ${code}`]);
  });

  test.each([
    ['0 table_empty', headings.join(';')],
    ['0 quote_open', `${headings.join(';')}\n"l-1;Eva`],
    ['1 column_missing', 'ledamots-id;namn;parti;uppdrag\nl-1;Eva Ek;S;ledamot'],
    ['1 column_unknown', `${headings.join(';')};telefon\nl-1`],
    ['1 column_twice', `${headings.join(';')};id\nl-1`],
    ['2 too_many_cells', `${tableOf({})};mer`],
    ['0 too_many_rows', tableOf(...Array.from({ length: 3001 }, () => ({})))],
  ])('%s, of the whole', (told, content) => {
    expect(problemsOf(content)).toEqual([told]);
  });

  test.each([
    ['Ett citattecken avslutas aldrig', `${headings.join(';')}\n"l-1;Eva`],
    ['Tabellen har inga rader.', headings.join(';')],
    ['Raden har fler celler än tabellen har rubriker.', `${tableOf({})};mer`],
    ['Kolumnen uppdrag behövs.', 'id;namn;parti;från\nl-1;Eva Ek;S;2022-10-15'],
    ['Kolumnen ledamots-id finns mer än en gång.', `${headings.join(';')};id\nl-1`],
    ['Rubriken ”telefon” känns inte igen.', `${headings.join(';')};telefon\nl-1`],
  ])('says of the whole: %s', (sentence, content) => {
    const found = judged(content);
    expect('problems' in found && found.problems[0]?.sentence).toContain(sentence);
  });

  it('is not one that only has empty cells more, nor a heading left empty', () => {
    expect(problemsOf(`${tableOf({})};;`)).toEqual([]);
    expect(problemsOf(`${headings.join(';')};\n${tableOf({}).split('\n')[1]};x`)).toEqual([]);
  });

  it('is told together with the others', () => {
    expect(problemsOf(tableOf({ från: 'x', till: 'y' }, {}, { parti: '' }))).toEqual([
      '2 from_unreadable',
      '2 to_unreadable',
      '4 party_missing',
    ]);
  });
});

describe('what is allowed', () => {
  it('a seat in the council beside one in the board, and a full-time councillor with a seat (KL 5:39)', () => {
    expect(
      problemsOf(tableOf({}, { organ: 'styrelsen' }, { uppdrag: 'regionråd' }, { från: '2022-10-15' })),
    ).toEqual([]);
  });

  it('a substitute who becomes a member the day after', () => {
    expect(problemsOf(tableOf({ uppdrag: 'ersättare', till: '2023-05-01' }, { från: '2023-05-02' }))).toEqual(
      [],
    );
  });

  it('a party left and come back to, in any order of the rows', () => {
    const parties = [
      ['2022-10-15', 'S'],
      ['2023-01-01', 'V'],
      ['2024-01-01', 'S'],
    ].map(([day = '', parti = '']) => ({ 'parti från': day, parti }));
    for (const rows of [parties, parties.toReversed()]) {
      const found = judged(tableOf(...rows));
      const [change] = 'changes' in found ? found.changes : [];
      expect(change?.after.parties.map(({ party }) => party)).toEqual(['S', 'V', 'S']);
    }
  });
});

/** Rows of whatever terms and parties, readable each by itself. */
const someRows = fc.array(
  fc.record({
    'ledamots-id': fc.constantFrom('l-1', 'l-2'),
    parti: fc.constantFrom('S', 'V', 'M'),
    uppdrag: fc.constantFrom('ledamot', 'ersättare', 'regionråd'),
    från: fc.constantFrom('2018-10-15', '2020-01-01', '2022-10-15'),
    till: fc.constantFrom('', '2022-10-14', '2024-06-30'),
    'parti från': fc.constantFrom('', '2019-05-01', '2023-05-01'),
    skyddad: fc.constantFrom('', 'ja'),
  }),
  { minLength: 1, maxLength: 6 },
);

test('the same table again changes nothing, whatever it says', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const content = tableOf(...rows);
      const first = judged(content);
      if (!('changes' in first)) return;
      const again = judged(
        content,
        first.changes.map(({ after }) => after),
      );
      expect('changes' in again && again.changes.map(({ kind }) => kind)).toEqual(
        first.changes.map(() => 'unchanged'),
      );
    }),
    { numRuns: 500 },
  );
});
