import type { FieldFault } from '../chrome.ts';
import { idOf } from '../components/notice.tsx';
import { type Choice, type Field, type Filled, firstOf } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import type { DealingForm } from './dealing-props.ts';

/** A part of the form with a number of its own: what is wrong with it stands at its head. */
export const Numbered = ({
  name,
  legend,
  faults,
  children,
}: {
  name: string;
  legend: string;
  faults: readonly FieldFault[];
  children: unknown;
}) => {
  const fault = faults.find(({ field }) => field === name);
  const id = idOf(name);
  return (
    <fieldset
      class="box"
      id={id}
      tabindex={-1}
      aria-describedby={fault === undefined ? undefined : `${id}-fel`}
    >
      <legend>{legend}</legend>
      {fault === undefined ? null : (
        <p class="fault" id={`${id}-fel`}>
          {fault.message} {fault.rule === undefined ? '' : `(${fault.rule})`}
        </p>
      )}
      {children}
    </fieldset>
  );
};

/** A button that gives one row more. */
export const More = ({ what, label }: { what: string; label: string }) => (
  <button type="submit" name="fler" value={what} class="small">
    {label}
  </button>
);

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Which of the clauses something is about; nothing to choose where there is one. */
export const WhichClauses = ({
  name,
  label,
  hint,
  clauses,
  filled,
}: {
  name: string;
  label: string;
  hint: string;
  clauses: DealingForm['clauses'];
  filled: Filled;
}) =>
  clauses.length < 2 ? null : (
    <FieldInput
      field={{
        kind: 'several',
        name,
        label,
        hint,
        isOptional: true,
        choices: clauses.map(({ ref, label: text }) => ({ value: ref, label: text })),
      }}
      filled={filled}
      faults={[]}
    />
  );

const kinds: readonly Choice[] = [
  { value: 'GRANT', label: 'bifall' },
  { value: 'REJECT', label: 'avslag' },
  { value: 'ANSWER', label: 'anses besvarad' },
  { value: 'AMEND', label: 'bifall med ändring' },
  { value: 'ADD', label: 'tillägg' },
  { value: 'WRITE_OFF', label: 'avskrivning' },
  { value: 'REFER_BACK', label: 'återremiss' },
  { value: 'POSTPONE', label: 'bordläggning' },
];
const kindNames = new Map(kinds.map(({ value, label }) => [value, label]));

const states: readonly Choice[] = [
  { value: 'standing', label: 'står kvar' },
  { value: 'withdrawn', label: 'togs tillbaka' },
  { value: 'refused', label: 'lades inte fram av ordföranden' },
];
const findings: readonly Choice[] = [
  { value: 'new-matter', label: 'väcker ett nytt ärende' },
  { value: 'unlawful', label: 'strider mot lag' },
];

/** The claims that are filled in, as rounds name them. */
export const claimChoices = ({ filled, rows, movers }: DealingForm): Choice[] =>
  numbers(rows.claims).flatMap((no) => {
    const kind = kindNames.get(firstOf(filled, `y.${no}.kind`));
    if (kind === undefined) return [];
    const who = movers.find(({ value }) => value === firstOf(filled, `y.${no}.mover`))?.label ?? '';
    return [{ value: String(no), label: `${no}. ${kind}${who === '' ? '' : `, ${who}`}` }];
  });

const ClaimRow = ({ no, form }: { no: number; form: DealingForm }) => {
  const { filled, faults, movers, clauses } = form;
  const name = (part: string) => `y.${no}.${part}`;
  const isMore = ['text', 'state', 'finding'].some(
    (part) => !['', 'standing'].includes(firstOf(filled, name(part))),
  );
  const fields: readonly Field[] = [
    { kind: 'select', name: name('kind'), label: 'Yrkar', choices: kinds, empty: 'Inget' },
    { kind: 'select', name: name('mover'), label: 'Vem', choices: movers },
  ];
  const rest: readonly Field[] = [
    { kind: 'select', name: name('state'), label: 'Vad hände med det', choices: states, empty: 'står kvar' },
    {
      kind: 'select',
      name: name('finding'),
      label: 'Ordföranden fann att det',
      choices: findings,
      empty: 'får läggas fram',
    },
  ];
  return (
    <Numbered name={`y.${no}`} legend={`Yrkande ${no}`} faults={faults}>
      <div class="grid">
        {fields.map((field) => (
          <FieldInput field={field} filled={filled} faults={faults} />
        ))}
      </div>
      <WhichClauses
        name={name('clauses')}
        label="Gäller att-satserna"
        hint="Inga valda är alla. Återremiss och bordläggning gäller alltid hela ärendet (KL 5:50)."
        clauses={clauses}
        filled={filled}
      />
      <details open={isMore || faults.some(({ field }) => field?.startsWith(`y.${no}.`))}>
        <summary>Lydelse och vad som hände med det</summary>
        <FieldInput
          field={{
            kind: 'prose',
            name: name('text'),
            label: 'Lydelse',
            hint: 'Behövs för ändring och tillägg (KL 5:67 p. 1).',
            size: 'short',
            isOptional: true,
          }}
          filled={filled}
          faults={faults}
        />
        <div class="grid">
          {rest.map((field) => (
            <FieldInput field={field} filled={filled} faults={faults} />
          ))}
        </div>
      </details>
    </Numbered>
  );
};

/** What was claimed (KL 5:67 p. 1). */
export const Claims = ({ form, nobodyYet }: { form: DealingForm; nobodyYet: string | undefined }) => (
  <section aria-labelledby="yrkanden">
    <h2 id="yrkanden">Yrkanden</h2>
    <p class="hint">Förslaget som ligger före är redan infört. Lägg till det som yrkades på sammanträdet.</p>
    {nobodyYet === undefined ? null : (
      <p class="hint">
        Under <em>Vem</em> finns bara förslaget: närvaron är inte förd och organet har inga ledamöter upplagda
        den dagen. <a href={nobodyYet}>För närvaron</a>
      </p>
    )}
    {numbers(form.rows.claims).map((no) => (
      <ClaimRow no={no} form={form} />
    ))}
    <p>
      <More what="y" label="Ett yrkande till" />
    </p>
  </section>
);
