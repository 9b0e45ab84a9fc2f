import { actsIn } from '../../domain/acts-in-minutes.ts';
import { stockholmDate } from '../../domain/calendar-date.ts';
import { clocksOfMinutes } from '../../domain/clocks.ts';
import { decideMinutes, type MinutesContext } from '../../domain/decide-minutes.ts';
import { evolveMinutes, type Minutes } from '../../domain/minutes.ts';
import type { MinutesCommand } from '../../domain/minutes-commands.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import { minutesOccurredOn } from '../../domain/occurred-on.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { chainEvent, chainStart, hashOf } from '../event-chain.ts';
import { NotFound } from '../failures.ts';
import type { MinutesChange } from '../ports/minutes-store.ts';
import { type Answer, type Done, judgedAnew, requireVersion, unlessRepeated } from './answer.ts';
import { certifierRolesOf } from './certifier-roles.ts';
import type { Casework } from './dependencies.ts';
import { clockChange } from './plan-change.ts';
import { relayMinutes } from './relay-minutes.ts';

/** A command on minutes, with the caller's id for it. */
export interface MinutesRequest {
  readonly minutesId: string;
  readonly commandId: string;
  readonly command: MinutesCommand;
  readonly actor: Actor;
  /** The version the caller has seen; another one is a conflict. */
  readonly expectedVersion?: number | undefined;
}

/** The events that the cases of the minutes follow (rows 20–27). */
const relayed: readonly MinutesEvent['type'][] = [
  'MinutesCertified',
  'NoticePosted',
  'NoticeFoundDown',
  'AppealWindowPassed',
  'NoAppealConfirmed',
  'AppealRecorded',
  'AppealClosed',
];

/**
 * The way of every command on minutes: the same as a case's, and then the cases follow, each in its own transaction.
 * A relay that breaks off is owed, and `tick` goes on with it.
 * @throws NotFound, Conflict, Transient as `actOnCase` does
 */
export const actOnMinutes = (casework: Casework, request: MinutesRequest): Promise<Answer> =>
  judgedAnew(() => attemptOnce(casework, request));

const attemptOnce = (casework: Casework, request: MinutesRequest): Promise<Answer> => {
  const { minutesId, commandId, command, actor } = request;
  const commandHash = hashOf({ command, by: actor.personId });
  return unlessRepeated(
    commandHash,
    () => casework.minutes.answer(minutesId, commandId),
    () => judge(casework, request, commandHash),
  );
};

/** What the law says to a command on minutes as they stand. */
const hear = async (casework: Casework, request: MinutesRequest) => {
  const { minutesId, command, actor, expectedVersion } = request;
  const before = await casework.minutes.load(minutesId);
  if (before === undefined && command.type !== 'open-minutes') throw new NotFound('minutes');
  requireVersion(before?.minutes.version, expectedVersion);
  const at = casework.now();
  const today = stockholmDate(at);
  const [known, certifierRoles] = await Promise.all([
    lookUp(casework, before?.minutes, command),
    certifierRolesOf(casework, certifiersNamedBy(command), today),
  ]);
  const { organisation } = casework;
  const context = { today, actor, organisation, ...known, certifierRoles };
  const event = decideMinutes(before?.minutes, command, context);
  return { before, at, today, meetings: known.meetings ?? [], event };
};

/**
 * The no that a command on minutes would get just now; nothing is written.
 * @returns undefined when the law says yes
 * @throws NotFound, and Conflict when the record is not at the expected version
 */
export const refusalOnMinutes = async (
  casework: Casework,
  request: MinutesRequest,
): Promise<Refusal | undefined> => {
  const { event } = await hear(casework, request);
  return 'kind' in event ? event : undefined;
};

const judge = async (
  casework: Casework,
  request: MinutesRequest,
  commandHash: string,
): Promise<Done | Refusal> => {
  const { minutesId, commandId, command, actor } = request;
  const { before, at, today, meetings, event } = await hear(casework, request);
  if ('kind' in event) return event;
  const version = (before?.minutes.version ?? 0) + 1;
  const after = evolveMinutes(before?.minutes, event, { minutesId, version });
  const mustFollow = relayed.includes(event.type);
  const change: MinutesChange = {
    before,
    after,
    recorded: chainEvent(before?.head ?? chainStart, {
      seq: version,
      schemaVersion: 1,
      event,
      row: command.type,
      actor: { personId: actor.personId },
      commandId,
      occurredOn: minutesOccurredOn(event, today),
      recordedAt: at,
    }),
    answer: { commandId, commandHash, version, recordedAt: at },
    relayOwedAt: mustFollow ? at : undefined,
    meetings: meetings.map(({ meetingId, version: judgedAt }) => ({
      meetingId,
      version: judgedAt,
    })),
    clocks: clockChange(clocksOfMinutes(before?.minutes), clocksOfMinutes(after)),
  };
  await casework.minutes.commit(change);
  if (mustFollow) await relayNow(casework, minutesId);
  return { kind: 'done', version, repeated: false };
};

/** Those whom a command names as certifiers. */
const certifiersNamedBy = (command: MinutesCommand): readonly string[] => {
  if (command.type === 'open-minutes') return command.certifiers;
  return command.type === 'replace-certifier' ? [command.replacement] : [];
};

/** What the law asks besides the minutes: for an appeal the case, for a signature what was done and who was there. */
const lookUp = async (
  { cases, minutes, meetings }: Casework,
  record: Minutes | undefined,
  command: MinutesCommand,
): Promise<Pick<MinutesContext, 'motion' | 'paragraphs' | 'acts' | 'meetings'>> => {
  if ('caseId' in command) {
    const [state, items] = await Promise.all([
      cases.load(command.caseId),
      record === undefined || command.type !== 'record-appeal' ? [] : minutes.items(record.minutesId),
    ]);
    const ofCase = items.filter(({ caseId }) => caseId === command.caseId);
    return { motion: state?.motion, paragraphs: ofCase.map(({ paragraph }) => paragraph) };
  }
  if (command.type !== 'certify-minutes' || record === undefined) return {};
  const { minutesId, body, meetingDate } = record;
  // The calendar may lag; the meetings themselves do not.
  const planned = (await meetings.calendar(meetingDate, meetingDate)).filter((each) => each.body === body);
  const loaded = await Promise.all(planned.map(({ meetingId }) => meetings.load(meetingId)));
  const held = loaded.flatMap((each) => (each?.meeting.attendance === undefined ? [] : [each.meeting]));
  if (held.length === 0) return {};
  const caseIds = [...new Set((await minutes.items(minutesId)).map(({ caseId }) => caseId))];
  const acts = await Promise.all(
    caseIds.map(async (caseId) => {
      const events = (await cases.events(caseId)).map(({ event }) => event);
      return actsIn(minutesId, caseId, events);
    }),
  );
  return { acts: acts.flat(), meetings: held };
};

const relayNow = async (casework: Casework, minutesId: string) => {
  try {
    await relayMinutes(casework, minutesId);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    casework.journal.warn('relay_still_owed', { minutesId, error: name });
  }
};
