import { stockholmDate } from '../../../domain/calendar-date.ts';
import { outcomeName } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/roles.ts';
import { stepOf } from '../../../domain/steps.ts';
import { isTooLate } from '../../../domain/withdrawn-on.ts';
import { type CaseOverview, casePage } from '../../../web/office/case-page.tsx';
import { taskName } from '../../casework/task-names.ts';
import type { CaseState } from '../../ports/case-store.ts';
import { caseViewOf } from '../case-view.ts';
import { actionsOf } from './case-actions.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { shownOriginal } from './intake/original-routes.ts';
import { papersOfCase } from './paper-links.ts';
import { draftPath } from './paths.ts';
import { chromeOf, send } from './respond.ts';
import { shownMovers } from './shown-names.ts';
import { visibleCase } from './visible-case.ts';

/** A case as one page: where it stands, what can be done with it, by whom. */
export const addCaseRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/arenden/:caseId', async (context) => {
    const actor = context.get('actor');
    const state = await visibleCase(desk, context.req.param('caseId'), actor);
    // A draft is no case of the authority yet: its page is that of its writers.
    if (state.motion.status === 'Draft')
      return context.redirect(`${draftPath(state.motion.caseId)}${new URL(context.req.url).search}`, 303);
    const view = await caseViewOf(desk, state, actor);
    const overview = await overviewOf(desk, state, view, actor);
    return send(context, casePage({ chrome: chromeOf(context, desk), ...overview }));
  });
};

type View = Awaited<ReturnType<typeof caseViewOf>>;

const overviewOf = async (
  desk: PagesDesk,
  { motion, wait, tasks }: CaseState,
  view: View,
  actor: Actor,
): Promise<CaseOverview> => {
  const officer = 'officer' in motion && motion.officer !== undefined ? motion.officer : undefined;
  const [moversOf, original, officerName] = await Promise.all([
    shownMovers(desk, [view.motion], actor),
    shownOriginal(desk, motion, actor),
    officer === undefined ? undefined : desk.people.person(officer).then((found) => found?.value.name),
  ]);
  return {
    caseId: motion.caseId,
    tab: 'oversikt',
    title: view.text?.title ?? 'Utan titel',
    number: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
    status: view.statusName,
    receivedOn: 'receivedOn' in motion ? motion.receivedOn : undefined,
    raisedOn: 'raisedOn' in motion ? motion.raisedOn : undefined,
    movers: moversOf(view.motion).map((each) => ({
      ...each,
      isTooLate: each.withdrawnOn !== undefined && isTooLate(motion, each.withdrawnOn),
    })),
    officer: officerName,
    unit: 'unit' in motion ? motion.unit : undefined,
    year:
      view.oneYear === undefined
        ? undefined
        : { anniversary: view.oneYear.anniversary, daysLeft: view.oneYear.daysLeft },
    body: view.text?.body,
    clauses: clausesOf(view),
    returnedWith: view.returnedWith,
    secrecy: 'secrecy' in motion ? motion.secrecy : undefined,
    tasks: view.tasks.map(({ kind, dueOn }) => ({ what: taskName(kind), dueOn })),
    isMoving: stepOf[motion.status] !== undefined && stepOf[motion.status] !== wait?.step,
    today: stockholmDate(desk.now()),
    actions: actionsOf(desk, { motion, tasks }, actor, view.followers.length > 0),
    papers: papersOfCase(motion, actor),
    original,
  };
};

const clausesOf = ({ motion, text }: View): CaseOverview['clauses'] => {
  const proposals = 'boardProposal' in motion ? motion.boardProposal?.proposals : undefined;
  const decisions = 'decision' in motion ? motion.decision.decisions : undefined;
  const withdrawn = 'withdrawnClauses' in motion ? (motion.withdrawnClauses ?? []) : [];
  return (text?.clauses ?? []).map((words, index) => {
    const ref = index + 1;
    const of = (
      all: readonly { clause: number | 'whole'; outcome: keyof typeof outcomeName }[] | undefined,
    ) => {
      const found = all?.find(({ clause }) => clause === ref || clause === 'whole');
      return found === undefined ? undefined : outcomeName[found.outcome];
    };
    return {
      ref,
      words,
      proposed: of(proposals),
      decided: of(decisions),
      isWithdrawn: withdrawn.includes(ref),
    };
  });
};
