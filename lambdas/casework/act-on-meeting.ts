import { stockholmDate } from '../../domain/calendar-date.ts';
import { onEmptySeats } from '../../domain/decide-attendance.ts';
import { decideMeeting } from '../../domain/decide-meeting.ts';
import { evolveMeeting, type Meeting } from '../../domain/meeting.ts';
import { clocksOfMeeting } from '../../domain/meeting-clocks.ts';
import type { MeetingCommand } from '../../domain/meeting-commands.ts';
import type { MeetingContext } from '../../domain/meeting-context.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import type { Member } from '../../domain/members.ts';
import { minutesIdOf } from '../../domain/minutes.ts';
import { meetingOccurredOn } from '../../domain/occurred-on.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { chainEvent, chainStart, hashOf } from '../event-chain.ts';
import { NotFound } from '../failures.ts';
import type { MeetingChange } from '../ports/meeting-store.ts';
import { type Answer, type Done, judgedAnew, requireVersion, unlessRepeated } from './answer.ts';
import { certifierRolesOf } from './certifier-roles.ts';
import type { Casework } from './dependencies.ts';
import { everyone } from './everyone.ts';
import { clockChange } from './plan-change.ts';
import { relayMeeting } from './relay-meeting.ts';

/** A command on a meeting, with the caller's id for it. */
export interface MeetingRequest {
  readonly meetingId: string;
  readonly commandId: string;
  readonly command: MeetingCommand;
  readonly actor: Actor;
  /** The version the caller has seen; another one is a conflict. */
  readonly expectedVersion?: number | undefined;
}

/** What stands in the minutes of the meeting, and cannot change when they are signed (KL 5:66, 5:69). */
const standsInMinutes: readonly MeetingEvent['type'][] = ['AttendanceRecorded', 'DisqualificationDeclared'];

/** The events that the cases on the agenda follow. */
const relayed: readonly MeetingEvent['type'][] = ['MeetingMoved', 'MeetingCancelled', 'MeetingEnded'];

/**
 * The way of every command on a meeting: the same as a case's, and then the cases on its agenda follow, each in its own
 * transaction. A relay that breaks off is owed, and `tick` goes on with it.
 * @throws NotFound, Conflict, Transient as `actOnCase` does
 */
export const actOnMeeting = (casework: Casework, request: MeetingRequest): Promise<Answer> =>
  judgedAnew(() => attemptOnce(casework, request));

const attemptOnce = (casework: Casework, request: MeetingRequest): Promise<Answer> => {
  const { meetingId, commandId, command, actor } = request;
  const commandHash = hashOf({ command, by: actor.personId });
  return unlessRepeated(
    commandHash,
    () => casework.meetings.answer(meetingId, commandId),
    () => judge(casework, request, commandHash),
  );
};

/** What the law says to a command on a meeting as it stands. */
const hear = async (casework: Casework, { meetingId, command, actor, expectedVersion }: MeetingRequest) => {
  const before = await casework.meetings.load(meetingId);
  if (before === undefined && command.type !== 'plan-meeting') throw new NotFound('meeting');
  requireVersion(before?.meeting.version, expectedVersion);
  const { ofMinutes, ...context } = await meetingContext(casework, before?.meeting, command, actor);
  return { before, context, ofMinutes, event: decideMeeting(before?.meeting, command, context) };
};

/**
 * The no that a command on a meeting would get just now; nothing is written.
 * @returns undefined when the law says yes
 * @throws NotFound, and Conflict when the record is not at the expected version
 */
export const refusalOnMeeting = async (
  casework: Casework,
  request: MeetingRequest,
): Promise<Refusal | undefined> => {
  const { event } = await hear(casework, request);
  return 'kind' in event ? event : undefined;
};

