import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import type { Minutes } from './minutes.ts';

/**
 * What the digital notice board says of certified minutes (KL 8:10, 8:12): which meeting, when certified, from when the
 * notice is up, and until when the decisions can be appealed (KL 13:5). No name: who certified stands in the minutes.
 */
export const publicNotice = z.object({
  minutesId: z.string(),
  body: z.enum(['council', 'board']),
  meetingDate: calendarDate,
  certifiedOn: calendarDate,
  /** Absent while the notice is not up, also when it was found down and is to be posted again. */
  postedOn: calendarDate.optional(),
  lastAppealDay: calendarDate.optional(),
  /** When it was last found down too early (KL 13:5 2 st.). */
  foundDownOn: calendarDate.optional(),
});
export type PublicNotice = z.infer<typeof publicNotice>;

/** The notice of minutes; undefined until they are certified: nobody outside reads minutes that can be changed. */
export const publicNoticeOf = (record: Minutes): PublicNotice | undefined => {
  if (record.status === 'Open') return undefined;
  const isPosted = record.status !== 'Certified';
  return publicNotice.parse({
    ...record,
    postedOn: isPosted ? record.postedOn : undefined,
    lastAppealDay: isPosted ? record.lastAppealDay : undefined,
    foundDownOn: record.noticeDownOn,
  });
};

/** Whether the notice is up on a day: until the time for appeal is out (KL 8:12, 13:5). */
export const isUpOn = ({ postedOn, lastAppealDay }: PublicNotice, day: string): boolean =>
  postedOn !== undefined && lastAppealDay !== undefined && day <= lastAppealDay;
