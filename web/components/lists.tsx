import type { Child } from 'hono/jsx';

/** Labels and what they are. Those without a value are left out. */
export const Facts = ({
  rows,
}: {
  rows: readonly (readonly [label: string, value: Child | undefined])[];
}) => (
  <dl class="facts">
    {rows
      .filter(([, value]) => value !== undefined)
      .map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
  </dl>
);

/** A date, read as one by machines. */
export const Day = ({ on }: { on: string }) => (
  <time class="date" datetime={on}>
    {on}
  </time>
);

/** A sentence whose dates are not broken between lines. */
export const Dated = ({ text }: { text: string }) => (
  <>{text.split(/(\d{4}-\d{2}-\d{2})/).map((part, index) => (index % 2 === 1 ? <Day on={part} /> : part))}</>
);

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => Child;
  readonly isNumber?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  /** The caption is for those who do not see that a heading says the same. */
  readonly isCaptionUnseen?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly isLate?: (row: Row) => boolean;
}

/** A table that becomes a list on a phone. The first column names the row. */
export const Table = <Row,>({ caption, isCaptionUnseen, columns, rows, isLate }: TableProps<Row>) => (
  <div class="scroll">
    <table class="stack">
      <caption class={isCaptionUnseen === true ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, isNumber }) => (
            <th scope="col" class={isNumber === true ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class={isLate?.(row) === true ? 'late' : undefined}>
            {columns.map(({ label, cell, isNumber }) => (
              <td data-label={label} class={isNumber === true ? 'number' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Where in a list one is, and the way on; by a cursor there is no way back but the beginning. */
export const Pager = ({ next, first }: { next: string | undefined; first?: string | undefined }) =>
  next === undefined && first === undefined ? null : (
    <nav class="pager" aria-label="Sidor">
      {first === undefined ? <span></span> : <a href={first}>Till början</a>}
      {next === undefined ? <span></span> : <a href={next}>Nästa sida</a>}
    </nav>
  );

/** Where one is. The last is the page itself. */
export const Crumbs = ({ trail }: { trail: readonly (readonly [label: string, href: string])[] }) => (
  <nav class="crumbs" aria-label="Här är du">
    {trail.map(([label, href], index) => (
      <>
        {index === 0 ? null : ' / '}
        <a href={href}>{label}</a>
      </>
    ))}
  </nav>
);

/** A text in paragraphs as its writer made them. */
export const Prose = ({ text }: { text: string }) => (
  <div class="text">
    {text
      .split(/\n\s*\n/)
      .filter((each) => each.trim() !== '')
      .map((each) => (
        <p>{each.trim()}</p>
      ))}
  </div>
);
