import { stockholmDate } from '../../../domain/calendar-date.ts';
import type { Motion } from '../../../domain/motion.ts';
import { type InboxGroup, type InboxItem, inboxPage } from '../../../web/office/inbox-page.tsx';
import { titlesOf } from '../../casework/headings.ts';
import { taskName } from '../../casework/task-names.ts';
import { letterFailed, letterHeld, letterReturned } from '../../ports/case-letters.ts';
import { executionStopped, type Task } from '../../ports/case-store.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import {
  casePath,
  commandPath,
  inboxPath,
  minutesPath,
  openMotionsPath,
  paperMotionPath,
  restartPath,
} from './paths.ts';
import { requireRole } from './require-role.ts';
import { chromeOf, send } from './respond.ts';

/** As many tasks as are shown; who has more works from the top. */
const shown = 200;

/** What the registrar has before him or her, by what it is. */
export const addInboxRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(inboxPath, async (context) => {
    const { personId, ...actor } = context.get('actor');
    requireRole({ personId, ...actor }, 'registrar');
    const { items, cursor } = await desk.cases.worklist({ role: 'registrar', personId }, { limit: shown });
    const view = inboxPage({
      chrome: chromeOf(context, desk),
      today: stockholmDate(desk.now()),
      groups: await groupsOf(desk, items),
      begin: [
        { href: paperMotionPath, label: 'För in en motion på papper' },
        { href: openMotionsPath, label: 'Läs in öppna motioner från en tabell' },
      ],
      isMore: cursor !== undefined,
    });
    return send(context, view);
  });
};

interface Kind {
  readonly heading: string;
  readonly kinds: readonly string[];
  readonly action: (motion: Motion) => InboxItem['action'];
}

const letters = (label: string) => (motion: Motion) => ({ href: `${casePath(motion.caseId)}/brev`, label });
const toCase =
  (label: string) =>
  ({ caseId }: Motion) => ({ href: casePath(caseId), label });

/** In the order they are seen to. What is of none of these comes last, under its own name. */
const kinds: readonly Kind[] = [
  {
    heading: 'Inkomna, inte registrerade',
    kinds: ['AwaitRegistration', 'AwaitWithdrawalNote', 'registration'],
    action: ({ caseId }) => ({ href: commandPath(caseId, 'register'), label: 'Registrera' }),
  },
  {
    heading: 'Ärenden som har stannat',
    kinds: [executionStopped],
    action: ({ caseId }) => ({ href: restartPath(caseId), label: 'Starta om' }),
  },
  { heading: 'Brev att godkänna', kinds: [letterHeld], action: letters('Godkänn') },
  { heading: 'Brev som inte gick fram', kinds: [letterFailed, letterReturned], action: letters('Se breven') },
  {
    heading: 'Laga kraft att bekräfta',
    kinds: ['AwaitFinality'],
    action: (motion) =>
      'decision' in motion
        ? { href: minutesPath(motion.decision.at.minutesId), label: 'Till protokollet' }
        : toCase('Till ärendet')(motion),
  },
  { heading: 'Överklagade', kinds: ['AwaitJudgment'], action: toCase('Till ärendet') },
];

const groupsOf = async (desk: PagesDesk, tasks: readonly Task[]): Promise<InboxGroup[]> => {
  const motions = await desk.cases.motions(tasks.map(({ caseId }) => caseId));
  const titles = await titlesOf(desk, [...motions.values()]);
  const itemOf = (task: Task, action: Kind['action']): InboxItem[] => {
    const motion = motions.get(task.caseId);
    if (motion === undefined) return [];
    return [
      {
        caseHref: casePath(task.caseId),
        title: titles.get(task.caseId) ?? 'Utan titel',
        number: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
        receivedOn: 'receivedOn' in motion ? motion.receivedOn : undefined,
        dueOn: task.dueOn,
        action: action(motion),
      },
    ];
  };
  const known = kinds.map(({ heading, kinds: of, action }) => ({
    heading,
    items: distinct(tasks.filter(({ kind }) => of.includes(kind))).flatMap((task) => itemOf(task, action)),
  }));
  const others = tasks.filter(({ kind }) => !kinds.some((each) => each.kinds.includes(kind)));
  const rest = {
    heading: 'Övrigt',
    items: others.flatMap((task) => itemOf(task, toCase(taskName(task.kind)))),
  };
  return [...known, rest].filter(({ items }) => items.length > 0);
};

/** A case stands once in a group, though both its step and its clock have asked. */
const distinct = (tasks: readonly Task[]): Task[] => [
  ...new Map(tasks.map((task) => [task.caseId, task])).values(),
];
