import type { z } from '@hono/zod-openapi';
import { quorumOf, servingCounts } from '../../domain/attendance.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { announceBy, announceUrgentBy, summonBy } from '../../domain/deadlines.ts';
import { lateNotice } from '../../domain/late-notice.ts';
import { announcementOf, type Meeting, meetingStatusName, summonsOf } from '../../domain/meeting.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { AgendaItem } from '../ports/meeting-store.ts';
import type { meetingView as schema } from './meeting-contract.ts';

/** A meeting as its readers see it: what is on it, how many it takes, and whether it was called in time. */
export const meetingView = (
  meeting: Meeting,
  items: readonly AgendaItem[],
  { seats }: Pick<Organisation, 'seats'>,
  today: CalendarDate,
): z.infer<typeof schema> => {
  const ofBody = seats[meeting.body];
  return {
    meeting,
    statusName: meetingStatusName[meeting.status],
    items: [...items],
    quorum: {
      seats: ofBody,
      needed: quorumOf(ofBody),
      ...(meeting.attendance === undefined ? {} : servingCounts(meeting.attendance)),
    },
    summons: summonsOf(meeting),
    council: councilView(meeting, today),
  };
};

const councilView = (meeting: Meeting, today: CalendarDate) => {
  const announcement = announcementOf(meeting);
  if (announcement === undefined) return undefined;
  return {
    announcement,
    summonBy: summonBy(meeting.date),
    announceBy: announceBy(meeting.date),
    announceUrgentBy: announceUrgentBy(meeting.date),
    lateNotice: lateNotice(meeting, today),
  };
};
