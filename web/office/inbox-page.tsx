import type { OfficeChrome } from '../chrome.ts';
import { Day, Table } from '../components/lists.tsx';
import { Empty, Mark } from '../components/notice.tsx';
import { OfficePage } from '../layout.tsx';

/** Something that waits for the registrar. */
export interface InboxItem {
  readonly caseHref: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly receivedOn: string | undefined;
  readonly dueOn: string;
  /** The page where it is done. */
  readonly action: { readonly href: string; readonly label: string };
}

/** What waits, of one kind. */
export interface InboxGroup {
  readonly heading: string;
  readonly items: readonly InboxItem[];
}

interface InboxProps {
  readonly chrome: OfficeChrome;
  readonly today: string;
  readonly groups: readonly InboxGroup[];
  readonly begin: readonly { readonly href: string; readonly label: string }[];
  readonly isMore: boolean;
}

const Group = ({ group, today }: { group: InboxGroup; today: string }) => (
  <Table
    caption={`${group.heading} (${group.items.length})`}
    rows={group.items}
    isLate={({ dueOn }) => dueOn < today}
    columns={[
      {
        label: 'Ärende',
        cell: ({ caseHref, number, title }) => (
          <a href={caseHref}>{number === undefined ? title : `${number} ${title}`}</a>
        ),
      },
      {
        label: 'Inkom',
        cell: ({ receivedOn }) => (receivedOn === undefined ? '–' : <Day on={receivedOn} />),
      },
      {
        label: 'Senast',
        cell: ({ dueOn }) => (
          <>
            <Day on={dueOn} /> {dueOn < today ? <Mark tone="bad">sen</Mark> : null}
          </>
        ),
      },
      { label: 'Att göra', cell: ({ action }) => <a href={action.href}>{action.label}</a> },
    ]}
  />
);

/** What waits for the registrar, the received first. */
export const inboxPage = ({ chrome, today, groups, begin, isMore }: InboxProps) => (
  <OfficePage title="Inkorg" chrome={chrome}>
    <h1>Inkorg</h1>
    <p class="row">
      {begin.map(({ href, label }) => (
        <a class="button" href={href}>
          {label}
        </a>
      ))}
    </p>
    {groups.length === 0 ? (
      <Empty>
        <p>
          Inget väntar. Motioner som kommer in, brev som ska godkännas och laga kraft att bekräfta visas här.
        </p>
      </Empty>
    ) : (
      groups.map((group) => <Group group={group} today={today} />)
    )}
    {isMore ? <p class="muted">Fler visas när de här är gjorda.</p> : null}
  </OfficePage>
);
