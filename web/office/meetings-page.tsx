import { capitalised } from '../../domain/public-state.ts';
import type { OfficeChrome } from '../chrome.ts';
import { Day, Table } from '../components/lists.tsx';
import { Empty, Mark, type Tone } from '../components/notice.tsx';
import { OfficePage } from '../layout.tsx';

/** One meeting in the year's list. */
export interface MeetingLine {
  readonly href: string;
  readonly body: string;
  readonly date: string;
  readonly weekday: string;
  readonly startsAt: string | undefined;
  readonly place: string | undefined;
  readonly status: string;
  readonly isCancelled: boolean;
  readonly matters: number;
  /** What is to be seen to: that the summons or the announcement is late or missing. */
  readonly warning: string | undefined;
  readonly isLate: boolean;
}

interface MeetingsPageProps {
  readonly chrome: OfficeChrome;
  readonly year: number;
  readonly months: readonly { readonly name: string; readonly meetings: readonly MeetingLine[] }[];
  readonly mayKeep: boolean;
}

const toneOf = ({ isCancelled }: MeetingLine): Tone | undefined => (isCancelled ? 'bad' : undefined);

const Month = ({ name, meetings }: MeetingsPageProps['months'][number]) => (
  <section aria-labelledby={`manad-${name}`}>
    <h2 id={`manad-${name}`}>{capitalised(name)}</h2>
    <Table
      caption={`Sammanträden i ${name}`}
      isCaptionUnseen
      rows={meetings}
      isLate={({ isLate }) => isLate}
      columns={[
        {
          label: 'Sammanträde',
          cell: ({ href, body, date }) => (
            <a href={href}>
              {body} <Day on={date} />
            </a>
          ),
        },
        {
          label: 'När',
          cell: ({ weekday, startsAt }) => (startsAt === undefined ? weekday : `${weekday} ${startsAt}`),
        },
        { label: 'Plats', cell: ({ place }) => place ?? '–' },
        { label: 'Ärenden', isNumber: true, cell: ({ matters }) => String(matters) },
        {
          label: 'Läge',
          cell: (line) => (
            <>
              <Mark tone={toneOf(line)}>{line.status}</Mark>{' '}
              {line.warning === undefined ? null : (
                <Mark tone={line.isLate ? 'warn' : undefined}>{line.warning}</Mark>
              )}
            </>
          ),
        },
      ]}
    />
  </section>
);

/** A year's meetings of both bodies, month by month. */
export const meetingsPage = ({ chrome, year, months, mayKeep }: MeetingsPageProps) => (
  <OfficePage title={`Sammanträden ${year}`} chrome={chrome}>
    <h1>Sammanträden {year}</h1>
    <nav class="row" aria-label="År">
      <a href={`?ar=${year - 1}`}>{year - 1}</a>
      <a href={`?ar=${year + 1}`}>{year + 1}</a>
      <a href="/kontor/protokoll">Protokoll</a>
    </nav>
    {mayKeep ? (
      <div class="row">
        <a class="button first" href="/kontor/sammantraden/nytt">
          Lägg in ett sammanträde
        </a>
        <a class="button" href="/kontor/sammantraden/las-in">
          Läs in en kalender
        </a>
      </div>
    ) : null}
    {months.length === 0 ? (
      <Empty>
        <p>
          Inga sammanträden är inlagda för {year}.{' '}
          {mayKeep
            ? 'Lägg in dem ett i taget, eller läs in årets kalender.'
            : 'Styrelsens och fullmäktiges sekreterare lägger in dem.'}
        </p>
      </Empty>
    ) : (
      <div class="year">
        {months.map((month) => (
          <Month {...month} />
        ))}
      </div>
    )}
  </OfficePage>
);
