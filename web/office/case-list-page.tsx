import type { OfficeChrome } from '../chrome.ts';
import { Day, Pager, Table } from '../components/lists.tsx';
import { Empty, Mark } from '../components/notice.tsx';
import { OfficePage } from '../layout.tsx';

/** A case in a list. */
export interface CaseListRow {
  readonly href: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly movers: readonly { readonly name: string; readonly party: string; readonly href: string }[];
  readonly status: string;
  readonly officer: string | undefined;
  /** The last day of the year in which the council should decide (KL 5:35), while it has not. */
  readonly year: { readonly on: string; readonly isPast: boolean } | undefined;
}

/** Where the list is taken from, and what of it is shown. */
export interface CaseListFilters {
  readonly year: number | undefined;
  readonly party: string;
  readonly state: 'alla' | 'oppna' | 'sena';
  readonly words: string;
  /** Somebody whose motions these are; by a link, not typed. */
  readonly signatory: { readonly memberId: string; readonly name: string } | undefined;
}

interface CaseListProps {
  readonly chrome: OfficeChrome;
  readonly filters: CaseListFilters;
  readonly rows: readonly CaseListRow[];
  readonly next: string | undefined;
  readonly first: string | undefined;
  /** Something to begin with, for whoever may. */
  readonly begin: readonly { readonly href: string; readonly label: string }[];
}

const states = { alla: 'Alla', oppna: 'Öppna', sena: 'Över ett år' } as const;

const Filters = ({ filters }: Pick<CaseListProps, 'filters'>) => (
  <form method="get" class="filters" aria-label="Välj ärenden">
    {filters.signatory === undefined ? null : (
      <input type="hidden" name="undertecknare" value={filters.signatory.memberId} />
    )}
    <div class="grid">
      <div>
        <label for="sok">Nummer, eller ord i titeln</label>
        <input type="search" id="sok" name="sok" value={filters.words} maxlength={200} />
      </div>
      <div>
        <label for="ar">Diariets år</label>
        <input type="number" id="ar" name="ar" value={filters.year} min="1900" max="2999" />
      </div>
      <div>
        <label for="parti">Parti</label>
        <input type="text" id="parti" name="parti" value={filters.party} maxlength={80} />
      </div>
      <div>
        <label for="lage">Läge</label>
        <select id="lage" name="lage">
          {Object.entries(states).map(([value, label]) => (
            <option value={value} selected={value === filters.state}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </div>
    <div class="row">
      <button type="submit" class="first">
        Visa
      </button>
      <a href="/kontor/arenden">Rensa</a>
    </div>
  </form>
);

const scopeOf = ({ year, party, signatory }: CaseListFilters): string => {
  const whose =
    signatory === undefined
      ? party === ''
        ? 'Registrerade motioner'
        : `Motioner av ${party}`
      : `Motioner undertecknade av ${signatory.name}`;
  return year === undefined ? whose : `${whose}, ${year}`;
};

const Movers = ({ movers }: Pick<CaseListRow, 'movers'>) => (
  <>
    {movers.map(({ name, party, href }, index) => (
      <>
        {index === 0 ? '' : ', '}
        <a href={href}>{name}</a>
        {party === '' ? '' : ` (${party})`}
      </>
    ))}
  </>
);

const YearEnd = ({ year }: Pick<CaseListRow, 'year'>) =>
  year === undefined ? (
    '–'
  ) : (
    <>
      <Day on={year.on} /> {year.isPast ? <Mark tone="bad">över ett år</Mark> : null}
    </>
  );

const Rows = ({ filters, rows }: Pick<CaseListProps, 'filters' | 'rows'>) => (
  <Table
    caption={scopeOf(filters)}
    rows={rows}
    isLate={({ year }) => year?.isPast === true}
    columns={[
      {
        label: 'Nummer',
        cell: ({ number, href }) => (
          <a class="date" href={href}>
            {number ?? 'Inte registrerad'}
          </a>
        ),
      },
      { label: 'Titel', cell: ({ title }) => title },
      {
        label: 'Undertecknare',
        cell: ({ movers }) => (movers.length === 0 ? '–' : <Movers movers={movers} />),
      },
      { label: 'Läge', cell: ({ status }) => status },
      { label: 'Handläggare', cell: ({ officer }) => officer ?? '–' },
      { label: 'Ett år', cell: ({ year }) => <YearEnd year={year} /> },
    ]}
  />
);

/** Cases by year, party or signatory, a page at a time. */
export const caseListPage = ({ chrome, filters, rows, next, first, begin }: CaseListProps) => (
  <OfficePage title="Ärenden" chrome={chrome}>
    <h1>Ärenden</h1>
    {begin.length === 0 ? null : (
      <p class="row">
        {begin.map(({ href, label }) => (
          <a class="button" href={href}>
            {label}
          </a>
        ))}
      </p>
    )}
    <Filters filters={filters} />
    {rows.length > 0 ? (
      <Rows filters={filters} rows={rows} />
    ) : (
      <Empty>
        <p>
          {next === undefined
            ? 'Inga ärenden motsvarar det du har valt. Ändra urvalet, till exempel året, eller rensa det.'
            : 'Inget motsvarar urvalet i den här delen av listan. Gå vidare till nästa del.'}
        </p>
      </Empty>
    )}
    <Pager next={next} first={first} />
  </OfficePage>
);
