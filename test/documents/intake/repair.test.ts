import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDamaged } from '../../../documents/intake/damage.ts';
import { readPaper } from '../../../documents/intake/read-paper.ts';
import { makeMender } from '../../../documents/intake/repair/mend-words.ts';
import { swedishLexicon } from '../../../documents/reading/swedish-lexicon.ts';

const seed = (name: string) =>
  readFileSync(new URL(`../../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8');
const scanned = seed('000_7a1d5a4221290a60');
const clean = seed('001_f3a47d4dbeb7047d');
const motion = seed('004_191da873be7f9b93');
const lexicon = swedishLexicon();
const mended = (text: string) => readPaper(text, makeMender(text, lexicon).mend).fields;

describe('the Swedish word list', () => {
  it.each([
    ['länet', 1],
    ['Östman', 1],
    ['hälsosamtalet', 2],
    ['samverkansöverenskommelse', 2],
    ['arbetsmiljöarbetet', 1],
  ])('knows %s in %i parts', (word, parts) => {
    expect(lexicon.parts(word)).toBe(parts);
  });

  it.each([['fran'], ['hallbart'], ['utgdr'], ['valdsutsatta'], ['Ostman'], ['verksamhetsnira'], ['xyzzy']])(
    'does not know %s',
    (word) => {
      expect(lexicon.parts(word)).toBeUndefined();
    },
  );
});

describe('fields of seeds 000 and 001', () => {
  const one = mended(scanned);
  const other = mended(clean);

  it('are the same title, signatories and outcome', () => {
    expect(one.title).toBe('krafttag mot mäns våld mot kvinnor');
    expect([one.title, one.signatories, one.outcome]).toEqual([
      other.title,
      other.signatories,
      other.outcome,
    ]);
  });

  it('are never mended silently: what the original says is told, and what was mended is less sure', () => {
    expect(one.warnings.filter(({ code }) => code === 'repaired').map(({ message }) => message)).toEqual([
      expect.stringContaining('I originalet står "krafttag mot mans vald mot kvinnor"'),
      expect.stringContaining('I originalet står "Staben hallbar utveckling"'),
      expect.stringContaining('I originalet står "Lilian lvarsson Sporrong"'),
      expect.stringContaining('I originalet står "Rolf Ostman"'),
    ]);
    expect(one.evidence.title?.confidence).toBeLessThan(other.evidence.title?.confidence ?? 0);
    expect(one.officer).toBe('Lilian Ivarsson Sporrong');
    expect(one.unit).toBe('Staben hållbar utveckling');
  });

  it('are left alone where the text is whole', () => {
    expect(other.warnings.map(({ code }) => code)).not.toContain('repaired');
    expect(isDamaged(clean)).toBe(false);
  });
});

describe('fields of seed 004', () => {
  it('are proposed as they were written', () => {
    const fields = mended(motion);
    expect(fields.series).toBe('Jämlikhetsmotion 26');
    expect(fields.title).toBe(
      'LÄRA FÖR LIVET — En regional överenskommelse mellan Region Gävleborg och länets kommuner för kvinnofrid mot våld i nära relationer',
    );
    expect(fields.clauses).toEqual([
      {
        number: 1,
        text: 'Region Gävleborg inleder en dialog med länets kommuner syftande till att upprätta en regional samverkansöverenskommelse mot våld i nära relationer.',
      },
    ]);
  });
});

describe('a suggestion', () => {
  const suggestions = makeMender(scanned, lexicon).suggestions(scanned);

  it('stands where the word does, and changes nothing of itself', () => {
    expect(suggestions.length).toBeGreaterThan(200);
    for (const { start, end, seen, suggested } of suggestions) {
      expect(scanned.slice(start, end)).toBe(seen);
      expect(suggested).not.toBe(seen);
    }
  });

  it('is made for no number, address or designation', () => {
    const text =
      'Lagen (2007:606), www.malmo.se, anna.ohman@lan.example, A2021/01714, RS 115/2018, 2023-05-31';
    expect(makeMender(scanned, lexicon).mend(text)).toBe(text);
  });

  it('keeps capitals', () => {
    const { mend } = makeMender(scanned, lexicon);
    expect(mend('VALD I NARA RELATIONER for Orebro lans basta')).toMatch(
      /^VÅLD I NÄRA RELATIONER för Örebro/,
    );
  });

  it('takes what the rest of the text tells into account', () => {
    // Alone `mans` is a word; where `méns` stands elsewhere it can be no other than `mäns`.
    const damaged = `${scanned.replaceAll('mans', 'x')} sa att mans rost hors`;
    expect(makeMender(damaged, lexicon).mend('mans')).toBe('mäns');
  });
});

describe('damage', () => {
  it('is seen in a text that has lost its dots, and not in a short or a foreign one', () => {
    expect([scanned, motion].map(isDamaged)).toEqual([true, true]);
    expect(isDamaged('Motion om bussar')).toBe(false);
    expect(isDamaged('This is a motion about buses and it is written in English. '.repeat(10))).toBe(false);
  });
});
