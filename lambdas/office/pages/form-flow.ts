import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Refusal } from '../../../domain/refusal.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import { type Field, type Filled, firstOf } from '../../../web/forms/field.ts';
import { FormPage, RefusedPage } from '../../../web/forms/form-page.tsx';
import { readForm } from '../../../web/forms/read-form.ts';
import { confirmCommandPage } from '../../../web/office/confirm-command.tsx';
import type { Answer } from '../../casework/answer.ts';
import { Conflict } from '../../failures.ts';
import { isDone } from '../answers.ts';
import type { Effect } from './commands/effect.ts';
import type { PageEnv, PagesDesk } from './desk.ts';
import { faultInForm, faultOfConflict } from './faults.ts';
import { chromeOf, send } from './respond.ts';

/** The caller's id for a command, and the version of the record the person has seen. */
export interface Sending {
  readonly commandId: string;
  readonly expectedVersion: number | undefined;
}

/** A form that is being dealt with: what it asks, what has been filled in, and what is done with it. */
export interface AskedForm<Command> {
  readonly form: { readonly label: string; readonly lead?: string; readonly isRisky?: boolean };
  readonly fields: readonly Field[];
  readonly filled: Filled;
  readonly trail: readonly (readonly [label: string, href: string])[];
  /** Where one goes without doing it, and where afterwards. */
  readonly home: string;
  readonly afterwards: string | ((command: Command) => string);
  readonly version: number | undefined;
  /** Whether the person may now, else who; undefined where nobody can as things stand. */
  readonly mine: { readonly isPermitted: boolean; readonly mayBeDoneBy: readonly string[] } | undefined;
  /** When it can be done, where that can be told. */
  readonly when?: string | undefined;
  /** The command that the form's values make, or what is wrong with them. */
  readonly parse: (
    value: Readonly<Record<string, unknown>>,
  ) => { readonly command: Command } | { readonly faults: readonly FieldFault[] };
  readonly refusal: (command: Command, sending: Sending) => Promise<Refusal | undefined>;
  readonly effect: (command: Command) => Promise<Effect>;
  readonly act: (command: Command, sending: Sending) => Promise<Answer>;
  /** What stands beside the form, to be read while it is filled in. */
  readonly beside?: Child;
}

type Pages = Context<PageEnv>;

/** Answers a form that was sent: reads it, has the law look, asks once more where that is due, and does it. */
export const answerForm = async <Command>(context: Pages, desk: PagesDesk, asked: AskedForm<Command>) => {
  const { filled, form } = asked;
  if (firstOf(filled, 'steg') === 'andra') return showForm(context, desk, asked, []);
  const read = readForm(asked.fields, filled);
  if (read.faults.length > 0) return showForm(context, desk, asked, read.faults);
  const parsed = asked.parse(read.value);
  if ('faults' in parsed) return showForm(context, desk, asked, parsed.faults);
  const { command } = parsed;
  const sending = {
    commandId: firstOf(filled, 'commandId') || randomUUID(),
    expectedVersion: versionIn(filled),
  };
  try {
    if (firstOf(filled, 'steg') !== 'bekrafta') {
      const refused = await asked.refusal(command, sending);
      if (refused !== undefined) return showForm(context, desk, asked, [faultInForm(refused, asked)]);
      const effect = await asked.effect(command);
      if (form.isRisky === true || effect.letters.length > 0) {
        const { trail } = asked;
        return send(
          context,
          confirmCommandPage({ chrome: chromeOf(context, desk), trail, form, effect, filled }),
        );
      }
    }
    const answer = await asked.act(command, sending);
    if (!isDone(answer)) return showForm(context, desk, asked, [faultInForm(answer, asked)]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showForm(context, desk, asked, [faultOfConflict()]);
  }
  const { afterwards } = asked;
  return context.redirect(typeof afterwards === 'string' ? afterwards : afterwards(command), 303);
};

/** The version that a form says its writer had seen. */
export const versionIn = (filled: Filled): number | undefined => {
  const text = firstOf(filled, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

/** Shows a form, with what is wrong in it; to who comes to one that cannot be sent now, only that and who may. */
export const showForm = async <Command>(
  context: Pages,
  desk: PagesDesk,
  asked: AskedForm<Command>,
  faults: readonly FieldFault[],
) => {
  const { form, mine, filled, trail, fields, version, home } = asked;
  const told =
    faults.length > 0 || mine?.isPermitted === true ? faults : [notNow(mine?.mayBeDoneBy, asked.when)];
  const chrome = chromeOf(context, desk);
  // What has been sent is shown again with all that was filled in; before that there is nothing to keep.
  if (mine?.isPermitted !== true && context.req.method === 'GET')
    return send(context, RefusedPage({ chrome, trail, title: form.label, faults: told, back: home }), 409);
  const view = FormPage({
    chrome,
    trail,
    title: form.label,
    lead: form.lead,
    fields,
    filled,
    faults: told,
    // A new id with each showing of a form that was not sent; the same one while it is mended.
    commandId: firstOf(filled, 'commandId') || randomUUID(),
    version,
    submit: form.label,
    cancel: home,
    ...(asked.beside === undefined ? {} : { beside: asked.beside }),
  });
  return send(context, view, told.length > 0 ? (mine?.isPermitted === true ? 400 : 409) : 200);
};

/** What is said to who cannot do it now, with who can. */
export const notNow = (mayBeDoneBy: readonly string[] = [], when?: string): FieldFault => ({
  message:
    mayBeDoneBy.length === 0
      ? ['Det går inte i det läge ärendet har nu.', when].filter(Boolean).join(' ')
      : 'Du får inte göra detta i det här ärendet.',
  mayBeDoneBy,
});
