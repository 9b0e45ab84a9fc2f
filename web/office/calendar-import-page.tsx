import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { Crumbs, Table } from '../components/lists.tsx';
import { ErrorSummary, Notice } from '../components/notice.tsx';
import { type Filled, firstOf } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';

/** What came of one row. */
export interface ImportLine {
  readonly row: number;
  readonly meetingId: string | undefined;
  readonly what: string;
}

interface CalendarImportPageProps {
  readonly chrome: OfficeChrome;
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
  readonly commandId: string;
  readonly report: { readonly imported: boolean; readonly lines: readonly ImportLine[] } | undefined;
}

const formats = [
  { value: 'csv', label: 'Tabell (CSV) med kolumnerna organ, datum, tid, plats, handlingar senast' },
  { value: 'ics', label: 'Kalenderfil (iCalendar, .ics)' },
];

const Report = ({ imported, lines }: NonNullable<CalendarImportPageProps['report']>) => (
  <>
    <Notice
      tone={imported ? 'good' : 'bad'}
      title={imported ? 'Kalendern är inläst' : 'Inget lästes in: rätta raderna och skicka igen'}
    />
    <Table
      caption="Rad för rad"
      rows={lines}
      columns={[
        { label: 'Rad', cell: ({ row }) => (row === 0 ? 'Hela filen' : String(row)) },
        { label: 'Vad som hände', cell: ({ what }) => what },
        {
          label: 'Sammanträde',
          cell: ({ meetingId }) =>
            meetingId === undefined ? '–' : <a href={`/kontor/sammantraden/${meetingId}`}>{meetingId}</a>,
        },
      ]}
    />
  </>
);

/** A calendar is read in whole or not at all; what was pasted stays until it is right. */
export const calendarImportPage = ({
  chrome,
  filled,
  faults,
  commandId,
  report,
}: CalendarImportPageProps) => (
  <OfficePage title={faults.length === 0 ? 'Läs in en kalender' : 'Fel: Läs in en kalender'} chrome={chrome}>
    <Crumbs trail={[['Sammanträden', '/kontor/sammantraden']]} />
    <h1>Läs in en kalender</h1>
    <ErrorSummary faults={faults} />
    {report === undefined ? null : <Report {...report} />}
    {report?.imported === true ? (
      <p>
        <a class="button first" href="/kontor/sammantraden">
          Till sammanträdena
        </a>
      </p>
    ) : (
      <form method="post" class="sheet" enctype="multipart/form-data">
        <Carried csrf={chrome.csrf} commandId={commandId} />
        <FieldInput
          field={{ kind: 'choice', name: 'format', label: 'Vad är det för fil?', choices: formats }}
          filled={filled}
          faults={faults}
        />
        <div class="field">
          <label for="f-fil">Fil (valfritt)</label>
          <p class="hint">Eller klistra in innehållet nedan.</p>
          <input id="f-fil" name="fil" type="file" accept=".csv,.ics,text/csv,text/calendar" />
        </div>
        <div class="field">
          <label for="f-content">Innehåll</label>
          <textarea id="f-content" name="content" class="tall">
            {firstOf(filled, 'content') === '' ? '' : `\n${firstOf(filled, 'content')}`}
          </textarea>
        </div>
        <div class="row">
          <button type="submit" class="first">
            Läs in
          </button>
          <a class="button" href="/kontor/sammantraden">
            Avbryt
          </a>
        </div>
      </form>
    )}
  </OfficePage>
);
