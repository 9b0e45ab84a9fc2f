import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import { Conflict } from '../../lambdas/failures.ts';
import type { DueClock } from '../../lambdas/ports/case-store.ts';
import type { ClockStore, MinutesChange, MinutesStore } from '../../lambdas/ports/minutes-store.ts';
import { setClocks } from './in-memory-commit.ts';
import { copy, type Memory, type MinutesInMemory, pageOf } from './in-memory-state.ts';

/** The minutes store without an engine. */
export const inMemoryMinutes = (memory: Memory): MinutesStore => ({
  load: async (minutesId) => {
    const kept = memory.minutes.get(minutesId);
    return kept && copy({ minutes: kept.minutes, head: kept.head });
  },
  answer: async (minutesId, commandId) => copy(memory.minutes.get(minutesId)?.answers.get(commandId)),
  commit: async (change) => commit(memory, change),
  events: async (minutesId) => copy(memory.minutes.get(minutesId)?.events ?? []),
  items: async (minutesId) =>
    copy([...(memory.minutes.get(minutesId)?.items ?? [])].sort().map(([, item]) => item)),
  list: async (body, page) => {
    const all = [...memory.minutes.values()].map(({ minutes }) => minutes);
    const rows = all
      .filter((each) => each.body === body)
      .map((each) => ({ order: `${each.meetingDate}#${each.minutesId}`, row: each }));
    return pageOf(`MINUTES#${body}`, rows, page, 'down');
  },
  owedRelays: async (minutesId) =>
    [...(memory.minutes.get(minutesId)?.relays.keys() ?? [])].sort((one, other) => one - other),
  clearRelay: async (minutesId, version) => {
    memory.minutes.get(minutesId)?.relays.delete(version);
  },
  minutesOwingRelays: async (page) => {
    const rows = [...memory.minutes.values()].flatMap(({ minutes: { minutesId }, relays }) => {
      const [first] = [...relays.values()].sort();
      return first === undefined ? [] : [{ order: `${first}#${minutesId}`, row: { minutesId } }];
    });
    return pageOf('OWED#relay', rows, page);
  },
});

const newMinutes = (change: MinutesChange): MinutesInMemory => ({
  minutes: change.after,
  head: change.recorded.hash,
  events: [],
  answers: new Map(),
  items: new Map(),
  relays: new Map(),
  clocks: new Map(),
});

const commit = (memory: Memory, given: MinutesChange) => {
  const { before, after, recorded, answer, relayOwedAt, clocks } = copy(given);
  const found = memory.minutes.get(after.minutesId);
  if (found?.minutes.version !== before?.minutes.version || found?.answers.has(answer.commandId)) {
    throw new Conflict('the record has moved');
  }
  for (const { meetingId, version } of given.meetings) {
    if (memory.meetings.get(meetingId)?.meeting.version !== version)
      throw new Conflict('the meeting has moved');
  }
  const kept = found ?? newMinutes(given);
  memory.minutes.set(after.minutesId, kept);
  kept.minutes = after;
  kept.head = recorded.hash;
  kept.events.push(recorded);
  kept.answers.set(answer.commandId, answer);
  if (relayOwedAt !== undefined) kept.relays.set(after.version, sortable(relayOwedAt));
  setClocks(kept.clocks, clocks);
};

/** The clocks of cases, minutes and meetings without an engine. */
export const inMemoryClocks = (memory: Memory): ClockStore => ({
  due: async (today, page) => {
    const rowsOf = (clocks: Map<string, string>, subject: DueClock['subject'], prefix: string) =>
      [...clocks]
        .filter(([, dueOn]) => dueOn <= today)
        .map(([kind, dueOn]) => ({ order: `${dueOn}#${prefix}#${kind}`, row: { kind, dueOn, subject } }));
    const rows = [
      ...[...memory.cases].flatMap(([caseId, { clocks }]) => rowsOf(clocks, { caseId }, `CASE#${caseId}`)),
      ...[...memory.minutes].flatMap(([minutesId, { clocks }]) =>
        rowsOf(clocks, { minutesId }, `MINUTES#${minutesId}`),
      ),
      ...[...memory.meetings].flatMap(([meetingId, { clocks }]) =>
        rowsOf(clocks, { meetingId }, `MEETING#${meetingId}`),
      ),
    ];
    return pageOf<DueClock>('CLOCK', rows, page);
  },
  adoptedLaw: async () => memory.laws.get('clocks') ?? 0,
  markLawAdopted: async (law) => void memory.laws.set('clocks', law),
  adopt: async (caseId, version, clocks) => {
    const kept = memory.cases.get(caseId);
    if (kept?.motion.version !== version) return false;
    setClocks(kept.clocks, { set: clocks, cancelled: [] });
    return true;
  },
});
