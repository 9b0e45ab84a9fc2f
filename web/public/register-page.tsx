import type { MoverName } from '../../domain/mover-names.ts';
import type { NextStep } from '../../domain/public-state.ts';
import { type Stage, stageNames, stages } from '../../domain/public-state.ts';
import type { Chrome } from '../chrome.ts';
import { Day, Table } from '../components/lists.tsx';
import { Empty, Mark, type Tone } from '../components/notice.tsx';
import { PublicPage } from '../layout.tsx';
import { moversShort } from './movers.tsx';
import { DayWords } from './next-step.tsx';
import { type RegisterQuestion, registerAddress, registerSorts } from './register-question.ts';

export interface RegisterRow {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly movers: readonly MoverName[];
  readonly receivedOn: string;
  readonly state: string;
  readonly tone: Tone | undefined;
  readonly next: NextStep | undefined;
  /** Undecided when a year has passed (KL 5:35). */
  readonly isOverdue: boolean;
  readonly unit: string | undefined;
}

export interface RegisterPage {
  readonly asked: RegisterQuestion;
  readonly rows: readonly RegisterRow[];
  readonly found: number;
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly perPage: number;
  readonly parties: readonly string[];
  readonly years: readonly number[];
}

const sortNames: Readonly<Record<(typeof registerSorts)[number], string>> = {
  nyast: 'Senast registrerade',
  aldst: 'Äldst först',
  nasta: 'Närmast på tur',
  titel: 'Rubrik, a till ö',
};

interface Choice {
  readonly value: string;
  readonly label: string;
}

