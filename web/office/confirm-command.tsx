import type { OfficeChrome } from '../chrome.ts';
import type { Filled } from '../forms/field.ts';
import { ConfirmPage } from '../forms/form-page.tsx';

interface ConfirmCommandProps {
  readonly chrome: OfficeChrome;
  readonly trail: readonly (readonly [label: string, href: string])[];
  readonly form: { readonly label: string; readonly lead?: string; readonly isRisky?: boolean };
  readonly effect: {
    readonly statuses: readonly string[];
    readonly letters: readonly string[];
    readonly recipients: readonly string[];
  };
  readonly filled: Filled;
  /** What will stand in the record, before what follows of it. */
  readonly first?: readonly string[];
}

/** Names what will happen and who will be told, before it does. */
export const confirmCommandPage = ({
  chrome,
  trail,
  form,
  effect,
  filled,
  first = [],
}: ConfirmCommandProps) => (
  <ConfirmPage
    chrome={chrome}
    trail={trail}
    title={`${form.label}?`}
    filled={filled}
    submit={`Ja, ${form.label.toLowerCase()}`}
    isRisky={form.isRisky === true}
  >
    <p>Det här händer:</p>
    <ul>
      {first.map((each) => (
        <li>{each}</li>
      ))}
      {effect.statuses.length === 0 ? null : <li>Ärendets läge blir: {effect.statuses.join(', eller ')}.</li>}
      {effect.letters.length === 0 ? null : (
        <li>
          Brev ({effect.letters.join(', ')}) går till{' '}
          {effect.recipients.length === 0 ? 'undertecknarna' : effect.recipients.join(', ')}.
        </li>
      )}
      {form.lead === undefined ? null : <li>{form.lead}</li>}
    </ul>
  </ConfirmPage>
);
