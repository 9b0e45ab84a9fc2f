import type { Child } from 'hono/jsx';
import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { Crumbs } from '../components/lists.tsx';
import { ErrorSummary } from '../components/notice.tsx';
import { OfficePage } from '../layout.tsx';
import type { Field, Filled } from './field.ts';
import { FieldInput } from './field-input.tsx';

/** What every form of the office carries beside what is filled in. */
export const Carried = ({
  csrf,
  commandId,
  version,
}: {
  csrf: string;
  /** The id of the command: sent twice, it is done once. */
  commandId?: string | undefined;
  /** The version of the record that the person has seen. */
  version?: number | undefined;
}) => (
  <>
    <input type="hidden" name="csrf" value={csrf} />
    {commandId === undefined ? null : <input type="hidden" name="commandId" value={commandId} />}
    {version === undefined ? null : <input type="hidden" name="version" value={String(version)} />}
  </>
);

export interface FormPageProps {
  readonly chrome: OfficeChrome;
  readonly trail: readonly (readonly [label: string, href: string])[];
  readonly title: string;
  /** What this does, and on what rule. */
  readonly lead?: Child;
  readonly fields: readonly Field[];
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
  readonly commandId: string;
  readonly version?: number | undefined;
  /** Words of the button. */
  readonly submit: string;
  readonly cancel: string;
  /** What stands beside the form, to be read while it is filled in. */
  readonly beside?: Child;
}

/** A page with one form. */
export const FormPage = (props: FormPageProps) => {
  const { chrome, trail, title, lead, fields, filled, faults, commandId, version, submit, cancel, beside } =
    props;
  const form = (
    <form method="post" class="sheet" novalidate>
      <Carried csrf={chrome.csrf} commandId={commandId} version={version} />
      {fields.map((field) => (
        <FieldInput field={field} filled={filled} faults={faults} />
      ))}
      <div class="row">
        <button type="submit" class="first">
          {submit}
        </button>
        <a class="button" href={cancel}>
          Avbryt
        </a>
      </div>
    </form>
  );
  return (
    <OfficePage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <Crumbs trail={trail} />
      <h1>{title}</h1>
      <ErrorSummary faults={faults} />
      {lead === undefined ? null : <div class="prose">{lead}</div>}
      {beside === undefined ? (
        form
      ) : (
        <div class="split even">
          <div>{form}</div>
          <div>{beside}</div>
        </div>
      )}
    </OfficePage>
  );
};

/** In the place of a form that cannot be sent now: why, and the way back. */
export const RefusedPage = ({
  chrome,
  trail,
  title,
  faults,
  back,
}: Pick<FormPageProps, 'chrome' | 'trail' | 'title' | 'faults'> & { back: string }) => (
  <OfficePage title={`Fel: ${title}`} chrome={chrome}>
    <Crumbs trail={trail} />
    <h1>{title}</h1>
    <ErrorSummary faults={faults} />
    <p>
      <a class="button" href={back}>
        Tillbaka
      </a>
    </p>
  </OfficePage>
);

export interface ConfirmPageProps {
  readonly chrome: OfficeChrome;
  readonly trail: FormPageProps['trail'];
  readonly title: string;
  /** What will happen, and who will be told. */
  readonly children: Child;
  readonly filled: Filled;
  readonly submit: string;
  readonly isRisky?: boolean;
}

/** Asks once before something that cannot be undone by the person alone. What was filled in comes along. */
export const ConfirmPage = ({
  chrome,
  trail,
  title,
  children,
  filled,
  submit,
  isRisky,
}: ConfirmPageProps) => (
  <OfficePage title={title} chrome={chrome}>
    <Crumbs trail={trail} />
    <h1>{title}</h1>
    <div class="prose">{children}</div>
    <form method="post" class="sheet">
      {Object.entries(filled).flatMap(([name, values]) =>
        name === 'steg' ? [] : values.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <div class="row">
        <button type="submit" name="steg" value="bekrafta" class={isRisky === true ? 'risky' : 'first'}>
          {submit}
        </button>
        <button type="submit" name="steg" value="andra">
          Tillbaka, ändra
        </button>
      </div>
    </form>
  </OfficePage>
);
