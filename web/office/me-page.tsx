import type { Child } from 'hono/jsx';
import type { OfficeChrome } from '../chrome.ts';
import { Day, Facts, Table } from '../components/lists.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';

/** A role as it was given. */
export interface GivenRole {
  readonly role: string;
  readonly from: string;
  readonly to: string | undefined;
  readonly isNow: boolean;
}

interface MePageProps {
  readonly chrome: OfficeChrome;
  readonly subject: string;
  readonly roles: readonly GivenRole[];
  readonly partyGroup: string | undefined;
  readonly unit: string | undefined;
  /** Why the person may not raise a motion today, or that he or she may; for elected representatives. */
  readonly mayRaise: string | undefined;
  /** What else the person can set. */
  readonly children?: Child;
}

/** Roles with the days between which they hold. */
export const RoleTable = ({ caption, roles }: { caption: string; roles: readonly GivenRole[] }) => (
  <Table
    caption={caption}
    rows={roles}
    columns={[
      { label: 'Roll', cell: ({ role }) => role },
      { label: 'Från och med', cell: ({ from }) => <Day on={from} /> },
      { label: 'Till och med', cell: ({ to }) => (to === undefined ? 'tills vidare' : <Day on={to} />) },
      { label: 'Gäller i dag', cell: ({ isNow }) => (isNow ? 'ja' : 'nej') },
    ]}
  />
);

/** My own page: who I am here, and where I am signed in. */
export const mePage = ({ chrome, subject, roles, partyGroup, unit, mayRaise, children }: MePageProps) => (
  <OfficePage title="Min sida" chrome={chrome}>
    <h1>{chrome.person.name}</h1>
    <Facts
      rows={[
        ['Inloggad som', subject],
        ['Partigrupp', partyGroup],
        ['Enhet', unit],
        ['Väcka motion', mayRaise],
      ]}
    />
    {roles.length === 0 ? (
      <p>Du har ingen roll än. En administratör ger roller.</p>
    ) : (
      <RoleTable caption="Mina roller" roles={roles} />
    )}
    <p class="muted">Är något fel? Säg till en administratör. Varje ändring antecknas.</p>
    {children}
    <h2>Logga ut</h2>
    <p>
      Har du loggat in på en annan dator, eller vet du inte var du är inloggad, kan du logga ut överallt på en
      gång.
    </p>
    <form method="post" action="/kontor/logga-ut-overallt">
      <Carried csrf={chrome.csrf} />
      <button type="submit">Logga ut överallt</button>
    </form>
  </OfficePage>
);
