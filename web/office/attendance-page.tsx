import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { Crumbs } from '../components/lists.tsx';
import { Empty, ErrorSummary, idOf } from '../components/notice.tsx';
import { type Choice, type Filled, firstOf } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';

interface Someone {
  readonly memberId: string;
  readonly name: string;
  readonly party: string;
}

export interface AttendancePageProps {
  readonly chrome: OfficeChrome;
  readonly trail: readonly (readonly [label: string, href: string])[];
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
  readonly commandId: string;
  readonly version: number;
  readonly parties: readonly { readonly party: string; readonly people: readonly Someone[] }[];
  readonly members: readonly Someone[];
  readonly substitutes: readonly Someone[];
  /** Former members, whose seat may stand empty. */
  readonly left: readonly Someone[];
  readonly mayBeRemote: boolean;
  readonly certifiers: readonly Choice[];
  readonly quorum: {
    readonly seats: number;
    readonly needed: number;
    readonly rule: string;
    readonly serving: number;
  };
  readonly home: string;
}

type Rows = Pick<AttendancePageProps, 'filled' | 'faults' | 'members' | 'left' | 'mayBeRemote'>;

/** A member is there or not; a substitute may be there and listen, so what is asked is who serves (KL 5:17, 6:17). */
const waysOf = (isSubstitute: boolean, mayBeRemote: boolean): readonly (readonly [string, string])[] => [
  ['ja', isSubstitute ? 'Tjänstgör' : 'Närvarande'],
  ...(mayBeRemote ? [['distans', isSubstitute ? 'Tjänstgör på distans' : 'På distans'] as const] : []),
  ['nej', isSubstitute ? 'Tjänstgör inte' : 'Frånvarande'],
];

const How = ({
  who,
  isSubstitute,
  filled,
  mayBeRemote,
}: Pick<Rows, 'filled' | 'mayBeRemote'> & { who: Someone; isSubstitute: boolean }) => {
  const name = `n.${who.memberId}`;
  const chosen = firstOf(filled, name) || 'nej';
  const ways = waysOf(isSubstitute, mayBeRemote);
  return (
    <>
      {ways.map(([value, label]) => (
        <td data-label={label}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            aria-label={`${who.name}: ${label}`}
          />
        </td>
      ))}
    </>
  );
};

const Row = ({
  who,
  isSubstitute,
  filled,
  faults,
  members,
  left,
  mayBeRemote,
}: Rows & { who: Someone; isSubstitute: boolean }) => {
  const spans = `p.${who.memberId}`;
  const place = `f.${who.memberId}`;
  const isWrong = (name: string) => (faults.some(({ field }) => field === name) ? 'true' : undefined);
  const mayBeFor = [
    ...members.map((each) => [each, ''] as const),
    ...left.map((each) => [each, 'tom plats efter '] as const),
  ];
  return (
    <tr>
      <th scope="row">
        {who.name}
        {isSubstitute ? ` (${who.party})` : ''}
      </th>
      <How who={who} isSubstitute={isSubstitute} filled={filled} mayBeRemote={mayBeRemote} />
      {isSubstitute ? (
        <td data-label="I stället för">
          <select
            id={idOf(place)}
            name={place}
            aria-label={`${who.name}: i stället för`}
            aria-invalid={isWrong(place)}
          >
            <option value="">–</option>
            {mayBeFor.map(([{ memberId, name, party }, before]) => (
              <option value={memberId} selected={firstOf(filled, place) === memberId}>
                {before}
                {name} ({party})
              </option>
            ))}
          </select>
        </td>
      ) : null}
      <td data-label="Paragrafer">
        <input
          id={idOf(spans)}
          class="brief"
          name={spans}
          value={firstOf(filled, spans)}
          aria-label={`${who.name}: paragrafer`}
          aria-invalid={isWrong(spans)}
          placeholder="alla"
          autocomplete="off"
        />
      </td>
    </tr>
  );
};

