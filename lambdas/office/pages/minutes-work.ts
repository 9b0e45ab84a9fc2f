import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { meetingSecretary } from '../../../domain/decide-meeting.ts';
import { possibleOnMinutes } from '../../../domain/decide-minutes.ts';
import { type Minutes, minutesStatusName } from '../../../domain/minutes.ts';
import type { MinutesCommandType } from '../../../domain/minutes-commands.ts';
import { type Actor, type Role, roleName } from '../../../domain/roles.ts';
import type { WorkItem } from '../../../web/office/work-page.tsx';
import { taskName } from '../../casework/task-names.ts';
import type { PagesDesk } from './desk.ts';
import { nextDayOf } from './minutes-days.ts';
import { minutesPath } from './paths.ts';
import { minutesNameOf } from './record-names.ts';

/** The newest minutes of a body that are looked through: of some two years. */
const lookedThrough = 20;

/**
 * The minutes that wait for the person: to be certified by those who were chosen and have not answered (KL 5:69), to be
 * posted, or to be seen to when nobody has certified them in time. No case waits for the minutes of the board, so it
 * is the minutes themselves that are asked.
 */
export const minutesWork = async (
  desk: PagesDesk,
  actor: Actor,
  today: CalendarDate,
): Promise<WorkItem[]> => {
  const bodies = (['council', 'board'] as const).filter((body) =>
    [meetingSecretary(body), 'certifier' as const].some((each) => actor.roles.includes(each)),
  );
  const pages = await Promise.all(bodies.map((body) => desk.minutes.list(body, { limit: lookedThrough })));
  return pages.flatMap(({ items }) =>
    items.flatMap((minutes) => {
      const dueOn = nextDayOf(minutes)?.on;
      const waits = dueOn === undefined ? undefined : waitsFor(minutes, actor, dueOn < today);
      if (dueOn === undefined || waits === undefined) return [];
      return [
        {
          href: minutesPath(minutes.minutesId),
          what: waits.what,
          dueOn,
          as: roleName[waits.as],
          title: minutesNameOf(desk.organisation, minutes),
          number: undefined,
          status: minutesStatusName[minutes.status],
        },
      ];
    }),
  );
};

const waitsFor = (
  minutes: Minutes,
  actor: Actor,
  isLate: boolean,
): { readonly what: string; readonly as: Role } | undefined => {
  const possible = possibleOnMinutes(minutes, actor);
  const may = (type: MinutesCommandType) =>
    possible.some(({ command, isPermitted }) => isPermitted && command === type);
  const secretary = meetingSecretary(minutes.body);
  // Who may still contest them has neither signed nor contested.
  if (may('contest-minutes')) return { what: taskName('AwaitCertification'), as: 'certifier' };
  if (may('post-notice')) return { what: taskName('AwaitNotice'), as: secretary };
  if (isLate && may('replace-certifier')) return { what: 'Se till att protokollet justeras', as: secretary };
  return undefined;
};
