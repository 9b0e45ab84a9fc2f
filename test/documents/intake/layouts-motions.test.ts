import { describe, expect, it } from 'vitest';
import { readAs } from './intake-read.ts';

/** Layouts of motions as seen (../shared/intake-layouts.md), in texts of our own on subjects of our own. */
describe('title and addressee of a motion', () => {
  it('reads "Motion: <title>" with the addressee on the next line', () => {
    const read = readAs(`Motion: Fler laddplatser vid vårdcentralerna
Till: Regionfullmäktige

Personalen kör el men kan inte ladda.

Jag yrkar därför på
-Att regionen bygger laddplatser vid alla vårdcentraler.

Anna Ek (C)`);
    expect(read).toMatchObject({
      kind: 'motion',
      title: 'Fler laddplatser vid vårdcentralerna',
      addressee: 'Regionfullmäktige',
      clauses: ['regionen bygger laddplatser vid alla vårdcentraler.'],
      signatories: ['Anna Ek (C)'],
    });
    expect(read.body).toBe('Personalen kör el men kan inte ladda.\n\nJag yrkar därför på');
  });

  it('reads a campaign title in capitals under a logo, with a series number of the party', () => {
    const read = readAs(`‘M
Qoe Moderaterna

TRYGGHETSMOTION 7: LYS UPP SKOLVÄGEN — belysning vid
hållplatserna

Det är mörkt vid hållplatserna.

Mot bakgrund av det anförda föreslår undertecknade att:

1. Kollektivtrafiken belyser alla hållplatser vid skolor.
`);
    expect(read).toMatchObject({
      kind: 'motion',
      title: 'LYS UPP SKOLVÄGEN — belysning vid hållplatserna',
      series: 'Trygghetsmotion 7',
      registrationNumber: null,
      signatories: [],
      clauses: ['Kollektivtrafiken belyser alla hållplatser vid skolor.'],
    });
    expect(read.codes).toContain('signatory_missing');
  });

  it('reads the date first, then the addressee, then "Ang"', () => {
    const read = readAs(`2009-03-17

Motion till landstingsfullmäktige

Ang. sjukresor i glesbygd

Den som bor långt bort får vänta länge.

Vi yrkar
att landstinget ser över sjukresorna
att resorna samordnas med skolskjutsen

Bo Alm (kd)      Eva Sund (fp)`);
    expect(read).toMatchObject({
      date: '2009-03-17',
      addressee: 'landstingsfullmäktige',
      title: 'sjukresor i glesbygd',
      clauses: ['landstinget ser över sjukresorna', 'resorna samordnas med skolskjutsen'],
      signatories: ['Bo Alm (KD)', 'Eva Sund (FP)'],
    });
  });

  it('reads an entry of the council’s list, whose number is not the register’s', () => {
    const read = readAs(`Motion nr 27-2025 från Lena Modin (M). Kortare köer till ögonkliniken
RS 912-2025`);
    expect(read).toMatchObject({
      title: 'Kortare köer till ögonkliniken',
      series: 'Motion nr 27-2025',
      registrationNumber: 'RS 912-2025',
      signatories: ['Lena Modin (M)'],
    });
  });

  it('says that a list of several motions is one', () => {
    const read = readAs(`Motion nr 27-2025 från Lena Modin (M). Kortare köer till ögonkliniken
RS 912-2025
Motion nr 28-2025 från Olle Berg (S). Gratis mensskydd
RS 915-2025`);
    expect(read.codes).toContain('several_motions');
    expect(read.title).toBe('Kortare köer till ögonkliniken');
  });

  it('reads "Motion om" and "Motion av"', () => {
    expect(readAs('Motion om bättre bussar till Åre\n\nVi yrkar att bussarna går oftare.').title).toBe(
      'bättre bussar till Åre',
    );
    const read = readAs(
      'Motion av Karin Holm (MP) och Per Lind (MP) om ekologisk mat på sjukhusen\n\nVi yrkar att maten blir ekologisk.',
    );
    expect(read.title).toBe('ekologisk mat på sjukhusen');
    expect(read.signatories).toEqual(['Karin Holm (MP)', 'Per Lind (MP)']);
  });

  it('reads the word alone on a line, and the title under it', () => {
    const read = readAs(`MOTION

Till regionfullmäktige i Region Dalarna

Inför fria resor för unga

Unga ska kunna resa.

Vänsterpartiet yrkar:
att unga under 20 år reser fritt.

Falun den 3 mars 2024

Ida Norén
Vänsterpartiet`);
    expect(read).toMatchObject({
      title: 'Inför fria resor för unga',
      addressee: 'regionfullmäktige i Region Dalarna',
      date: '2024-03-03',
      clauses: ['unga under 20 år reser fritt.'],
      signatories: ['Ida Norén (V)'],
    });
  });
});

const motionWith = (asking: string, rest = '\n\nAnna Ek (S)') =>
  `Motion: Bättre bussar\n\nBussarna är få.\n\n${asking}${rest}`;

