import { addDays, addYears, type CalendarDate, stockholmDate, yearOf } from '../../domain/calendar-date.ts';
import { reportClock } from '../../domain/clocks.ts';
import { systemCommand } from '../../domain/commands.ts';
import type { Motion } from '../../domain/motion.ts';
import { calendarOf } from '../../domain/public-meeting.ts';
import { keepsBothBodies, type ReportWarning, reportWarningFor } from '../../domain/report-watch.ts';
import { systemActor } from '../../domain/roles.ts';
import { actOnCase } from './act-on-case.ts';
import type { Casework } from './dependencies.ts';

/**
 * Warns of the reports that must go on the board's next agenda (KL 5:35; domain.md §3), by the meeting calendar as it
 * is now: one that has moved changes the answer here, and nothing has to follow it. Reads the calendar once, and of
 * the register the years in which a motion within its year can have been registered. While the product does
 * not keep the meetings of both bodies the calendar is not known, and nobody is warned.
 * @returns number of motions warned
 * @throws the first failure of a case, when all the others have been warned
 */
export const watchReports = async (casework: Casework): Promise<number> => {
  const { meetings, organisation, journal } = casework;
  const today = stockholmDate(casework.now());
  const from = addDays(addYears(today, -1), -1);
  const calendar = calendarOf(await meetings.calendar(from, addYears(today, 1)));
  if (!keepsBothBodies(calendar)) return 0;
  const facts = { today, calendar, planning: organisation.planning };
  const failures: unknown[] = [];
  let warned = 0;
  for (const motion of await registeredSince(casework, from, today)) {
    const warning = reportWarningFor(motion, facts);
    if (warning === undefined) continue;
    try {
      if (await warn(casework, motion, warning)) warned += 1;
    } catch (error) {
      failures.push(error);
      const name = error instanceof Error ? error.name : 'unknown';
      journal.warn('report_not_warned', { caseId: motion.caseId, error: name });
    }
  }
  for (const error of failures) throw error;
  return warned;
};

const registeredSince = async ({ cases }: Casework, from: CalendarDate, today: CalendarDate) => {
  const found: Motion[] = [];
  for (let year = yearOf(from); year <= yearOf(today); year += 1) {
    let cursor: string | undefined;
    do {
      const page = await cases.register(year, { limit: 200, cursor });
      found.push(...page.items.map(({ motion }) => motion));
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return found;
};

/** The list may lag: the law judges the record, and refuses what has been reported or warned of since. */
const warn = async (
  casework: Casework,
  { caseId, version }: Motion,
  { dueOn, withoutMeeting }: ReportWarning,
): Promise<boolean> => {
  const command = systemCommand.parse({ type: 'ring-clock', clock: reportClock, dueOn });
  const commandId = `clock:${reportClock}:${version}`;
  const answer = await actOnCase(casework, { caseId, commandId, command, actor: systemActor });
  const isNew = answer.kind === 'done' && !answer.repeated;
  if (isNew && withoutMeeting) casework.journal.alarm('deadline_passed', { clock: reportClock, caseId });
  return isNew;
};
