import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import type { ClauseOutcome } from '../../domain/outcome.ts';
import { figuresOf, statistics, statisticsView } from '../../domain/statistics.ts';
import { statisticsColumns, statisticsLines } from '../../domain/statistics-table.ts';
import { writeCsv } from '../../domain/write-csv.ts';
import { aHistory, decided, prepared, registered } from '../support/history-builders.ts';

const signedBy = (...parties: string[]) => parties.map((party, at) => ({ memberId: `m-${at}`, party }));
const decidedMotion = (raisedOn: string, day: string, outcomes: ClauseOutcome[], ...parties: string[]) =>
  aHistory([...prepared(raisedOn, { signed: signedBy(...parties) }), decided(day, outcomes)]).motion;
const open = (raisedOn: string) => aHistory(registered(raisedOn)).motion;

const year = { from: '2026-01-01', to: '2026-12-31', today: '2027-06-01', yearsEnds: [] };
const motions = [
  decidedMotion('2026-01-01', '2026-01-31', ['GRANTED'], 'S', 'M', 'S'),
  decidedMotion('2026-01-01', '2026-02-20', ['GRANTED', 'REJECTED'], 'S'),
  // Raised on a leap day: within the year to 28 February, and not on 1 March.
  decidedMotion('2024-02-29', '2025-02-28', ['ANSWERED'], 'M'),
  decidedMotion('2025-02-28', '2026-03-01', ['ANSWERED'], 'Å'),
  open('2026-03-01'),
  open('2026-12-24'),
];

