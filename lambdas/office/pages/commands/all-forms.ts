import { besideForms } from './beside-forms.ts';
import { boardForms } from './board-forms.ts';
import type { CommandForm } from './command-form.ts';
import { consultationForms } from './consultation-forms.ts';
import { councilForms } from './council-forms.ts';
import { jointForms } from './joint-forms.ts';
import { lateForms } from './late-forms.ts';
import { moversForms } from './movers-forms.ts';
import { paperForms } from './paper-forms.ts';
import { preparationForms } from './preparation-forms.ts';
import { registrationForms } from './registration-forms.ts';

/** Every command form. A test holds each command of the transition table to one. */
export const commandForms: readonly CommandForm[] = [
  ...moversForms,
  ...registrationForms,
  ...paperForms,
  ...preparationForms,
  ...consultationForms,
  ...jointForms,
  ...boardForms,
  ...councilForms,
  ...lateForms,
  ...besideForms,
];

/** The form of a command. */
export const formOf = (type: string): CommandForm | undefined =>
  commandForms.find((each) => each.type === type);
