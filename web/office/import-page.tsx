import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { Crumbs, Table } from '../components/lists.tsx';
import { ErrorSummary, idOf, Mark, Notice } from '../components/notice.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';

/** What came of a row of the table. */
export interface ImportLine {
  readonly row: number;
  readonly outcome: 'done' | 'warning' | 'problem';
  readonly sentence: string;
  readonly href: string | undefined;
}

interface ImportProps {
  readonly chrome: OfficeChrome;
  readonly trail: readonly (readonly [label: string, href: string])[];
  readonly title: string;
  readonly lead: string;
  /** Headings that the table can have; those with a star are needed. */
  readonly columns: string;
  readonly content: string;
  readonly commandId: string;
  readonly faults: readonly FieldFault[];
  readonly report:
    | {
        readonly lines: readonly ImportLine[];
        /** Tried only, brought in, or stopped by what is wrong. */
        readonly came: 'tried' | 'imported' | 'stopped';
      }
    | undefined;
}

const marks = {
  done: <Mark tone="good">går bra</Mark>,
  warning: <Mark tone="warn">se på</Mark>,
  problem: <Mark tone="bad">fel</Mark>,
} as const;

const outcomes = {
  tried: ['good', 'Tabellen går att läsa in', 'Inget är infört än. Läs igenom raderna och för in dem.'],
  imported: ['good', 'Tabellen är inläst', 'Alla rader är införda.'],
  stopped: ['bad', 'Inget är infört', 'Rätta raderna med fel i tabellen och läs in den igen.'],
} as const;

const Report = ({ report }: { report: NonNullable<ImportProps['report']> }) => {
  const [tone, title, sentence] = outcomes[report.came];
  return (
    <>
      <Notice tone={tone} title={title}>
        <p>{sentence}</p>
      </Notice>
      <Table
        caption="Rad för rad"
        rows={report.lines}
        columns={[
          { label: 'Rad', cell: ({ row }) => (row === 0 ? 'hela' : row), isNumber: true },
          { label: 'Utfall', cell: ({ outcome }) => marks[outcome] },
          { label: 'Vad', cell: ({ sentence: said }) => said },
          { label: 'Ärende', cell: ({ href }) => (href === undefined ? '–' : <a href={href}>Öppna</a>) },
        ]}
      />
    </>
  );
};

const Confirm = ({ chrome, content, commandId }: Pick<ImportProps, 'chrome' | 'content' | 'commandId'>) => (
  <form method="post">
    <Carried csrf={chrome.csrf} commandId={commandId} />
    <input type="hidden" name="content" value={content} />
    <div class="row">
      <button type="submit" class="first" name="steg" value="bekrafta">
        För in raderna
      </button>
    </div>
  </form>
);

const Upload = ({ chrome, content, commandId, columns, faults }: ImportProps) => {
  const fault = faults.find(({ field }) => field === 'content');
  return (
    <form method="post" enctype="multipart/form-data" class="sheet" novalidate>
      <Carried csrf={chrome.csrf} commandId={commandId} />
      <div class="field">
        <label for="fil">Fil från kalkylprogrammet (CSV)</label>
        <p class="hint" id="fil-hint">
          Första raden är rubriker. {columns}
        </p>
        <input
          type="file"
          id="fil"
          name="fil"
          accept=".csv,text/csv,text/plain"
          aria-describedby="fil-hint"
        />
      </div>
      <div class="field">
        <label for={idOf('content')}>Eller klistra in tabellen här</label>
        {fault === undefined ? null : <p class="fault">{fault.message}</p>}
        <textarea id={idOf('content')} name="content" class="tall" spellcheck={false}>
          {content === '' ? '' : `\n${content}`}
        </textarea>
      </div>
      <div class="row">
        <button type="submit" class="first">
          Pröva tabellen
        </button>
      </div>
    </form>
  );
};

/** A table is brought in: tried first, told row by row, then for real. */
export const importPage = (props: ImportProps) => {
  const { chrome, trail, title, lead, faults, report } = props;
  return (
    <OfficePage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <Crumbs trail={trail} />
      <h1>{title}</h1>
      <ErrorSummary faults={faults} />
      <div class="prose">
        <p>{lead}</p>
      </div>
      {report === undefined ? null : <Report report={report} />}
      {report?.came === 'tried' ? <Confirm {...props} /> : null}
      {report?.came === 'imported' ? null : <Upload {...props} />}
    </OfficePage>
  );
};
