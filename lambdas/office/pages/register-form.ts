import type { Context } from 'hono';
import { type CalendarDate, stockholmDate } from '../../../domain/calendar-date.ts';
import { mayKeepRegisters } from '../../../domain/permissions.ts';
import type { Actor } from '../../../domain/roles.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import type { Field, Filled } from '../../../web/forms/field.ts';
import { NotFound } from '../../failures.ts';
import type { Versioned } from '../../ports/people-store.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';

type Read = Readonly<Record<string, unknown>>;

/** A change to a person or a member of the registers, as a page asks for it. */
export interface RegisterForm<T> {
  readonly path: string;
  readonly label: string;
  readonly lead?: string;
  /** Whom it is about: as the record stands, or a new one at version 0. */
  readonly find: (context: Context<PageEnv>) => Promise<Versioned<T> | undefined>;
  readonly home: (value: T) => string;
  readonly name: (value: T) => string;
  readonly fields: (value: T, today: CalendarDate) => readonly Field[];
  readonly initial?: (value: T) => Filled;
  /** The record after what was filled in, or what is wrong with that. */
  readonly change: (
    value: T,
    read: Read,
  ) => { readonly next: T } | { readonly faults: readonly FieldFault[] };
  readonly save: (next: T, seen: number, actor: Actor) => Promise<number>;
}

/**
 * A form that changes a register. Only an administrator's; saved on the version seen, each change an entry in the log
 * (architecture §9).
 */
export const addRegisterForm = <T>(app: PagesApp, desk: PagesDesk, form: RegisterForm<T>): void => {
  app.get(form.path, async (context) => {
    const found = await findFor(context, form);
    const asked = askedOf(context, desk, form, found, form.initial?.(found.value) ?? {});
    return showForm(context, desk, asked, []);
  });
  app.post(form.path, async (context) => {
    const found = await findFor(context, form);
    return answerForm(context, desk, askedOf(context, desk, form, found, context.get('filled')));
  });
};

const findFor = async <T>(context: Context<PageEnv>, form: RegisterForm<T>): Promise<Versioned<T>> => {
  const found = mayKeepRegisters(context.get('actor')) ? await form.find(context) : undefined;
  if (found === undefined) throw new NotFound('record');
  return found;
};

const askedOf = <T>(
  context: Context<PageEnv>,
  desk: PagesDesk,
  form: RegisterForm<T>,
  { value, version }: Versioned<T>,
  filled: Filled,
): AskedForm<T> => {
  const { label, lead } = form;
  return {
    form: lead === undefined ? { label } : { label, lead },
    fields: form.fields(value, stockholmDate(desk.now())),
    filled,
    trail: [[form.name(value), form.home(value)]],
    home: form.home(value),
    afterwards: (next) => `${form.home(next)}?gjort=register.saved`,
    version,
    mine: { isPermitted: true, mayBeDoneBy: [] },
    parse: (read) => {
      const changed = form.change(value, read);
      return 'faults' in changed ? changed : { command: changed.next };
    },
    refusal: async () => undefined,
    effect: async () => ({ statuses: [], letters: [], recipients: [] }),
    act: async (next, { expectedVersion = version }) => ({
      kind: 'done',
      version: await form.save(next, expectedVersion, context.get('actor')),
      repeated: false,
    }),
  };
};
