import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { stockholmDate } from '../../../../domain/calendar-date.ts';
import { meetingSecretary } from '../../../../domain/decide-meeting.ts';
import { outcomeName } from '../../../../domain/outcome.ts';
import { named } from '../../../../domain/refusal.ts';
import type { FieldFault } from '../../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import { confirmCommandPage } from '../../../../web/office/confirm-command.tsx';
import { dealingPage } from '../../../../web/office/dealing-page.tsx';
import { actOnCase, refusalOnCase } from '../../../casework/act-on-case.ts';
import { Conflict } from '../../../failures.ts';
import { isDone } from '../../answers.ts';
import { formOf } from '../commands/all-forms.ts';
import { effectOf } from '../commands/effect.ts';
import type { PageEnv, PagesApp, PagesDesk } from '../desk.ts';
import { faultOfConflict, faultOfRefusal } from '../faults.ts';
import { notNow, versionIn } from '../form-flow.ts';
import { chromeOf, send } from '../respond.ts';
import { dealingPath, dealingProps, homeOf } from './dealing-props.ts';
import { clauseLabel, noMinority, reckoningOf } from './dealing-words.ts';
import { type Judged, judgeDealing } from './judge-dealing.ts';
import { initialOf, type Matter, matterOf } from './matter.ts';

type Pages = Context<PageEnv>;

/** A matter being dealt with: claims, propositions, votes, reservations and what came of it, in one form (KL 5:67). */
export const addDealingRoutes = (app: PagesApp, desk: PagesDesk): void => {
  for (const path of ['/kontor/sammantraden/:meetingId/arende/:caseId', '/kontor/arenden/:caseId/behandla']) {
    app.get(path, async (context) => {
      const matter = await askedMatter(context, desk, {});
      if (dealingPath(matter) !== context.req.path) {
        const { search } = new URL(context.req.url);
        return context.redirect(`${dealingPath(matter)}${search}`, 303);
      }
      return show(context, desk, matter, initialOf(matter), { faults: [] });
    });
    app.post(path, async (context) => {
      const filled = context.get('filled');
      return deal(context, desk, await askedMatter(context, desk, filled), filled);
    });
  }
};

const askedMatter = (context: Pages, desk: PagesDesk, filled: Filled): Promise<Matter> => {
  const act = context.req.query('akt') ?? '';
  const asked = {
    caseId: context.req.param('caseId') ?? '',
    meetingId: context.req.param('meetingId'),
    act,
    actor: context.get('actor'),
  };
  return matterOf(desk, asked, filled, stockholmDate(desk.now()));
};

interface Shown {
  readonly faults: readonly FieldFault[];
  readonly judged?: Judged | undefined;
}

const show = async (context: Pages, desk: PagesDesk, matter: Matter, filled: Filled, shown: Shown) => {
  const { isSecretary, motion, body } = matter;
  const faults = isSecretary ? shown.faults : [notNow([named(meetingSecretary(body))])];
  const view = dealingPage({
    chrome: chromeOf(context, desk),
    ...(await dealingProps(desk, matter, filled)),
    faults,
    commandId: firstOf(filled, 'commandId') || randomUUID(),
    version: motion.version,
    reckoning: shown.judged === undefined ? undefined : reckoningOf(shown.judged),
  });
  return send(context, view, faults.length === 0 ? 200 : isSecretary ? 400 : 403);
};

const deal = async (context: Pages, desk: PagesDesk, matter: Matter, filled: Filled) => {
  const steg = firstOf(filled, 'steg');
  const again = (shown: Shown) => show(context, desk, matter, filled, shown);
  if (!matter.isSecretary || firstOf(filled, 'fler') !== '' || steg === 'andra') return again({ faults: [] });
  const actor = context.get('actor');
  const judged = await judgeDealing(desk, matter, filled, actor, stockholmDate(desk.now()));
  const { command, faults, beside } = judged;
  // Reckoning does not ask for what is still to be filled in.
  if (steg === 'rakna') return again({ faults: judged.judgement === undefined ? faults : [], judged });
  if (command === undefined) return again({ faults, judged });
  const { caseId } = matter.motion;
  const sending = {
    caseId,
    command,
    actor,
    commandId: firstOf(filled, 'commandId') || randomUUID(),
    expectedVersion: versionIn(filled),
  };
  try {
    if (steg !== 'bekrafta') {
      const refused = await refusalOnCase(desk, sending);
      return refused === undefined
        ? confirm(context, desk, matter, filled, judged)
        : again({ faults: [beside(refused)], judged });
    }
    const answer = await actOnCase(desk, sending);
    if (!isDone(answer)) {
      return again({ faults: [answer.kind === 'refusal' ? beside(answer) : faultOfRefusal(answer)], judged });
    }
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again({ faults: [faultOfConflict()], judged });
  }
  return context.redirect(`${homeOf(matter)}?gjort=${matter.act}`, 303);
};

/** What will stand in the minutes, before it does. */
const confirm = async (context: Pages, desk: PagesDesk, matter: Matter, filled: Filled, judged: Judged) => {
  const { act, record } = matter;
  const { label = '' } = formOf(act) ?? {};
  const { command } = judged;
  const decided =
    command === undefined
      ? []
      : 'decisions' in command
        ? command.decisions
        : 'proposals' in command
          ? command.proposals
          : [];
  const { trail } = await dealingProps(desk, matter, filled);
  const view = confirmCommandPage({
    chrome: chromeOf(context, desk),
    trail,
    form: { label },
    effect: await effectOf(desk, record, act),
    filled,
    first: [
      ...(reckoningOf(judged)?.votes ?? []),
      ...noMinority(judged),
      ...decided.map(({ clause, outcome }) => `${clauseLabel(clause)}: ${outcomeName[outcome]}.`),
    ],
  });
  return send(context, view);
};
