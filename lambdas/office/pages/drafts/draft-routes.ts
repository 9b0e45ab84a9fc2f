import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { stockholmTime } from '../../../../domain/calendar-date.ts';
import { workingText } from '../../../../domain/motion.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import { draftPage } from '../../../../web/office/draft-page.tsx';
import type { TextConflict } from '../../../../web/office/two-texts.tsx';
import { NotFound } from '../../../failures.ts';
import { momentOf } from '../answer/answer-log.ts';
import type { PageEnv, PagesApp, PagesDesk } from '../desk.ts';
import { casePath, draftPath, newDraftPath } from '../paths.ts';
import { chromeOf, send } from '../respond.ts';
import { personNames } from '../shown-names.ts';
import { visibleCase } from '../visible-case.ts';
import { addApproveRoutes } from './approve-routes.ts';
import { type DraftFacts, draftFactsOf, isWritable } from './draft-facts.ts';
import { changedBy, draftIn, filledWith } from './draft-form.ts';
import { type DraftWriting, draftProps, draftRows } from './draft-view.ts';
import { type SavedDraft, saveDraft } from './save-draft.ts';

type Pages = Context<PageEnv>;

/** Writing a motion: a new one, a draft, or one that came back to be completed (domain.md §11.1 rows 0–1b, 4). */
export const addDraftRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(newDraftPath, async (context) => show(context, desk, await newFacts(context, desk), undefined));
  app.post(newDraftPath, async (context) => answer(context, desk, await newFacts(context, desk)));
  const path = '/kontor/utkast/:caseId';
  app.get(path, async (context) => {
    const actor = context.get('actor');
    const caseId = context.req.param('caseId');
    const { motion } = await visibleCase(desk, caseId, actor);
    if (!isWritable(motion, actor)) return context.redirect(casePath(caseId), 303);
    return show(context, desk, await draftFactsOf(desk, actor, caseId), undefined);
  });
  app.post(path, async (context) =>
    answer(context, desk, await draftFactsOf(desk, context.get('actor'), context.req.param('caseId'))),
  );
  addApproveRoutes(app, desk);
};

/** Members and the secretaries of their groups write motions (KL 4:19, 4:33); for others there is no such page. */
const newFacts = (context: Pages, desk: PagesDesk): Promise<DraftFacts> => {
  const actor = context.get('actor');
  if (!actor.roles.some((role) => role === 'member' || role === 'group-secretary'))
    throw new NotFound('page');
  return draftFactsOf(desk, actor, undefined);
};

const begun = ({ stored, actor }: DraftFacts): Filled =>
  filledWith(
    stored ?? {
      text: { title: '', body: '', clauses: ['', ''] },
      signatories: actor.memberId === undefined ? [] : [actor.memberId],
    },
  );

const show = (
  context: Pages,
  desk: PagesDesk,
  facts: DraftFacts,
  writing: DraftWriting | undefined,
  status: 200 | 400 | 409 = 200,
) => {
  const props = draftProps(desk, facts, writing ?? { filled: begun(facts), faults: [] });
  return send(context, draftPage({ chrome: chromeOf(context, desk), ...props }), status);
};

const answer = async (context: Pages, desk: PagesDesk, facts: DraftFacts) => {
  const filled = context.get('filled');
  const step = firstOf(filled, 'steg');
  const changed = changedBy(filled, step);
  if (changed !== undefined) return show(context, desk, facts, { filled: changed, faults: [] });
  if (step === 'sok') return show(context, desk, facts, { filled, faults: [] });
  const saved = await saveDraft(desk, facts, filled);
  return step === 'autospara' ? autosaved(context, desk, saved) : shown(context, desk, facts, filled, saved);
};

const shown = async (
  context: Pages,
  desk: PagesDesk,
  facts: DraftFacts,
  filled: Filled,
  saved: SavedDraft,
) => {
  switch (saved.kind) {
    case 'done': {
      const done = facts.motion === undefined ? 'start-draft' : 'revise-text';
      return context.redirect(`${draftPath(saved.caseId)}?gjort=${done}`, 303);
    }
    case 'faults':
      return show(context, desk, facts, { filled, faults: saved.faults }, 400);
    case 'conflict': {
      const conflict = await conflictOf(desk, saved.now, filled);
      return show(context, desk, saved.now, { filled, faults: [], conflict }, 409);
    }
  }
};

/** What the script is told: where the draft is now, or that the person has to look. */
const autosaved = async (context: Pages, desk: PagesDesk, saved: SavedDraft) => {
  context.header('cache-control', 'no-store');
  if (saved.kind === 'conflict')
    return context.json({ says: 'Någon annan har sparat. Tryck Spara för att se båda texterna.' }, 409);
  if (saved.kind === 'faults') return context.json({ says: 'Inte sparat än.' }, 400);
  const { motion } = await visibleCase(desk, saved.caseId, context.get('actor'));
  return context.json({
    says: `Sparat ${stockholmTime(desk.now())}`,
    action: draftPath(saved.caseId),
    version: motion.version,
    grund: workingText(motion).text.documentId,
    commandId: randomUUID(),
  });
};

/** What the other has saved, beside what is in the form. */
const conflictOf = async (desk: PagesDesk, now: DraftFacts, filled: Filled): Promise<TextConflict> => {
  const { motion, stored, actor } = now;
  const events = motion === undefined ? [] : await desk.cases.events(motion.caseId);
  const last = events.findLast(({ event }) => event.type === 'TextRevised' || event.type === 'DraftStarted');
  const nameOf = await personNames(desk, last === undefined ? [] : [last.actor.personId], actor);
  return {
    by: last === undefined ? 'Någon annan' : nameOf(last.actor.personId),
    at: last === undefined ? '' : momentOf(last.recordedAt),
    rows: draftRows(stored, draftIn(filled), now),
    theirs: [
      { label: 'Rubrik', text: stored?.text.title ?? '' },
      { label: 'Motivering', text: stored?.text.body ?? '' },
      ...(stored?.text.clauses ?? []).map((text, index) => ({ label: `Att-sats ${index + 1}`, text })),
    ],
  };
};
