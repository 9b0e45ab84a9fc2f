import { describe, expect, it } from 'vitest';
import { readAs } from './intake-read.ts';

/**
 * Whole papers, written when the reader stood and not while it was made: five of the eight were then read right in
 * every field. What was wrong in the others was mended by a rule, never by the words of these texts.
 */
const papers: readonly [name: string, text: string, expected: Record<string, unknown>][] = [
  [
    'a motion typed as a letter',
    `Karlstad den 14 februari 2022

Till
Regionfullmäktige i Värmland

Motion angående tolkning vid förlossning

Den som ska föda barn behöver förstå vad som händer. I dag ringer
personalen en tolk per telefon, och i en tredjedel av fallen svarar
ingen. Enligt en rapport från 2019 har 12 procent av kvinnorna inte
fått någon tolk alls.

Med hänvisning till ovanstående yrkar undertecknad

att   regionen inrättar en tolkjour dygnet runt
att   tolkjouren utvärderas efter två år

Samira El Hadi (V)`,
    {
      kind: 'motion',
      title: 'tolkning vid förlossning',
      date: '2022-02-14',
      addressee: 'Regionfullmäktige i Värmland',
      signatories: ['Samira El Hadi (V)'],
      clauses: ['regionen inrättar en tolkjour dygnet runt', 'tolkjouren utvärderas efter två år'],
      outcome: null,
    },
  ],
  [
    'a municipal motion with bullets and two parties',
    `MOTION TILL KOMMUNFULLMÄKTIGE
Inför cykelgarage vid stationen

Allt fler pendlar. Cyklarna stjäls. Målet för oss är att:
• fler ska våga ta cykeln
• bilköerna ska minska

Därför föreslår Centerpartiet och Liberalerna att kommunfullmäktige beslutar:

• att kommunen bygger ett låsbart cykelgarage vid stationen
• att kostnaden, högst 4,5 mnkr, tas ur investeringsramen för 2025

Sala 2024-10-01

Nils-Erik Åkerblom (C)        Britt-Marie Öhlund Ceder (L)`,
    {
      kind: 'motion',
      title: 'Inför cykelgarage vid stationen',
      addressee: 'KOMMUNFULLMÄKTIGE',
      date: '2024-10-01',
      signatories: ['Nils-Erik Åkerblom (C)', 'Britt-Marie Öhlund Ceder (L)'],
      clauses: [
        'kommunen bygger ett låsbart cykelgarage vid stationen',
        'kostnaden, högst 4,5 mnkr, tas ur investeringsramen för 2025',
      ],
    },
  ],
  [
    'an answer that grants one clause and rejects another',
    `Region Exempel
Tjänsteställe, handläggare            Datum             Beteckning
Hälso- och sjukvårdsförvaltningen, Åsa Lindh   2024-09-12   RS 1402/2024

Svar på motion från Lars Öberg (KD) och Mia Sjö (KD) om sommaröppna
vårdcentraler

Motionärerna yrkar i motionen att:

- alla vårdcentraler hålls öppna i juli
- öppettiderna annonseras i lokaltidningen

Bedömning
Två vårdcentraler hålls redan öppna.

Förslag till beslut

Regionstyrelsen föreslår regionfullmäktige besluta

att   avslå motionens första att-sats

att   bifalla motionens andra att-sats.

För Region Exempel

Sven Grön
Regionstyrelsens ordförande

Expedieras till
Lars Öberg
Hälso- och sjukvårdsnämnden`,
    {
      kind: 'answer',
      title: 'sommaröppna vårdcentraler',
      unit: 'Hälso- och sjukvårdsförvaltningen',
      officer: 'Åsa Lindh',
      date: '2024-09-12',
      registrationNumber: 'RS 1402/2024',
      signatories: ['Lars Öberg (KD)', 'Mia Sjö (KD)'],
      clauses: ['alla vårdcentraler hålls öppna i juli', 'öppettiderna annonseras i lokaltidningen'],
      outcome: 'mixed',
      recipients: ['Lars Öberg', 'Hälso- och sjukvårdsnämnden'],
    },
  ],
  [
    'an extract of minutes with the decision taken',
    `PROTOKOLLSUTDRAG
Sammanträdesdatum 2023-11-21

§ 142 Motion från Olle Berg (MP) om solceller på sjukhustaken
Diarienummer: RS 77/2023

Regionstyrelsens förslag
Regionstyrelsen föreslår regionfullmäktige besluta att anse motionen besvarad.

Yrkanden
Olle Berg (MP) yrkar bifall till motionen.
Eva Ström (SD) yrkar avslag på motionen.

Beslut
Regionfullmäktige beslutar

att bifalla motionen.

Reservation
Eva Ström (SD) reserverar sig mot beslutet.`,
    { registrationNumber: 'RS 77/2023', outcome: 'granted', date: '2023-11-21' },
  ],
  [
    'a motion in a scan without å, ä and ö',
    `Motion till regionfullmaktige

Angaende forskning om aldres halsa

Vara aldre blir allt fler och lever allt langre. Forskningen om deras
halsa ar eftersatt, och det ar nagot som regionen kan gora nagot at.
Det finns manga forskare i lanet som vill arbeta med fragan.

Jag foreslar darfor:

1. Att regionen inrattar ett forskningscentrum for aldres halsa.

2. Att centrumet far 5 miljoner kronor om aret.

Linkoping 2021-05-19

Gosta Malm (L)`,
    {
      kind: 'motion',
      title: 'forskning om aldres halsa',
      addressee: 'regionfullmaktige',
      date: '2021-05-19',
      signatories: ['Gosta Malm (L)'],
      clauses: [
        'regionen inrattar ett forskningscentrum for aldres halsa.',
        'centrumet far 5 miljoner kronor om aret.',
      ],
    },
  ],
  [
    'a statement of a committee that takes no stand of its own words',
    `Yttrande över motion från Tove Falk (Fi) m.fl. gällande könsneutrala toaletter

Kollektivtrafiknämnden har fått motionen på remiss. Hänsyn har tagits till lagen (2017:725).

Kollektivtrafiknämnden föreslår regionfullmäktige att motionen avslås.

Kollektivtrafiknämnden 2020-03-04`,
    {
      kind: 'answer',
      title: 'könsneutrala toaletter',
      signatories: ['Tove Falk (FI)'],
      outcome: 'rejected',
      date: '2020-03-04',
      registrationNumber: null,
    },
  ],
  [
    'a decision of a director in another region',
    `Dnr 2021/00482

Regiondirektörens beslut

Beslut om medel till suicidprevention

Datum: 2021-06-30

Högst 1,2 miljoner kronor får användas, varav högst 10 procent till administration. Slutrapport lämnas till regionstyrelsen senast den 15 januari 2023.

Beslutet skickas till: Psykiatriförvaltningen, Ekonomistaben

Ingrid Hall
Regiondirektör`,
    {
      kind: 'director-decision',
      registrationNumber: '2021/00482',
      date: '2021-06-30',
      followUpBy: '2023-01-15',
      signatories: ['Ingrid Hall (-)'],
      recipients: ['Psykiatriförvaltningen', 'Ekonomistaben'],
      outcome: null,
    },
  ],
  [
    'a motion that asks in running text at its end',
    `Motion: Stoppa delade turer
Till: Regionfullmäktige

Delade turer sliter. Vi tycker att det räcker.

Vi föreslår därför att regionen avskaffar delade turer senast 2026. Det ska ske i dialog med facken.

Vänsterpartiet Norrbotten

Kia Rask
Uno Lahti`,
    {
      kind: 'motion',
      title: 'Stoppa delade turer',
      clauses: ['regionen avskaffar delade turer senast 2026. Det ska ske i dialog med facken.'],
      signatories: ['Kia Rask (V)', 'Uno Lahti (V)'],
    },
  ],
];

describe('papers held out', () => {
  it.each(papers)('%s', (_, text, expected) => {
    expect(readAs(text)).toMatchObject(expected);
  });
});
