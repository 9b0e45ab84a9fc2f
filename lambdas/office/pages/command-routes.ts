import type { Context } from 'hono';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { type PersonCommand, personCommand } from '../../../domain/commands.ts';
import { possibleCommands, whenPossible } from '../../../domain/permissions.ts';
import type { Filled } from '../../../web/forms/field.ts';
import { actOnCase, refusalOnCase } from '../../casework/act-on-case.ts';
import { NotFound } from '../../failures.ts';
import type { CaseState } from '../../ports/case-store.ts';
import { formOf } from './commands/all-forms.ts';
import type { CommandForm, FormFacts } from './commands/command-form.ts';
import { effectOf } from './commands/effect.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';
import { casePath } from './paths.ts';
import { visibleCase } from './visible-case.ts';

type Pages = Context<PageEnv>;

/** The page of each command on a case: it asks, has the law look, asks again where letters go out, and does it. */
export const addCommandRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/arenden/:caseId/gor/:command';
  app.get(path, async (context) => {
    const { form, facts, state } = await formFacts(context, desk);
    if (form.page !== undefined) return context.redirect(form.page(state.motion.caseId), 303);
    const initial = (await form.initial?.(facts)) ?? {};
    return showForm(context, desk, await askedOf(desk, form, state, facts, initial), []);
  });
  app.post(path, async (context) => {
    const { form, facts, state } = await formFacts(context, desk);
    return answerForm(context, desk, await askedOf(desk, form, state, facts, context.get('filled')));
  });
};

const formFacts = async (context: Pages, desk: PagesDesk) => {
  const actor = context.get('actor');
  const state = await visibleCase(desk, context.req.param('caseId') ?? '', actor);
  const form = formOf(context.req.param('command') ?? '');
  if (form === undefined) throw new NotFound('command');
  const { motion } = state;
  const stored = (await desk.cases.document(motion.caseId, motion.text.documentId))?.text;
  const text = stored?.kind === 'motion' ? stored.content : undefined;
  const facts: FormFacts = { desk, motion, text, actor, today: stockholmDate(desk.now()) };
  return { form, facts, state };
};

const askedOf = async (
  desk: PagesDesk,
  form: CommandForm,
  { motion }: CaseState,
  facts: FormFacts,
  filled: Filled,
): Promise<AskedForm<PersonCommand>> => {
  const { caseId } = motion;
  const { actor, text } = facts;
  const number = 'registrationNumber' in motion ? motion.registrationNumber : undefined;
  const possible = possibleCommands(motion, actor, desk.organisation.approvalChain);
  const lead = (await form.leadNow?.(facts)) ?? form.lead;
  return {
    form: lead === undefined ? form : { ...form, lead },
    fields: (await form.fields?.(facts)) ?? [],
    filled,
    trail: [[number ?? text?.title ?? 'Ärendet', casePath(caseId)]],
    home: casePath(caseId),
    afterwards: `${(form.afterwards ?? casePath)(caseId)}?gjort=${form.type}`,
    version: motion.version,
    mine: possible.find((each) => each.command === form.type),
    when: whenPossible(form.type),
    parse: (value) => {
      const parsed = personCommand.safeParse({ type: form.type, ...(form.commandOf?.(value) ?? value) });
      return parsed.success ? { command: parsed.data } : { faults: faultsOfInput(parsed.error) };
    },
    refusal: (command, sending) => refusalOnCase(desk, { caseId, command, actor, ...sending }),
    effect: () => effectOf(desk, motion, form.type),
    act: (command, sending) => actOnCase(desk, { caseId, command, actor, ...sending }),
  };
};
