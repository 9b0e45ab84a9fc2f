import type { OfficeChrome } from '../chrome.ts';
import { Day, Table } from '../components/lists.tsx';
import { Empty, Mark } from '../components/notice.tsx';
import { OfficePage } from '../layout.tsx';

export interface MyMotion {
  readonly href: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly state: string;
  readonly receivedOn: string | undefined;
  /** What waits for the reader in it. */
  readonly waits?: string | undefined;
}

interface MyMotionsProps {
  readonly chrome: OfficeChrome;
  readonly begin: string;
  readonly group: string | undefined;
  readonly drafts: readonly MyMotion[];
  readonly motions: readonly MyMotion[];
  readonly isMore: boolean;
}

const titleCell = ({ href, title, waits }: MyMotion) => (
  <>
    <a href={href}>{title}</a> {waits === undefined ? null : <Mark tone="warn">{waits}</Mark>}
  </>
);

/** What a member, or the secretary of a group, writes and has handed in. */
export const myMotionsPage = ({ chrome, begin, group, drafts, motions, isMore }: MyMotionsProps) => (
  <OfficePage title="Mina motioner" chrome={chrome}>
    <h1>Mina motioner</h1>
    <p class="lead">
      {group === undefined ? 'Dina egna utkast och motioner' : `Utkast och motioner i gruppen ${group}`}, och
      de som du står som undertecknare av.
    </p>
    <p>
      <a class="button first" href={begin}>
        Skriv en motion
      </a>
    </p>
    <h2>Utkast</h2>
    {drafts.length === 0 ? (
      <Empty>
        <p>Inga utkast. Det du börjar skriva sparas här, och bara ni som skriver ser det.</p>
      </Empty>
    ) : (
      <Table
        caption="Utkast"
        isCaptionUnseen
        rows={drafts}
        columns={[
          { label: 'Motion', cell: titleCell },
          { label: 'Läge', cell: ({ state }) => state },
        ]}
      />
    )}
    <h2>Inlämnade</h2>
    {motions.length === 0 ? (
      <Empty>
        <p>Ingen motion är inlämnad än. När den är det följer du den här, från diariet till beslutet.</p>
      </Empty>
    ) : (
      <Table
        caption="Inlämnade motioner"
        isCaptionUnseen
        rows={motions}
        columns={[
          { label: 'Motion', cell: titleCell },
          { label: 'Nummer', cell: ({ number }) => number ?? 'inte satt än' },
          {
            label: 'Inkom',
            cell: ({ receivedOn }) => (receivedOn === undefined ? '–' : <Day on={receivedOn} />),
          },
          { label: 'Läge', cell: ({ state }) => state },
        ]}
      />
    )}
    {isMore ? <p class="muted">Äldre motioner finns i det offentliga registret.</p> : null}
  </OfficePage>
);