const Select = ({
  name,
  label,
  chosen,
  all,
  choices,
}: {
  name: string;
  label: string;
  chosen: string | undefined;
  all?: string;
  choices: readonly Choice[];
}) => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {all === undefined ? null : <option value="">{all}</option>}
      {choices.map(({ value, label: words }) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </div>
);

const stageLabel = (stage: Stage): string => stages[stage].label;

const Filters = ({ asked, parties, years }: Pick<RegisterPage, 'asked' | 'parties' | 'years'>) => (
  <search aria-label="Sök bland motionerna">
    <form method="get" action="/" class="filters">
      <div class="grid">
        <div>
          <label for="sok">Sök ord, namn eller nummer</label>
          <input type="search" id="sok" name="sok" value={asked.sok} />
        </div>
        <Select
          name="lage"
          label="Läge"
          chosen={asked.lage}
          all="Alla lägen"
          choices={[
            { value: 'oppna', label: 'Alla som inte är beslutade' },
            ...stageNames.map((stage) => ({ value: stage, label: stageLabel(stage) })),
          ]}
        />
        <Select
          name="parti"
          label="Parti"
          chosen={asked.parti}
          all="Alla partier"
          choices={parties.map((party) => ({ value: party, label: party === '-' ? 'Utan parti' : party }))}
        />
        <Select
          name="ar"
          label="År"
          chosen={asked.ar === undefined ? undefined : String(asked.ar)}
          all="Alla år"
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          name="organ"
          label="Ligger hos"
          chosen={asked.organ}
          all="Alla"
          choices={[
            { value: 'fullmaktige', label: 'Fullmäktige' },
            { value: 'styrelsen', label: 'Styrelsen' },
          ]}
        />
        <Select
          name="sortera"
          label="Ordning"
          chosen={asked.sortera}
          choices={registerSorts.map((sort) => ({ value: sort, label: sortNames[sort] }))}
        />
      </div>
      <div class="choice">
        <input type="checkbox" id="forsenad" name="forsenad" value="ja" checked={asked.forsenad === 'ja'} />
        <label for="forsenad">Bara de som inte beslutats inom ett år</label>
      </div>
      <div class="row">
        <button type="submit" class="first">
          Visa
        </button>
        {isFiltered(asked) ? <a href="/">Visa alla motioner</a> : null}
      </div>
    </form>
  </search>
);

const isFiltered = ({ sida: _, ...asked }: RegisterQuestion): boolean =>
  registerAddress({ ...asked, sida: 1 }) !== '/';

const Rows = ({ rows, caption }: { rows: readonly RegisterRow[]; caption: string }) => (
  <Table
    caption={caption}
    isCaptionUnseen
    rows={rows}
    isLate={({ isOverdue }) => isOverdue}
    columns={[
      { label: 'Nummer', cell: ({ number }) => <span class="date">{number}</span> },
      { label: 'Rubrik', cell: ({ caseId, title }) => <a href={`/motioner/${caseId}`}>{title}</a> },
      { label: 'Motionärer', cell: ({ movers }) => moversShort(movers) },
      { label: 'Inkom', cell: ({ receivedOn }) => <Day on={receivedOn} /> },
      { label: 'Läge', cell: stateCell },
      { label: 'Nästa steg', cell: ({ next }) => <Next next={next} /> },
      { label: 'Svar bereds av', cell: ({ unit }) => unit ?? '–' },
    ]}
  />
);

const stateCell = ({ state, tone, isOverdue }: RegisterRow) => (
  <>
    <Mark tone={tone}>{state}</Mark>
    {isOverdue ? (
      <>
        {' '}
        <Mark tone="bad">över ett år</Mark>
      </>
    ) : null}
  </>
);

const Next = ({ next }: { next: NextStep | undefined }) =>
  next === undefined ? (
    <>Klart</>
  ) : (
    <>
      {next.what} <DayWords on={next.on} how={next.how} />
    </>
  );

const Pages = ({ asked, page, pages }: Pick<RegisterPage, 'asked' | 'page' | 'pages'>) => {
  const to = (sida: number) => registerAddress({ ...asked, sida });
  return pages === 1 ? null : (
    <nav class="pager" aria-label="Sidor">
      {page === 1 ? <span></span> : <a href={to(page - 1)}>Föregående sida</a>}
      <span>
        Sida {page} av {pages}
      </span>
      {page === pages ? <span></span> : <a href={to(page + 1)}>Nästa sida</a>}
    </nav>
  );
};

const motions = (count: number): string => (count === 1 ? '1 motion' : `${count} motioner`);

const countText = ({ found, all, page, perPage, rows }: RegisterPage): string => {
  if (found === 0) return `Ingen av ${motions(all)} stämmer med det du söker.`;
  const first = (page - 1) * perPage + 1;
  const of = found === all ? motions(all) : `${motions(found)} av ${all}`;
  return found <= perPage ? `${of}.` : `Visar ${first}–${first + rows.length - 1} av ${of}.`;
};

/** The party that is asked for, or all; those without a party cannot be followed apart. */
const Follow = ({ parti }: Pick<RegisterQuestion, 'parti'>) => {
  const party = parti === '-' ? undefined : parti;
  return (
    <p>
      <a href={party === undefined ? '/prenumerera' : `/prenumerera?parti=${encodeURIComponent(party)}`}>
        Få mejl om {party === undefined ? 'motioner' : `motioner från ${party}`}
      </a>
    </p>
  );
};

/** The register: every motion, to be searched and sorted by its address alone. */
export const registerPage = ({ chrome, ...given }: RegisterPage & { chrome: Chrome }) => (
  <PublicPage title="Motioner" chrome={chrome}>
    <h1>Motioner i {chrome.organisation.bodies.council}</h1>
    <p class="lead">
      Här står varje motion från att den har registrerats till att beslutet har vunnit laga kraft.
    </p>
    <Filters {...given} />
    {given.all === 0 ? (
      <Empty>
        <p>Ingen motion är registrerad än. En motion visas här så snart den har fått ett diarienummer.</p>
      </Empty>
    ) : (
      <>
        <p role="status">{countText(given)}</p>
        {given.rows.length === 0 ? (
          <Empty>
            <p>
              Pröva färre ord eller <a href="/">visa alla motioner</a>. En motion syns först när den har
              registrerats.
            </p>
          </Empty>
        ) : (
          <Rows rows={given.rows} caption={countText(given)} />
        )}
        <Pages {...given} />
        <Follow parti={given.asked.parti} />
      </>
    )}
  </PublicPage>
);
