import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { Crumbs, Day, Prose } from '../components/lists.tsx';
import { ErrorSummary, Mark, Notice } from '../components/notice.tsx';
import type { Filled } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';
import { type TextConflict, TwoTexts } from './two-texts.tsx';

/** A member who can be named, or is. */
export interface SignatoryChoice {
  readonly memberId: string;
  readonly name: string;
  readonly party: string;
  readonly isChosen: boolean;
  readonly hasApproved: boolean;
  /** Signed the motion that came in: cannot be taken out. */
  readonly isSigned: boolean;
  /** Why he or she may not raise a motion today. */
  readonly barred?: string | undefined;
}

export interface CheckLine {
  readonly state: 'done' | 'needed' | 'think';
  readonly says: string;
  readonly rule?: string;
}

export interface DraftPageProps {
  readonly chrome: OfficeChrome;
  /** Where the form is sent. */
  readonly address: string;
  readonly isNew: boolean;
  readonly isReturned: boolean;
  readonly returnedWith: string | undefined;
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
  readonly conflict: TextConflict | undefined;
  readonly clauses: readonly string[];
  readonly signatories: {
    readonly chosen: readonly SignatoryChoice[];
    readonly others: readonly SignatoryChoice[];
    readonly search: string;
  };
  readonly checklist: readonly CheckLine[];
  readonly meeting:
    | { readonly meeting: string; readonly by: string; readonly at?: string | undefined }
    | undefined;
  readonly council: string;
  readonly group: string | undefined;
  /** Absent until the draft is saved. */
  readonly actions:
    | {
        readonly read: string | undefined;
        readonly submit: string | undefined;
        readonly discard: string | undefined;
        readonly withdraw: string | undefined;
      }
    | undefined;
  readonly commandId: string;
  readonly version: number | undefined;
  readonly base: string;
}

/** When a motion handed in today comes before the council. */
export const HandedInFor = ({ meeting, council }: Pick<DraftPageProps, 'meeting' | 'council'>) =>
  meeting === undefined ? (
    <p>{`Inget sammanträde i ${council} är inlagt som motionen hinner till. Den kan lämnas in ändå.`}</p>
  ) : (
    <p>
      Lämnas motionen in i dag hinner den anmälas i {council} <Day on={meeting.meeting} />. Sista dag är{' '}
      <Day on={meeting.by} />
      {meeting.at === undefined ? '' : ` kl. ${meeting.at}`}.
    </p>
  );

const Clause = ({ words, index, last }: { words: string; index: number; last: number }) => {
  const id = `f-att-${index}`;
  const no = index + 1;
  return (
    <div class="field">
      <label for={id}>{`Att-sats ${no}`}</label>
      <textarea id={id} name="att" class="short">
        {words === '' ? '' : `\n${words}`}
      </textarea>
      <div class="row">
        {index === 0 ? null : (
          <button
            type="submit"
            name="steg"
            value={`upp-${index}`}
            class="small"
            aria-label={`Flytta upp att-sats ${no}`}
          >
            Flytta upp
          </button>
        )}
        {index === last ? null : (
          <button
            type="submit"
            name="steg"
            value={`ner-${index}`}
            class="small"
            aria-label={`Flytta ner att-sats ${no}`}
          >
            Flytta ner
          </button>
        )}
        <button
          type="submit"
          name="steg"
          value={`bort-${index}`}
          class="small"
          aria-label={`Ta bort att-sats ${no}`}
        >
          Ta bort
        </button>
      </div>
    </div>
  );
};

const Signatory = ({ who, isNew }: { who: SignatoryChoice; isNew: boolean }) => {
  const id = `f-vem-${who.memberId}`;
  return (
    <div class="choice">
      {who.isSigned ? <input type="hidden" name="vem" value={who.memberId} /> : null}
      <input
        type="checkbox"
        id={id}
        name={who.isSigned ? undefined : 'vem'}
        value={who.memberId}
        checked={who.isChosen}
        disabled={who.isSigned}
      />
      <label for={id}>
        {`${who.name} (${who.party})`}
        {!who.isChosen || isNew ? null : (
          <>
            {' '}
            <Mark tone={who.hasApproved ? 'good' : 'warn'}>
              {who.hasApproved ? 'har godkänt' : 'ska godkänna'}
            </Mark>
          </>
        )}
        {who.barred === undefined ? null : <span class="fault">{` ${who.barred}`}</span>}
      </label>
    </div>
  );
};

const Signatories = ({ signatories: { chosen, others, search }, isNew }: DraftPageProps) => (
  <fieldset class="box" id="f-vem" tabindex={-1}>
    <legend>Undertecknare</legend>
    <p class="hint">
      Ledamöter i fullmäktige som får väcka motion i dag. Var och en läser och godkänner texten själv.
    </p>
    {chosen.map((who) => (
      <Signatory who={who} isNew={isNew} />
    ))}
    <details open={search !== '' || chosen.length === 0}>
      <summary>Lägg till undertecknare</summary>
      <div class="row end">
        <div class="field">
          <label for="f-sok">Sök namn eller parti</label>
          <input type="search" id="f-sok" name="sok" value={search} data-filter="kandidater" />
        </div>
        <button type="submit" name="steg" value="sok">
          Sök
        </button>
      </div>
      <div id="kandidater" class="columns">
        {others.map((who) => (
          <Signatory who={who} isNew={isNew} />
        ))}
      </div>
      {others.length === 0 ? <p>Ingen fler ledamot passar in på det du sökte.</p> : null}
    </details>
  </fieldset>
);

