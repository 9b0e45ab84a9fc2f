import type { Context } from 'hono';
import type { Filled } from '../../../web/forms/field.ts';
import { restartCase } from '../../casework/restart-case.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';
import { casePath } from './paths.ts';
import { requireRole } from './require-role.ts';
import { visibleCase } from './visible-case.ts';

/** A case that has stopped is let go on, when what stopped it has been mended (architecture §4). */
export const addRestartRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/arenden/:caseId/starta-om';
  app.get(path, async (context) => showForm(context, desk, await askedOf(context, desk, {}), []));
  app.post(path, async (context) =>
    answerForm(context, desk, await askedOf(context, desk, context.get('filled'))),
  );
};

const askedOf = async (
  context: Context<PageEnv>,
  desk: PagesDesk,
  filled: Filled,
): Promise<AskedForm<undefined>> => {
  const actor = context.get('actor');
  const { motion } = await visibleCase(desk, context.req.param('caseId') ?? '', actor);
  requireRole(actor, 'registrar');
  const { caseId } = motion;
  return {
    form: {
      label: 'Starta om ärendet',
      lead: 'Använd detta när ett ärende har stannat och felet är avhjälpt. Ärendets läge ändras inte: det som väntar på någon väntar igen, och brev som inte gick att skicka skickas på nytt.',
    },
    fields: [],
    filled,
    trail: [
      [
        'registrationNumber' in motion ? (motion.registrationNumber ?? 'Ärendet') : 'Ärendet',
        casePath(caseId),
      ],
    ],
    home: casePath(caseId),
    afterwards: `${casePath(caseId)}?gjort=restart`,
    version: motion.version,
    mine: { isPermitted: true, mayBeDoneBy: [] },
    parse: () => ({ command: undefined }),
    refusal: async () => undefined,
    effect: async () => ({ statuses: [], letters: [], recipients: [] }),
    act: async () => {
      const answer = await restartCase(desk, { caseId, actor });
      return answer.kind === 'refusal' ? answer : { kind: 'done', version: motion.version, repeated: false };
    },
  };
};
