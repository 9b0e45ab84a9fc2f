import { stockholmDate } from '../../../domain/calendar-date.ts';
import { type Clock, clocksOfMinutes, clocksOfMotion } from '../../../domain/clocks.ts';
import { evolve } from '../../../domain/evolve.ts';
import { evolveMinutes, type Minutes } from '../../../domain/minutes.ts';
import type { Motion } from '../../../domain/motion.ts';
import type { RecordedEvent } from '../../../lambdas/ports/case-store.ts';
import type { Observed } from '../observe-record.ts';
import type { Check } from './check.ts';

const keyOf = (subject: string, { kind, dueOn }: Clock) => `${subject} ${kind} ${dueOn}`;

const idOf = (subject: Observed['clocks'][number]['subject']): string => {
  if ('caseId' in subject) return subject.caseId;
  return 'minutesId' in subject ? subject.minutesId : subject.meetingId;
};

const isRing = (event: { type: string }) => event.type === 'ClockRang' || event.type === 'AppealWindowPassed';

/**
 * Clocks that something else ended on a later day than they were to ring. A new day is a new tick; one that is set
 * when it is overdue already (a notice that came down) has its first tick the day after.
 */
const missed = <E extends { type: string }, R>(
  subject: string,
  events: readonly RecordedEvent<E>[],
  next: (before: R | undefined, event: E, seq: number) => R,
  clocksOf: (record: R | undefined) => readonly Clock[],
): string[] => {
  let record: R | undefined;
  let running = new Map<string, string>();
  const faults: string[] = [];
  for (const { event, seq, recordedAt } of events) {
    const today = stockholmDate(recordedAt);
    record = next(record, event, seq);
    const since = running;
    running = new Map(
      clocksOf(record).map((clock) => {
        const key = keyOf(subject, clock);
        return [key, since.get(key) ?? (clock.dueOn > today ? clock.dueOn : today)];
      }),
    );
    if (isRing(event)) continue;
    for (const [key, ringsBy] of since) {
      if (today > ringsBy && !running.has(key)) faults.push(`${key} never rang`);
    }
  }
  return faults;
};

const runningClocks = ({ cases, minutes }: Observed): string[] => [
  ...cases.flatMap(({ caseId, state }) => clocksOfMotion(state?.motion).map((clock) => keyOf(caseId, clock))),
  ...minutes.flatMap(({ minutesId, state }) =>
    clocksOfMinutes(state?.minutes).map((clock) => keyOf(minutesId, clock)),
  ),
];

/** Every clock has rung on its day or been cancelled before it, and those that run are those the law knows. */
export const checkClocks = (observed: Observed, today: string): Check => {
  const cases = observed.cases.flatMap(({ caseId, events }) =>
    missed<(typeof events)[number]['event'], Motion>(
      caseId,
      events,
      (before, event, version) => evolve(before, event, { caseId, version }),
      clocksOfMotion,
    ),
  );
  const minutes = observed.minutes.flatMap(({ minutesId, events }) =>
    missed<(typeof events)[number]['event'], Minutes>(
      minutesId,
      events,
      (before, event, version) => evolveMinutes(before, event, { minutesId, version }),
      clocksOfMinutes,
    ),
  );
  const stored = new Set(observed.clocks.map(({ subject, ...clock }) => keyOf(idOf(subject), clock)));
  const running = runningClocks(observed);
  const lost = running.filter((each) => !stored.has(each)).map((each) => `${each} is not in the record`);
  const stray = [...stored]
    .filter((each) => !running.includes(each))
    .map((each) => `${each} runs for nothing`);
  const overdue = observed.clocks
    .filter(({ dueOn }) => dueOn <= today)
    .map((each) => `due ${each.dueOn}: ${each.kind}`);
  return { name: 'no clock is lost', faults: [...cases, ...minutes, ...lost, ...stray, ...overdue] };
};
