import type { OfficeChrome } from '../chrome.ts';
import { Crumbs, Day, Facts, Pager, Table } from '../components/lists.tsx';
import { Empty, Mark, Notice } from '../components/notice.tsx';
import { OfficePage } from '../layout.tsx';
import { Log, type LogLine, type Way, Ways } from './register-parts.tsx';

interface MembersProps {
  readonly chrome: OfficeChrome;
  readonly members: readonly {
    readonly href: string;
    readonly name: string;
    readonly party: string;
    readonly office: string;
    readonly isProtected: boolean;
  }[];
  readonly next: string | undefined;
  readonly ways: readonly Way[];
}

/** The register of elected representatives. */
export const membersPage = ({ chrome, members, next, ways }: MembersProps) => (
  <OfficePage title="Förtroendevalda" chrome={chrome}>
    <h1>Förtroendevalda</h1>
    <Ways ways={ways} />
    {members.length === 0 ? (
      <Empty>
        <p>
          Registret är tomt. En administratör för in ledamöter och ersättare, en i taget eller från en tabell.
        </p>
      </Empty>
    ) : (
      <Table
        caption="Ledamöter, ersättare och regionråd"
        rows={members}
        columns={[
          {
            label: 'Namn',
            cell: ({ href, name, isProtected }) => (
              <>
                <a href={href}>{name}</a> {isProtected ? <Mark tone="warn">skyddade uppgifter</Mark> : null}
              </>
            ),
          },
          { label: 'Parti', cell: ({ party }) => party },
          { label: 'Uppdrag i dag', cell: ({ office }) => (office === '' ? 'inget' : office) },
        ]}
      />
    )}
    <Pager next={next} />
  </OfficePage>
);

interface MemberProps {
  readonly chrome: OfficeChrome;
  readonly name: string;
  readonly memberId: string;
  readonly email: string | undefined;
  readonly isProtected: boolean;
  readonly mayRaise: string;
  readonly noLettersFrom: string | undefined;
  readonly terms: readonly {
    readonly office: string;
    readonly from: string;
    readonly to: string | undefined;
  }[];
  readonly parties: readonly { readonly party: string; readonly from: string }[];
  readonly servingOn: readonly string[];
  readonly motions: Way;
  readonly log: readonly LogLine[];
  readonly ways: readonly Way[];
}

/** One elected representative, all dated. */
export const memberPage = (given: MemberProps) => {
  const { chrome, name, memberId, terms, parties, servingOn, ways, log, motions } = given;
  return (
    <OfficePage title={name} chrome={chrome}>
      <Crumbs trail={[['Förtroendevalda', '/kontor/fortroendevalda']]} />
      <h1>{name}</h1>
      {given.isProtected ? (
        <Notice tone="warn" title="Skyddade personuppgifter">
          <p>
            Namnet publiceras inte, och varje brev väntar på registratorns godkännande (OSL 21:3, 22:1–2).
          </p>
        </Notice>
      ) : null}
      <Ways ways={ways} />
      <Facts
        rows={[
          ['Id', memberId],
          ['E-post', given.email],
          ['Väcka motion i dag', given.mayRaise],
          ['Vill inte ha brev från', given.noLettersFrom && <Day on={given.noLettersFrom} />],
          ['Motioner', <a href={motions.href}>{motions.label}</a>],
        ]}
      />
      <Table
        caption="Uppdrag"
        rows={terms}
        columns={[
          { label: 'Uppdrag', cell: ({ office }) => office },
          { label: 'Från och med', cell: ({ from }) => <Day on={from} /> },
          { label: 'Till och med', cell: ({ to }) => (to === undefined ? 'tills vidare' : <Day on={to} />) },
        ]}
      />
      <Table
        caption="Parti"
        rows={parties}
        columns={[
          { label: 'Parti', cell: ({ party }) => party },
          { label: 'Från och med', cell: ({ from }) => <Day on={from} /> },
        ]}
      />
      {servingOn.length === 0 ? null : <p>Tjänstgör som ersättare: {servingOn.join(', ')}.</p>}
      <Log lines={log} />
    </OfficePage>
  );
};
