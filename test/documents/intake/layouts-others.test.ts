import { describe, expect, it } from 'vitest';
import { readAs } from './intake-read.ts';

const headed = (line: string) => `${line}\n\nSvar på motion från Anna Ek (S) om fler bussar\n\nText.`;

describe('the register number', () => {
  it.each([
    ['RS 115/2018'],
    ['RS 912-2025'],
    ['23RS6594'],
    ['23RS3-182'],
    ['LS 0806-0619'],
    ['KSF-2023-024-539'],
    ['SLK-2026-00459'],
    ['2025.511 KS'],
    ['Kst/2015:617'],
    ['KS 02-820 107'],
  ])('%s is read without a label in the head', (number) => {
    expect(readAs(headed(number)).registrationNumber).toBe(number);
  });

  it.each([['2018/01948-1'], ['109-7-2017'], ['LTV 160412']])('%s is read after its label only', (number) => {
    expect(readAs(headed(`Dnr: ${number}`)).registrationNumber).toBe(number);
    expect(readAs(headed(number)).registrationNumber).toBeNull();
    expect(readAs(headed(number)).date).toBeNull();
  });

  it.each([
    ['Slutredovisning av regeringsuppdrag A2021/01714'],
    ['Regeringens diarienummer S2021/01234'],
    ['Socialstyrelsens föreskrifter (SOSFS 2014:4)'],
    ['HSLF-FS 2022:39'],
    ['Lagen (2007:606)'],
    ['Telefon 43791'],
    ['Objekt 9908'],
    ['SOU 2023/2024'],
  ])('%s is none of ours', (line) => {
    expect(readAs(headed(line)).registrationNumber).toBeNull();
  });
});

describe('dates', () => {
  it.each([
    ['2023-05-31'],
    ['Örebro 2023-05-31'],
    ['Örebro den 31 maj 2023'],
    ['31 maj 2023'],
    ['31/5 2023'],
    ['Datum: 2023-05-31'],
  ])('%s dates the paper', (line) => {
    expect(readAs(headed(line)).date).toBe('2023-05-31');
  });

  it.each([
    ['I september 2021 fick myndigheten ett uppdrag.'],
    ['Satsningen pågår 2018-2020.'],
    ['Ny lag gäller från den 1 juli 2024.'],
    ['2023-02-31'],
  ])('%s does not', (line) => {
    expect(readAs(headed(line)).date).toBeNull();
  });

  it.each<[string, string | null]>([
    ['Uppdraget ska återrapporteras senast den 1 oktober 2025.', '2025-10-01'],
    ['Redovisas till styrelsen senast 2026-02-15.', '2026-02-15'],
    ['En konferens hålls den 20 mars 2018.', null],
    ['Ansök senast den 1 maj 2025.', null],
  ])('follow-up: %s', (line, expected) => {
    expect(readAs(`Beslut angående bidrag\n\nRegiondirektörens beslut\n\n${line}`).followUpBy).toBe(expected);
  });
});

describe('amounts', () => {
  it.each<[string, number, string]>([
    ['Högst 952 381 kronor.', 952_381, 'SEK'],
    ['Kostnaden är 1,5 miljoner kronor.', 1_500_000, 'SEK'],
    ['Det kostar 12 mnkr.', 12_000_000, 'SEK'],
    ['Bidraget är 400 tkr.', 400_000, 'SEK'],
    ['Avgiften är 250:-', 250, 'SEK'],
    ['Avgiften är 25.000 kr', 25_000, 'SEK'],
    ['Högst 12,5 procent.', 12.5, '%'],
  ])('%s', (line, value, unit) => {
    expect(readAs(line).amounts).toMatchObject([{ value, unit }]);
  });

  it('are none in years, pages and statutes', () => {
    expect(readAs('År 2018, sidan 25, lagen (2017:725), 2 (3).').amounts).toEqual([]);
  });
});

describe('recipients', () => {
  it('are a line each under their heading', () => {
    const read = readAs(
      `Beslut\n\nBeslutet skickas till\nHälso- och sjukvårdsnämnden\nRegiondirektören\n\nBilaga`,
    );
    expect(read.recipients).toEqual(['Hälso- och sjukvårdsnämnden', 'Regiondirektören']);
  });

  it('are on the heading’s own line', () => {
    const read = readAs('Expedieras till: Anna Ek, Hälso- och sjukvårdsnämnden och Regionkansliet');
    expect(read.recipients).toEqual(['Anna Ek', 'Hälso- och sjukvårdsnämnden', 'Regionkansliet']);
  });

  it.each([
    ['Utdrag till\n\nOrganisation/person som protokollsutdrag och/eller yttrande ska skickas till.'],
    ['Kopia till:\n[Ange mottagare]'],
    ['Beslutet skickas till\nKlicka eller tryck här för att ange text.'],
  ])('are none in the help of a form: %j', (text) => {
    expect(readAs(text)).toMatchObject({ recipients: [] });
    expect(readAs(text).codes).toContain('template_text');
  });
});

describe('what is no motion', () => {
  it('says nothing of a text that is neither', () => {
    const read = readAs('Köksrenovering\n\nVi renoverar köket i maj.');
    expect(read).toMatchObject({ kind: 'unknown', outcome: null, clauses: [], signatories: [] });
    expect(read.codes).toContain('kind_unknown');
  });

  it('stays calm before nothing at all', () => {
    expect(readAs('')).toMatchObject({ kind: 'unknown', title: null });
    expect(readAs('\n\n  \n')).toMatchObject({ kind: 'unknown', title: null });
  });

  it('takes a motion that asks for an agreement for a motion', () => {
    expect(
      readAs(
        'Motion: Överenskommelse om skolskjuts\n\nVi yrkar att en överenskommelse tas fram.\n\nAnna Ek (S)',
      ).kind,
    ).toBe('motion');
  });

  it('asks for a day of review of an agreement until further notice', () => {
    const read = readAs('Avtal om samverkan\n\nAvtalet mellan regionen och kommunen gäller tills vidare.');
    expect(read.kind).toBe('agreement');
    expect(read.codes).toContain('review_missing');
  });
});
