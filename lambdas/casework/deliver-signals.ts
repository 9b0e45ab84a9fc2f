import type { CaseState, ExecutionState, OpenWait, Signal } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';

type Workflowing = Pick<Casework, 'cases' | 'workflow' | 'realNow'>;

/** A wait can be retried under our hands and get a new token; more often than this and `tick` goes on later. */
const tries = 3;

/**
 * Tells the workflow what it is owed: the start of its execution, and the moves of the record, oldest first. A signal
 * goes only to the wait that was open before its event, so a late one cannot answer the next wait. What cannot be
 * told now stays owed (architecture §4).
 */
export const deliverSignals = async (casework: Workflowing, caseId: string): Promise<void> => {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const state = await casework.cases.load(caseId);
    if (state === undefined) return;
    await startOwed(casework, caseId, state.execution);
    if ((await tell(casework, caseId, state)) === 'settled') return;
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
  { wait, owedSignals }: CaseState,
): Promise<'settled' | 'read-again'> => {
  for (const signal of owedSignals) {
    if (wait === undefined || isBefore(wait, signal)) return 'settled';
    if (hasPassed(wait, signal)) {
      await cases.clearSignal(caseId, signal.version);
      continue;
    }
    const { version, outcome } = signal;
    const told = await workflow.complete(wait.token, {
      caseId,
      generation: wait.generation,
      version,
      outcome,
    });
    if (told === 'gone') return 'read-again';
    await cases.clearSignal(caseId, version);
    return 'settled';
  }
  return 'settled';
};

/** The workflow has opened a wait after the move: it knows of it already. */
const hasPassed = (wait: OpenWait, signal: Signal) => wait.openedAtVersion >= signal.version;

/** The wait in the record is an earlier one: the workflow is on its way to the step that this signal answers. */
const isBefore = (wait: OpenWait, signal: Signal) => wait.step !== signal.step && !hasPassed(wait, signal);
