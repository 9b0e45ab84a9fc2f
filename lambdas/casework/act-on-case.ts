import { type Instant, stockholmDate } from '../../domain/calendar-date.ts';
import { beginningCommand, broughtText } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import type { DocumentRef } from '../../domain/documents.ts';
import { mayRead } from '../../domain/permissions.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { supersededDrafts } from '../../domain/superseded-drafts.ts';
import { hashOf } from '../event-chain.ts';
import { NotFound } from '../failures.ts';
import { type CaseState, NumberTaken, type StoredDocument } from '../ports/case-store.ts';
import {
  type Answer,
  type CommandIdReused,
  type Done,
  judgedAnew,
  repeatOf,
  requireVersion,
  unlessRepeated,
} from './answer.ts';
import { clockTasks } from './clock-tasks.ts';
import { deliverSignals } from './deliver-signals.ts';
import type { Casework } from './dependencies.ts';
import { type Asked, gatherContext } from './gather-context.ts';
import { type PlannedChange, planChange, stateAfter } from './plan-change.ts';
import { publicChangeOf } from './public-view.ts';
import { closeHeldTask, lettersToDrop } from './taken-back-letters.ts';

/** A command as it came, with the caller's id for it. */
export interface CaseRequest extends Asked {
  readonly commandId: string;
  /** The version the caller has seen; another one is a conflict. Without it the command is judged anew. */
  readonly expectedVersion?: number | undefined;
}

/**
 * The way of every command on a case (architecture §3): load, decide, write all of it or none, then tell the workflow.
 * A repeat of an accepted command gets the same answer and has no second effect.
 * @throws NotFound when there is no such case or the actor may not know of it; Conflict when the record keeps moving
 *   or is not at the expected version; Transient when a service is out of reach
 */
export const actOnCase = (casework: Casework, request: CaseRequest): Promise<Answer> =>
  judgedAnew(() => attemptOnce(casework, request));

const attemptOnce = (casework: Casework, request: CaseRequest): Promise<Answer> => {
  const { caseId, commandId } = request;
  const commandHash = commandHashOf(request);
  return unlessRepeated(
    commandHash,
    () => casework.cases.answer(caseId, commandId),
    () => judge(casework, request, commandHash),
  );
};

/** What tells a repeated command from another one under the same id. */
const commandHashOf = ({ command, actor }: CaseRequest): string => hashOf({ command, by: actor.personId });

/** What was answered to this command when it was accepted before; undefined when it was not. */
export const earlierAnswer = async (
  { cases }: Pick<Casework, 'cases'>,
  request: CaseRequest,
): Promise<Done | CommandIdReused | undefined> => {
  const stored = await cases.answer(request.caseId, request.commandId);
  return stored && repeatOf(stored, commandHashOf(request));
};

/** What the law says to a command on a case as it stands. */
const hear = async (casework: Casework, request: CaseRequest) => {
  const { caseId, command } = request;
  const state = await casework.cases.load(caseId);
  requireVisible(state, request);
  requireVersion(state?.motion.version, request.expectedVersion);
  const at = casework.now();
  const document = newDocument(casework, request, at);
  const context = await gatherContext(casework, request, state?.motion, document?.ref, stockholmDate(at));
  return { state, at, document, context, verdict: decide(state?.motion, command, context) };
};

/**
 * The no that a command would get just now, judged by the law itself; nothing is written.
 * @returns undefined when the law says yes
 * @throws NotFound, and Conflict when the record is not at the expected version
 */
export const refusalOnCase = async (
  casework: Casework,
  request: CaseRequest,
): Promise<Refusal | undefined> => {
  const { verdict } = await hear(casework, request);
  return verdict.kind === 'refusal' ? verdict : undefined;
};

const judge = async (
  casework: Casework,
  request: CaseRequest,
  commandHash: string,
): Promise<Done | Refusal> => {
  const { commandId } = request;
  const { state, at, document, context, verdict } = await hear(casework, request);
  if (verdict.kind === 'refusal') return verdict;
  const superseded = await supersededBy(casework, request);
  const unsent = await lettersToDrop(casework, request, state?.motion);
  const given = { commandId, commandHash, document, superseded, unsent, at };
  const change = planChange(casework, state, verdict, context, given);
  const [shown, tasks] = await Promise.all([
    publicChangeOf(casework, change, context.members),
    clockTasks(casework, change),
  ]);
  try {
    await casework.cases.commit({ ...change, ...shown, tasks });
  } catch (error) {
    if (error instanceof NumberTaken) return refuse('number_taken');
    throw error;
  }
  if (unsent.length > 0) await closeHeldTask(casework, request);
  if (change.start || change.signal !== undefined) await tellWorkflow(casework, change);
  return { kind: 'done', version: change.after.version, repeated: false };
};

const beginningTypes = beginningCommand.options.map((option) => option.shape.type.value);

const requireVisible = (state: CaseState | undefined, { command, actor }: CaseRequest) => {
  const begins = beginningTypes.some((type) => type === command.type);
  if (state === undefined ? !begins : !mayRead(state.motion, actor)) throw new NotFound('case');
};

/** Texts are stored apart under a salted hash, so that they can be weeded while the chain holds (architecture §5). */
const newDocument = (
  { newSalt }: Casework,
  { command, commandId }: CaseRequest,
  recordedAt: Instant,
): StoredDocument | undefined => {
  const text = broughtText(command);
  if (text === undefined) return undefined;
  const salt = newSalt();
  const ref: DocumentRef = { documentId: commandId, hash: hashOf({ salt, content: text.content }) };
  return { ref, text, salt, recordedAt };
};

/** When a case is archived the drafts that never left the preparation are weeded. */
const supersededBy = async ({ cases }: Casework, { caseId, command }: CaseRequest): Promise<string[]> => {
  if (command.type !== 'archive') return [];
  const events = await cases.events(caseId);
  return supersededDrafts(events.map((each) => each.event));
};

/** The command is done when it is written; a signal that could not be sent is owed, and `tick` sends it. */
const tellWorkflow = async (casework: Casework, change: PlannedChange) => {
  const { caseId } = change.after;
  try {
    await deliverSignals(casework, caseId, stateAfter(change));
  } catch (error) {
    casework.journal.warn('signal_still_owed', {
      caseId,
      error: error instanceof Error ? error.name : 'unknown',
    });
  }
};
