import { stepOf } from '../../domain/steps.ts';
import type { CaseState, ExecutionState, OpenWait, Signal } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';

type Workflowing = Pick<Casework, 'cases' | 'workflow' | 'realNow'>;

/** A wait can be retried under our hands and get a new token; more often than this and `tick` goes on later. */
const tries = 3;

/**
 * Tells the workflow what it is owed: the start of its execution, and the moves of the record, oldest first. A signal
 * goes only to the wait that was open before its event, so a late one cannot answer the next wait. What cannot be
 * told now stays owed (architecture §4).
 * @param written the state that a command has just left, so that it need not be read again: a token in it that is no
 *   longer the wait's is refused, and then the record is read
 */
export const deliverSignals = async (
  casework: Workflowing,
  caseId: string,
  written?: CaseState,
): Promise<void> => {
  // Whether a closed case is owed anything is asked of the record alone: nothing comes after to put it right.
  if (written !== undefined && !isClosed(written)) {
    await startOwed(casework, caseId, written.execution);
    if ((await tell(casework, caseId, written)) === 'settled') return;
  }
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const state = await casework.cases.load(caseId);
    if (state === undefined) return;
    await startOwed(casework, caseId, state.execution);
    if ((await tell(casework, caseId, state)) !== 'read-again') return;
  }
};

const startOwed = async (
  { cases, workflow, realNow }: Workflowing,
  caseId: string,
  execution: ExecutionState | undefined,
) => {
  if (execution?.startOwedAt === undefined) return;
  await workflow.start(caseId, execution.generation);
  await cases.markStarted(caseId, execution.generation, realNow());
};

const tell = async (
  { cases, workflow }: Workflowing,
  caseId: string,
  state: CaseState,
): Promise<'settled' | 'too-early' | 'read-again'> => {
  const { wait, owedSignals } = state;
  const closed = isClosed(state);
  for (const signal of owedSignals) {
    const { version, outcome } = signal;
    const isEarly = wait === undefined || isBefore(wait, signal);
    if (isEarly && !closed) return 'too-early';
    if (!isEarly && !hasPassed(wait, signal)) {
      const { token, generation } = wait;
      const told = await workflow.complete(token, { caseId, generation, version, outcome });
      // The next wait clears the signal when it opens, which shows that it has arrived.
      if (!closed) return told === 'gone' ? 'read-again' : 'settled';
    }
    await cases.clearSignal(caseId, version);
  }
  return 'settled';
};

/**
 * A closed case opens no wait that would clear its signals, and needs none but what its open wait is told: an
 * execution on its way finds the moves by itself, and one that is gone has nothing left to do.
 */
const isClosed = ({ motion }: CaseState) => stepOf[motion.status] === undefined;

/** The workflow has opened a wait after the move: it knows of it already. */
const hasPassed = (wait: OpenWait, signal: Signal) => wait.openedAtVersion >= signal.version;

/** The wait in the record is an earlier one: the workflow is on its way to the step that this signal answers. */
const isBefore = (wait: OpenWait, signal: Signal) => wait.step !== signal.step && !hasPassed(wait, signal);
