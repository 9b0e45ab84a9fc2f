import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { composeLetter } from '../../documents/letters/compose.ts';
import type { Accepted } from '../../domain/decide/verdict.ts';
import { occurredOnOf } from '../../domain/occurred-on.ts';
import { transitionOf, transitions } from '../../domain/transitions.ts';
import { letterFactsOf } from '../../lambdas/casework/letter-facts.ts';
import { FactsMissing, type LetterOccasion } from '../../lambdas/casework/letter-occasion.ts';
import { text } from '../support/asked.ts';
import {
  type Act,
  aJourney,
  by,
  follow,
  type Journey,
  judge,
  TODAY,
  usual,
  ways,
  waysOf,
} from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, aRegion, register, theMember } from '../support/motion-people.ts';
import { forwarded, sideWays } from '../support/motion-side-ways.ts';
import { aWalk, walk } from '../support/motion-walks.ts';
import { rowCases } from '../support/row-cases.ts';

/** The letters that an accepted act owes, written from the record before and after it. */
const lettersOf = (before: Journey, verdict: Accepted, facts: Partial<LetterOccasion> = {}) => {
  const { event, row } = verdict;
  const after = follow(before, verdict).motion;
  if (after === undefined) throw new Error('no record');
  const occasion: LetterOccasion = {
    event,
    occurredOn: occurredOnOf(event, TODAY, before.motion),
    before: before.motion,
    after,
    text,
    remark: 'Skälet som gavs.',
    organisation: aRegion(),
    protectedNames: [],
    ...facts,
  };
  return transitionOf(row).tells.map((template) => composeLetter(letterFactsOf(template, occasion)));
};

/** The one letter of an act, on one line. */
const letterOf = (from: readonly Act[], act: Act, facts: Partial<LetterOccasion> = {}) => {
  const before = aJourney(from);
  const verdict = judge(before, act);
  if (verdict.kind === 'refusal') throw new Error(`${verdict.code}: ${verdict.detail}`);
  const [letter] = lettersOf(before, verdict, facts);
  if (letter === undefined) throw new Error('no letter');
  return `${letter.subject} | ${letter.text.replace(/\s+/g, ' ')}`;
};

const takesBack = (body: 'board' | 'council') => by(actors[`${body}-secretary`], { type: 'take-back-act' });

