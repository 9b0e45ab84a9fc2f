import { faultsOf, type Service } from './fault-kinds.ts';
import type { Aim, Struck, Wires } from './fault-wires.ts';

const dynamoDb = `
  cases.answer GetItem 4               cases.clearSignal DeleteItem 1          cases.commit TransactWriteItems 8
  cases.document GetItem 1             cases.events Query 6                    cases.executionsStartedBefore Query 4
  cases.lastSequence GetItem 1         cases.leaseLetter UpdateItem 6          cases.letters Query 7
  cases.load Query 20                  cases.markLetterFailed UpdateItem 1     cases.markLetterSent TransactWriteItems 5
  cases.markStarted UpdateItem 3       cases.moveAfter Query 1                 cases.nextGeneration UpdateItem 2
  cases.openExecutions Query 2         cases.openWait TransactWriteItems 8     cases.owed Query 12
  cases.recordFailure UpdateItem 1     clocks.due Query 4                      minutes.answer GetItem 3
  minutes.clearRelay DeleteItem 4      minutes.commit TransactWriteItems 6     minutes.events Query 4
  minutes.items Query 4                minutes.load GetItem 7                  minutes.minutesOwingRelays Query 4
  minutes.owedRelays Query 4           people.member GetItem 6                 people.membersById BatchGetItem 8
  people.person GetItem 9              clocks.adoptedLaw GetItem 1             people.membersToPublish Query 2
  register.meetings Query 1            meetings.meetingsOwingRelays Query 2    meetings.calendar Query 1
  cases.letter GetItem 2               cases.markLetterFate UpdateItem 2       addresses.stopOf GetItem 5
  following.requestsDue Query 2        following.followersDue Query 2          digests.due Query 2
  people.protectedNames Query 8            people.people Query 1`;
const stepFunctions = `
  workflow.complete SendTaskSuccess 7  workflow.running ListExecutions 2       workflow.start StartExecution 3`;
const ses = `
  mailer.send SendRawEmail 5`;

const row = /(\S+) (\S+) (\d+)/g;
const read = (service: Service, rows: string) =>
  [...rows.matchAll(row)].map(([, method = '', operation = '', calls = '']) => {
    return { service, method, operation, calls: Number(calls) };
  });

/** Every call that the ports make of their services on a case's way past every trouble, and how often at least. */
export const portCalls = [
  ...read('dynamoDb', dynamoDb),
  ...read('stepFunctions', stepFunctions),
  ...read('ses', ses),
];

/** A call and a way in which it fails. */
export interface Failing {
  readonly name: string;
  readonly kind: string;
  readonly aim: Aim;
}

/**
 * The faults of one round: each call fails once, in the way whose turn it is, at another time of the way each round.
 * Every call has failed in all its ways when there are as many rounds as an operation has ways.
 */
export const faultsOfRound = (round: number): Failing[] =>
  portCalls.flatMap(({ calls, ...aim }, index) => {
    const kind = Object.keys(faultsOf(aim.service, aim.operation))[round];
    if (kind === undefined) return [];
    const from = 1 + ((round + index) % calls);
    return [{ name: `${aim.method} ${aim.operation}: ${kind}`, kind, aim: { ...aim, from } }];
  });

export const rounds = Math.max(
  ...portCalls.map(({ service, operation }) => Object.keys(faultsOf(service, operation)).length),
);

/** Aims a round's faults; `struck` tells by name which have struck and how often. */
export const strikeAll = (wires: Wires, faults: readonly Failing[]) => {
  const aimed = new Map<string, Struck>();
  for (const { name, kind, aim } of faults) {
    const fault = faultsOf(aim.service, aim.operation ?? '')[kind];
    if (fault !== undefined) aimed.set(name, wires.strike(aim, fault));
  }
  return {
    struck: () => [...aimed].map(([name, each]) => `${name} ×${each.strikes()}`),
    lift: () => {
      for (const each of aimed.values()) each.lift();
    },
  };
};
