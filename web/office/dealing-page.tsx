import { Crumbs } from '../components/lists.tsx';
import { ErrorSummary, idOf, Notice } from '../components/notice.tsx';
import { firstOf } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';
import { Claims, Numbered } from './dealing-claims.tsx';
import type { DealingPageProps, Reckoning } from './dealing-props.ts';
import { Remarks } from './dealing-remarks.tsx';
import { Propositions } from './dealing-votes.tsx';

const Acts = ({ acts }: Pick<DealingPageProps, 'acts'>) =>
  acts.length < 2 ? null : (
    <nav aria-label="Vad blev det">
      <ul class="tabs">
        {acts.map(({ href, label, isPresent }) => (
          <li>
            <a href={href} aria-current={isPresent ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

const Place = (props: DealingPageProps) => {
  const { filled, faults, presence, minutesChoices, needsAgreeing } = props;
  return (
    <section aria-labelledby="plats">
      <h2 id="plats">Paragraf och närvaro</h2>
      <div class="grid">
        {minutesChoices === undefined ? null : (
          <FieldInput
            field={{ kind: 'select', name: 'minutesId', label: 'Protokoll', choices: minutesChoices }}
            filled={filled}
            faults={faults}
          />
        )}
        <FieldInput
          field={{
            kind: 'text',
            name: 'paragraph',
            label: 'Paragraf',
            hint: 'Till exempel 41.',
            autocomplete: 'off',
          }}
          filled={filled}
          faults={faults}
        />
        {presence.isKept ? null : (
          <FieldInput
            field={{
              kind: 'number',
              name: 'present',
              label: 'Antal närvarande',
              hint: 'Närvaron är inte förd.',
            }}
            filled={filled}
            faults={faults}
          />
        )}
        {needsAgreeing ? (
          <FieldInput
            field={{
              kind: 'number',
              name: 'agreeing',
              label: 'Så många gick med på att ta upp det',
              hint: 'Bara om det inte var kungjort i tid eller inte är berett: då krävs alla (KL 5:33, 5:52).',
              isOptional: true,
            }}
            filled={filled}
            faults={faults}
          />
        ) : null}
        <FieldInput
          field={{
            kind: 'select',
            name: 'chairedBy',
            label: 'Ordförande i ärendet',
            hint: 'Om det inte var sammanträdets.',
            isOptional: true,
            empty: 'sammanträdets ordförande',
            choices: props.movers.filter(({ value }) => value !== 'board'),
          }}
          filled={filled}
          faults={faults}
        />
      </div>
      <p>{presence.sentence}</p>
    </section>
  );
};

const Deferral = (props: DealingPageProps) => {
  const { filled, faults, minority, parties, presence, needsReason } = props;
  return (
    <section aria-labelledby="uppskov">
      <h2 id="uppskov">Vem begärde det</h2>
      {minority === undefined ? (
        <p>I styrelsen krävs enkel majoritet; någon minoritetens rätt finns inte där (KL 6:33).</p>
      ) : (
        <Numbered name="request" legend="Begäran" faults={faults}>
          <FieldInput
            field={{
              kind: 'choice',
              name: 'request',
              label: 'På vems begäran',
              choices: [
                { value: 'majority', label: 'majoritetens' },
                { value: 'minority', label: 'en minoritets, minst en tredjedel av de närvarande (KL 5:50)' },
              ],
            }}
            filled={filled}
            faults={[]}
          />
          <p>{minority.sentence}</p>
          <details open={firstOf(filled, 'request') === 'minority'} data-askers>
            <summary>
              De som begärde det: <span data-count>{(filled.askers ?? []).length}</span>
              {minority.needed === undefined ? '' : ` av minst ${minority.needed}`}
            </summary>
            <fieldset>
              <legend class="unseen">De som begärde det</legend>
              <div class="columns">
                {parties.flatMap(({ party, people }) =>
                  people.map(({ memberId, name }) => (
                    <div class="choice">
                      <input
                        type="checkbox"
                        id={idOf(`askers.${memberId}`)}
                        name="askers"
                        value={memberId}
                        checked={(filled.askers ?? []).includes(memberId)}
                      />
                      <label for={idOf(`askers.${memberId}`)}>
                        {name} ({party})
                      </label>
                    </div>
                  )),
                )}
              </div>
            </fieldset>
          </details>
          {presence.isKept ? null : (
            <FieldInput
              field={{ kind: 'number', name: 'behind', label: 'Eller hur många', isOptional: true }}
              filled={filled}
              faults={faults}
            />
          )}
        </Numbered>
      )}
      {needsReason ? (
        <FieldInput
          field={{
            kind: 'prose',
            name: 'reason',
            label: 'Skäl',
            hint: 'De som begärde återremissen anger skälet (KL 5:50 3 st.).',
            size: 'short',
          }}
          filled={filled}
          faults={faults}
        />
      ) : null}
    </section>
  );
};

const Outcomes = ({ filled, faults, clauses, outcomeChoices, otherCauses }: DealingPageProps) => (
  <section aria-labelledby="utfall">
    <h2 id="utfall">Utfall för varje att-sats</h2>
    <Numbered name="decisions" legend="Utfall" faults={faults}>
      {clauses.map(({ ref, label, words }) => (
        <div class="clause">
          {words === undefined ? null : <p>{words}</p>}
          <div class="grid">
            <FieldInput
              field={{
                kind: 'select',
                name: `decisions.${ref}`,
                label,
                choices: outcomeChoices,
                empty: 'det som vann i propositionen',
              }}
              filled={filled}
              faults={[]}
            />
            {clauses.length + otherCauses.length < 2 ? null : (
              <FieldInput
                field={{
                  kind: 'select',
                  name: `lapsedBy.${ref}`,
                  label: 'Förfaller genom',
                  isOptional: true,
                  empty: '–',
                  choices: [
                    ...clauses
                      .filter((other) => other.ref !== ref)
                      .map((other) => ({ value: other.ref, label: other.label })),
                    ...otherCauses,
                  ],
                }}
                filled={filled}
                faults={[]}
              />
            )}
          </div>
        </div>
      ))}
    </Numbered>
  </section>
);

const Reckoned = ({ outcomes, votes, warnings }: Reckoning) => (
  <Notice tone="good" title="Så räknas det">
    <ul>
      {votes.map((each) => (
        <li>{each}</li>
      ))}
      {outcomes.map(({ clause, outcome }) => (
        <li>
          {clause}: <strong>{outcome}</strong>
        </li>
      ))}
      {warnings.map((each) => (
        <li>Att tänka på: {each}</li>
      ))}
    </ul>
  </Notice>
);

/** A matter as it was dealt with: one form makes the whole of what the minutes shall hold (KL 5:67). */
export const dealingPage = (props: DealingPageProps) => {
  const { chrome, trail, title, matter, lead, faults, withoutMinutes, reckoning, isDeferral } = props;
  return (
    <OfficePage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <Crumbs trail={trail} />
      <p class="over">{matter}</p>
      <h1>{title}</h1>
      <ErrorSummary faults={faults} />
      {withoutMinutes === undefined ? null : (
        <Notice tone="warn" title="Protokollet är inte öppet">
          <p>
            {withoutMinutes.sentence}{' '}
            {withoutMinutes.href === undefined ? null : <a href={withoutMinutes.href}>Öppna protokollet</a>}
          </p>
        </Notice>
      )}
      <Acts acts={props.acts} />
      <p class="prose">{lead}</p>
      {reckoning === undefined ? null : <Reckoned {...reckoning} />}
      <form method="post" data-tally novalidate>
        <Carried csrf={chrome.csrf} commandId={props.commandId} version={props.version} />
        {/* Return in a field reckons; it does not send. */}
        <button type="submit" name="steg" value="rakna" class="unseen" tabindex={-1}>
          Räkna
        </button>
        <Place {...props} />
        {isDeferral ? <Deferral {...props} /> : null}
        <Claims form={props} nobodyYet={props.presence.nobodyYet} />
        <Propositions form={props} />
        {isDeferral ? null : <Outcomes {...props} />}
        <Remarks form={props} kinds={props.remarkKinds} />
        <div class="row">
          <button type="submit" class="first">
            {props.submit}
          </button>
          <button type="submit" name="steg" value="rakna">
            Räkna
          </button>
          <a class="button" href={props.home}>
            Avbryt
          </a>
        </div>
      </form>
    </OfficePage>
  );
};
