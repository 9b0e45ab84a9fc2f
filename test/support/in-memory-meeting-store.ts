import type { Meeting } from '../../domain/meeting.ts';
import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import { Conflict } from '../../lambdas/failures.ts';
import type { MeetingChange, MeetingStore } from '../../lambdas/ports/meeting-store.ts';
import { setClocks } from './in-memory-commit.ts';
import { copy, type MeetingInMemory, type Memory, pageOf } from './in-memory-state.ts';

const orderOf = ({ date, meetingId }: Meeting) => `${date}#${meetingId}`;

/** The meeting store without an engine. */
export const inMemoryMeetings = (memory: Memory): MeetingStore => ({
  load: async (meetingId) => {
    const kept = memory.meetings.get(meetingId);
    return kept && copy({ meeting: kept.meeting, head: kept.head });
  },
  answer: async (meetingId, commandId) => copy(memory.meetings.get(meetingId)?.answers.get(commandId)),
  commit: async (change) => commit(memory, change),
  events: async (meetingId) => copy(memory.meetings.get(meetingId)?.events ?? []),
  items: async (meetingId) =>
    [...(memory.meetings.get(meetingId)?.items ?? [])].toSorted().map((caseId) => ({ caseId })),
  list: async (body, page) => {
    const rows = [...memory.meetings.values()]
      .filter(({ meeting }) => meeting.body === body)
      .map(({ meeting }) => ({ order: orderOf(meeting), row: meeting }));
    return pageOf(`MEETINGS#${body}`, rows, page, 'down');
  },
  calendar: async (from, to) =>
    [...memory.meetings.values()]
      .map(({ meeting }) => copy(meeting))
      .filter(({ date }) => from <= date && date <= to)
      .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1)),
  owedRelays: async (meetingId) =>
    [...(memory.meetings.get(meetingId)?.relays.keys() ?? [])].toSorted((one, other) => one - other),
  clearRelay: async (meetingId, version) => {
    memory.meetings.get(meetingId)?.relays.delete(version);
  },
  meetingsOwingRelays: async (page) => {
    const rows = [...memory.meetings.values()].flatMap(({ meeting: { meetingId }, relays }) => {
      const [first] = [...relays.values()].toSorted();
      return first === undefined ? [] : [{ order: `${first}#${meetingId}`, row: { meetingId } }];
    });
    return pageOf('OWED#meeting-relay', rows, page);
  },
});

const newMeeting = (change: MeetingChange): MeetingInMemory => ({
  meeting: change.after,
  head: change.recorded.hash,
  events: [],
  answers: new Map(),
  items: new Set(),
  relays: new Map(),
  clocks: new Map(),
});

const commit = (memory: Memory, given: MeetingChange) => {
  const { before, after, recorded, answer, relayOwedAt, clocks, minutes } = copy(given);
  const found = memory.meetings.get(after.meetingId);
  if (found?.meeting.version !== before?.meeting.version || found?.answers.has(answer.commandId)) {
    throw new Conflict('the record has moved');
  }
  if (
    minutes !== undefined &&
    (memory.minutes.get(minutes.minutesId)?.minutes.version ?? 0) !== minutes.version
  ) {
    throw new Conflict('the minutes have moved');
  }
  const kept = found ?? newMeeting(given);
  memory.meetings.set(after.meetingId, kept);
  kept.meeting = after;
  kept.head = recorded.hash;
  kept.events.push(recorded);
  kept.answers.set(answer.commandId, answer);
  if (relayOwedAt !== undefined) kept.relays.set(after.version, sortable(relayOwedAt));
  setClocks(kept.clocks, clocks);
};
