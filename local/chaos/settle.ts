import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../../domain/calendar-date.ts';
import { workflowFault } from './checks/progress.ts';
import { type openRecord, readOwed } from './observe-record.ts';
import type { SteadfastOffice } from './steadfast-office.ts';

interface Settling {
  readonly office: SteadfastOffice;
  readonly record: ReturnType<typeof openRecord>;
  readonly caseIds: readonly string[];
}

/** Lets day after day pass until nothing is wanting, or nothing moves any more. @returns the last day */
const until = async (
  { office }: Settling,
  from: string,
  patienceSeconds: number,
  wanting: () => Promise<string>,
): Promise<string> => {
  let day = from;
  let last = '';
  let movedAt = performance.now();
  for (;;) {
    // A day on: what was owed on a clock that a restart has set back an hour is due then.
    day = addDays(day, 1);
    await office.on(day);
    const left = await wanting();
    if (left === '') return day;
    if (left !== last) movedAt = performance.now();
    if (performance.now() - movedAt > patienceSeconds * 1000) return day;
    last = left;
    await pause(250);
  }
};

/** Waits until every workflow stands where its record does and is owed nothing. */
export const settle = (settling: Settling, from: string, patienceSeconds: number): Promise<string> => {
  const { record, caseIds } = settling;
  return until(settling, from, patienceSeconds, async () => {
    const { signals, starts, relays } = await readOwed(record);
    const faults: string[] = [];
    for (const caseId of caseIds) {
      const fault = workflowFault(await record.cases.load(caseId));
      if (fault !== undefined) faults.push(`${caseId} ${fault}`);
    }
    const isSettled = signals + starts + relays + faults.length === 0;
    return isSettled ? '' : JSON.stringify([signals, starts, relays, faults]);
  });
};

/** Waits until every letter has gone, too. */
export const settleLetters = (settling: Settling, from: string, patienceSeconds: number): Promise<string> =>
  until(settling, from, patienceSeconds, async () => {
    const { letters } = await readOwed(settling.record);
    return letters === 0 ? '' : String(letters);
  });
