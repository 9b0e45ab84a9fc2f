import type { OfficeChrome } from '../chrome.ts';
import { Day, Table } from '../components/lists.tsx';
import { Empty, Mark } from '../components/notice.tsx';
import { OfficePage } from '../layout.tsx';

/** Something that waits for the person. */
export interface WorkItem {
  readonly href: string;
  /** What is to be done: "Registrera motionen". */
  readonly what: string;
  readonly dueOn: string;
  /** In which role. */
  readonly as: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly status: string;
}

interface WorkPageProps {
  readonly chrome: OfficeChrome;
  readonly today: string;
  readonly soon: string;
  readonly items: readonly WorkItem[];
  readonly isMore: boolean;
}

const Due = ({ item, today, soon }: { item: WorkItem; today: string; soon: string }) => (
  <>
    <Day on={item.dueOn} />{' '}
    {item.dueOn < today ? (
      <Mark tone="bad">sen</Mark>
    ) : item.dueOn <= soon ? (
      <Mark tone="warn">snart</Mark>
    ) : null}
  </>
);

const lateCount = (items: readonly WorkItem[], today: string) =>
  items.filter((item) => item.dueOn < today).length;

const summary = (items: readonly WorkItem[], today: string): string => {
  const late = lateCount(items, today);
  const all = items.length === 1 ? 'En sak väntar på dig.' : `${items.length} saker väntar på dig.`;
  return late === 0 ? all : `${all} ${late === 1 ? 'En' : late} har passerat sin dag.`;
};

/** What the person has to do, the latest first. */
export const workPage = ({ chrome, today, soon, items, isMore }: WorkPageProps) => (
  <OfficePage title="Mitt arbete" chrome={chrome}>
    <p class="over">
      {chrome.person.roles.join(', ')} · <Day on={today} />
    </p>
    <h1>Mitt arbete</h1>
    {items.length === 0 ? (
      <Empty>
        <p>Inget väntar på dig just nu. Du får en rad här när något behöver göras.</p>
      </Empty>
    ) : (
      <>
        <p class="lead">{summary(items, today)}</p>
        <Table
          caption="Att göra"
          isCaptionUnseen
          rows={items}
          isLate={(item) => item.dueOn < today}
          columns={[
            { label: 'Att göra', cell: (item) => <a href={item.href}>{item.what}</a> },
            { label: 'Motion', cell: (item) => item.title },
            { label: 'Nummer', cell: (item) => item.number ?? '–' },
            { label: 'Senast', cell: (item) => <Due item={item} today={today} soon={soon} /> },
            { label: 'Som', cell: (item) => item.as },
          ]}
        />
        {isMore ? <p class="muted">Fler uppgifter visas när de här är gjorda.</p> : null}
      </>
    )}
  </OfficePage>
);
