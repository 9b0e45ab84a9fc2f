import { isoWeekday, stockholmDate, yearOf } from '../../../domain/calendar-date.ts';
import { meetingSecretary } from '../../../domain/decide-meeting.ts';
import { lateNotice } from '../../../domain/late-notice.ts';
import { type Meeting, meetingStand, summonsOf } from '../../../domain/meeting.ts';
import type { Actor } from '../../../domain/roles.ts';
import { type MeetingLine, meetingsPage } from '../../../web/office/meetings-page.tsx';
import type { PagesApp, PagesDesk } from './desk.ts';
import { meetingPath } from './paths.ts';
import { bodyNameOf } from './record-names.ts';
import { chromeOf, send } from './respond.ts';
import { requireMeetingReader } from './visible-record.ts';

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];

/** The name of a weekday. */
export const weekdayOf = (date: string): string => weekdays[isoWeekday(date) - 1] ?? '';

/** Whether the person keeps the meetings of any body. */
export const keepsMeetings = ({ roles }: Actor): boolean =>
  (['council', 'board'] as const).some((body) => roles.includes(meetingSecretary(body)));

/** The year's meetings of both bodies. */
export const addMeetingsRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/sammantraden', async (context) => {
    const actor = context.get('actor');
    requireMeetingReader(actor);
    const today = stockholmDate(desk.now());
    const asked = context.req.query('ar') ?? '';
    const year = /^(19|2\d)\d\d$/.test(asked) ? Number(asked) : yearOf(today);
    const all = await desk.meetings.calendar(`${year}-01-01`, `${year}-12-31`);
    const lines = await Promise.all(all.map((meeting) => lineOf(desk, meeting, today)));
    const view = meetingsPage({
      chrome: chromeOf(context, desk),
      year,
      months: months.flatMap((name, index) => {
        const meetings = lines.filter(({ date }) => Number(date.slice(5, 7)) === index + 1);
        return meetings.length === 0 ? [] : [{ name, meetings }];
      }),
      mayKeep: keepsMeetings(actor),
    });
    return send(context, view);
  });
};

const lineOf = async (desk: PagesDesk, meeting: Meeting, today: string): Promise<MeetingLine> => {
  const items = await desk.meetings.items(meeting.meetingId);
  return {
    href: meetingPath(meeting.meetingId),
    body: bodyNameOf(desk.organisation, meeting.body),
    date: meeting.date,
    weekday: weekdayOf(meeting.date),
    startsAt: meeting.startsAt,
    place: meeting.place,
    status: meetingStand(meeting, today),
    isCancelled: meeting.status === 'Cancelled',
    matters: items.length,
    ...warningOf(meeting, today),
  };
};

/** That nobody is summoned yet is no fault until it is late (KL 5:13–15). */
const warningOf = (meeting: Meeting, today: string): Pick<MeetingLine, 'warning' | 'isLate'> => {
  const isPlanned = meeting.status === 'Planned';
  if (isPlanned && lateNotice(meeting, today) !== undefined)
    return { warning: 'kallelse eller kungörelse är sen', isLate: true };
  const isToCome = isPlanned && summonsOf(meeting) === 'missing' && meeting.date >= today;
  return { warning: isToCome ? 'inte kallat än' : undefined, isLate: false };
};