describe('the statistics', () => {
  const figures = statistics({ ...year, motions });

  it('tell the time to decision of what was decided in the span', () => {
    expect(figures.timeToDecision).toEqual({
      motions: 3,
      medianDays: 50,
      meanDays: 148.7,
      maxDays: 366,
    });
    const two = statistics({ ...year, motions: motions.slice(0, 2) });
    expect(two.timeToDecision).toEqual({ motions: 2, medianDays: 40, meanDays: 40, maxDays: 50 });
    const none = statistics({ ...year, motions: [open('2026-03-01')] });
    expect(none.timeToDecision).toEqual({ motions: 0 });
    expect(none.decidedWithinAYear).toEqual({ of: 0, within: 0 });
  });

  it('tell the share decided within the year, of the decided and of the raised', () => {
    expect(figures.decidedWithinAYear).toEqual({ of: 3, within: 2, share: 0.6667 });
    // The open one of March 2026 counts against, since its year has passed; that of December does not yet.
    expect(figures.raisedAndDecidedWithinAYear).toEqual({ of: 3, within: 2, share: 0.6667 });
    const onTheDay = statistics({ ...year, today: '2027-03-01', motions });
    expect(onTheDay.raisedAndDecidedWithinAYear.of).toBe(2);
    const leap = { ...year, from: '2024-01-01', to: '2025-12-31' };
    expect(statistics({ ...leap, motions: motions.slice(2, 3) }).decidedWithinAYear.within).toBe(1);
  });

  it('count a motion once for each party that signed it, and say so', () => {
    const count = {
      GRANTED: 0,
      GRANTED_AMENDED: 0,
      REJECTED: 0,
      ANSWERED: 0,
      WRITTEN_OFF: 0,
      LAPSED: 0,
      MIXED: 0,
    };
    expect(figures.outcomes).toEqual([
      { year: 2026, party: 'M', motions: 1, outcomes: { ...count, GRANTED: 1 } },
      { year: 2026, party: 'S', motions: 2, outcomes: { ...count, GRANTED: 1, MIXED: 1 } },
      { year: 2026, party: 'Å', motions: 1, outcomes: { ...count, ANSWERED: 1 } },
    ]);
    expect(figures.notes.join(' ')).toMatch(/en gång för varje parti/);
    const two = statistics({ ...year, from: '2025-01-01', motions });
    expect(two.outcomes.map((each) => [each.year, each.party])).toEqual([
      [2025, 'M'],
      [2026, 'M'],
      [2026, 'S'],
      [2026, 'Å'],
    ]);
  });

  it('count what was open at the end of each year', () => {
    const yearsEnds = [
      { year: 2025, motions: [open('2025-06-01')] },
      { year: 2026, motions },
    ];
    expect(statistics({ ...year, motions, yearsEnds }).openAtYearsEnd).toEqual([
      { year: 2025, open: 1 },
      { year: 2026, open: 2 },
    ]);
  });

  it('are a table of one figure to a line', () => {
    const yearsEnds = [{ year: 2026, motions }];
    const csv = writeCsv(statisticsColumns, statisticsLines(statistics({ ...year, motions, yearsEnds })));
    const lines = csv.slice(1).split('\r\n');
    expect(lines[0]).toBe('Mått;År;Parti;Värde');
    expect(lines).toContain('"Dagar till beslut, medelvärde";;;148,7');
    expect(lines).toContain('Utfall: olika beslut per att-sats;2026;S;1');
    expect(lines).toContain('Öppna vid årets slut;2026;;2');
    expect(lines).toContain('Av beslutade: andel inom ett år;;;0,6667');
    expect(lines.length).toBe(1 + 9 + 3 * 8 + 1 + 1);
  });

  it('are in the table under what they measure', () => {
    const table = statisticsLines(statistics({ ...year, motions }));
    expect(table.slice(0, 9).map(({ measure, value }) => [measure, value])).toEqual([
      ['Beslutade motioner', 3],
      ['Dagar till beslut, median', 50],
      ['Dagar till beslut, medelvärde', 148.7],
      ['Dagar till beslut, längst', 366],
      ['Av beslutade: beslutade inom ett år', 2],
      ['Av beslutade: andel inom ett år', 0.6667],
      ['Väckta, vars år har gått', 3],
      ['Av dem: beslutade inom ett år', 2],
      ['Av dem: andel inom ett år', 0.6667],
    ]);
    expect(table[9]).toEqual({ measure: 'Beslutade motioner', year: 2026, party: 'M', value: 1 });
  });

  it('take the first and the last day of the span in, and nothing after', () => {
    const span = (from: string, to: string) =>
      statistics({ ...year, from, to, motions }).timeToDecision.motions;
    expect(span('2026-01-31', '2026-02-20')).toBe(2);
    expect(span('2026-02-01', '2026-02-20')).toBe(1);
    expect(span('2026-01-31', '2026-02-19')).toBe(1);
  });

  it.each(['GRANTED', 'GRANTED_AMENDED', 'REJECTED', 'ANSWERED', 'WRITTEN_OFF', 'LAPSED', 'MIXED'] as const)(
    'count %s by itself (domain.md §6.2)',
    (outcome) => {
      const one = { raisedOn: '2026-01-01', parties: ['S'], decidedOn: '2026-03-01', outcome };
      const [found] = figuresOf([one], year).outcomes;
      expect(Object.entries(found?.outcomes ?? {}).filter(([, count]) => count > 0)).toEqual([[outcome, 1]]);
    },
  );

  it('keep to what they are described as, whatever was decided', () => {
    const some = fc.array(fc.tuple(fc.nat(500), fc.nat(900)), { maxLength: 8 });
    fc.assert(
      fc.property(some, (spans) => {
        const made = spans.map(([after, days]) => {
          const raisedOn = addDays('2024-01-01', after);
          return decidedMotion(raisedOn, addDays(raisedOn, days), ['GRANTED'], 'S');
        });
        const found = statistics({ ...year, from: '2024-01-01', to: '2028-12-31', motions: made });
        expect(statisticsView.parse(found)).toEqual(found);
        const { motions: n, medianDays = 0, meanDays = 0, maxDays = 0 } = found.timeToDecision;
        expect(n).toBe(made.length);
        expect(medianDays <= maxDays && meanDays <= maxDays).toBe(true);
        expect(found.decidedWithinAYear.within).toBe(
          spans.filter(([, days]) => days <= 365).length + leapDays(spans),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** Motions decided on day 366 of a year that had one: also within the year. */
const leapDays = (spans: readonly (readonly [number, number])[]) =>
  spans.filter(([after, days]) => {
    const raisedOn = addDays('2024-01-01', after);
    return days === 366 && addDays(raisedOn, 366).slice(5) === raisedOn.slice(5);
  }).length;
