import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { partyOn, publicName } from '../../../../domain/members.ts';
import { workingText } from '../../../../domain/motion.ts';
import type { FieldFault } from '../../../../web/chrome.ts';
import { firstOf } from '../../../../web/forms/field.ts';
import { readDraftPage } from '../../../../web/office/read-draft-page.tsx';
import { actOnCase } from '../../../casework/act-on-case.ts';
import { NotFound } from '../../../failures.ts';
import { isDone } from '../../answers.ts';
import type { PageEnv, PagesApp, PagesDesk } from '../desk.ts';
import { faultOfRefusal } from '../faults.ts';
import { draftPath } from '../paths.ts';
import { chromeOf, send } from '../respond.ts';
import { type DraftFacts, draftFactsOf } from './draft-facts.ts';

type Pages = Context<PageEnv>;

/** Each named member reads the text and approves exactly that (domain.md §11.1 row 0b). */
export const addApproveRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/utkast/:caseId/las';
  app.get(path, async (context) => show(context, desk, await factsOf(context, desk), []));
  app.post(path, async (context) => {
    const { actor, motion } = await factsOf(context, desk);
    if (motion === undefined) throw new NotFound('draft');
    const filled = context.get('filled');
    const answer = await actOnCase(desk, {
      caseId: motion.caseId,
      commandId: firstOf(filled, 'commandId') || randomUUID(),
      command: { type: 'approve-text', textHash: firstOf(filled, 'textHash') },
      actor,
    });
    // The text may have been changed meanwhile: then the new one is shown, to be read.
    if (!isDone(answer)) return show(context, desk, await factsOf(context, desk), [faultOfRefusal(answer)]);
    return context.redirect(`${draftPath(motion.caseId)}?gjort=approve-text`, 303);
  });
};

const factsOf = (context: Pages, desk: PagesDesk): Promise<DraftFacts> =>
  draftFactsOf(desk, context.get('actor'), context.req.param('caseId') ?? '');

const show = (context: Pages, desk: PagesDesk, facts: DraftFacts, faults: readonly FieldFault[]) => {
  const { motion, stored, members, actor, today } = facts;
  if (motion === undefined || stored === undefined) throw new NotFound('draft');
  const { hash } = workingText(motion).text;
  const own = motion.signatories.find(({ memberId }) => memberId === actor.memberId);
  const movers = motion.signatories.flatMap(({ memberId, approvedHash, party }) => {
    const who = members.get(memberId);
    if (who === undefined) return [];
    const name = memberId === actor.memberId ? who.name : publicName(who);
    return [{ name, party: party ?? partyOn(who, today), hasApproved: approvedHash === hash }];
  });
  const view = readDraftPage({
    chrome: chromeOf(context, desk),
    back: draftPath(motion.caseId),
    ...stored.text,
    movers,
    textHash: hash,
    hasApproved: own?.approvedHash === hash,
    mayApprove: own !== undefined,
    faults,
    commandId: randomUUID(),
  });
  return send(context, view, faults.length > 0 ? 409 : 200);
};
