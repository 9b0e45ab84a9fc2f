import type { Context } from 'hono';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { invitation } from '../../../domain/invitations.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import { type Field, type Filled, firstOf } from '../../../web/forms/field.ts';
import { FormPage } from '../../../web/forms/form-page.tsx';
import { readForm } from '../../../web/forms/read-form.ts';
import { invitedPage } from '../../../web/office/people-pages.tsx';
import { invite, revokeInvitation } from '../../casework/invitations.ts';
import { Conflict } from '../../failures.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultOfRefusal, faultsOfInput } from './faults.ts';
import { codeHashOf, newCode } from './invitation-code.ts';
import { invitePath, peoplePath } from './paths.ts';
import { personFields, roleChoices } from './person-forms.ts';
import { requireRole } from './require-role.ts';
import { chromeOf, send } from './respond.ts';

type Pages = Context<PageEnv>;

const fields: readonly Field[] = [
  ...personFields,
  { kind: 'several', name: 'roles', label: 'Roller', choices: roleChoices },
];

const given = invitation.pick({ name: true, roles: true, memberId: true, partyGroup: true, unit: true });

/** An administrator invites somebody, and takes an invitation back (architecture §9). */
export const addInviteRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(invitePath, (context) => {
    requireRole(context.get('actor'), 'administrator');
    return showForm(context, desk, { commandId: [newCode()] }, []);
  });
  app.post(invitePath, async (context) => {
    const actor = context.get('actor');
    requireRole(actor, 'administrator');
    const filled = context.get('filled');
    const read = readForm(fields, filled);
    const parsed = given.safeParse(read.value);
    if (!parsed.success || read.faults.length > 0) {
      return showForm(
        context,
        desk,
        filled,
        parsed.success ? read.faults : faultsFor(read.faults, parsed.error),
      );
    }
    // The code is the form's own id, so that one that is sent twice invites once.
    const code = firstOf(filled, 'commandId');
    const answer = await invite(desk, { ...parsed.data, codeHash: codeHashOf(code) }, actor);
    if (answer.kind === 'refusal') return showForm(context, desk, filled, [faultOfRefusal(answer)]);
    const { name, expiresAt } = answer.invitation;
    const signInAt = `${desk.organisation.publicUrl}/kontor`;
    const view = { chrome: chromeOf(context, desk), name, code, signInAt, validTo: stockholmDate(expiresAt) };
    return send(context, invitedPage(view));
  });
  app.post(`${invitePath}/aterta`, async (context) => {
    const actor = context.get('actor');
    requireRole(actor, 'administrator');
    try {
      await revokeInvitation(desk, firstOf(context.get('filled'), 'codeHash'), actor);
    } catch (error) {
      // Used in the meantime, or taken back already: the list says which.
      if (!(error instanceof Conflict)) throw error;
      return context.redirect(peoplePath, 303);
    }
    return context.redirect(`${peoplePath}?gjort=register.revoked`, 303);
  });
};

const faultsFor = (faults: readonly FieldFault[], error: Parameters<typeof faultsOfInput>[0]) =>
  faults.length > 0 ? faults : faultsOfInput(error);

const showForm = (context: Pages, desk: PagesDesk, filled: Filled, faults: readonly FieldFault[]) =>
  send(
    context,
    FormPage({
      chrome: chromeOf(context, desk),
      trail: [['Personer', peoplePath]],
      title: 'Bjud in en person',
      lead: 'Personen loggar in som vanligt och skriver en kod som du får här. Koden knyter inloggningen till personen, en gång.',
      fields,
      filled,
      faults,
      commandId: firstOf(filled, 'commandId') || newCode(),
      submit: 'Bjud in',
      cancel: peoplePath,
    }),
    faults.length > 0 ? 400 : 200,
  );
