import { describe, expect, it } from 'vitest';
import { readAs } from './intake-read.ts';

const answer = (heading: string, rest = '') => `${heading}

Regionen har redan börjat arbeta med frågan.
${rest}
`;
const decided = (points: string, who = 'Regionstyrelsen föreslår regionfullmäktige besluta') =>
  answer('Svar på motion från Anna Ek (S) om fler bussar', `\n${who}\n\n${points}\n`);

describe('the heading of an answer', () => {
  it('is read when names and parties are divided by line breaks', () => {
    const read = readAs(
      answer(`Svar på motion från Eva
Sund (KD), Bo Alm (M), Malin von
Essen (KD) och Per Ivarsson Sporrong
(M) om tidigare starttider på röntgen i
Lindesberg
`),
    );
    expect(read).toMatchObject({
      kind: 'answer',
      title: 'tidigare starttider på röntgen i Lindesberg',
      signatories: ['Eva Sund (KD)', 'Bo Alm (M)', 'Malin von Essen (KD)', 'Per Ivarsson Sporrong (M)'],
    });
  });

  it.each<[string, string, string[]]>([
    ['Svar på motion om fler bussar från Anna Ek (S)', 'fler bussar', ['Anna Ek (S)']],
    ['Svar på motion: Fler bussar', 'Fler bussar', []],
    ['Svar på motion "Fler bussar" av Anna Ek (S)', 'Fler bussar', ['Anna Ek (S)']],
    [
      'Svar på motion nr 12/2023 från Anna Ek och Bo Alm (båda V) angående fler bussar',
      'fler bussar',
      ['Anna Ek (V)', 'Bo Alm (V)'],
    ],
    ['Yttrande över motion från Anna Ek med flera (C) om fler bussar', 'fler bussar', ['Anna Ek (C)']],
    ['Motionssvar – fler bussar', 'fler bussar', []],
  ])('%s', (heading, title, signatories) => {
    expect(readAs(answer(heading))).toMatchObject({ kind: 'answer', title, signatories });
  });

  it('may leave the movers to the text', () => {
    const read = readAs(
      answer(
        'Svar på motion om fler bussar',
        'Vänsterpartisterna Anna Ek och Bo Alm har i en motion föreslagit att fler bussar köps in.',
      ),
    );
    expect(read.signatories).toEqual(['Anna Ek (V)', 'Bo Alm (V)']);
    expect(read.clauses).toEqual(['fler bussar köps in.']);
  });
});

describe('the head of an answer', () => {
  it('is three columns that have become one line', () => {
    const read = readAs(`Tjänsteställe, handläggare Datum Beteckning

Kollektivtrafik och samhällsbyggnad, Maja Öst Lund 2024-11-05 24RS1187

${answer('Svar på motion från Anna Ek (S) om fler bussar')}`);
    expect(read).toMatchObject({
      unit: 'Kollektivtrafik och samhällsbyggnad',
      officer: 'Maja Öst Lund',
      date: '2024-11-05',
      registrationNumber: '24RS1187',
    });
    expect(read.codes).not.toContain('reference_is_words');
  });

  it('has labels', () => {
    const read = readAs(`Datum: 2022-02-14
Diarienummer: RS 88/2022
Handläggare: Per Lind, tfn 010-123 45 67
Förvaltning: Regionkansliet

${answer('Svar på motion från Anna Ek (S) om fler bussar')}`);
    expect(read).toMatchObject({
      date: '2022-02-14',
      registrationNumber: 'RS 88/2022',
      officer: 'Per Lind',
      unit: 'Regionkansliet',
    });
  });
});

describe('the outcome', () => {
  it.each<[string, string]>([
    ['att   motionen härmed anses besvarad.', 'answered'],
    ['att motionen därmed ska anses besvarad', 'answered'],
    ['att anse motionen besvarad.', 'answered'],
    ['att bifalla motionen.', 'granted'],
    ['att motionen antas.', 'granted'],
    ['att avslå motionen.', 'rejected'],
    ['att motionen avslås.', 'rejected'],
    ['att motionen avskrivs.', 'written_off'],
    ['att bifalla motionen med den ändringen att två bussar köps.', 'granted_amended'],
    ['att delvis bifalla motionen.', 'mixed'],
    ['att bifalla motionens första att-sats\n\natt avslå motionens andra att-sats', 'mixed'],
    ['1. att bifalla att-sats 1, och\n2. att i övrigt anse motionen besvarad.', 'mixed'],
    ['att avslå att-sats 1\natt avslå att-sats 2', 'rejected'],
    ['att att-sats 1 bifalls, medan att-sats 2 anses besvarad', 'mixed'],
  ])('of %j is %s', (points, outcome) => {
    expect(readAs(decided(points)).outcome).toBe(outcome);
  });

  it('is the council’s, when the board had proposed something else', () => {
    const text = `${decided('att avslå motionen.')}\nRegionfullmäktige beslutar\n\natt bifalla motionen.\n`;
    expect(readAs(text).outcome).toBe('granted');
  });

  it('is not what someone claims or reserves', () => {
    const text = `${decided('att anse motionen besvarad.')}
Anna Ek (S) yrkar bifall till motionen.

Bo Alm (V) reserverar sig till förmån för bifall till motionen.`;
    expect(readAs(text).outcome).toBe('answered');
    const claimOnly = answer(
      'Svar på motion från Anna Ek (S) om fler bussar',
      'Anna Ek (S) yrkar bifall till motionen.',
    );
    expect(readAs(claimOnly)).toMatchObject({ outcome: null });
    expect(readAs(claimOnly).codes).toContain('outcome_missing');
  });

  it('is none when the matter is referred back', () => {
    const read = readAs(
      decided('att ärendet återremitteras till regionstyrelsen.', 'Regionfullmäktige beslutar'),
    );
    expect(read.outcome).toBeNull();
    expect(read.codes).toContain('referred_back');
  });

  it('is none in a motion, which only asks', () => {
    expect(
      readAs('Motion: Bussar\n\nVi yrkar att motionen bifalls och att bussar köps.\n\nAnna Ek (S)').outcome,
    ).toBeNull();
  });
});

describe('the clauses in an answer', () => {
  it('are those it quotes from the motion, never its own proposal', () => {
    const read = readAs(
      answer(
        'Svar på motion från Anna Ek (S) om fler bussar',
        `Anna Ek (S) yrkar i motion den 3 maj 2023 att:

1. regionen köper fler bussar
2. turerna annonseras

Regionstyrelsen föreslår regionfullmäktige besluta

att motionen anses besvarad.`,
      ),
    );
    expect(read.clauses).toEqual(['regionen köper fler bussar', 'turerna annonseras']);
    expect(read.outcome).toBe('answered');
  });

  it('are none when none is quoted', () => {
    const read = readAs(decided('att motionen anses besvarad.'));
    expect(read.clauses).toEqual([]);
    expect(read.codes).toContain('clause_missing');
  });

  it('leave page numbers and addresses out of what they say', () => {
    const read = readAs(
      answer(
        'Svar på motion från Anna Ek (S) om fler bussar',
        `I motionen föreslås

att regionen köper fler bussar och

2 (3)

www.regionen.example

att turerna annonseras.`,
      ),
    );
    expect(read.clauses).toEqual(['regionen köper fler bussar', 'turerna annonseras.']);
  });
});