/** What the letter of a row says, and what it must not. */
const sayings: Readonly<Record<string, readonly [says: RegExp, never?: RegExp]>> = {
  1: [/Kom in: 2026-01-12/, /papper|igen/],
  '1i': [/Kom in: 2026-01-12/, /papper|igen/],
  2: [/diarienummer RS 115-2026/],
  '2w': [/Motionen är återtagen/, /bör besluta/],
  3: [/arbetsordningen 12 §.*Skälet som gavs/],
  4: [/Kom in igen: 20/, /papper/],
  '4p': [/på papper.*Den nya texten infördes: 2026-07-30/, /Kom in igen:/],
  5: [/lämnat över motionen till regionstyrelsen/],
  '5b': [/avgjordes därför utan beredning/, /föreslog/],
  7: [/på remiss till trafiknämnden.*Skickad: 2026-07-30 Svar senast: 2026-09-01/, /även|qvx: vad/],
  '7b': [/på remiss även till/],
  12: [/I styrelsen 2026-05-12.*Möte: 2026-05-12/, /flytt/],
  '12m': [/Ny dag i styrelsen 2026-05-19.*Tidigare dag: 2026-05-12/, /Fullmäktiges möte/],
  '12x': [/dagordningen för regionstyrelsens möte. Mötet är inställt. Möte: 2026-05-12/, /utan att/],
  '12e': [/regionstyrelsens möte. Mötet avslutades utan att/, /inställt/],
  '12o': [/regionstyrelsens möte. Den är tagen av dagordningen/, /inställt|avslutades/],
  13: [/Regionstyrelsen har skjutit upp/],
  14: [/Regionstyrelsen har skickat tillbaka.*Skälet som gavs/],
  15: [/Regionstyrelsen föreslår.*Att-sats 1: anses besvarad.*Att-sats 2: avslag/, /tagit tillbaka/],
  '15f': [/inget eget förslag. Förslaget från trafiknämnden går vidare/, /Att-sats|Regionstyrelsen föreslår/],
  16: [/I fullmäktige 2026-06-16.*inte följa regionstyrelsens förslag/, /kungjord|brådskande|flytt/],
  '16m': [/Ny dag i fullmäktige 2026-06-23.*Tidigare dag: 2026-06-16/],
  '16x': [/regionfullmäktiges möte. Mötet är inställt. Möte: 2026-06-16/],
  '16e': [/regionfullmäktiges möte. Mötet avslutades utan att/],
  '16o': [/regionfullmäktiges möte. Den är tagen av dagordningen/, /inställt|avslutades/],
  17: [/Regionfullmäktige har skjutit upp/],
  18: [/Minst en tredjedel.*Skälet som gavs/],
  19: [/Regionfullmäktige har beslutat så här/, /avskriv|ett annat än|återt/],
  '19t': [/Mejlet om regionfullmäktiges beslut om motionen gäller inte.*Läge: på fullmäktiges dagordning/],
  28: [/Alla undertecknare som är kvar/, /minst en/],
  '28r': [/minst en undertecknare. Ingen av de andra är kvar/, /Alla undertecknare/],
  '28b': [/Motionen avskrivs för att den är återtagen/, /35 §/],
  '28p': [/Återtagandet av motionen står på dagordningen.*avskriver den/, /kan besluta om motionen/],
  '28m': [/möte är flyttat.*Återtagandet.*Ny dag: 2026-06-23 Tidigare dag: 2026-06-16/],
  '28x': [/Återtagandet av motionen stod på dagordningen.*Mötet är inställt/, /inte avgjord/],
  '28e': [/Återtagandet blev inte behandlat.*Motionen är fortfarande återtagen/],
  '28o': [/Återtagandet är taget av dagordningen/, /inställt|avslutades/],
  '28s': [/har skjutit upp ärendet om motionen.*Motionen är återtagen/, /inte avgjord/],
  '28d': [
    /beslutat så här.*Motionen återtogs först när regionfullmäktige hade beslutat. Återtagandet kom för sent/,
  ],
  '28k': [
    /hade skickat tillbaka motionen.*innan den återtogs.*Skälet som gavs.*återtagandet gäller/,
    /Svaret ska arbetas om/,
  ],
  '29t': [
    /Mejlet om att motionen är anmäld som försenad i regionfullmäktige gäller inte.*Läge: under beredning/,
  ],
  29: [/Räknas som väckt: 2026-01-12.*Skälet som gavs.*fortsätter.*2026-11-17/, /är att motionen avskrivs/],
  30: [/Motionen avskrivs för att den inte har hunnit beredas klart.*5 kap. 35 §/, /återtagen/],
  21: [/Sista dag att överklaga: 2026-07-17/, /avskriv/],
  '21a': [/Sista dag att överklaga: 2026-07-17.*är redan överklagat/, /Om ingen överklagar/],
  '22f': [
    /Mejlet om att beslutet har fått laga kraft gäller inte.*kan fortfarande överklagas.*Läge i registret: beslutad/,
    /felaktigt införda/,
  ],
  24: [/Ingen har överklagat.*Laga kraft: 2026-07-18/, /återstår/],
  25: [
    /beslut om motionen har överklagats.*Överklagandet kom in: 2026-07-01/,
    /Ytterligare|alla överklaganden/,
  ],
  '25d': [/Paragraf i protokollet: § 12.*fortsätter arbetet med motionen/, /klart om beslutet står fast/],
  '25n': [/Ytterligare ett överklagande.*förrän alla överklaganden är avgjorda/, /när målet/],
  '25b': [/Inget överklagande återstår/, /Ingen har överklagat/],
  26: [/Domstolen har prövat överklagandet/, /Ingen har överklagat/],
  27: [/Motionen ska tas upp på nytt i regionfullmäktige/],
  '27d': [/Paragraf i protokollet: § 12.*fortsätter där det är nu/, /öppet igen/],
  '27p': [/Motionen ska beredas på nytt/],
  '27u': [/Motionen ska lämnas över till regionstyrelsen/],
  '27w': [/Återtagandet av motionen ska anmälas på nytt/],
};

