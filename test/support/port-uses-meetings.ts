import { evolveMeeting } from '../../domain/meeting.ts';
import { clocksOfMeeting } from '../../domain/meeting-clocks.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import { chainEvent, chainStart } from '../../lambdas/event-chain.ts';
import type { MeetingChange } from '../../lambdas/ports/meeting-store.ts';
import { hash } from './change-builders.ts';
import { minute, type PortUses, page, type Stores } from './port-uses.ts';

const planned = {
  type: 'MeetingPlanned',
  body: 'council',
  date: '2026-04-14',
  plannedOn: '2026-01-02',
  startsAt: '09:00',
} satisfies MeetingEvent;
const moved = { type: 'MeetingMoved', from: '2026-04-14', to: '2026-04-21' } satisfies MeetingEvent;

/** The change that the last of these events makes, after the others: the same however often it is asked for. */
const changeOf = (
  meetingId: string,
  events: readonly MeetingEvent[],
  relayOwedAt?: string,
): MeetingChange => {
  const [event, ...earlier] = events.toReversed();
  if (event === undefined) throw new Error('no event, no change');
  const first = earlier.length === 0 ? undefined : changeOf(meetingId, earlier.toReversed());
  const before = first && { meeting: first.after, head: first.recorded.hash };
  const version = events.length;
  const after = evolveMeeting(before?.meeting, event, { meetingId, version });
  const commandId = `${meetingId}-${version}`;
  return {
    before,
    after,
    recorded: chainEvent(before?.head ?? chainStart, {
      seq: version,
      schemaVersion: 1,
      event,
      row: 'test',
      actor: { personId: 'p-1' },
      commandId,
      occurredOn: '2026-03-02',
      recordedAt: minute(0),
    }),
    answer: { commandId, commandHash: hash('c'), version, recordedAt: minute(0) },
    relayOwedAt,
    clocks: { set: clocksOfMeeting(after), cancelled: clocksOfMeeting(before?.meeting) },
  };
};

const plan = ({ meetings }: Stores, id: string) => meetings.commit(changeOf(id, [planned]));
const move = ({ meetings }: Stores, id: string) => meetings.commit(changeOf(id, [planned, moved], minute(1)));
const owing = async (stores: Stores, id: string) => {
  await plan(stores, id);
  await move(stores, id);
};

/** The record of meetings, beside what cases ask of it. */
export const usesOfMeetings: PortUses = {
  'meetings.load': { given: plan, call: ({ meetings }, id) => meetings.load(id) },
  'meetings.answer': { given: plan, call: ({ meetings }, id) => meetings.answer(id, `${id}-1`) },
  'meetings.commit': { given: plan, call: move },
  'meetings.events': { given: plan, call: ({ meetings }, id) => meetings.events(id) },
  'meetings.items': { given: plan, call: ({ meetings }, id) => meetings.items(id) },
  'meetings.list': { given: plan, call: ({ meetings }) => meetings.list('council', page) },
  'meetings.owedRelays': { given: owing, call: ({ meetings }, id) => meetings.owedRelays(id) },
  'meetings.clearRelay': { given: owing, call: ({ meetings }, id) => meetings.clearRelay(id, 2) },
  'minutes.list': { call: ({ minutes }) => minutes.list('council', page) },
};
