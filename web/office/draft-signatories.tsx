import { Mark } from '../components/notice.tsx';
import type { DraftPageProps, SignatoryChoice } from './draft-props.ts';

interface SignatoryProps {
  readonly who: SignatoryChoice;
  readonly isNew: boolean;
  /** The button that moves him or her up, where there is somebody above. */
  readonly up?: string | undefined;
}

const Signatory = ({ who, isNew, up }: SignatoryProps) => {
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
      {up === undefined ? null : (
        <button type="submit" name="steg" value={up} class="small" aria-label={`Flytta upp ${who.name}`}>
          Flytta upp
        </button>
      )}
    </div>
  );
};

/** Who is named, and who can be: the members of the council who may raise a motion today. */
export const Signatories = ({ signatories: { chosen, others, search }, isNew }: DraftPageProps) => (
  <fieldset class="box" id="f-vem" tabindex={-1}>
    <legend>Undertecknare</legend>
    <p class="hint">
      Ledamöter i fullmäktige som får väcka motion i dag. Var och en läser och godkänner texten själv.
    </p>
    {chosen.map((who, index) => (
      <Signatory who={who} isNew={isNew} up={index === 0 || who.isSigned ? undefined : `namn-upp-${index}`} />
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
