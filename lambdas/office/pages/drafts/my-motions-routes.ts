import { stockholmDate } from '../../../../domain/calendar-date.ts';
import { isIn, type Motion, workingText } from '../../../../domain/motion.ts';
import { mayRead } from '../../../../domain/permissions.ts';
import type { Actor } from '../../../../domain/roles.ts';
import { statusName } from '../../../../domain/status-names.ts';
import { type MyMotion, myMotionsPage } from '../../../../web/office/my-motions-page.tsx';
import { receiptPage } from '../../../../web/office/receipt-page.tsx';
import { NotFound } from '../../../failures.ts';
import type { PagesApp, PagesDesk } from '../desk.ts';
import { casePath, draftPath, myMotionsPath, newDraftPath } from '../paths.ts';
import { chromeOf, send } from '../respond.ts';
import { shownMovers } from '../shown-names.ts';
import { visibleCase } from '../visible-case.ts';
import { nextMeeting } from './draft-facts.ts';

/** Motions of a group, and of a signatory, on the page; the rest is in the public register. */
const mostShown = 200;

/** Mina motioner, and the receipt of one that has been handed in. */
export const addMyMotionsRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(myMotionsPath, async (context) => {
    const actor = context.get('actor');
    if (!actor.roles.some((role) => role === 'member' || role === 'group-secretary'))
      throw new NotFound('page');
    const { motions, isMore } = await ownMotions(desk, actor);
    const rows = await Promise.all(motions.map((motion) => rowOf(desk, motion, actor)));
    const isDraft = (index: number) => motions[index]?.status === 'Draft';
    const view = myMotionsPage({
      chrome: chromeOf(context, desk),
      begin: newDraftPath,
      group: actor.partyGroup,
      drafts: rows.filter((_, index) => isDraft(index)),
      motions: rows.filter((_, index) => !isDraft(index)),
      isMore,
    });
    return send(context, view);
  });
  addReceiptRoute(app, desk);
};

const ownMotions = async ({ cases }: PagesDesk, { personId, partyGroup, memberId, ...rest }: Actor) => {
  const actor = { personId, partyGroup, memberId, ...rest };
  const page = { limit: mostShown };
  const [group, signed] = await Promise.all([
    cases.byPartyGroup(partyGroup ?? `person:${personId}`, page),
    memberId === undefined ? undefined : cases.bySignatory(memberId, page),
  ]);
  const found = [...group.items, ...(signed?.items ?? [])].map(({ motion }) => motion);
  const distinct = new Map(found.map((motion) => [motion.caseId, motion]));
  return {
    motions: [...distinct.values()].filter((motion) => mayRead(motion, actor)),
    isMore: group.cursor !== undefined || signed?.cursor !== undefined,
  };
};

/** What waits for the reader in a motion that is in its movers' hands. */
const waitsIn = (motion: Motion, { memberId }: Actor): string | undefined => {
  if (!isIn(motion, ['Draft', 'Returned'])) return undefined;
  const own = motion.signatories.find((each) => each.memberId === memberId);
  const isToApprove =
    own !== undefined && own.withdrawnOn === undefined && own.approvedHash !== workingText(motion).text.hash;
  if (isToApprove) return 'du ska godkänna';
  return motion.status === 'Returned' ? 'ska kompletteras' : undefined;
};

const rowOf = async ({ cases }: PagesDesk, motion: Motion, actor: Actor): Promise<MyMotion> => {
  const { caseId } = motion;
  const found = (await cases.document(caseId, motion.text.documentId))?.text;
  return {
    href: motion.status === 'Draft' ? draftPath(caseId) : casePath(caseId),
    title: found?.kind === 'motion' ? found.content.title : 'Utan titel',
    number: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
    state: statusName[motion.status],
    receivedOn: 'receivedOn' in motion ? motion.receivedOn : undefined,
    waits: waitsIn(motion, actor),
  };
};

const addReceiptRoute = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/arenden/:caseId/kvitto', async (context) => {
    const actor = context.get('actor');
    const { motion } = await visibleCase(desk, context.req.param('caseId'), actor);
    if (!('receivedOn' in motion)) return context.redirect(draftPath(motion.caseId), 303);
    const [stored, moversOf, meeting] = await Promise.all([
      desk.cases.document(motion.caseId, motion.text.documentId),
      shownMovers(desk, [motion], actor),
      'announcedOn' in motion ? undefined : nextMeeting(desk, stockholmDate(desk.now())),
    ]);
    if (stored?.text.kind !== 'motion') throw new NotFound('receipt');
    const { title, body, clauses } = stored.text.content;
    const view = receiptPage({
      chrome: chromeOf(context, desk),
      home: casePath(motion.caseId),
      title,
      number: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
      receivedOn: motion.receivedOn,
      movers: moversOf(motion),
      hash: motion.text.hash,
      body,
      clauses,
      meeting,
      council: desk.organisation.bodies.council,
    });
    return send(context, view);
  });
};
