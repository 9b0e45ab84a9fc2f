import { addYears, type CalendarDate, stockholmDate } from '../../../domain/calendar-date.ts';
import { anniversary, lastMeeting } from '../../../domain/deadlines.ts';
import { meetingSecretary } from '../../../domain/decide-meeting.ts';
import type { Meeting, MeetingBody } from '../../../domain/meeting.ts';
import type { Motion } from '../../../domain/motion.ts';
import { beforeWithdrawal } from '../../../domain/withdrawn-on.ts';
import type { ReadyMatter } from '../../../web/office/meeting-page.tsx';
import type { Task } from '../../ports/case-store.ts';
import type { PagesDesk } from './desk.ts';
import { caseLine, type NamedCase, namedCases } from './record-names.ts';

/** The tasks of cases that wait to be placed; that one is withdrawn is placed at the council like any matter (row 28p). */
const waitsToBePlaced: Readonly<Record<MeetingBody, readonly string[]>> = {
  board: ['AwaitBoardAgenda'],
  council: ['AwaitCouncilAgenda', 'AwaitWithdrawalNote'],
};

const isReadyFor = (body: MeetingBody, motion: Motion): boolean =>
  body === 'board' ? motion.status === 'BoardReady' : motion.status === 'CouncilReady' || isToBeNoted(motion);

/** Withdrawn, and on no agenda yet. */
const isToBeNoted = (motion: Motion): boolean =>
  motion.status === 'WithdrawalPending' &&
  motion.meetingDate === undefined &&
  motion.registrationNumber !== undefined;

/** Every task of a role, page by page. */
const tasksOf = async ({ cases }: PagesDesk, role: string): Promise<Task[]> => {
  const found: Task[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.worklist({ role }, { limit: 200, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

/** The cases that wait to be placed on an agenda of the body, those that are due first. */
export const readyMatters = async (desk: PagesDesk, meeting: Meeting): Promise<ReadyMatter[]> => {
  const { body } = meeting;
  const tasks = await tasksOf(desk, meetingSecretary(body));
  const waiting = tasks
    .filter(({ kind }) => waitsToBePlaced[body].includes(kind))
    .map(({ caseId }) => caseId);
  const named = (await namedCases(desk, waiting)).filter(({ motion }) => isReadyFor(body, motion));
  const councilDays = await councilDaysFor(desk, named);
  return named
    .map((each) => readyOf(each, meeting, councilDays))
    .sort((one, other) => ((one.decideBy ?? '') < (other.decideBy ?? '') ? -1 : 1));
};

const raisedOn = (motion: Motion): CalendarDate | undefined =>
  'raisedOn' in motion ? motion.raisedOn : undefined;

const councilDaysFor = async (
  { meetings, now }: PagesDesk,
  cases: readonly NamedCase[],
): Promise<readonly CalendarDate[]> => {
  const today = stockholmDate(now());
  const from = cases
    .flatMap(({ motion }) => raisedOn(motion) ?? [])
    .reduce((one, other) => (one < other ? one : other), today);
  const all = await meetings.calendar(from, addYears(today, 2));
  return all
    .filter(({ body, status }) => body === 'council' && status !== 'Cancelled')
    .map(({ date }) => date);
};

/** The last council meeting within the motion's year; the day the year ends where none is planned (KL 5:35). */
const readyOf = (each: NamedCase, { date }: Meeting, councilDays: readonly CalendarDate[]): ReadyMatter => {
  const raised = raisedOn(each.motion);
  const decideBy =
    raised === undefined ? undefined : (lastMeeting(raised, councilDays) ?? anniversary(raised));
  return {
    caseId: each.caseId,
    line: each.motion.status === 'WithdrawalPending' ? `${caseLine(each)} (återtagen)` : caseLine(each),
    decideBy,
    isLate: decideBy !== undefined && decideBy < date,
  };
};

/**
 * Withdrawn motions that may be noted beside the agenda, for the body that does: on no agenda, where all present may
 * agree that it does (row 28b, KL 5:52), or on this one as motions that were withdrawn on the day.
 */
export const withdrawnToNote = async (
  desk: PagesDesk,
  { body, meetingId }: Meeting,
): Promise<NamedCase[]> => {
  if (body === 'board') return [];
  const tasks = await tasksOf(desk, meetingSecretary(body));
  const waiting = tasks.filter(({ kind }) => kind === 'AwaitWithdrawalNote').map(({ caseId }) => caseId);
  return (await namedCases(desk, waiting)).filter(
    ({ motion }) => isToBeNoted(motion) || beforeWithdrawal(motion)?.meetingId === meetingId,
  );
};
