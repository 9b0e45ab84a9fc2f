import { decideMeeting } from '../../domain/decide-meeting.ts';
import { evolveMeeting, type Meeting } from '../../domain/meeting.ts';
import {
  type MeetingCommand,
  meetingPersonCommand,
  meetingSystemCommand,
} from '../../domain/meeting-commands.ts';
import type { MeetingContext } from '../../domain/meeting-context.ts';
import type { AttendanceEntry, MeetingEvent } from '../../domain/meeting-events.ts';
import type { Member } from '../../domain/members.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Actor, Role } from '../../domain/roles.ts';
import { actors, aMember, aRegion } from './motion-people.ts';

export const MEETING = 'council-2026-04-14';
export const MEETING_DAY = '2026-04-14';

/** Members m1–m5 and substitutes s1–s2 of the council, b1–b2 of the board, and one who has left. */
export const meetingMembers: ReadonlyMap<string, Member> = new Map(
  [
    ...['m1', 'm2', 'm3', 'm4', 'm5'].map((memberId) => aMember({ memberId })),
    ...['s1', 's2'].map((memberId) =>
      aMember({ memberId, terms: [{ from: '2022-10-15', office: 'substitute' }] }),
    ),
    ...['b1', 'b2'].map((memberId) =>
      aMember({ memberId, terms: [{ from: '2022-10-15', office: 'member', body: 'board' }] }),
    ),
    aMember({
      memberId: 'left',
      terms: [{ from: '2022-10-15', to: '2026-04-13', office: 'member' }],
    }),
  ].map((each) => [each.memberId, each]),
);

/** A council of five, so that a quorum is three. */
export const aMeetingContext = (facts: Partial<MeetingContext> = {}): MeetingContext => ({
  today: '2026-04-14',
  actor: actors['council-secretary'],
  organisation: aRegion({ seats: { council: 5, board: 3 } }),
  members: meetingMembers,
  register: [...meetingMembers.values()],
  ...facts,
});

const person = (command: object): MeetingCommand => meetingPersonCommand.parse(command);

/** Members who are present, each from beginning to end. */
export const present = (...memberIds: string[]): AttendanceEntry[] =>
  memberIds.map((memberId) => ({ memberId, as: 'member' }));

/** One command of each type, on the days of the usual course. */
export const meetingExamples = {
  plan: person({ type: 'plan-meeting', body: 'council', date: MEETING_DAY, startsAt: '09:00' }),
  change: person({ type: 'change-meeting', startsAt: '10:00', place: 'Salen', papersBy: '2026-04-01' }),
  move: person({ type: 'move-meeting', to: '2026-04-21' }),
  cancel: person({ type: 'cancel-meeting', reason: 'För få ärenden' }),
  summon: person({ type: 'summon', summonedOn: '2026-04-01' }),
  announce: person({ type: 'announce', announcedOn: '2026-04-02' }),
  attend: person({ type: 'record-attendance', chair: 'm1', attendance: present('m1', 'm2', 'm3') }),
  disqualify: person({
    type: 'declare-disqualification',
    caseId: 'case-1',
    memberId: 'm2',
    declared: true,
  }),
  end: person({ type: 'end-meeting' }),
  ring: meetingSystemCommand.parse({ type: 'ring-clock', clock: 'summons', dueOn: '2026-04-08' }),
} satisfies Record<string, MeetingCommand>;
export type MeetingExample = keyof typeof meetingExamples;

export const meetingRole = (example: MeetingExample): Role | 'system' =>
  example === 'ring' ? 'system' : 'council-secretary';

export const isMeetingRefusal = (answer: MeetingEvent | Refusal): answer is Refusal => 'kind' in answer;

/** A planned meeting of the council, with other facts where a test says so. */
export const aMeeting = (facts: Partial<Meeting> = {}): Meeting => ({
  meetingId: MEETING,
  version: 1,
  body: 'council',
  date: MEETING_DAY,
  plannedOn: '2026-01-02',
  status: 'Planned',
  disqualifications: [],
  rungClocks: [],
  ...facts,
});

/** The refusal's code, or the type of the event. */
export const askMeeting = (
  record: Meeting | undefined,
  command: MeetingCommand,
  context: Partial<MeetingContext> = {},
): string => {
  const answer = decideMeeting(record, command, aMeetingContext(context));
  return isMeetingRefusal(answer) ? answer.code : answer.type;
};

/** The meeting after a command; a refused one is a mistake in the test. */
export const meetingAfter = (
  record: Meeting | undefined,
  command: MeetingCommand,
  context: Partial<MeetingContext> = {},
): Meeting => {
  const answer = decideMeeting(record, command, aMeetingContext(context));
  if (isMeetingRefusal(answer)) throw new Error(`${command.type}: ${answer.code}`);
  return evolveMeeting(record, answer, { meetingId: MEETING, version: (record?.version ?? 0) + 1 });
};

/** The usual record in each status. */
export const meetingIn = {
  Planned: aMeeting(),
  Ended: aMeeting({ status: 'Ended' }),
  Cancelled: aMeeting({ status: 'Cancelled' }),
} as const;

export const secretaryOfBoard: Actor = actors['board-secretary'];
