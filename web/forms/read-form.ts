import type { FieldFault } from '../chrome.ts';
import { type Field, type Filled, firstOf } from './field.ts';

/** What a form says, as a command wants it: nothing where nothing was written. */
export interface ReadForm {
  readonly value: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[];
}

type Read = { readonly value: unknown } | { readonly fault: string };

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

const readLine = (field: Field, text: string): Read => {
  if (field.kind === 'date' && !isDate(text))
    return { fault: `${field.label}: skriv datumet som 2026-11-22.` };
  if (field.kind === 'number') {
    return /^\d{1,9}$/.test(text) ? { value: Number(text) } : { fault: `${field.label}: skriv ett heltal.` };
  }
  return { value: text };
};

const readOutcomes = (field: Extract<Field, { kind: 'outcomes' }>, filled: Filled): Read => {
  const given = field.clauses.map(({ ref }) => ({
    clause: ref,
    outcome: firstOf(filled, `${field.name}.${ref}`),
  }));
  const chosen = given.filter(({ outcome }) => outcome !== '');
  if (field.isOptional !== true && chosen.length < given.length) {
    return { fault: `${field.label}: välj ett utfall för varje att-sats.` };
  }
  return { value: chosen };
};

const missing = ({ kind, label }: Field): string => {
  const what = label.toLowerCase().replace(/[?.:]+$/, '');
  return kind === 'choice' || kind === 'select' || kind === 'several' ? `Välj: ${what}.` : `Fyll i: ${what}.`;
};

const readField = (field: Field, filled: Filled): Read => {
  if (field.kind === 'outcomes') return readOutcomes(field, filled);
  if (field.kind === 'check') return { value: firstOf(filled, field.name) === '' ? undefined : true };
  if (field.kind === 'several') {
    const chosen = (filled[field.name] ?? []).filter((each) => each !== '');
    return chosen.length === 0 && field.isOptional !== true ? { fault: missing(field) } : { value: chosen };
  }
  const text = firstOf(filled, field.name).replace(/\r\n/g, '\n').trim();
  if (text === '') return field.isOptional === true ? { value: undefined } : { fault: missing(field) };
  return readLine(field, text);
};

type Branch = { [name: string]: unknown };

const isBranch = (given: unknown): given is Branch =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** Puts a value where its name says. */
const place = (into: Branch, [first = '', ...rest]: readonly string[], value: unknown): Branch => {
  if (rest.length === 0) return { ...into, [first]: value };
  const inner = into[first];
  return { ...into, [first]: place(isBranch(inner) ? inner : {}, rest, value) };
};

/** Reads a form by its fields. What is missing or cannot be read is a fault beside its field; nothing is guessed. */
export const readForm = (fields: readonly Field[], filled: Filled): ReadForm => {
  let value: Branch = {};
  const faults: FieldFault[] = [];
  for (const field of fields) {
    const read = readField(field, filled);
    if ('fault' in read) faults.push({ field: field.name, message: read.fault });
    else if (read.value !== undefined) value = place(value, field.name.split('.'), read.value);
  }
  return { value, faults };
};