const Group = ({
  heading,
  people,
  isSubstitute,
  ...rows
}: Rows & { heading: string; people: readonly Someone[]; isSubstitute: boolean }) => (
  <div class="scroll" data-group>
    <table class="stack keyed">
      <caption>
        {heading} ({people.length}){' '}
        {isSubstitute ? null : (
          <>
            <button type="button" class="small" hidden data-set="ja">
              Alla närvarande<span class="unseen"> i {heading}</span>
            </button>{' '}
          </>
        )}
        <button type="button" class="small" hidden data-set="nej">
          {isSubstitute ? 'Ingen tjänstgör' : 'Alla frånvarande'}
          <span class="unseen"> i {heading}</span>
        </button>
      </caption>
      <thead>
        <tr>
          <th scope="col">Namn</th>
          {waysOf(isSubstitute, rows.mayBeRemote).map(([, label]) => (
            <th scope="col">{label}</th>
          ))}
          {isSubstitute ? <th scope="col">I stället för</th> : null}
          <th scope="col">Paragrafer</th>
        </tr>
      </thead>
      <tbody>
        {people.map((who) => (
          <Row who={who} isSubstitute={isSubstitute} {...rows} />
        ))}
      </tbody>
    </table>
  </div>
);

const Count = ({ quorum }: Pick<AttendancePageProps, 'quorum'>) => (
  <p class="notice" role="status">
    <strong>
      <span data-sum="ja distans">{quorum.serving}</span> tjänstgör.
    </strong>{' '}
    Mer än hälften av {quorum.seats} ska vara närvarande, minst {quorum.needed} ({quorum.rule}).
  </p>
);

const NoMembers = () => (
  <Empty>
    <p>
      Ingen ledamot är upplagd i organet. En administratör lägger in deras uppdrag. Till dess skrivs antalet
      närvarande vid varje ärende.
    </p>
  </Empty>
);

const AttendanceForm = (props: AttendancePageProps) => {
  const { chrome, filled, faults, parties, members, substitutes, left, mayBeRemote, certifiers } = props;
  const rows = { filled, faults, members, left, mayBeRemote };
  return (
    <form method="post" data-tally>
      <Carried csrf={chrome.csrf} commandId={props.commandId} version={props.version} />
      <div class="grid">
        <FieldInput
          field={{
            kind: 'select',
            name: 'chair',
            label: 'Ordförande',
            choices: members.map(({ memberId, name, party }) => ({
              value: memberId,
              label: `${name} (${party})`,
            })),
          }}
          filled={filled}
          faults={faults}
        />
      </div>
      {certifiers.length === 0 ? null : (
        <FieldInput
          field={{
            kind: 'several',
            name: 'certifiers',
            label: 'Justerare',
            isOptional: true,
            choices: certifiers,
          }}
          filled={filled}
          faults={faults}
        />
      )}
      <Count quorum={props.quorum} />
      {parties.map(({ party, people }) => (
        <Group
          heading={party === '-' ? 'Utan parti' : party}
          people={people}
          isSubstitute={false}
          {...rows}
        />
      ))}
      {substitutes.length === 0 ? null : (
        <Group heading="Ersättare" people={substitutes} isSubstitute {...rows} />
      )}
      <div class="row">
        <button type="submit" class="first">
          Spara närvaron
        </button>
        <button type="submit" name="steg" value="rakna">
          Räkna
        </button>
        <a class="button" href={props.home}>
          Avbryt
        </a>
      </div>
    </form>
  );
};

/** Who was at the meeting, from whom to whom, on one page. */
export const attendancePage = (props: AttendancePageProps) => {
  const { chrome, trail, faults, members } = props;
  const title = 'För närvaron';
  return (
    <OfficePage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <Crumbs trail={trail} />
      <h1>{title}</h1>
      <ErrorSummary faults={faults} />
      <p class="prose">
        Alla ledamöter står som närvarande; ändra dem som inte var det (KL 5:66, 6:35). Paragrafer lämnas tomt
        för hela sammanträdet: <em>41–</em> är från § 41, <em>–40</em> till och med § 40, <em>1–40, 45–</em>{' '}
        den som kom tillbaka. En ersättare förs upp bara när hon eller han tjänstgör, med den ledamot det är i
        stället för (KL 5:17, 6:17).
      </p>
      {members.length === 0 ? <NoMembers /> : <AttendanceForm {...props} />}
    </OfficePage>
  );
};
