import { idOf } from '../components/notice.tsx';
import { type Choice, type Filled, firstOf } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { claimChoices, More, Numbered, numbers, WhichClauses } from './dealing-claims.tsx';
import type { DealingForm, PartyOfVoters } from './dealing-props.ts';

const ways = [
  ['yes', 'Ja'],
  ['no', 'Nej'],
  ['abstain', 'Avstår'],
] as const;

const Ballot = ({ name, who, filled }: { name: string; who: string; filled: Filled }) => (
  <tr>
    <th scope="row">{who}</th>
    {ways.map(([value, label]) => (
      <td data-label={label}>
        <input
          type="radio"
          name={name}
          value={value}
          checked={firstOf(filled, name) === value}
          aria-label={`${who}: ${label}`}
        />
      </td>
    ))}
  </tr>
);

/** The whole party at once: a button where scripts run, else a choice that holds for those who are not keyed. */
const WholeParty = ({ name, party, filled }: { name: string; party: string; filled: Filled }) => (
  <>
    {ways.map(([value, label]) => (
      <>
        <button type="button" class="small" hidden data-set={value}>
          Hela partiet: {label.toLowerCase()}
          <span class="unseen"> för {party}</span>
        </button>{' '}
      </>
    ))}
    <noscript>
      <label for={idOf(name)}>Hela {party}, utom dem som är ifyllda</label>
      <select id={idOf(name)} name={name}>
        <option value="">–</option>
        {ways.map(([value, label]) => (
          <option value={value} selected={firstOf(filled, name) === value}>
            {label}
          </option>
        ))}
      </select>
    </noscript>
  </>
);

const PartyVotes = ({ at, party, filled }: { at: string; party: PartyOfVoters; filled: Filled }) => (
  <div class="scroll" data-group>
    <table class="keyed">
      <caption>
        {party.party} ({party.people.length})
        <br />
        <WholeParty name={`${at}.parti.${party.party}`} party={party.party} filled={filled} />
      </caption>
      <thead>
        <tr>
          <th scope="col">Namn</th>
          {ways.map(([, label]) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {party.people.map(({ memberId, name }) => (
          <Ballot name={`${at}.v.${memberId}`} who={name} filled={filled} />
        ))}
      </tbody>
    </table>
  </div>
);

const countOf = (filled: Filled, at: string, value: string) =>
  Object.entries(filled).filter(([name, [given]]) => name.startsWith(`${at}.v.`) && given === value).length;

const Vote = ({ at, form }: { at: string; form: DealingForm }) => {
  const { filled, parties, faults } = form;
  return (
    <div data-vote>
      <p class="notice" role="status">
        {ways.map(([value, label], index) => (
          <>
            {index === 0 ? '' : ', '}
            <strong data-sum={value}>{countOf(filled, at, value)}</strong> {label.toLowerCase()}
          </>
        ))}
        . <span data-winner></span> Enkel majoritet avgör; vid lika röstetal ordförandens utslagsröst (KL
        5:55–56).
      </p>
      <div class="grid">
        {parties.map((party) => (
          <PartyVotes at={at} party={party} filled={filled} />
        ))}
      </div>
      <FieldInput
        field={{
          kind: 'select',
          name: `${at}.casting`,
          label: 'Utslagsröst',
          hint: 'Bara vid lika röstetal (KL 5:56).',
          isOptional: true,
          empty: 'ingen',
          choices: [
            { value: 'yes', label: 'ja' },
            { value: 'no', label: 'nej' },
          ],
        }}
        filled={filled}
        faults={faults}
      />
    </div>
  );
};

const methods: readonly Choice[] = [
  { value: 'acclamation', label: 'acklamation' },
  { value: 'recorded-vote', label: 'omröstning' },
  { value: 'among', label: 'acklamation bland alla förslag' },
];

const Round = ({ at, label, form }: { at: string; label: string; form: DealingForm }) => {
  const { filled, faults } = form;
  const claims = claimChoices(form);
  const no = { value: 'nej', label: 'nej till det' };
  return (
    <div>
      <h3>{label}</h3>
      <div class="grid">
        <FieldInput
          field={{ kind: 'select', name: `${at}.yes`, label: 'Ja betyder', choices: claims, empty: 'Inget' }}
          filled={filled}
          faults={faults}
        />
        <FieldInput
          field={{
            kind: 'select',
            name: `${at}.no`,
            label: 'Nej betyder',
            choices: [no, ...claims],
            empty: 'nej till det',
          }}
          filled={filled}
          faults={faults}
        />
        <FieldInput
          field={{
            kind: 'select',
            name: `${at}.method`,
            label: 'Hur',
            choices: methods,
            empty: 'acklamation',
          }}
          filled={filled}
          faults={faults}
        />
        <FieldInput
          field={{
            kind: 'select',
            name: `${at}.carried`,
            label: 'Vann',
            choices: [...claims, no],
            empty: 'det som ja betyder, eller det rösterna gav',
          }}
          filled={filled}
          faults={faults}
        />
      </div>
      {firstOf(filled, `${at}.method`) === 'recorded-vote' ? <Vote at={at} form={form} /> : null}
    </div>
  );
};

const PropositionRow = ({ no, rounds, form }: { no: number; rounds: number; form: DealingForm }) => (
  <Numbered name={`p.${no}`} legend={`Proposition ${no}`} faults={form.faults}>
    <WhichClauses
      name={`p.${no}.about`}
      label="Avgör att-satserna"
      hint="Inga valda är de som yrkandena har gemensamt."
      clauses={form.clauses}
      filled={form.filled}
    />
    {numbers(rounds).map((round) => (
      <Round
        at={`p.${no}.r.${round}`}
        label={
          rounds === 1
            ? 'Huvudproposition'
            : round === rounds
              ? 'Huvudförslaget mot det som står kvar'
              : `Motförslag, omgång ${round}`
        }
        form={form}
      />
    ))}
    <p class="row">
      <More what={`p.${no}.r`} label="En omgång till" />
      <button type="submit" name="steg" value="rakna" class="small">
        Visa röstlistan vid omröstning
      </button>
    </p>
  </Numbered>
);

/** How the claims were put, and how each voted (KL 5:53–56, 5:67 p. 2–3, 5). */
export const Propositions = ({ form }: { form: DealingForm }) => (
  <section aria-labelledby="propositioner">
    <h2 id="propositioner">Propositioner</h2>
    <p class="hint">
      Varje fråga besvaras med ja eller nej (KL 5:53). Med flera förslag ställs motförslagen mot varandra
      först och huvudförslaget sist. Ställs förslagen i stället var för sig mot nej, är varje förslag en
      omgång, och det första som får ja vinner.
    </p>
    {form.rows.propositions.map(({ rounds }, index) => (
      <PropositionRow no={index + 1} rounds={rounds} form={form} />
    ))}
    <p>
      <More what="p" label="En proposition till" />
    </p>
  </section>
);
