import { addDays } from '../../domain/calendar-date.ts';
import type { Command } from '../../domain/commands.ts';
import { type Meeting, meeting } from '../../domain/meeting.ts';
import { type Minutes, minutes } from '../../domain/minutes.ts';
import type { Motion } from '../../domain/motion.ts';

export const BOARD_DAY = '2026-05-12';
export const COUNCIL_DAY = '2026-06-16';

/** Open minutes of a body's meeting, parsed by the production schema. */
export const openMinutes = (body: Minutes['body'], meetingDate: string): Minutes =>
  minutes.parse({
    status: 'Open',
    minutesId: `${body}-${meetingDate}`,
    version: 1,
    body,
    meetingDate,
    certifiers: ['p-certifier'],
    signedBy: [],
    rungClocks: [],
    appeals: [],
  });

const book = new Map(
  [
    openMinutes('board', BOARD_DAY),
    openMinutes('council', COUNCIL_DAY),
    openMinutes('council', '2026-07-28'),
  ].map((each) => [each.minutesId, each]),
);

/** A meeting of the kept calendar, summoned and announced in time, parsed by the production schema. */
export const aKeptMeeting = (body: Meeting['body'], date: string, facts: Partial<Meeting> = {}): Meeting =>
  meeting.parse({
    meetingId: `${body}-${date}`,
    version: 1,
    body,
    date,
    plannedOn: '2025-12-01',
    status: 'Planned',
    summonedOn: addDays(date, -8),
    ...(body === 'council' ? { announcedOn: addDays(date, -8) } : {}),
    disqualifications: [],
    rungClocks: [],
    ...facts,
  });

const calendar = new Map(
  [aKeptMeeting('board', BOARD_DAY), aKeptMeeting('council', COUNCIL_DAY)].map((each) => [
    each.meetingId,
    each,
  ]),
);

/** The minutes that the command names, or in which the act that it takes back stands. */
export const minutesOf = (command: Command, record: Motion | undefined) => {
  const act = record !== undefined && 'lastAct' in record ? record.lastAct : undefined;
  if (command.type === 'take-back-act') return act && book.get(act.at.minutesId);
  const report = record !== undefined && 'lateReport' in record ? record.lateReport : undefined;
  if (command.type === 'take-back-late-report') return report && book.get(report.at.minutesId);
  return 'minutesId' in command ? book.get(command.minutesId) : undefined;
};

/** The kept meeting that the command names, or whose agenda the motion is on. */
export const meetingOf = (command: Command, record: Motion | undefined) => {
  const named = 'meetingId' in command ? command.meetingId : undefined;
  const onAgenda = record !== undefined && 'meetingId' in record ? record.meetingId : undefined;
  return calendar.get(named ?? ('paragraph' in command ? (onAgenda ?? '') : ''));
};
