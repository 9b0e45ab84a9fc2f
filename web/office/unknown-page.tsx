import type { Chrome, FieldFault } from '../chrome.ts';
import { ErrorSummary } from '../components/notice.tsx';
import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import { PublicPage } from '../layout.tsx';

interface UnknownProps {
  readonly chrome: Chrome;
  /** Of the session; absent when nobody is signed in. */
  readonly csrf: string | undefined;
  readonly faults: readonly FieldFault[];
  readonly signInPath: string;
}

/** Somebody has signed in whom no administrator has entered: a code does, once. */
export const unknownPage = ({ chrome, csrf, faults, signInPath }: UnknownProps) => (
  <PublicPage title="Du är inte upplagd här" chrome={chrome}>
    <h1>Du är inte upplagd här</h1>
    <ErrorSummary faults={faults} />
    <div class="prose">
      <p>
        Inloggningen gick bra, men ingen administratör har lagt upp dig. Har du fått en kod skriver du den
        här. Annars ber du en administratör om en inbjudan.
      </p>
    </div>
    {csrf === undefined ? null : (
      <form method="post" class="sheet" novalidate>
        <Carried csrf={csrf} />
        <FieldInput
          field={{
            kind: 'text',
            name: 'kod',
            label: 'Kod',
            hint: 'Tjugo tecken, som ABCD-EFGH-JKMN-PQRS-TVWX.',
          }}
          filled={{}}
          faults={faults}
        />
        <div class="row">
          <button type="submit" class="first">
            Gå vidare
          </button>
        </div>
      </form>
    )}
    <p>
      <a href={signInPath}>Logga in som någon annan</a>
    </p>
  </PublicPage>
);
