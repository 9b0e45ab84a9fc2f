import type { OfficeChrome } from '../chrome.ts';
import { Crumbs, Day, Facts, Pager, Table } from '../components/lists.tsx';
import { Empty, Mark, Notice } from '../components/notice.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';
import { type GivenRole, RoleTable } from './me-page.tsx';
import { Log, type LogLine, type Way, Ways } from './register-parts.tsx';

interface PeopleProps {
  readonly chrome: OfficeChrome;
  readonly people: readonly {
    readonly href: string;
    readonly name: string;
    readonly roles: string;
    readonly unit: string | undefined;
  }[];
  readonly next: string | undefined;
  readonly ways: readonly Way[];
  readonly invitations: readonly {
    readonly codeHash: string;
    readonly name: string;
    readonly roles: string;
    readonly invitedOn: string;
    readonly state: string;
    readonly isOpen: boolean;
  }[];
  readonly mayRevoke: boolean;
}

/** Everybody who signs in, and who has been invited to. */
export const peoplePage = ({ chrome, people, next, ways, invitations, mayRevoke }: PeopleProps) => (
  <OfficePage title="Personer" chrome={chrome}>
    <h1>Personer</h1>
    <Ways ways={ways} />
    <Table
      caption="De som kan logga in"
      rows={people}
      columns={[
        { label: 'Namn', cell: ({ href, name }) => <a href={href}>{name}</a> },
        {
          label: 'Roller i dag',
          cell: ({ roles }) => (roles === '' ? <Mark tone="warn">ingen</Mark> : roles),
        },
        { label: 'Enhet', cell: ({ unit }) => unit ?? '–' },
      ]}
    />
    <Pager next={next} />
    <h2>Inbjudningar</h2>
    {invitations.length === 0 ? (
      <Empty>
        <p>
          Ingen är inbjuden. Den som ska börja får en kod av en administratör och skriver den efter sin första
          inloggning.
        </p>
      </Empty>
    ) : (
      <Table
        caption="De senaste inbjudningarna"
        isCaptionUnseen
        rows={invitations}
        columns={[
          { label: 'Namn', cell: ({ name }) => name },
          { label: 'Roller', cell: ({ roles }) => roles },
          { label: 'Inbjuden', cell: ({ invitedOn }) => <Day on={invitedOn} /> },
          { label: 'Läge', cell: ({ state }) => state },
          {
            label: 'Åtgärd',
            cell: ({ codeHash, isOpen, name }) =>
              isOpen && mayRevoke ? (
                <form method="post" action="/kontor/inbjudan/aterta">
                  <Carried csrf={chrome.csrf} />
                  <input type="hidden" name="codeHash" value={codeHash} />
                  <button type="submit" class="small">
                    Återta<span class="unseen"> inbjudan till {name}</span>
                  </button>
                </form>
              ) : (
                '–'
              ),
          },
        ]}
      />
    )}
  </OfficePage>
);

/** The code of an invitation, shown once. */
export const invitedPage = ({
  chrome,
  name,
  code,
  signInAt,
  validTo,
}: {
  chrome: OfficeChrome;
  name: string;
  code: string;
  signInAt: string;
  validTo: string;
}) => (
  <OfficePage title="Inbjudan" chrome={chrome}>
    <Crumbs trail={[['Personer', '/kontor/personer']]} />
    <h1>{name} är inbjuden</h1>
    <Notice tone="good" title="Koden visas bara här">
      <p>
        <strong class="hash">{code}</strong>
      </p>
      <p>
        Lämna den till personen själv. Koden gäller en gång, till och med <Day on={validTo} />.
      </p>
    </Notice>
    <p>
      Personen loggar in på {signInAt} som vanligt och skriver sedan koden. Den första som använder koden blir
      den som du har bjudit in.
    </p>
  </OfficePage>
);

interface PersonProps {
  readonly chrome: OfficeChrome;
  readonly name: string;
  readonly subject: string;
  readonly member: Way | undefined;
  readonly partyGroup: string | undefined;
  readonly unit: string | undefined;
  readonly roles: readonly GivenRole[];
  readonly log: readonly LogLine[];
  readonly ways: readonly Way[];
}

/** One who signs in: with every role given and revoked, and by whom. */
export const personPage = (given: PersonProps) => {
  const { chrome, name, subject, member, partyGroup, unit, roles, log, ways } = given;
  return (
    <OfficePage title={name} chrome={chrome}>
      <Crumbs trail={[['Personer', '/kontor/personer']]} />
      <h1>{name}</h1>
      <Ways ways={ways} />
      <Facts
        rows={[
          ['Loggar in som', subject],
          ['Förtroendevald', member === undefined ? undefined : <a href={member.href}>{member.label}</a>],
          ['Partigrupp', partyGroup],
          ['Enhet', unit],
        ]}
      />
      <RoleTable caption="Roller" roles={roles} />
      <Log lines={log} />
    </OfficePage>
  );
};
