import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { beginningCommand } from '../../../domain/commands.ts';
import { letterName } from '../../../domain/letters.ts';
import { publicName } from '../../../domain/members.ts';
import { statusName } from '../../../domain/status-names.ts';
import { type Filled, firstOf } from '../../../web/forms/field.ts';
import { actOnCase, refusalOnCase } from '../../casework/act-on-case.ts';
import { caseIdOf } from '../case-routes.ts';
import { paperMotionFields, paperMotionOf } from './commands/paper-motion.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';
import { casePath, listPath, paperMotionPath } from './paths.ts';
import { requireRole } from './require-role.ts';

type Begin = ReturnType<typeof beginningCommand.parse>;

/** A motion that has come in on paper is entered by the registrar; the case begins with its receipt (TF 2:9). */
export const addPaperMotionRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(paperMotionPath, async (context) => {
    const today = stockholmDate(desk.now());
    return showForm(context, desk, await askedOf(context, desk, { receivedOn: [today] }), []);
  });
  app.post(paperMotionPath, async (context) => {
    const filled = context.get('filled');
    const commandId = firstOf(filled, 'commandId') || randomUUID();
    return answerForm(context, desk, await askedOf(context, desk, { ...filled, commandId: [commandId] }));
  });
};

const form = {
  label: 'För in en motion på papper',
  lead: 'Det som har kommit in är inkommet även om något fattas: det kan återlämnas för komplettering när det är registrerat (OSL 5:1).',
};

/**
 * The form as it is dealt with, whoever filled it in: somebody at the keys, or a file that was read.
 * @param caseId the case it begins; one of the writer's own when absent
 */
export const askedOf = async (
  context: Context<PageEnv>,
  desk: PagesDesk,
  filled: Filled,
  caseId = caseIdOf(context.get('actor'), firstOf(filled, 'commandId')),
): Promise<AskedForm<Begin>> => {
  const actor = context.get('actor');
  requireRole(actor, 'registrar');
  return {
    form,
    fields: [
      { kind: 'date', name: 'receivedOn', label: 'Kom in', hint: 'Den dag papperet nådde registrator.' },
      ...(await paperMotionFields(desk, stockholmDate(desk.now()), actor)),
    ],
    filled,
    trail: [['Ärenden', listPath]],
    home: listPath,
    afterwards: `${casePath(caseId)}?gjort=import-motion`,
    version: undefined,
    mine: { isPermitted: true, mayBeDoneBy: [] },
    parse: (value) => {
      const parsed = beginningCommand.safeParse({ type: 'import-motion', ...paperMotionOf(value) });
      return parsed.success ? { command: parsed.data } : { faults: faultsOfInput(parsed.error) };
    },
    refusal: (command, sending) => refusalOnCase(desk, { caseId, command, actor, ...sending }),
    effect: (command) => effectOf(desk, command),
    act: (command, sending) => actOnCase(desk, { caseId, command, actor, ...sending }),
  };
};

/** A receipt goes to those who are named on the paper; to nobody when no name can be read. */
const effectOf = async ({ people }: PagesDesk, { signatories }: Begin) => {
  const members = await people.membersById(signatories);
  return {
    statuses: [statusName.Received],
    letters: signatories.length === 0 ? [] : [letterName.received],
    recipients: [...members.values()].map(publicName),
  };
};