const judge = async (
  casework: Casework,
  request: MeetingRequest,
  commandHash: string,
): Promise<Done | Refusal> => {
  const { meetingId, commandId, command, actor } = request;
  const at = casework.now();
  const { before, context, ofMinutes, event } = await hear(casework, request);
  if ('kind' in event) return event;
  const version = (before?.meeting.version ?? 0) + 1;
  const after = evolveMeeting(before?.meeting, event, { meetingId, version });
  const mustFollow = relayed.includes(event.type);
  const change: MeetingChange = {
    before,
    after,
    recorded: chainEvent(before?.head ?? chainStart, {
      seq: version,
      schemaVersion: 1,
      event,
      row: command.type,
      actor: { personId: actor.personId },
      commandId,
      occurredOn: meetingOccurredOn(event, after.date, context.today),
      recordedAt: at,
    }),
    answer: { commandId, commandHash, version, recordedAt: at },
    minutes: standsInMinutes.includes(event.type) ? ofMinutes : undefined,
    relayOwedAt: mustFollow ? at : undefined,
    clocks: clockChange(clocksOfMeeting(before?.meeting), clocksOfMeeting(after)),
  };
  await casework.meetings.commit(change);
  if (mustFollow) await relayNow(casework, meetingId);
  return { kind: 'done', version, repeated: false };
};

/**
 * What the law must know of a command on a meeting, looked up.
 * @throws NotFound when the command names a case that nobody but its movers may know of
 */
export const meetingContext = async (
  casework: Casework,
  record: Meeting | undefined,
  command: MeetingCommand,
  actor: Actor,
): Promise<MeetingContext & { ofMinutes: MeetingChange['minutes'] }> => {
  const { people, cases, minutes, organisation, now } = casework;
  const minutesId = record === undefined ? undefined : minutesIdOf(record.body, record.date);
  const today = stockholmDate(now());
  const certifiers = command.type === 'record-attendance' ? (command.certifiers ?? []) : [];
  const [members, named, ofMeeting, hasActs, certifierRoles] = await Promise.all([
    people.membersById([...new Set(membersNamedBy(command))]),
    command.type === 'declare-disqualification' ? cases.load(command.caseId) : undefined,
    minutesId === undefined ? undefined : minutes.load(minutesId),
    record !== undefined && (command.type === 'cancel-meeting' || command.type === 'move-meeting')
      ? hasActsAt(casework, record)
      : undefined,
    certifierRolesOf(casework, certifiers, today),
  ]);
  const isHidden = named === undefined || ['Draft', 'Discarded'].includes(named.motion.status);
  if (command.type === 'declare-disqualification' && isHidden) throw new NotFound('case');
  return {
    today,
    actor,
    organisation,
    members,
    register: await registerFor(casework, record, command, members),
    hasActs,
    certifierRoles,
    minutes: ofMeeting?.minutes,
    ofMinutes: minutesId === undefined ? undefined : { minutesId, version: ofMeeting?.minutes.version ?? 0 },
  };
};

/** The whole register says how many seats stand empty; it is read only where somebody is said to serve on one. */
const registerFor = async (
  { people }: Casework,
  record: Meeting | undefined,
  command: MeetingCommand,
  members: ReadonlyMap<string, Member>,
): Promise<readonly Member[] | undefined> => {
  if (record === undefined || command.type !== 'record-attendance') return undefined;
  if (onEmptySeats(command.attendance, record, members).length === 0) return undefined;
  return everyone((page) => people.members(page));
};

/** Where the body met twice that day, only what this meeting had on its agenda is known to be its own. */
const hasActsAt = async (
  { minutes, meetings }: Casework,
  { meetingId, body, date }: Meeting,
): Promise<boolean> => {
  const acts = await minutes.items(minutesIdOf(body, date));
  if (acts.length === 0) return false;
  const others = (await meetings.calendar(date, date)).filter(
    (each) => each.body === body && each.status !== 'Cancelled' && each.meetingId !== meetingId,
  );
  if (others.length === 0) return true;
  const entered = await meetings.items(meetingId);
  return entered.some((item) => acts.some(({ caseId }) => caseId === item.caseId));
};

const membersNamedBy = (command: MeetingCommand): string[] => {
  if (command.type === 'declare-disqualification') return [command.memberId];
  if (command.type !== 'record-attendance') return [];
  return command.attendance.flatMap(({ memberId, servingFor }) =>
    servingFor === undefined ? [memberId] : [memberId, servingFor],
  );
};

const relayNow = async (casework: Casework, meetingId: string) => {
  try {
    await relayMeeting(casework, meetingId);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    casework.journal.warn('relay_still_owed', { meetingId, error: name });
  }
};
