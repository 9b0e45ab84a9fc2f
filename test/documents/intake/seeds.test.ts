import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../../documents/intake/read-paper.ts';
import { paperOutcome } from '../../../documents/intake/reading.ts';
import { caseOutcome } from '../../../domain/outcome.ts';
import { readAs } from './intake-read.ts';

const seed = (name: string) =>
  readFileSync(new URL(`../../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8');
const scanned = seed('000_7a1d5a4221290a60');
const clean = seed('001_f3a47d4dbeb7047d');
const funds = seed('002_9335f79621ab4ea8');
const agreement = seed('003_91b86af8944ceb3a');
const motion = seed('004_191da873be7f9b93');

describe('seed 001, the answer in clean text', () => {
  const read = readAs(clean);

  it('names six movers, and not the chair and the director who sign it', () => {
    expect(read.kind).toBe('answer');
    expect(read.title).toBe('krafttag mot mäns våld mot kvinnor');
    expect(read.signatories).toEqual([
      'Jessica Carlqvist (V)',
      'Katja Ollila (V)',
      'Malin von Wachenfeldt (V)',
      'Rolf Östman (V)',
      'Marie Krantz (V)',
      'Margareta Carlsson (V)',
    ]);
  });

  it('proposes that the motion is answered, and quotes no clause of it', () => {
    expect(read.outcome).toBe('answered');
    expect(read.clauses).toEqual([]);
    expect(read.codes).toEqual(['clause_missing', 'date_missing', 'number_missing']);
  });

  it('has no date, unit, officer or number: a statute and a year are none', () => {
    expect(read).toMatchObject({ date: null, unit: null, officer: null, registrationNumber: null });
    expect(read).toMatchObject({
      followUpBy: null,
      amounts: [],
      recipients: [],
      series: null,
      addressee: null,
    });
  });
});

describe('seed 000, the same answer scanned by an OCR that knew no Swedish', () => {
  const read = readAs(scanned);

  it('gives the head that the clean text lacks', () => {
    expect(read).toMatchObject({
      kind: 'answer',
      date: '2023-05-31',
      unit: 'Staben hallbar utveckling',
      officer: 'Lilian lvarsson Sporrong',
      outcome: 'answered',
      clauses: [],
    });
  });

  it('has words where a number should stand, and says so', () => {
    expect(read.registrationNumber).toBeNull();
    expect(read.codes).toEqual(['clause_missing', 'number_missing', 'reference_is_words', 'text_damaged']);
  });
});

describe('seed 002, a director’s decision', () => {
  const read = readAs(funds);

  it('gives number, day, unit, officer and those who signed', () => {
    expect(read).toMatchObject({
      kind: 'director-decision',
      title: 'Beslut angående utvecklingsmedel för arbete mot Våld i nära relationer',
      date: '2018-04-04',
      registrationNumber: 'RS 115/2018',
      unit: 'Hälso- och sjukvårdspolitiska avdelningen',
      officer: 'Kerstin Lejonklou',
      signatories: ['Hans Svensson (-)', 'Lisbet Gibson (-)'],
      outcome: null,
      clauses: [],
    });
  });

  it('gives the ceiling, the share and the day to report by', () => {
    expect(read.amounts).toEqual([
      { value: 952_381, unit: 'SEK', text: '952 381 kronor' },
      { value: 25, unit: '%', text: '25 %' },
    ]);
    expect(read.followUpBy).toBe('2019-03-31');
  });

  it('takes the help text of the form for no recipient, and doubts what is odd', () => {
    expect(read.recipients).toEqual([]);
    expect(read.codes).toEqual(['template_text', 'date_odd', 'name_spelt_differently']);
  });
});

describe('seed 003, an agreement', () => {
  it('has neither day, number nor review, nor any outcome or clause', () => {
    const read = readAs(agreement);
    expect(read).toMatchObject({
      kind: 'agreement',
      title: 'Våld i nära relation eller hedersrelaterat våld och förtryck',
      date: null,
      registrationNumber: null,
      followUpBy: null,
      outcome: null,
      clauses: [],
      signatories: [],
    });
    expect(read.codes).toEqual(['date_missing', 'number_missing', 'review_missing']);
  });
});

describe('seed 004, a party’s motion, damaged', () => {
  const read = readAs(motion);

  it('has one clause: the bullets before it are its purpose', () => {
    expect(read.kind).toBe('motion');
    expect(read.clauses).toEqual([
      'Region Gavleborg inleder en dialog med lanets kommuner syftande till att uppratta en regional samverkansdverenskommelse mot vald i néra relationer.',
    ]);
  });

  it('has the party’s own number, and no other', () => {
    expect(read.series).toBe('Jamlikhetsmotion 26');
    expect(read.registrationNumber).toBeNull();
    expect(read.title).toMatch(/^LARA FOR LIVET — En regional dverenskommelse mellan Region Gavleborg/);
  });

  it('has no signatory: the party is no person', () => {
    expect(read.signatories).toEqual([]);
    expect(read.codes).toEqual(['signatory_missing', 'date_missing', 'text_damaged']);
    expect(read.date).toBeNull();
  });
});

describe('what is read', () => {
  it.each([scanned, clean, funds, agreement, motion])('stands where its evidence says', (text) => {
    const { fields } = readPaper(text);
    const { title, officer, registrationNumber, evidence } = fields;
    const written = (field: string) => {
      const place = evidence[field];
      return place === undefined ? null : text.slice(place.start, place.end).replace(/\s+/g, ' ');
    };
    expect(written('title')).toBe(title);
    expect(written('officer')).toBe(officer);
    expect(written('registrationNumber')).toBe(registrationNumber);
    for (const each of Object.values(evidence)) {
      expect(each.start).toBeLessThan(each.end);
      expect(each.confidence).toBeGreaterThan(0);
    }
  });

  it('names outcomes by the codes of the law, in lower case', () => {
    expect(paperOutcome.options).toEqual(caseOutcome.options.map((code) => code.toLowerCase()));
  });
});
