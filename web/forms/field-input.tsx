import type { Child } from 'hono/jsx';
import type { FieldFault } from '../chrome.ts';
import { idOf } from '../components/notice.tsx';
import { type Choice, type Field, type Filled, firstOf } from './field.ts';

interface InputProps {
  readonly field: Field;
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
}

const faultOf = (faults: readonly FieldFault[], name: string) =>
  faults.find(({ field }) => field === name || field?.startsWith(`${name}.`) === true);

/** What describes an input to who cannot see where it stands. */
const described = (id: string, { field, faults }: Omit<InputProps, 'filled'>) => {
  const fault = faultOf(faults, field.name);
  const ids = [
    field.hint === undefined ? [] : [`${id}-hint`],
    fault === undefined ? [] : [`${id}-fel`],
  ].flat();
  return {
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': fault === undefined ? undefined : ('true' as const),
  };
};

const Beside = ({ id, field, faults }: { id: string; field: Field; faults: readonly FieldFault[] }) => {
  const fault = faultOf(faults, field.name);
  return (
    <>
      {field.hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p class="fault" id={`${id}-fel`}>
          {fault.message}
        </p>
      )}
    </>
  );
};

const labelOf = ({ label, isOptional }: Field) => (isOptional === true ? `${label} (valfritt)` : label);

const Labelled = ({
  id,
  field,
  faults,
  children,
}: Omit<InputProps, 'filled'> & { id: string; children: Child }) => (
  <div class="field">
    <label for={id}>{labelOf(field)}</label>
    <Beside id={id} field={field} faults={faults} />
    {children}
  </div>
);

const Grouped = ({
  id,
  field,
  faults,
  children,
}: Omit<InputProps, 'filled'> & { id: string; children: Child }) => (
  <fieldset id={id} {...described(id, { field, faults })} tabindex={-1}>
    <legend>{labelOf(field)}</legend>
    <Beside id={id} field={field} faults={faults} />
    {children}
  </fieldset>
);

const Ticks = ({
  type,
  name,
  choices,
  chosen,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  choices: readonly Choice[];
  chosen: readonly string[];
}) => (
  <>
    {choices.map(({ value, label, hint }, index) => (
      <div class="choice">
        <input
          type={type}
          id={`${idOf(name)}-${index}`}
          name={name}
          value={value}
          checked={chosen.includes(value)}
        />
        <label for={`${idOf(name)}-${index}`}>
          {label}
          {hint === undefined ? null : <span class="hint">{` – ${hint}`}</span>}
        </label>
      </div>
    ))}
  </>
);

const Options = ({
  choices,
  chosen,
  empty,
}: {
  choices: readonly Choice[];
  chosen: string;
  empty?: string | undefined;
}) => (
  <>
    <option value="">{empty ?? 'Välj …'}</option>
    {choices.map(({ value, label }) => (
      <option value={value} selected={value === chosen}>
        {label}
      </option>
    ))}
  </>
);

const lineTypes = { text: 'text', email: 'email', date: 'date', time: 'time', number: 'number' } as const;

const ClauseOutcomes = ({
  field,
  filled,
  faults,
}: InputProps & { field: Extract<Field, { kind: 'outcomes' }> }) => (
  <Grouped id={idOf(field.name)} field={field} faults={faults}>
    {field.clauses.map(({ ref, text }) => {
      const name = `${field.name}.${ref}`;
      return (
        <div class="clause">
          <label for={idOf(name)}>{ref === 'whole' ? 'Motionen i sin helhet' : `Att-sats ${ref}`}</label>
          {text === undefined ? null : <p>{text}</p>}
          <select id={idOf(name)} name={name}>
            <Options choices={field.outcomes} chosen={firstOf(filled, name)} />
          </select>
        </div>
      );
    })}
  </Grouped>
);

/** A field with its label, hint and fault, filled with what was written. */
export const FieldInput = ({ field, filled, faults }: InputProps) => {
  const id = idOf(field.name);
  const value = firstOf(filled, field.name);
  const base = { id, name: field.name, ...described(id, { field, faults }) };
  switch (field.kind) {
    case 'prose':
      return (
        <Labelled id={id} field={field} faults={faults}>
          <textarea {...base} class={field.size}>
            {value === '' ? '' : `\n${value}`}
          </textarea>
        </Labelled>
      );
    case 'choice':
      return (
        <Grouped id={id} field={field} faults={faults}>
          <Ticks type="radio" name={field.name} choices={field.choices} chosen={[value]} />
        </Grouped>
      );
    case 'several':
      return (
        <Grouped id={id} field={field} faults={faults}>
          <div class={field.choices.length > 8 ? 'columns' : undefined}>
            <Ticks
              type="checkbox"
              name={field.name}
              choices={field.choices}
              chosen={filled[field.name] ?? []}
            />
          </div>
        </Grouped>
      );
    case 'select':
      return (
        <Labelled id={id} field={field} faults={faults}>
          <select {...base} class="wide-select">
            <Options choices={field.choices} chosen={value} empty={field.empty} />
          </select>
        </Labelled>
      );
    case 'check':
      return (
        <div class="field">
          <div class="choice">
            <input {...base} type="checkbox" value="ja" checked={value !== ''} />
            <label for={id}>{field.label}</label>
          </div>
          <Beside id={id} field={field} faults={faults} />
        </div>
      );
    case 'outcomes':
      return <ClauseOutcomes field={field} filled={filled} faults={faults} />;
    default:
      return (
        <Labelled id={id} field={field} faults={faults}>
          <input
            {...base}
            type={lineTypes[field.kind]}
            value={value}
            inputmode={field.kind === 'number' ? 'numeric' : undefined}
            autocomplete={field.kind === 'text' ? field.autocomplete : undefined}
          />
        </Labelled>
      );
  }
};