describe('the clauses of a motion', () => {
  it.each([
    ['Jag yrkar därför på\n-Att bussarna går oftare\n-Att turerna annonseras'],
    ['Därför föreslår undertecknade att:\n1. bussarna går oftare\n2. turerna annonseras'],
    ['Med anledning av detta föreslår jag:\n• att bussarna går oftare\n• att turerna annonseras'],
    ['Vi vill därför föreslå regionfullmäktige att:\n- bussarna går oftare\n- turerna annonseras'],
    ['Centerpartiet yrkar:\n\nAtt: bussarna går oftare\n\nAtt: turerna annonseras'],
    ['Jag yrkar\nat bussarna går oftare\nat turerna annonseras'],
    ['Vi yrkar att\n\natt att bussarna går oftare\n\natt att turerna annonseras'],
    ['Mot bakgrund av ovanstående yrkar vi att bussarna går oftare, samt att turerna annonseras'],
    ['Vi hemställer att bussarna går oftare, att turerna annonseras'],
    ['Yrkande\n\n1) att bussarna går oftare\n2) att turerna annonseras'],
    ['Vi yrkar därför\na) att bussarna går oftare\nb) att turerna annonseras'],
  ])('are read after %j', (asking) => {
    expect(readAs(motionWith(asking)).clauses).toEqual(['bussarna går oftare', 'turerna annonseras']);
  });

  it('may begin with a capital noun when "att:" stands in the phrase', () => {
    expect(readAs(motionWith('Därför föreslår vi att:\n\nRegionen köper fler bussar.')).clauses).toEqual([
      'Regionen köper fler bussar.',
    ]);
  });

  it('are not the bullets of a purpose before them', () => {
    const read = readAs(
      motionWith(`Syftet med en plan ska vara att:
e Stärka trafiken på landsbygden
e Tydliggöra vem som ansvarar

Vi föreslår att:
1. Regionen tar fram en plan.`),
    );
    expect(read.clauses).toEqual(['Regionen tar fram en plan.']);
  });

  it('keep a sentence that follows in the same paragraph, over wrapped lines', () => {
    const read = readAs(
      motionWith(`Vi yrkar
att regionen tar fram en plan. Planen ska
vara klar under mandatperioden.
att den redovisas för fullmäktige.`),
    );
    expect(read.clauses).toEqual([
      'regionen tar fram en plan. Planen ska vara klar under mandatperioden.',
      'den redovisas för fullmäktige.',
    ]);
  });

  it('are read right under the addressee, who proposes nothing', () => {
    const read = readAs(
      'Motion: Lås\nTill: Regionfullmäktige\n\nVi yrkar\n\natt ställena får lås\n\nAnna Ek (V)',
    );
    expect(read.clauses).toEqual(['ställena får lås']);
  });

  it('end before a paragraph that is none of them', () => {
    const read = readAs(motionWith('Vi yrkar\natt bussarna går oftare.\n\nBilaga: karta över linjerna.'));
    expect(read.clauses).toEqual(['bussarna går oftare.']);
  });

  it('are missed when there are none', () => {
    const read = readAs(
      'Motion: Bättre bussar\nTill: Regionfullmäktige\n\nBussarna är få. Det är dåligt.\n\nAnna Ek (S)',
    );
    expect(read.clauses).toEqual([]);
    expect(read.codes).toContain('clause_missing');
  });
});

describe('the signatories of a motion', () => {
  it.each<[string, string[]]>([
    ['Anna Ek (S)', ['Anna Ek (S)']],
    ['Anna Ek, Bo Alm (V)', ['Anna Ek (V)', 'Bo Alm (V)']],
    ['Anna Ek och Bo Alm (båda C)', ['Anna Ek (C)', 'Bo Alm (C)']],
    [
      'Anna Ek, Bo Alm, Cia Berg och Dan Dahl (samtliga KD)',
      ['Anna Ek (KD)', 'Bo Alm (KD)', 'Cia Berg (KD)', 'Dan Dahl (KD)'],
    ],
    ['Anna Ek, Socialdemokraterna', ['Anna Ek (S)']],
    ['Anna Ek\nVänsterpartiet\n\nBo Alm\nVänsterpartiet', ['Anna Ek (V)', 'Bo Alm (V)']],
    ['För Miljöpartiet\n\nAnna Ek          Bo Alm', ['Anna Ek (MP)', 'Bo Alm (MP)']],
    [
      'Örebro 2024-02-01\n\n______________\nAnna Ek (L)\n______________\nBo Alm (-)',
      ['Anna Ek (L)', 'Bo Alm (-)'],
    ],
    [
      'Malin von Wachenfeldt (V), Gun Enquist-Öhman (SjvP)',
      ['Malin von Wachenfeldt (V)', 'Gun Enquist-Öhman (SjvP)'],
    ],
    [
      'Karin From Utterstedt (m)\nEva Lundgren Bielinski (sd)',
      ['Karin From Utterstedt (M)', 'Eva Lundgren Bielinski (SD)'],
    ],
    ['Anna Ek (politisk vilde)', ['Anna Ek (-)']],
    ['Anna Ek, regionråd (S)', ['Anna Ek (S)']],
  ])('are read from %j', (block, signatories) => {
    expect(readAs(motionWith('Vi yrkar\natt bussarna går oftare.', `\n\n${block}`)).signatories).toEqual(
      signatories,
    );
  });

  it.each([['Anna Ek med flera (V)'], ['Anna Ek (V) med flera'], ['Anna Ek (V) mfl'], ['Anna Ek m.fl.(V)']])(
    'are said to be more than those named in %j',
    (block) => {
      const read = readAs(motionWith('Vi yrkar\natt bussarna går oftare.', `\n\n${block}`));
      expect(read.signatories).toEqual(['Anna Ek (V)']);
      expect(read.codes).toContain('more_signatories');
    },
  );

  it('without a party are told of, and shown with none', () => {
    const read = readAs(
      motionWith('Vi yrkar\natt bussarna går oftare.', '\n\nSala den 2 maj 2023\n\nAnna Ek'),
    );
    expect(read.signatories).toEqual(['Anna Ek (-)']);
    expect(read.codes).toContain('party_missing');
    expect(read.date).toBe('2023-05-02');
  });

  it('are never a party', () => {
    const read = readAs(motionWith('Vi yrkar\natt bussarna går oftare.', '\n\nSocialdemokraterna'));
    expect(read.signatories).toEqual([]);
    expect(read.codes).toContain('signatory_missing');
  });
});
