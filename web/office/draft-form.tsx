import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import type { DraftPageProps } from './draft-props.ts';
import { Signatories } from './draft-signatories.tsx';

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

/** The motion as it is written: each button saves, or changes the form and keeps what stands in it. */
export const DraftForm = (props: DraftPageProps) => {
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
