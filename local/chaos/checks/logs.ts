import { isDeepStrictEqual } from 'node:util';
import { fold } from '../../../domain/evolve.ts';
import { foldMinutes } from '../../../domain/minutes.ts';
import { verifyChain } from '../../../lambdas/event-chain.ts';
import type { Observed } from '../observe-record.ts';
import { type Check, repeatedIn } from './check.ts';

/** What was thrown, as a fault. */
const attempt = (what: string, check: () => string | undefined): string[] => {
  try {
    const fault = check();
    return fault === undefined ? [] : [`${what}: ${fault}`];
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`];
  }
};

/** What is folded as the table would hold it: a fact that is said to be absent is not written. */
const sameAs = (folded: object | undefined, record: unknown) =>
  isDeepStrictEqual(folded && JSON.parse(JSON.stringify(folded)), record)
    ? undefined
    : 'the events fold to something else than the record';

/** The log is whole: the record follows from it, and nobody has touched it. */
export const checkLogs = ({ cases, minutes }: Observed): Check[] => {
  const folds = [
    ...cases.flatMap(({ caseId, events, state }) =>
      attempt(caseId, () =>
        sameAs(
          fold(
            caseId,
            events.map((each) => each.event),
          ),
          state?.motion,
        ),
      ),
    ),
    ...minutes.flatMap(({ minutesId, events, state }) =>
      attempt(minutesId, () =>
        sameAs(
          foldMinutes(
            minutesId,
            events.map((each) => each.event),
          ),
          state?.minutes,
        ),
      ),
    ),
  ];
  const chains = [
    ...cases.map(({ caseId, events, state }) => ({ name: caseId, events, head: state?.head })),
    ...minutes.map(({ minutesId, events, state }) => ({ name: minutesId, events, head: state?.head })),
  ].flatMap(({ name, events, head }) => {
    const broken = verifyChain(events);
    if (broken !== undefined) return [`${name}: broken at event ${broken}`];
    return events.at(-1)?.hash === head ? [] : [`${name}: the record's head is not the last event`];
  });
  return [
    { name: 'events fold to the record', faults: folds },
    { name: 'the hash chain is intact', faults: chains },
  ];
};

/** Register numbers: each year's are 1, 2, 3 … in no case twice. */
export const checkNumbers = ({ cases }: Observed): Check => {
  const given = cases.flatMap(({ caseId, events }) =>
    events.flatMap(({ event }) => (event.type === 'MotionRegistered' ? [{ caseId, ...event }] : [])),
  );
  const repeated = repeatedIn(given.map((each) => each.registrationNumber));
  const byYear = Map.groupBy(given, (each) => each.registerYear);
  const gaps = [...byYear].flatMap(([year, ofYear]) => {
    const sequence = ofYear.map((each) => each.registerSequence ?? 0).sort((one, other) => one - other);
    return sequence.every((each, index) => each === index + 1) ? [] : [`${year}: ${sequence.join(' ')}`];
  });
  return {
    name: 'register numbers are unique and without gaps',
    faults: [...repeated.map((number) => `${number} is given twice`), ...gaps],
  };
};
