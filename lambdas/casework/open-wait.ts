import { stockholmDate } from '../../domain/calendar-date.ts';
import { anniversary } from '../../domain/deadlines.ts';
import type { Motion } from '../../domain/motion.ts';
import { calendarOf } from '../../domain/public-meeting.ts';
import { type Awaited, assigneeOf } from '../../domain/steps.ts';
import { dueOnOf, isPlanned } from '../../domain/task.ts';
import { Conflict, NotFound } from '../failures.ts';
import type { CaseState, Task } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';

/** What the machine hands over when it comes to a step that waits for people. */
export interface WaitRequest {
  readonly caseId: string;
  readonly generation: number;
  /** The version of the record the machine has reached. */
  readonly version: number;
  readonly step: string;
  readonly awaits: Awaited;
  readonly token: string;
}

/** The record can move between reading and writing; a few rounds settle it. */
const rounds = 5;

/**
 * Opens the wait of a step and its task. If the record has moved past the step, the wait is completed at once with
 * the outcome of that move; if another generation carries the case, with `superseded`. A retried wait has a new token
 * and overwrites the row.
 * @throws NotFound without a record; Conflict when the record keeps moving
 */
export const openWait = async (casework: Casework, request: WaitRequest): Promise<void> => {
  for (let round = 1; round <= rounds; round += 1) {
    const state = await casework.cases.load(request.caseId);
    if (state?.execution === undefined) throw new NotFound('case');
    if (state.execution.generation !== request.generation) return supersede(casework, request);
    if (state.motion.movedAtVersion > request.version) return overtake(casework, request, state);
    if (await open(casework, request, state)) return;
  }
  throw new Conflict('the record keeps moving');
};

const supersede = async ({ workflow }: Casework, { caseId, generation, version, token }: WaitRequest) => {
  await workflow.complete(token, { caseId, generation, version, outcome: 'superseded' });
};

const overtake = async (
  { cases, workflow }: Casework,
  { caseId, generation, version, token }: WaitRequest,
  state: CaseState,
) => {
  const move = await cases.moveAfter(caseId, version);
  if (move === undefined) throw new Conflict('the record has moved without a move');
  const { outcome } = move;
  const told = await workflow.complete(token, { caseId, generation, version: move.version, outcome });
  // What came before this wait has passed too; after a last move no other wait is there to clear it.
  await clearUpTo(cases, state, told === 'delivered' ? move.version : version);
};

const open = async (casework: Casework, request: WaitRequest, state: CaseState): Promise<boolean> => {
  const { cases } = casework;
  const { caseId, step, token, generation, version } = request;
  const wait = { step, token, generation, openedAtVersion: version };
  // Owed signals from before this wait were told by a token we got no answer for; the wait shows they are past.
  const tasks = await tasksOf(casework, request, state);
  return cases.openWait(caseId, wait, tasks, passedBy(version, state));
};

const passedBy = (version: number, { owedSignals }: CaseState): number[] =>
  owedSignals.map((signal) => signal.version).filter((each) => each <= version);

const clearUpTo = async (cases: Casework['cases'], state: CaseState, version: number) => {
  for (const passed of passedBy(version, state)) await cases.clearSignal(state.motion.caseId, passed);
};

const tasksOf = async (casework: Casework, request: WaitRequest, { motion }: CaseState): Promise<Task[]> => {
  const { organisation, now } = casework;
  const assignee = assigneeOf(motion, request.awaits, organisation.approvalChain);
  if (assignee === undefined) return [];
  const openedAt = now();
  const dueOn = dueOnOf(motion, stockholmDate(openedAt), await planOf(casework, motion));
  return [{ caseId: request.caseId, kind: request.step, assignee, dueOn, openedAt }];
};

/** The meetings of the motion's year; only where they say by when the step should be done. */
const planOf = async ({ register, organisation }: Casework, motion: Motion) => {
  const raisedOn = 'raisedOn' in motion ? motion.raisedOn : undefined;
  if (!isPlanned(motion) || raisedOn === undefined) return undefined;
  const meetings = await register.meetings(raisedOn, anniversary(raisedOn));
  return { calendar: calendarOf(meetings), organisation };
};
