import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { ErrorSummary, idOf } from '../components/notice.tsx';
import type { Choice, ClauseField, Filled } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import { type TextConflict, TwoTexts } from './two-texts.tsx';

/** A section of the answer, of the organisation's template or the official's own. */
export interface SectionField {
  readonly heading: string;
  readonly text: string;
  /** The official names it; those of the template have their headings. */
  readonly isFree: boolean;
  readonly hint?: string | undefined;
  readonly isAsked?: boolean | undefined;
}

export interface AnswerEditorProps {
  readonly chrome: OfficeChrome;
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
  readonly sections: readonly SectionField[];
  /** The motions that the answer is to: one, or those that are prepared together. */
  readonly motions: readonly {
    readonly caseId: string;
    readonly name: string;
    readonly clauses: readonly ClauseField[];
  }[];
  readonly outcomes: readonly Choice[];
  readonly commandId: string;
  /** Versions seen, by case, and which text the writer began from. */
  readonly seen: readonly (readonly [caseId: string, version: number])[];
  readonly base: string;
  readonly conflict: TextConflict | undefined;
}

const Section = ({ section, index }: { section: SectionField; index: number }) => {
  const { heading, text, isFree, hint, isAsked } = section;
  const id = `f-text-${index}`;
  const hinted = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div class="field">
      {isFree ? (
        <>
          <label for={`${id}-rubrik`}>Eget avsnitt, rubrik (valfritt)</label>
          <input type="text" id={`${id}-rubrik`} name="avsnitt" value={heading} maxlength={500} />
          <label for={id}>Eget avsnitt, text</label>
        </>
      ) : (
        <>
          <input type="hidden" name="avsnitt" value={heading} />
          <label for={id}>{isAsked === true ? heading : `${heading} (valfritt)`}</label>
        </>
      )}
      {hint === undefined ? null : (
        <p class="hint" id={hinted}>
          {hint}
        </p>
      )}
      <textarea id={id} name="text" aria-describedby={hinted}>
        {text === '' ? '' : `\n${text}`}
      </textarea>
    </div>
  );
};

const Outcomes = ({ motions, outcomes, filled, faults }: AnswerEditorProps) => (
  <>
    {motions.map(({ caseId, name, clauses }) => (
      <FieldInput
        field={{
          kind: 'outcomes',
          name: `utfall.${caseId}`,
          label: motions.length === 1 ? 'Förslag till beslut' : `Förslag till beslut: ${name}`,
          hint: 'Vad styrelsen ska föreslå för varje att-sats. Det kan väljas senare, men behövs innan svaret lämnas.',
          clauses,
          outcomes,
        }}
        filled={filled}
        faults={faults}
      />
    ))}
  </>
);

/** The answer while it is written. */
export const AnswerEditor = (props: AnswerEditorProps) => {
  const { chrome, filled, faults, sections, commandId, seen, base, conflict } = props;
  return (
    <>
      <ErrorSummary faults={faults} />
      {conflict === undefined ? null : <TwoTexts conflict={conflict} />}
      <form method="post" class="sheet" novalidate>
        <Carried csrf={chrome.csrf} commandId={commandId} />
        {seen.map(([caseId, version]) => (
          <input type="hidden" name={`sedd.${caseId}`} value={String(version)} />
        ))}
        <input type="hidden" name="grund" value={base} />
        <FieldInput
          field={{ kind: 'text', name: 'rubrik', label: 'Svarets rubrik' }}
          filled={filled}
          faults={faults}
        />
        <div id={idOf('avsnitt')}>
          {sections.map((section, index) => (
            <Section section={section} index={index} />
          ))}
        </div>
        <p>
          <button type="submit" name="steg" value="lagg-till" class="small">
            Lägg till ett eget avsnitt
          </button>
        </p>
        <Outcomes {...props} />
        <div class="row">
          <button type="submit" name="steg" value="spara" class="first">
            {conflict === undefined ? 'Spara svaret' : 'Spara min text ovanpå'}
          </button>
        </div>
      </form>
    </>
  );
};