const Form = (props: DraftPageProps) => {
  const { chrome, address, filled, faults, clauses, commandId, version, base, conflict, isNew } = props;
  const field = { filled, faults };
  return (
    <form method="post" action={address} class="sheet" novalidate data-autosave="ja">
      <Carried csrf={chrome.csrf} commandId={commandId} version={version} />
      <input type="hidden" name="grund" value={base} />
      <button type="submit" name="steg" value="spara" class="unseen" tabindex={-1}>
        Spara
      </button>
      <FieldInput field={{ kind: 'text', name: 'rubrik', label: 'Rubrik' }} {...field} />
      <FieldInput
        field={{
          kind: 'prose',
          name: 'motivering',
          label: 'Motivering',
          hint: 'Varför behövs det?',
          size: 'tall',
          isOptional: true,
        }}
        {...field}
      />
      <fieldset class="box" id="f-att" tabindex={-1}>
        <legend>Att-satser</legend>
        <p class="hint">{`Det som ${props.council} ska besluta, en sak i varje: "att regionen …".`}</p>
        {clauses.map((words, index) => (
          <Clause words={words} index={index} last={clauses.length - 1} />
        ))}
        <button type="submit" name="steg" value="lagg-till">
          Lägg till en att-sats
        </button>
      </fieldset>
      <Signatories {...props} />
      <FieldInput
        field={{
          kind: 'text',
          name: 'serie',
          label: 'Gruppens egen beteckning',
          hint: 'T.ex. "Jämlikhetsmotion 26". Diarienumret sätts av registratorn.',
          isOptional: true,
        }}
        {...field}
      />
      <div class="row">
        <button type="submit" name="steg" value="spara" class="first">
          {conflict !== undefined ? 'Spara min text ovanpå' : isNew ? 'Spara utkastet' : 'Spara'}
        </button>
        <span class="muted" data-autosaved="ja" role="status"></span>
      </div>
    </form>
  );
};

const states = { done: ['klart', 'good'], needed: ['behövs', 'bad'], think: ['tänk på', undefined] } as const;

/** What the law and the council's rules ask, and what is still missing. */
export const Checklist = ({ checklist }: Pick<DraftPageProps, 'checklist'>) => (
  <ul class="actions">
    {checklist.map(({ state, says, rule }) => (
      <li>
        <Mark tone={states[state][1]}>{states[state][0]}</Mark> {says}
        {rule === undefined ? null : <small>{` (${rule})`}</small>}
      </li>
    ))}
  </ul>
);

const ActionLink = ({
  href,
  isFirst,
  label,
}: {
  href: string | undefined;
  isFirst: boolean;
  label: string;
}) =>
  href === undefined ? null : (
    <li>
      <a class={isFirst ? 'button first' : 'button'} href={href}>
        {label}
      </a>
    </li>
  );

const isReady = (checklist: readonly CheckLine[]) => checklist.every(({ state }) => state !== 'needed');

const Aside = ({ actions, checklist, meeting, council, isReturned }: DraftPageProps) => (
  <aside aria-labelledby="vidare">
    <h2 id="vidare">Vidare</h2>
    {actions === undefined ? (
      <p>Spara utkastet, så kan ni sedan läsa, godkänna och lämna in det.</p>
    ) : (
      <ul class="actions">
        <ActionLink href={actions.read} isFirst={!isReady(checklist)} label="Läs och godkänn texten" />
        <ActionLink
          href={actions.submit}
          isFirst={isReady(checklist)}
          label={isReturned ? 'Lämna in igen' : 'Lämna in motionen'}
        />
        <ActionLink href={actions.discard} isFirst={false} label="Kassera utkastet" />
        <ActionLink href={actions.withdraw} isFirst={false} label="Återta motionen" />
      </ul>
    )}
    <HandedInFor meeting={meeting} council={council} />
    {checklist.length === 0 ? null : (
      <>
        <h2>Innan ni lämnar in</h2>
        <Checklist checklist={checklist} />
      </>
    )}
  </aside>
);

const titleOf = ({ isNew, isReturned }: DraftPageProps) =>
  isReturned ? 'Komplettera motionen' : isNew ? 'Skriv en motion' : 'Utkast till motion';

/** A motion while it is written: private to those who write it until they hand it in. */
export const draftPage = (props: DraftPageProps) => {
  const { chrome, faults, conflict, returnedWith, group, isReturned } = props;
  const title = titleOf(props);
  return (
    <OfficePage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <Crumbs trail={[['Mina motioner', '/kontor/mina-motioner']]} />
      <h1>{title}</h1>
      <ErrorSummary faults={faults} />
      {conflict === undefined ? null : <TwoTexts conflict={conflict} />}
      {returnedWith === undefined ? null : (
        <Notice tone="warn" title="Därför kom motionen tillbaka">
          <Prose text={returnedWith} />
        </Notice>
      )}
      <p class="lead">
        {isReturned
          ? 'Det ni ändrar är ert eget tills ni lämnar in igen (TF 2:13). Motionen behåller sitt nummer.'
          : `Utkastet är privat: bara ${group === undefined ? 'du' : `gruppen ${group}`} och de som står som undertecknare ser det, tills ni lämnar in det (TF 2:13).`}{' '}
        Ändras texten behöver alla godkänna den på nytt.
      </p>
      <div class="split">
        <div>
          <Form {...props} />
        </div>
        <Aside {...props} />
      </div>
    </OfficePage>
  );
};
