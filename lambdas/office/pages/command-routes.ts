import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { personCommand } from '../../../domain/commands.ts';
import { possibleCommands } from '../../../domain/permissions.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../web/forms/field.ts';
import { FormPage } from '../../../web/forms/form-page.tsx';
import { readForm } from '../../../web/forms/read-form.ts';
import { confirmCommandPage } from '../../../web/office/confirm-command.tsx';
import { actOnCase, refusalOnCase } from '../../casework/act-on-case.ts';
import { Conflict, NotFound } from '../../failures.ts';
import type { CaseState } from '../../ports/case-store.ts';
import { isDone } from '../answers.ts';
import { formOf } from './commands/all-forms.ts';
import type { CommandForm, FormFacts } from './commands/command-form.ts';
import { effectOf } from './commands/effect.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultOfConflict, faultOfRefusal, faultsOfInput } from './faults.ts';
import { casePath } from './paths.ts';
import { chromeOf, send } from './respond.ts';
import { visibleCase } from './visible-case.ts';

/** A form that is being dealt with: whose, of which case, and what has been filled in. */
interface Asked {
  readonly desk: PagesDesk;
  readonly form: CommandForm;
  readonly state: CaseState;
  readonly facts: FormFacts;
  readonly filled: Filled;
}

type Pages = Context<PageEnv>;

/** The page of each command on a case: it asks, has the law look, asks again where letters go out, and does it. */
export const addCommandRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/arenden/:caseId/gor/:command';
  app.get(path, async (context) => {
    const asked = await askedOf(context, desk, {});
    const initial = (await asked.form.initial?.(asked.facts)) ?? {};
    return formResponse(context, { ...asked, filled: initial }, []);
  });
  app.post(path, async (context) => {
    const filled = context.get('filled');
    const asked = await askedOf(context, desk, filled);
    return firstOf(filled, 'steg') === 'andra'
      ? formResponse(context, asked, [])
      : answerForm(context, asked);
  });
};

const askedOf = async (context: Pages, desk: PagesDesk, filled: Filled): Promise<Asked> => {
  const actor = context.get('actor');
  const state = await visibleCase(desk, context.req.param('caseId') ?? '', actor);
  const form = formOf(context.req.param('command') ?? '');
  if (form === undefined) throw new NotFound('command');
  const { motion } = state;
  const stored = (await desk.cases.document(motion.caseId, motion.text.documentId))?.text;
  const text = stored?.kind === 'motion' ? stored.content : undefined;
  const facts = { desk, motion, text, actor, today: stockholmDate(desk.now()) };
  return { desk, form, state, facts, filled };
};

const answerForm = async (context: Pages, asked: Asked) => {
  const { desk, form, state, facts, filled } = asked;
  const read = readForm((await form.fields?.(facts)) ?? [], filled);
  if (read.faults.length > 0) return formResponse(context, asked, read.faults);
  const value = form.commandOf?.(read.value) ?? read.value;
  const parsed = personCommand.safeParse({ type: form.type, ...value });
  if (!parsed.success) return formResponse(context, asked, faultsOfInput(parsed.error));
  const request = {
    caseId: state.motion.caseId,
    commandId: firstOf(filled, 'commandId') || randomUUID(),
    command: parsed.data,
    actor: facts.actor,
    expectedVersion: versionIn(filled),
  };
  try {
    if (firstOf(filled, 'steg') !== 'bekrafta') {
      const refused = await refusalOnCase(desk, request);
      if (refused !== undefined) return formResponse(context, asked, [faultOfRefusal(refused)]);
      const effect = await effectOf(desk, state.motion, form.type);
      if (form.isRisky === true || effect.letters.length > 0) {
        const { chrome, trail } = around(context, asked);
        return send(context, confirmCommandPage({ chrome, trail, form, effect, filled }));
      }
    }
    const answer = await actOnCase(desk, request);
    if (!isDone(answer)) return formResponse(context, asked, [faultOfRefusal(answer)]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return formResponse(context, asked, [faultOfConflict()]);
  }
  return context.redirect(`${casePath(state.motion.caseId)}?gjort=${form.type}`, 303);
};

const versionIn = (filled: Filled): number | undefined => {
  const text = firstOf(filled, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

const around = (context: Pages, { desk, state, facts }: Asked) => {
  const { motion } = state;
  const number = 'registrationNumber' in motion ? motion.registrationNumber : undefined;
  const name = number ?? facts.text?.title ?? 'Ärendet';
  return { chrome: chromeOf(context, desk), trail: [[name, casePath(motion.caseId)]] as const };
};

const formResponse = async (context: Pages, asked: Asked, faults: readonly FieldFault[]) => {
  const { desk, form, state, facts, filled } = asked;
  const { chrome, trail } = around(context, asked);
  const possible = possibleCommands(state.motion, facts.actor, desk.organisation.approvalChain);
  const mine = possible.find((each) => each.command === form.type);
  const told = faults.length > 0 || mine?.isPermitted === true ? faults : [notNow(mine?.mayBeDoneBy)];
  const view = FormPage({
    chrome,
    trail,
    title: form.label,
    lead: form.lead,
    fields: (await form.fields?.(facts)) ?? [],
    filled,
    faults: told,
    // A new id with each showing of a form that was not sent; the same one while it is mended.
    commandId: firstOf(filled, 'commandId') || randomUUID(),
    version: state.motion.version,
    submit: form.label,
    cancel: casePath(state.motion.caseId),
  });
  return send(context, view, told.length > 0 ? (mine?.isPermitted === true ? 400 : 409) : 200);
};

const notNow = (mayBeDoneBy: readonly string[] = []): FieldFault => ({
  message:
    mayBeDoneBy.length === 0
      ? 'Det går inte i det läge ärendet har nu.'
      : 'Du får inte göra detta i det här ärendet.',
  mayBeDoneBy,
});
