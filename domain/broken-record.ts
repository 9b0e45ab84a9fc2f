import type { MotionEvent } from './events.ts';
import { isIn, type Motion, type MotionIn, type Status } from './motion.ts';

/** Where an event stands: its case and the version it made. One accepted command is one event and one version. */
export interface EventPlace {
  readonly caseId: string;
  readonly version: number;
}

/** Thrown when events do not follow on each other: the log is damaged; no rule has said no. */
export class BrokenRecord extends Error {
  override readonly name = 'BrokenRecord';
}

/**
 * The record an event must find.
 * @throws BrokenRecord when its status is another.
 */
export const expectStatus = <S extends Status>(
  record: Motion | undefined,
  event: MotionEvent,
  wanted: readonly S[],
): MotionIn<S> => {
  if (record !== undefined && isIn(record, wanted)) return record;
  throw new BrokenRecord(`${event.type} cannot follow status ${record?.status ?? 'none'}`);
};

/**
 * A fact an event needs to find in the record.
 * @throws BrokenRecord when it is absent.
 */
export const expectFact = <T>(fact: T | undefined, event: MotionEvent): T => {
  if (fact !== undefined) return fact;
  throw new BrokenRecord(`${event.type} lacks a fact that earlier events should have set`);
};
