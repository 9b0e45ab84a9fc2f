import type { z } from 'zod';
import type { Refusal, RefusalCode } from '../../../domain/refusal.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import { type Field, type Filled, firstOf } from '../../../web/forms/field.ts';
import type { CommandIdReused } from '../../casework/answer.ts';

/** What does not parse, beside the field it stands in. */
export const faultsOfInput = (error: z.core.$ZodError): FieldFault[] =>
  error.issues.map((issue) => ({ field: issue.path.join('.'), message: saidIn(issue) }));

/** In Swedish: a rule of ours has its own sentence, what zod says of itself is English. */
const saidIn = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_type':
    case 'too_small':
      return 'Det här behöver fyllas i.';
    case 'too_big':
      return issue.origin === 'string'
        ? `Texten är för lång: högst ${issue.maximum} tecken.`
        : `För mycket: högst ${issue.maximum}.`;
    default:
      return 'Det går inte att läsa. Rätta det och försök igen.';
  }
};

/** A rule's no, with the rule and who may; or a form that has been used for something else. */
export const faultOfRefusal = (no: Refusal | CommandIdReused): FieldFault =>
  no.kind === 'refusal'
    ? { message: no.detail, rule: no.rule, mayBeDoneBy: no.mayBeDoneBy }
    : { message: 'Formuläret har redan använts till något annat. Öppna sidan på nytt.' };

const aboutDates: Partial<Record<RefusalCode, true>> = { date_in_future: true, date_out_of_order: true };

/** The same, leading to the field where a no about a date can mean one date alone: the only one the form asks for. */
export const faultInForm = (
  no: Refusal | CommandIdReused,
  { fields, filled }: { readonly fields: readonly Field[]; readonly filled: Filled },
): FieldFault => {
  const fault = faultOfRefusal(no);
  const [date, ...others] = fields.filter(({ kind }) => kind === 'date');
  const isMeant = date !== undefined && others.length === 0 && firstOf(filled, date.name) !== '';
  return isMeant && no.kind === 'refusal' && aboutDates[no.code] === true
    ? { ...fault, field: date.name }
    : fault;
};

/** Somebody else was first. What was filled in stands; it is judged anew when it is sent again. */
export const faultOfConflict = (what = 'ärendet'): FieldFault => ({
  message: `Någon annan har ändrat ${what} sedan du öppnade sidan. Det du fyllt i står kvar. Läs vad som har hänt och skicka igen om det fortfarande stämmer.`,
});
