import { Table } from '../components/lists.tsx';

/** A way on. */
export interface Way {
  readonly href: string;
  readonly label: string;
}

/** One change, as the log has it. */
export interface LogLine {
  readonly version: number;
  readonly what: readonly string[];
  readonly who: string;
  readonly at: string;
}

/** What can be done here, as buttons. */
export const Ways = ({ ways }: { ways: readonly Way[] }) =>
  ways.length === 0 ? null : (
    <p class="row">
      {ways.map(({ href, label }) => (
        <a class="button" href={href}>
          {label}
        </a>
      ))}
    </p>
  );

/** What has been changed, by whom and when. */
export const Log = ({ lines }: { lines: readonly LogLine[] }) => (
  <Table
    caption="Vad som har ändrats"
    rows={lines}
    columns={[
      { label: 'Nr', cell: ({ version }) => version, isNumber: true },
      {
        label: 'Ändring',
        cell: ({ what }) =>
          what.map((each, index) => (
            <>
              {index === 0 ? null : <br />}
              {each}
            </>
          )),
      },
      { label: 'Av', cell: ({ who }) => who },
      { label: 'När', cell: ({ at }) => <span class="date">{at}</span> },
    ]}
  />
);
