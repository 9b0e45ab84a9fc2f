import { type CaseOutcome, caseOutcome, outcomeName } from '../../domain/outcome.ts';
import { capitalised } from '../../domain/public-state.ts';
import type { PartyYear, Statistics } from '../../domain/statistics.ts';
import type { Chrome } from '../chrome.ts';
import { Facts, Table } from '../components/lists.tsx';
import { Empty } from '../components/notice.tsx';
import { PublicPage } from '../layout.tsx';
import { BarChart } from './bar-chart.tsx';

export interface StatisticsPage {
  readonly figures: Omit<Statistics, 'openAtYearsEnd'>;
  /** How long decided motions took: a span of months, and how many. */
  readonly times: readonly { readonly label: string; readonly motions: number }[];
  /** By the year they were raised: how many, and how many were decided within a year. */
  readonly raised: readonly { readonly year: number; readonly of: number; readonly within: number }[];
  /** The year whose outcomes are asked for; without one the last years are shown. */
  readonly year: number | undefined;
}

const yearsShown = 5;

const inPercent = (share: number | undefined): string =>
  share === undefined ? '–' : `${String(Math.round(share * 1000) / 10).replace('.', ',')} %`;

const days = (value: number | undefined): string =>
  value === undefined ? '–' : `${String(value).replace('.', ',')} dagar`;

const Times = ({ figures, times }: Pick<StatisticsPage, 'figures' | 'times'>) => {
  const { timeToDecision: time } = figures;
  return (
    <section aria-labelledby="tid">
      <h2 id="tid">Tid till beslut</h2>
      <Facts
        rows={[
          ['Beslutade motioner', String(time.motions)],
          ['Hälften inom', days(time.medianDays)],
          ['I genomsnitt', days(time.meanDays)],
          ['Längst', days(time.maxDays)],
        ]}
      />
      <BarChart
        title="Hur lång tid motionerna tog"
        bars={times.map(({ label, motions }) => ({ label, parts: [motions] }))}
      />
      <div class="prose">
        <Table
          caption="Hur lång tid motionerna tog"
          rows={times}
          columns={[
            { label: 'Tid till beslut', cell: ({ label }) => label },
            { label: 'Motioner', cell: ({ motions }) => motions, isNumber: true },
          ]}
        />
      </div>
    </section>
  );
};

const WithinAYear = ({ figures, raised }: Pick<StatisticsPage, 'figures' | 'raised'>) => (
  <section aria-labelledby="inom-ett-ar">
    <h2 id="inom-ett-ar">Beslutade inom ett år</h2>
    <p class="prose">
      Av de beslutade motionerna beslutades {inPercent(figures.decidedWithinAYear.share)} inom ett år.{' '}
      {raised.length === 0
        ? 'Ingen motions år har gått än.'
        : `Av dem vars år har gått, beslutade eller inte, är det ${inPercent(figures.raisedAndDecidedWithinAYear.share)}.`}
    </p>
    {raised.length === 0 ? null : (
      <>
        <BarChart
          title="Andel beslutade inom ett år, efter året motionen väcktes"
          unit=" %"
          bars={raised.map(({ year, of, within }) => ({
            label: String(year),
            parts: [Math.round((within / of) * 100)],
          }))}
        />
        <div class="prose">
          <Table
            caption="Motioner vars år har gått, efter året de väcktes"
            rows={raised}
            columns={[
              { label: 'Väcktes', cell: ({ year }) => year },
              { label: 'Motioner', cell: ({ of }) => of, isNumber: true },
              { label: 'Inom ett år', cell: ({ within }) => within, isNumber: true },
              {
                label: 'Andel',
                cell: ({ of, within }) => `${Math.round((within / of) * 100)} %`,
                isNumber: true,
              },
            ]}
          />
        </div>
      </>
    )}
  </section>
);

/** The same colour for an outcome in every year. None says that an outcome is better than another. */
const fillOf = (outcome: CaseOutcome): string => `p${caseOutcome.options.indexOf(outcome)}`;

const count = ({ outcomes }: PartyYear, outcome: CaseOutcome): number => outcomes[outcome] ?? 0;

const Legend = ({ outcomes }: { outcomes: readonly CaseOutcome[] }) => (
  <ul class="legend" aria-hidden="true">
    {outcomes.map((outcome) => (
      <li class={fillOf(outcome)}>{capitalised(outcomeName[outcome])}</li>
    ))}
  </ul>
);

const OfYear = ({ year, rows }: { year: number; rows: readonly PartyYear[] }) => {
  const used = caseOutcome.options.filter((outcome) => rows.some((row) => count(row, outcome) > 0));
  return (
    <>
      <h3>Beslut {year}</h3>
      <Legend outcomes={used} />
      <BarChart
        title={`Utfall per parti ${year}`}
        fills={used.map(fillOf)}
        bars={rows.map((row) => ({ label: row.party, parts: used.map((outcome) => count(row, outcome)) }))}
      />
      <Table
        caption={`Utfall per parti ${year}`}
        rows={rows}
        columns={[
          { label: 'Parti', cell: ({ party }) => party },
          { label: 'Motioner', cell: ({ motions }) => motions, isNumber: true },
          ...used.map((outcome) => ({
            label: capitalised(outcomeName[outcome]),
            cell: (row: PartyYear) => count(row, outcome),
            isNumber: true,
          })),
        ]}
      />
    </>
  );
};

/** The last years, or the one that is asked for; each other by its address. */
const Outcomes = ({ figures, year: asked }: Pick<StatisticsPage, 'figures' | 'year'>) => {
  const years = [...Map.groupBy(figures.outcomes, ({ year }) => year)].toReversed();
  const shown = asked === undefined ? years.slice(0, yearsShown) : years.filter(([year]) => year === asked);
  const others = years.filter((each) => !shown.includes(each));
  return (
    <section aria-labelledby="utfall">
      <h2 id="utfall">Utfall per parti och år</h2>
      {shown.map(([year, rows]) => (
        <OfYear year={year} rows={rows} />
      ))}
      {others.length === 0 ? null : (
        <nav class="row" aria-label="Andra år">
          <span>Andra år:</span>
          {others.map(([year]) => (
            <a href={`/statistik?ar=${year}#utfall`}>{year}</a>
          ))}
        </nav>
      )}
    </section>
  );
};

/** How motions have gone: the same figures drawn and in tables. */
export const statisticsPage = ({ chrome, ...given }: StatisticsPage & { chrome: Chrome }) => {
  const { figures } = given;
  return (
    <PublicPage title="Statistik" chrome={chrome}>
      <h1>Statistik</h1>
      <p class="lead">
        Hur lång tid motionerna tar och hur det går för dem, räknat på alla motioner i registret.
      </p>
      {figures.timeToDecision.motions === 0 && given.raised.length === 0 ? (
        <Empty>
          <p>Ingen motion är beslutad än. Siffrorna visas när fullmäktige har beslutat om den första.</p>
        </Empty>
      ) : (
        <>
          <Times {...given} />
          <WithinAYear {...given} />
          <Outcomes {...given} />
        </>
      )}
      <section aria-labelledby="rakning" class="prose">
        <h2 id="rakning">Så räknas det</h2>
        <ul>
          {figures.notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      </section>
    </PublicPage>
  );
};
