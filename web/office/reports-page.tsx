import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { Day, Table } from '../components/lists.tsx';
import { Empty, ErrorSummary } from '../components/notice.tsx';
import type { Field, Filled } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { OfficePage } from '../layout.tsx';

/** A report as a table: headings, and lines of cells; the first cell of a line may lead to its case. */
export interface ReportTable {
  readonly headings: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly lines: readonly {
    readonly href: string | undefined;
    readonly isLate: boolean;
    readonly cells: readonly string[];
  }[];
}

export interface ReportPageProps {
  readonly chrome: OfficeChrome;
  readonly title: string;
  readonly tabs: readonly { readonly href: string; readonly label: string; readonly isPresent: boolean }[];
  readonly fields: readonly Field[];
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
  readonly summary: string;
  readonly notes: readonly string[];
  readonly table: ReportTable;
  readonly csv: string;
}

const columnsOf = ({ headings }: ReportTable) =>
  headings.map(({ label, isNumber }, index) => ({
    label,
    isNumber,
    cell: ({ href, cells }: ReportTable['lines'][number]) => {
      const text = cells[index] || '–';
      if (index === 0 && href !== undefined) return <a href={href}>{text}</a>;
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? <Day on={text} /> : text;
    },
  }));

/** A report for the days asked for, as a table and as a file. */
export const reportPage = (props: ReportPageProps) => {
  const { chrome, title, tabs, fields, filled, faults, summary, notes, table, csv } = props;
  return (
    <OfficePage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <h1>{title}</h1>
      <nav aria-label="Rapporter">
        <ul class="tabs">
          {tabs.map(({ href, label, isPresent }) => (
            <li>
              <a href={href} aria-current={isPresent ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ErrorSummary faults={faults} />
      <form method="get" class="row end">
        {fields.map((field) => (
          <FieldInput field={field} filled={filled} faults={faults} />
        ))}
        <button type="submit">Visa</button>
      </form>
      <p class="lead">{summary}</p>
      {table.lines.length === 0 ? (
        <Empty>
          <p>Inget att visa för de här dagarna. Välj andra dagar ovan.</p>
        </Empty>
      ) : (
        <>
          <p>
            <a href={csv}>Hämta hela tabellen som fil (CSV)</a>
          </p>
          <Table
            caption={title}
            isCaptionUnseen
            rows={table.lines}
            isLate={({ isLate }) => isLate}
            columns={columnsOf(table)}
          />
        </>
      )}
      {notes.length === 0 ? null : (
        <ul class="muted">
          {notes.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      )}
    </OfficePage>
  );
};
