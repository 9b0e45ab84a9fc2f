import type { z } from 'zod';
import type { MeetingCalendar } from './back-planning.ts';
import { type Meeting, meeting } from './meeting.ts';

/**
 * What anyone may see of a meeting: when and where it is, and whether it has been announced (KL 5:13, 8:12). Who was
 * there stands in its minutes.
 */
export const publicMeeting = meeting.pick({
  meetingId: true,
  body: true,
  date: true,
  startsAt: true,
  place: true,
  status: true,
  announcedOn: true,
});
export type PublicMeeting = z.infer<typeof publicMeeting>;

/** The public view of a meeting. */
export const publicMeetingOf = (record: Meeting): PublicMeeting => publicMeeting.parse(record);

/** The days on which the two bodies meet: what is cancelled is no meeting. */
export const calendarOf = (
  meetings: readonly Pick<Meeting, 'body' | 'date' | 'status'>[],
): MeetingCalendar => {
  const held = meetings.filter(({ status }) => status !== 'Cancelled');
  const daysOf = (body: Meeting['body']) => held.filter((each) => each.body === body).map(({ date }) => date);
  return { council: daysOf('council'), board: daysOf('board') };
};
