import { addDays, stockholmDate } from '../../../domain/calendar-date.ts';
import { isIn, type Motion } from '../../../domain/motion.ts';
import { type Role, role, roleName } from '../../../domain/roles.ts';
import { statusName } from '../../../domain/status-names.ts';
import { type WorkItem, workPage } from '../../../web/office/work-page.tsx';
import { titlesOf } from '../../casework/headings.ts';
import { taskName } from '../../casework/task-names.ts';
import type { Task } from '../../ports/case-store.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { minutesWork } from './minutes-work.ts';
import { casePath, minutesPath } from './paths.ts';
import { chromeOf, send } from './respond.ts';

/** Tasks of one role on the page; who has more works from the top. */
const shownPerRole = 50;

/** Mitt arbete: what waits for the person, by date, over all roles. */
export const addWorkRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor', async (context) => {
    const actor = context.get('actor');
    const { roles, personId, memberId } = actor;
    const held = roles.flatMap((each) => role.safeParse(each).data ?? []);
    const lists = await Promise.all(
      held.map(async (each) => {
        const whose = { role: each, personId, ...(memberId === undefined ? {} : { memberId }) };
        const { items, cursor } = await desk.cases.worklist(whose, { limit: shownPerRole });
        return { items: items.map((task) => ({ task, role: each })), isMore: cursor !== undefined };
      }),
    );
    const today = stockholmDate(desk.now());
    const [ofCases, ofMinutes] = await Promise.all([
      workItemsOf(desk, distinct(lists.flatMap((each) => each.items))),
      minutesWork(desk, actor, today),
    ]);
    const items = inTime([...ofCases, ...ofMinutes.filter((each) => !standsIn(ofCases, each))]);
    const view = workPage({
      chrome: chromeOf(context, desk),
      today,
      soon: addDays(today, 7),
      items,
      isMore: lists.some(({ isMore }) => isMore),
    });
    return send(context, view);
  });
};

interface Held {
  readonly task: Task;
  readonly role: Role;
}

/** A task that lies with several of one's roles stands once. */
const distinct = (all: readonly Held[]): Held[] => [
  ...new Map(all.map((each) => [`${each.task.caseId}#${each.task.kind}`, each])).values(),
];

/** What is done with the minutes, for all of their cases at once, is done there; the rest on the case. */
const inMinutes = ['AwaitCertification', 'AwaitNotice', 'WatchNotice', 'AwaitFinality'];

const placeOf = ({ caseId, kind }: Task, motion: Motion): string => {
  const minutesId = 'decision' in motion ? motion.decision.at.minutesId : undefined;
  return minutesId !== undefined && inMinutes.includes(kind) ? minutesPath(minutesId) : casePath(caseId);
};

const workItemsOf = async (desk: PagesDesk, held: readonly Held[]): Promise<WorkItem[]> => {
  const motions = await desk.cases.motions(held.map(({ task }) => task.caseId));
  const titles = await titlesOf(desk, [...motions.values()]);
  return held.flatMap(({ task, role: as }): WorkItem[] => {
    const motion = motions.get(task.caseId);
    if (motion === undefined || isIn(motion, ['Draft', 'Discarded'])) return [];
    return [
      {
        href: placeOf(task, motion),
        what: taskName(task.kind),
        dueOn: task.dueOn,
        as: roleName[as],
        title: titles.get(task.caseId) ?? 'Utan titel',
        number: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
        status: statusName[motion.status],
      },
    ];
  });
};

/** Whether a case decided in the minutes asks for the same already. */
const standsIn = (ofCases: readonly WorkItem[], { href, what }: WorkItem): boolean =>
  ofCases.some((each) => each.href === href && each.what === what);

const inTime = (items: readonly WorkItem[]): WorkItem[] =>
  items.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
