import type { CommandForm } from './command-form.ts';
import { consultationForms } from './consultation-forms.ts';
import { jointForms } from './joint-forms.ts';
import { preparationForms } from './preparation-forms.ts';
import { registrationForms } from './registration-forms.ts';

/** Every command form. A test holds each command of the transition table to one. */
export const commandForms: readonly CommandForm[] = [
  ...registrationForms,
  ...preparationForms,
  ...consultationForms,
  ...jointForms,
];

/** The form of a command. */
export const formOf = (type: string): CommandForm | undefined =>
  commandForms.find((each) => each.type === type);
