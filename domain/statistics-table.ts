import { caseOutcome, outcomeName } from './outcome.ts';
import type { Statistics } from './statistics.ts';
import type { Column } from './write-csv.ts';

/** One figure as a line of the table: what of, which year and party, and the figure. */
export interface StatisticsLine {
  readonly measure: string;
  readonly year?: number | undefined;
  readonly party?: string | undefined;
  readonly value?: number | undefined;
}

/** The figures in the order of the report, one to a line. */
export const statisticsLines = (figures: Statistics): readonly StatisticsLine[] => {
  const { timeToDecision: time, decidedWithinAYear, raisedAndDecidedWithinAYear } = figures;
  return [
    { measure: 'Beslutade motioner', value: time.motions },
    { measure: 'Dagar till beslut, median', value: time.medianDays },
    { measure: 'Dagar till beslut, medelvärde', value: time.meanDays },
    { measure: 'Dagar till beslut, längst', value: time.maxDays },
    { measure: 'Av beslutade: beslutade inom ett år', value: decidedWithinAYear.within },
    { measure: 'Av beslutade: andel inom ett år', value: decidedWithinAYear.share },
    { measure: 'Väckta, vars år har gått', value: raisedAndDecidedWithinAYear.of },
    { measure: 'Av dem: beslutade inom ett år', value: raisedAndDecidedWithinAYear.within },
    { measure: 'Av dem: andel inom ett år', value: raisedAndDecidedWithinAYear.share },
    ...figures.outcomes.flatMap(({ year, party, motions, outcomes }) => [
      { measure: 'Beslutade motioner', year, party, value: motions },
      ...caseOutcome.options.map((each) => ({
        measure: `Utfall: ${outcomeName[each]}`,
        year,
        party,
        value: outcomes[each],
      })),
    ]),
    ...figures.openAtYearsEnd.map(({ year, open }) => ({
      measure: 'Öppna vid årets slut',
      year,
      value: open,
    })),
  ];
};

/** The statistics as a table. */
export const statisticsColumns: readonly Column<StatisticsLine>[] = [
  { heading: 'Mått', value: ({ measure }) => measure },
  { heading: 'År', value: ({ year }) => year },
  { heading: 'Parti', value: ({ party }) => party },
  { heading: 'Värde', value: ({ value }) => value },
];
