import type { MeetingEvent } from '../../domain/meeting-events.ts';
import { systemActor } from '../../domain/roles.ts';
import type { RecordedEvent } from '../ports/case-store.ts';
import { actOnCase } from './act-on-case.ts';
import type { Casework } from './dependencies.ts';
import { relayOwed } from './relay-owed.ts';

/**
 * Lets every case on the agenda follow what has happened to the meeting: it was moved, cancelled or ended. A case that
 * was dealt with, or put on another agenda since, refuses.
 * @throws the first failure of a case, when all the others have followed
 */
export const relayMeeting = async (casework: Casework, meetingId: string): Promise<void> => {
  const { meetings } = casework;
  const owed = await meetings.owedRelays(meetingId);
  if (owed.length === 0) return;
  const [events, items] = await Promise.all([meetings.events(meetingId), meetings.items(meetingId)]);
  await relayOwed(casework, {
    keys: { meetingId },
    owed,
    events,
    concerned: () => items,
    follow: (recorded, caseId) => follow(casework, meetingId, recorded, caseId),
    clear: (version) => meetings.clearRelay(meetingId, version),
  });
};

const follow = async (
  casework: Casework,
  meetingId: string,
  { seq, event: happened, actor: { personId } }: RecordedEvent<MeetingEvent>,
  caseId: string,
) => {
  // Minutes have ids of the same form as meetings, so the command's id says which it is.
  const commandId = `meeting:${meetingId}:${seq}`;
  const command = { type: 'follow-meeting' as const, meetingId, happened };
  // The system relays; the log names the person who acted on the meeting.
  await actOnCase(casework, { caseId, commandId, command, actor: { ...systemActor, personId } });
};
