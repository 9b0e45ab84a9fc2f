import { Table } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';

/** A field as it was read: what it says, where in the text, how sure. */
export interface ReadField {
  readonly label: string;
  readonly value: string;
  /** As the original has it. */
  readonly written: string;
  readonly confidence: number;
}

export interface WhatWasRead {
  readonly fileName: string;
  readonly sha256: string;
  readonly how: string;
  /** The case that a file of the same bytes has become before. */
  readonly same?: { readonly name: string; readonly href: string } | undefined;
  readonly warnings: readonly string[];
  readonly unmatched: readonly string[];
  readonly fields: readonly ReadField[];
  readonly suggestions: readonly { readonly seen: string; readonly suggested: string }[];
  readonly text: string;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

const Suggestions = ({ suggestions }: Pick<WhatWasRead, 'suggestions'>) =>
  suggestions.length === 0 ? null : (
    <details>
      <summary>{`Förslag till rättad stavning (${suggestions.length})`}</summary>
      <p class="hint">Bara förslag: ord som inläsningen kan ha skadat. Motionens text nedan är orörd.</p>
      <Table
        caption="Ord som kan ha lästs fel"
        isCaptionUnseen
        rows={suggestions}
        columns={[
          { label: 'I originalet', cell: ({ seen }) => seen },
          { label: 'Förslag', cell: ({ suggested }) => suggested },
        ]}
      />
    </details>
  );

/** Beside the form: what the file said, what to look at, and the text itself. */
export const WhatWasReadView = (read: WhatWasRead) => (
  <>
    <h2>Det här stod i filen</h2>
    <p class="muted">
      {read.fileName}, {read.how}. Kontrollsumma (SHA-256): <span class="hash">{read.sha256}</span>
    </p>
    {read.same === undefined ? null : (
      <Notice tone="warn" title="Samma fil har redan förts in">
        <p>
          Den är, tecken för tecken, den fil som blev <a href={read.same.href}>{read.same.name}</a>. För in
          den igen bara om det verkligen är en motion till.
        </p>
      </Notice>
    )}
    {read.warnings.length + read.unmatched.length === 0 ? null : (
      <Notice tone="warn" title="Kontrollera">
        <ul>
          {read.warnings.map((each) => (
            <li>{each}</li>
          ))}
          {read.unmatched.map((name) => (
            <li>{`${name} står på papperet men finns inte, eller finns flera gånger, i förtroendemannaregistret. Kryssa själv för rätt person.`}</li>
          ))}
        </ul>
      </Notice>
    )}
    <Table
      caption="Läst ur filen, och hur säkert"
      rows={read.fields}
      columns={[
        { label: 'Uppgift', cell: ({ label }) => label },
        {
          label: 'Läst som',
          cell: ({ value, written }) => (value === written ? value : `${value} (i originalet: ${written})`),
        },
        { label: 'Säkert', cell: ({ confidence }) => percent(confidence) },
      ]}
    />
    <Suggestions suggestions={read.suggestions} />
    <details>
      <summary>Hela texten, som den lästes</summary>
      <pre>{read.text}</pre>
    </details>
  </>
);