describe('every row of the table that tells the signatories', () => {
  const telling = rowCases.filter((each) => each.tells !== undefined);

  it('has its sayings here', () => {
    const rows = transitions.filter(({ tells }) => tells.length > 0).map(({ row }) => row);
    expect(Object.keys(sayings).sort()).toEqual(rows.sort());
  });

  it.each(telling.map((each) => [each.row, each.says, each] as const))('%s: %s', (row, _, each) => {
    const letter = letterOf(each.from, each.act);
    const [says, never] = sayings[row] ?? [/$^/];
    expect(letter).toMatch(says);
    if (never !== undefined) expect(letter).not.toMatch(never);
  });
});

test('whatever the law accepts, its letters can be written, and name no person', () => {
  const names = [...register.values()].flatMap(({ name, email, memberId }) => [
    name,
    email ?? name,
    memberId,
  ]);
  let written = 0;
  fc.assert(
    fc.property(aWalk, ({ start, steps }) => {
      walk(start, steps, ({ before, verdict }) => {
        if (verdict.kind === 'refusal') return;
        for (const { subject, text: said } of lettersOf(before, verdict)) {
          written += 1;
          expect(`${subject} ${said}`).not.toMatch(/undefined|null|NaN|\[object|\bp-[a-z]/);
          for (const name of names) expect(said).not.toContain(name);
        }
      });
    }),
    { numRuns: 150 },
  );
  expect(written).toBeGreaterThan(100);
});

describe('an act that is taken back is named', () => {
  it.each([
    ['a proposal', ways.CouncilReady, 'board', 'regionstyrelsens ställningstagande', 'styrelsens'],
    [
      'a forwarding',
      waysOf(forwarded).CouncilReady,
      'board',
      'regionstyrelsens ställningstagande',
      'styrelsens',
    ],
    [
      'a postponement',
      sideWays['BoardReady, postponed'],
      'board',
      'att regionstyrelsen har skjutit upp',
      'styrelsens',
    ],
    [
      'a referral back',
      sideWays['Drafting, referred back by the board'],
      'board',
      'att regionstyrelsen har skickat tillbaka',
      'styrelsens',
    ],
    [
      'the council’s postponement',
      sideWays['CouncilReady, postponed'],
      'council',
      'att regionfullmäktige har skjutit upp',
      'fullmäktiges',
    ],
    [
      'the council’s referral back',
      sideWays['Drafting, referred back by the council'],
      'council',
      'att regionfullmäktige har skickat tillbaka',
      'fullmäktiges',
    ],
  ] as const)('%s', (_, from, body, what, agenda) => {
    const letter = letterOf(from, takesBack(body));
    expect(letter).toContain(`Mejlet om ${what}`);
    expect(letter).toContain(`Läge: på ${agenda} dagordning`);
  });

  it.each([
    ['a write-off', sideWays['Decided, written off late'], 'under beredning'],
    [
      'what was decided before a withdrawal',
      sideWays['Decided, then withdrawn'],
      'återtagen, ska anmälas i fullmäktige',
    ],
    ['a noted withdrawal', sideWays['Decided, withdrawn'], 'återtagen, ska anmälas i fullmäktige'],
    ['an urgent decision', sideWays['Decided, at once'], 'registrerad'],
  ] as const)('%s is a decision', (_, from, standing) => {
    const letter = letterOf(from, takesBack('council'));
    expect(letter).toContain('Mejlet om regionfullmäktiges beslut');
    expect(letter).toContain(`Läge: ${standing}`);
  });
});

it.each([
  ['sent back', sideWays['WithdrawalPending, sent back first'], 'att regionfullmäktige har skickat tillbaka'],
  ['put off', sideWays['WithdrawalPending, postponed'], 'att regionfullmäktige har skjutit upp'],
] as const)('a withdrawn motion is said to have been %s by mistake', (_, from, what) => {
  const letter = letterOf(from, takesBack('council'));
  expect(letter).toContain(`Mejlet om ${what}`);
  expect(letter).toContain('Läge: återtagen, ska anmälas i fullmäktige');
});

describe('the council’s day', () => {
  const last = (acts: readonly Act[]) => [acts.slice(0, -1), acts.at(-1) ?? takesBack('board')] as const;

  it('says by which rule the matter is taken up', () => {
    expect(letterOf(...last(sideWays['CouncilAgenda, urgent']))).toContain('brådskande ärende (5 kap. 14 §');
    expect(letterOf(...last(sideWays['CouncilAgenda, unannounced']))).toContain('(5 kap. 52 §');
  });

  it('claims no proposal of a board that made none', () => {
    const letter = letterOf(...last(waysOf(forwarded).CouncilAgenda));
    expect(letter).toContain('förslaget kommer från en nämnd');
    expect(letter).not.toContain('regionstyrelsens förslag');
  });
});

describe('a date that has passed', () => {
  it('is not held out as the day by which the council should decide', () => {
    const old = [usual('import-open-motion#Registered')];
    expect(letterOf(old, usual('refer'))).not.toContain('bör besluta senast');
    expect(letterOf(ways.Registered, usual('refer'))).toContain('bör besluta senast 2027-01-12');
  });

  it('is not planned by a report that names none', () => {
    const { plannedOn: _, ...report } = examples['report-late'].command;
    const act = by(actors['council-secretary'], { ...report, proposal: 'write-off' });
    const letter = letterOf(ways.Drafting, act);
    expect(letter).toContain('Anmälan anger ingen dag för beslut.');
    expect(letter).toContain('Förslaget i anmälan är att motionen avskrivs.');
  });
});

test('a motion handed over before the council meets is not said to have been announced', () => {
  const told = (announcedOn: string) =>
    letterOf(
      ways.Registered,
      by(actors['council-secretary'], { type: 'refer', by: 'presidium', announcedOn }),
      { occurredOn: '2026-02-10' },
    );
  expect(told('2026-02-11')).toContain('Anmäls i regionfullmäktige: 2026-02-11');
  expect(told('2026-02-10')).toContain('Anmäld i regionfullmäktige: 2026-02-10');
});

describe('what the record does not know', () => {
  it('is left out where a withdrawn clause is of an earlier text', () => {
    const { command } = examples['decide-at-once'];
    const decides = by(actors['council-secretary'], { ...command, decisions: command.decisions.slice(0, 1) });
    const withdraws = (memberId: string) =>
      by(theMember(memberId), { type: 'withdraw-clauses', clauses: [2] });
    const shorter = { ...text, clauses: text.clauses.slice(0, 1) };
    const from = [
      ...ways.Returned,
      withdraws('m-anna'),
      withdraws('m-bo'),
      by(actors.registrar, { ...examples['complete-on-paper'].command, text: shorter }),
    ];
    const letter = letterOf(from, decides, { text: shorter });
    expect(letter).toContain('Att-sats 1: anses besvarad');
    expect(letter).not.toContain('Att-sats 2');
  });

  it('is left out where a committee has gone from the configuration', () => {
    const from = sideWays['BoardAgenda, a committee proposes'];
    const organisation = aRegion({ consultees: [] });
    const letter = letterOf(from, usual('forward-without-recommendation'), { organisation });
    expect(letter).toContain('Ett förslag som en nämnd har lämnat går vidare');
  });

  it.each([
    [
      'whom a consultation went to',
      ways.Drafting,
      usual('send-consultation'),
      { organisation: aRegion({ consultees: [] }) },
    ],
    ['what a late report says', ways.Drafting, usual('report-late'), { remark: undefined }],
  ] as const)('stops the letter: %s', (_, from, act, facts) => {
    expect(() => letterOf(from, act, facts)).toThrow(FactsMissing);
  });

  it('stops a letter that its event does not owe', () => {
    const { motion, events } = aJourney(ways.Registered);
    const event = events.at(-1);
    if (motion === undefined || event === undefined) throw new Error('no record');
    const occasion = {
      event,
      occurredOn: TODAY,
      protectedNames: [],
      before: motion,
      after: motion,
      text,
      organisation: aRegion(),
    };
    for (const template of ['consulted', 'late-report', 'corrected', 'meeting-changed', 'decided'] as const) {
      expect(() => letterFactsOf(template, occasion), template).toThrow(FactsMissing);
    }
  });
});
