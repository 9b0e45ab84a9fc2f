import { z } from 'zod';
import type { Casework } from '../../lambdas/casework/dependencies.ts';
import type { LetterDesk } from '../../lambdas/casework/send-letters.ts';
import { chainEvent } from '../../lambdas/event-chain.ts';
import type { CaseChange } from '../../lambdas/ports/case-store.ts';

/** Bugs that chaos must find: it is worth nothing if it cannot. */
export const plantedBug = z.enum(['lost-signal', 'doubled-letter', 'reused-number', 'dropped-clock']);
export type PlantedBug = z.infer<typeof plantedBug>;

type Desk = Casework & LetterDesk;

/** Answers true at every `nth` call. */
const every = (nth: number) => {
  let calls = 0;
  return () => {
    calls += 1;
    return calls % nth === 0;
  };
};

/** A signal is taken for delivered, and struck off, and was never sent. */
const loseSignals = <D extends Desk>(desk: D): D => {
  const isLost = every(4);
  const complete: Desk['workflow']['complete'] = async (token, outcome) => {
    if (!isLost()) return desk.workflow.complete(token, outcome);
    await desk.cases.clearSignal(outcome.caseId, outcome.version);
    return 'delivered';
  };
  return { ...desk, workflow: { ...desk.workflow, complete } };
};

const doubleLetters = <D extends Desk>(desk: D): D => {
  const isDoubled = every(5);
  const send: Desk['mailer']['send'] = async (letter) => {
    if (isDoubled()) await desk.mailer.send(letter);
    return desk.mailer.send(letter);
  };
  return { ...desk, mailer: { ...desk.mailer, send } };
};

const withNumber = (change: CaseChange, registrationNumber: string, registerSequence: number): CaseChange => {
  const { recorded, after, publicMotion } = change;
  if (recorded.event.type !== 'MotionRegistered' || !('registrationNumber' in after)) return change;
  const { hash: _, previousHash, ...unchained } = recorded;
  const event = { ...recorded.event, registrationNumber, registerSequence };
  return {
    ...change,
    after: { ...after, registrationNumber },
    recorded: chainEvent(previousHash, { ...unchained, event }),
    publicMotion: publicMotion && { ...publicMotion, registrationNumber },
    number: undefined,
  };
};

/** A number is given that another case has, past the conditions that forbid it. */
const reuseNumbers = <D extends Desk>(desk: D): D => {
  let last: { number: string; sequence: number } | undefined;
  const commit: Desk['cases']['commit'] = async (change) => {
    const counter = change.number?.counter;
    if (change.number === undefined || counter === undefined) return desk.cases.commit(change);
    if (last !== undefined) return desk.cases.commit(withNumber(change, last.number, last.sequence));
    // Known before it is written: another case may read the number between the writing and the answer.
    last = { number: change.number.registrationNumber, sequence: counter.sequence };
    try {
      await desk.cases.commit(change);
    } catch (error) {
      last = undefined;
      throw error;
    }
  };
  return { ...desk, cases: { ...desk.cases, commit } };
};

/** A case or minutes begin a wait for a day, and nobody will ever tell them that it has come. */
const dropClocks = <D extends Desk>(desk: D): D => {
  const isDropped = every(3);
  const without = <C extends { clocks: CaseChange['clocks'] }>(change: C): C =>
    change.clocks.set.length > 0 && isDropped()
      ? { ...change, clocks: { ...change.clocks, set: [] } }
      : change;
  return {
    ...desk,
    cases: { ...desk.cases, commit: (change) => desk.cases.commit(without(change)) },
    minutes: { ...desk.minutes, commit: (change) => desk.minutes.commit(without(change)) },
  };
};

/** Plants a bug between the use cases and their services; the product's own code stays as it is. */
export const plant = <D extends Desk>(bug: PlantedBug | undefined, desk: D): D => {
  switch (bug) {
    case undefined:
      return desk;
    case 'lost-signal':
      return loseSignals(desk);
    case 'doubled-letter':
      return doubleLetters(desk);
    case 'reused-number':
      return reuseNumbers(desk);
    case 'dropped-clock':
      return dropClocks(desk);
  }
};
