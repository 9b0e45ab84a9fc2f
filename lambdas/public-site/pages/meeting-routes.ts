import type { Hono } from 'hono';
import { addYears, type CalendarDate, stockholmDate, yearOf } from '../../../domain/calendar-date.ts';
import { appealWindow, postBy } from '../../../domain/deadlines.ts';
import { isUpOn, type PublicNotice } from '../../../domain/public-notice.ts';
import { meetingsPage } from '../../../web/public/meetings-page.tsx';
import { noticeBoardPage } from '../../../web/public/notice-board-page.tsx';
import { announcedMeetings, meetingsWithMotions, motionsAt } from '../register/agendas.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { PublicPagesDesk } from './desk.ts';
import { chromeOf, send } from './respond.ts';

/** The meetings of a year, and the notice board. */
export const addMeetingRoutes = (app: Hono, desk: PublicPagesDesk): void => {
  app.get('/sammantraden', async (context) => {
    const snapshot = await desk.snapshot();
    const today = stockholmDate(desk.now());
    const asked = Number(context.req.query('ar'));
    const year = Number.isInteger(asked) && asked >= 1900 && asked <= 2999 ? asked : yearOf(today);
    const rows = meetingsWithMotions(snapshot, `${year}-01-01`, `${year}-12-31`);
    const years = yearsOf(snapshot, today);
    return send(context, meetingsPage({ chrome: chromeOf(context, desk), year, years, rows, today }));
  });
  app.get('/anslagstavla', async (context) => {
    const today = stockholmDate(desk.now());
    const [snapshot, notices] = await Promise.all([
      desk.snapshot(),
      desk.register.notices(addYears(today, -1), today),
    ]);
    const announced = announcedMeetings(snapshot, today, addYears(today, 1));
    const contact = desk.organisation.mail.replyTo;
    const board = { ...boardOf(notices, snapshot, today), announced, contact };
    return send(context, noticeBoardPage({ chrome: chromeOf(context, desk), ...board }));
  });
};

/** The years that have meetings or motions, with the present one, the latest last. */
const yearsOf = ({ meetings, entries }: Snapshot, today: CalendarDate): readonly number[] => {
  const dated = [...meetings.map(({ date }) => yearOf(date)), ...entries.flatMap(yearsOfEntry)];
  return [...new Set([yearOf(today), ...dated])].sort((one, other) => one - other);
};

const yearsOfEntry = ({ boardProposal, decision }: Snapshot['entries'][number]): number[] =>
  [boardProposal?.meetingDate, decision?.meetingDate].flatMap((day) =>
    day === undefined ? [] : [yearOf(day)],
  );

/** What is up, what waits to be, and what has been, the latest first. */
const boardOf = (notices: readonly PublicNotice[], snapshot: Snapshot, today: CalendarDate) => {
  const latestFirst = notices.toReversed();
  return {
    up: latestFirst
      .filter((notice) => isUpOn(notice, today))
      .map((notice) => ({
        ...notice,
        motions: motionsAt(snapshot, notice.body, notice.meetingDate),
        upUntil: notice.postedOn && appealWindow(notice.postedOn).noticeDownEarliest,
      })),
    waiting: latestFirst
      .filter(({ postedOn }) => postedOn === undefined)
      .map((notice) => ({ notice, postBy: postBy(notice.certifiedOn) })),
    earlier: latestFirst.filter((notice) => notice.postedOn !== undefined && !isUpOn(notice, today)),
  };
};
