import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { mayReadAnswerDraft } from '../../../../domain/permissions.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import { answerPage } from '../../../../web/office/answer-page.tsx';
import { answerVersionPage } from '../../../../web/office/answer-version-page.tsx';
import type { TextConflict } from '../../../../web/office/two-texts.tsx';
import { NotFound } from '../../../failures.ts';
import type { PageEnv, PagesApp, PagesDesk } from '../desk.ts';
import { answerPath } from '../paths.ts';
import { chromeOf, send } from '../respond.ts';
import { personNames } from '../shown-names.ts';
import { visibleCase } from '../visible-case.ts';
import { type AnswerFacts, answerFactsOf } from './answer-facts.ts';
import { answerIn, proposalsIn } from './answer-form.ts';
import { answerVersions, momentOf } from './answer-log.ts';
import { answerRows } from './answer-rows.ts';
import { answerProps, initialWriting, type Writing } from './answer-view.ts';
import { saveAnswer } from './save-answer.ts';

type Pages = Context<PageEnv>;

/** The answer to a motion: written, compared, read beside the motion. */
export const addAnswerRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/arenden/:caseId/svar';
  app.get(path, async (context) => {
    const facts = await factsOf(context, desk);
    return show(context, desk, facts, initialWriting(facts, randomUUID()));
  });
  app.post(path, async (context) => {
    const facts = await factsOf(context, desk);
    if (!facts.mayRead) throw new NotFound('answer');
    const filled = context.get('filled');
    return firstOf(filled, 'steg') === 'lagg-till'
      ? show(context, desk, facts, writingOf(filled, { isRoomWanted: true }))
      : save(context, desk, facts, filled);
  });
  app.get(`${path}/version/:no`, async (context) => {
    const facts = await factsOf(context, desk);
    if (!mayReadAnswerDraft(facts.actor)) throw new NotFound('answer');
    const no = Number(context.req.param('no'));
    return send(context, await versionView(context, desk, facts, no));
  });
};

const factsOf = async (context: Pages, desk: PagesDesk): Promise<AnswerFacts> => {
  const actor = context.get('actor');
  return answerFactsOf(desk, await visibleCase(desk, context.req.param('caseId') ?? '', actor), actor);
};

const writingOf = (filled: Filled, more: Partial<Writing> = {}): Writing => ({
  filled,
  commandId: firstOf(filled, 'commandId') || randomUUID(),
  faults: [],
  isRoomWanted: false,
  ...more,
});

const show = async (
  context: Pages,
  desk: PagesDesk,
  facts: AnswerFacts,
  writing: Writing,
  status: 200 | 400 | 409 = 200,
) => {
  const props = await answerProps(desk, facts, writing);
  return send(context, answerPage({ chrome: chromeOf(context, desk), ...props }), status);
};

const save = async (context: Pages, desk: PagesDesk, facts: AnswerFacts, filled: Filled) => {
  const { caseId } = facts.state.motion;
  let [now, saved] = [facts, await saveAnswer(desk, facts, filled)];
  if (saved.kind === 'conflict') {
    now = await factsOf(context, desk);
    const isOwnBase = now.base === firstOf(filled, 'grund');
    if (isOwnBase) saved = await saveAnswer(desk, now, filled, currentVersions(now));
  }
  switch (saved.kind) {
    case 'done':
      return context.redirect(`${answerPath(caseId)}?gjort=write-answer`, 303);
    case 'faults':
      return show(context, desk, now, writingOf(filled, { faults: saved.faults }), 400);
    case 'conflict': {
      const conflict = await conflictOf(desk, now, filled);
      return show(context, desk, now, writingOf(filled, { conflict, commandId: randomUUID() }), 409);
    }
  }
};

const currentVersions = ({ motions }: AnswerFacts): Record<string, number> =>
  Object.fromEntries(motions.map(({ caseId, version }) => [caseId, version]));

/** What the other has saved beside what is in the form. */
const conflictOf = async (desk: PagesDesk, facts: AnswerFacts, filled: Filled): Promise<TextConflict> => {
  const { motions, stored, events, actor } = facts;
  const last = answerVersions(events).at(-1);
  const nameOf = await personNames(desk, last === undefined ? [] : [last.by], actor);
  const theirs = {
    answer: stored,
    proposals: (caseId: string) => motions.find((each) => each.caseId === caseId)?.proposals ?? [],
  };
  const own = {
    answer: answerIn(filled),
    proposals: (caseId: string) => {
      const motion = motions.find((each) => each.caseId === caseId);
      return motion === undefined ? [] : proposalsIn(filled, motion);
    },
  };
  return {
    by: last === undefined ? 'Någon annan' : nameOf(last.by),
    at: last === undefined ? '' : momentOf(last.at),
    rows: answerRows(theirs, own, motions),
    theirs: [
      { label: 'Svarets rubrik', text: stored?.title ?? '' },
      ...(stored?.sections ?? []).map(({ heading, text }) => ({ label: heading, text })),
    ],
  };
};

const versionView = async (context: Pages, desk: PagesDesk, facts: AnswerFacts, no: number) => {
  const { state, view, motions, events } = facts;
  const { caseId } = state.motion;
  const versions = answerVersions(events);
  const [own] = motions;
  const [shown, before] = [
    versions.find((each) => each.no === no),
    versions.find((each) => each.no === no - 1),
  ];
  if (shown === undefined || own === undefined) throw new NotFound('version');
  const compared = async (version: typeof before) => {
    const text =
      version === undefined ? undefined : (await desk.cases.document(caseId, version.documentId))?.text;
    return {
      answer: text?.kind === 'answer' ? text.content : undefined,
      proposals: () => version?.proposals ?? [],
    };
  };
  const [older, newer, nameOf] = await Promise.all([
    compared(before),
    compared(shown),
    personNames(desk, [shown.by], facts.actor),
  ]);
  return answerVersionPage({
    chrome: chromeOf(context, desk),
    trail: [
      [view.text?.title ?? 'Ärendet', `/kontor/arenden/${caseId}`],
      ['Svar', answerPath(caseId)],
    ],
    no,
    last: versions.length,
    path: `${answerPath(caseId)}/version`,
    by: nameOf(shown.by),
    at: momentOf(shown.at),
    rows: answerRows(older, newer, [own]),
    answer: newer.answer,
  });
};
