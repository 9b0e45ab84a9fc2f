import { expect } from 'vitest';
import { fold } from '../../domain/evolve.ts';
import { foldMinutes } from '../../domain/minutes.ts';
import { transitionOf } from '../../domain/transitions.ts';
import { verifyChain } from '../../lambdas/event-chain.ts';
import type { RecordedEvent } from '../../lambdas/ports/case-store.ts';
import type { Accepted, Office } from './fault-office.ts';
import type { FaultyProduct } from './fault-product.ts';

const repeatedIn = (values: readonly string[]) =>
  values.filter((each, index) => values.indexOf(each) < index);

/** Ids of the system's own commands have a colon, which no caller's may have. */
const askedBy = (events: readonly RecordedEvent<unknown>[]) =>
  events.filter((each) => !each.commandId.includes(':')).map(({ commandId, seq }) => ({ commandId, seq }));

const acceptedIn = (accepted: readonly Accepted[], subject: string) =>
  accepted
    .filter((each) => each.subject === subject)
    .map(({ commandId, version: seq }) => ({ commandId, seq }));

/** The log is whole, and holds each accepted command once, where the answer said, and nothing else. */
const expectLog = (
  events: readonly RecordedEvent<unknown>[],
  head: string | undefined,
  accepted: ReturnType<typeof acceptedIn>,
) => {
  expect(verifyChain(events)).toBeUndefined();
  expect(events.at(-1)?.hash).toBe(head);
  expect(repeatedIn(events.map((each) => each.commandId))).toEqual([]);
  expect(askedBy(events)).toEqual(accepted);
};

/** What must hold of a case however its services failed: nothing lost, nothing twice. @returns letters sent again */
export const expectWhole = async ({ record, wires }: FaultyProduct, { accepted }: Office, caseId: string) => {
  const [state, events, letters] = await Promise.all([
    record.cases.load(caseId),
    record.cases.events(caseId),
    record.cases.letters(caseId),
  ]);
  expect(
    fold(
      caseId,
      events.map((each) => each.event),
    ),
  ).toEqual(state?.motion);
  expectLog(events, state?.head, acceptedIn(accepted, caseId));
  const told = state?.motion.signatories ?? [];
  const owed = events.flatMap(({ row, seq }) =>
    transitionOf(row).tells.flatMap((tells) =>
      told.map((each) => `${caseId}#${seq}#${each.memberId}#${tells}`),
    ),
  );
  const sent = wires.letters.filter((each) => each.startsWith(`${caseId}#`));
  expect([...new Set(sent)].sort()).toEqual(owed.sort());
  expect(letters.filter((each) => each.state !== 'sent')).toEqual([]);
  return repeatedIn(sent);
};

/** The same of minutes. */
export const expectWholeMinutes = async ({ record }: FaultyProduct, { accepted }: Office) => {
  const minutesIds = accepted.flatMap((each) => (each.type === 'open-minutes' ? [each.subject] : []));
  for (const minutesId of minutesIds) {
    const state = await record.minutes.load(minutesId);
    const events = await record.minutes.events(minutesId);
    expect(
      foldMinutes(
        minutesId,
        events.map((each) => each.event),
      ),
    ).toEqual(state?.minutes);
    expectLog(events, state?.head, acceptedIn(accepted, minutesId));
  }
};

/** Register numbers of all cases begun: each year's are 1, 2, 3 … */
export const expectNumbers = async ({ record }: FaultyProduct, { accepted }: Office) => {
  const cases = accepted.flatMap((each) => (each.type === 'import-motion' ? [each.subject] : []));
  const logs = await Promise.all(cases.map((caseId) => record.cases.events(caseId)));
  const given = logs.flat().flatMap(({ event }) => (event.type === 'MotionRegistered' ? [event] : []));
  expect(repeatedIn(given.map((each) => each.registrationNumber))).toEqual([]);
  for (const [, ofYear] of Map.groupBy(given, (each) => each.registerYear)) {
    const sequence = ofYear.map((each) => each.registerSequence ?? 0).sort((one, other) => one - other);
    expect(sequence).toEqual(sequence.map((_, index) => index + 1));
  }
};

/** Nobody is owed anything. */
export const expectNothingOwed = async ({ record, today }: FaultyProduct) => {
  const end = '9999-12-31T00:00:00Z';
  for (const kind of ['signal', 'start', 'letter'] as const) {
    expect((await record.cases.owed(kind, end, {})).items, kind).toEqual([]);
  }
  expect((await record.minutes.minutesOwingRelays({})).items).toEqual([]);
  expect((await record.clocks.due(today(), {})).items).toEqual([]);
};
