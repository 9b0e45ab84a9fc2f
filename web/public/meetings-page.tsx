import { meetingStand } from '../../domain/meeting.ts';
import type { PublicMeeting } from '../../domain/public-meeting.ts';
import { capitalised } from '../../domain/public-state.ts';
import type { Chrome } from '../chrome.ts';
import { Day, Table } from '../components/lists.tsx';
import { Empty, Mark } from '../components/notice.tsx';
import { PublicPage } from '../layout.tsx';

export interface MeetingRow {
  readonly body: PublicMeeting['body'];
  readonly date: string;
  readonly meeting?: PublicMeeting | undefined;
  readonly motions: readonly {
    readonly caseId: string;
    readonly number: string;
    readonly title: string;
    readonly isWithdrawn?: boolean | undefined;
  }[];
}

export interface MeetingsPage {
  readonly year: number;
  /** Years that have meetings. */
  readonly years: readonly number[];
  readonly rows: readonly MeetingRow[];
  readonly today: string;
}

/** The motions of a meeting, as links. */
export const MotionLinks = ({ motions }: Pick<MeetingRow, 'motions'>) =>
  motions.length === 0 ? (
    <>Inga motioner</>
  ) : (
    <ul class="plain">
      {motions.map(({ caseId, number, title, isWithdrawn }) => (
        <li>
          {number} <a href={`/motioner/${caseId}`}>{title}</a>
          {isWithdrawn === true ? ' (återtagen)' : null}
        </li>
      ))}
    </ul>
  );

const stateOf = ({ meeting, date }: MeetingRow, today: string) => {
  const stand = meetingStand({ status: meeting?.status, date }, today);
  if (meeting?.status === 'Cancelled') return <Mark tone="bad">{stand}</Mark>;
  return date < today || meeting?.announcedOn === undefined ? (
    stand
  ) : (
    <>
      kungjort <Day on={meeting.announcedOn} />
    </>
  );
};

const whenAndWhere = ({ meeting }: MeetingRow): string =>
  [meeting?.startsAt === undefined ? undefined : `kl. ${meeting.startsAt}`, meeting?.place]
    .filter((each) => each !== undefined)
    .join(', ');

const Years = ({ year, years }: Pick<MeetingsPage, 'year' | 'years'>) => (
  <nav aria-label="År">
    <ul class="tabs">
      {years.map((each) => (
        <li>
          <a href={`/sammantraden?ar=${each}`} aria-current={each === year ? 'page' : undefined}>
            {each}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const nameIn = (chrome: Chrome, body: MeetingRow['body']) => capitalised(chrome.organisation.bodies[body]);

/** The meetings of both bodies in a year, and the motions at each. */
export const meetingsPage = ({ chrome, ...given }: MeetingsPage & { chrome: Chrome }) => {
  const { year, rows, today } = given;
  const anchors = new Set<string>();
  const anchorOf = ({ body, date }: MeetingRow) => {
    const id = `${body}-${date}`;
    if (anchors.has(id)) return undefined;
    anchors.add(id);
    return id;
  };
  return (
    <PublicPage title={`Sammanträden ${year}`} chrome={chrome}>
      <h1>Sammanträden {year}</h1>
      <p class="lead">
        När {chrome.organisation.bodies.council} och {chrome.organisation.bodies.board} sammanträder, och
        vilka motioner som tas upp.
      </p>
      <Years {...given} />
      {rows.length === 0 ? (
        <Empty>
          <p>Inga sammanträden är inlagda för {year}. De visas här när sekreteraren har planerat dem.</p>
        </Empty>
      ) : (
        <Table
          caption={`Sammanträden ${year}`}
          isCaptionUnseen
          rows={rows}
          columns={[
            {
              label: 'Dag',
              cell: (row) => (
                <span id={anchorOf(row)}>
                  <Day on={row.date} />
                </span>
              ),
            },
            { label: 'Organ', cell: ({ body }) => nameIn(chrome, body) },
            { label: 'Tid och plats', cell: (row) => whenAndWhere(row) || '–' },
            { label: 'Läge', cell: (row) => stateOf(row, today) },
            { label: 'Motioner', cell: (row) => <MotionLinks motions={row.motions} /> },
          ]}
        />
      )}
      <p class="prose">
        <small>
          En motion visas vid ett sammanträde när den har satts upp på dagordningen. Fullmäktiges sammanträden
          är offentliga (5 kap. 42 § kommunallagen); styrelsens är stängda om inte fullmäktige har bestämt
          annat (6 kap. 25 §).
        </small>
      </p>
    </PublicPage>
  );
};
