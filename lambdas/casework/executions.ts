import { stockholmDate } from '../../domain/calendar-date.ts';
import { stepOf } from '../../domain/steps.ts';
import { NotFound } from '../failures.ts';
import { executionStopped } from '../ports/case-store.ts';
import { executionName } from '../ports/workflow.ts';
import { deliverSignals } from './deliver-signals.ts';
import type { Casework } from './dependencies.ts';

/** A failing execution is started again this often before it is left to a person. */
export const restartLimit = 5;

/**
 * The step at which an execution enters a case: the machine's router reads it.
 * @throws NotFound without a record
 */
export const readCase = async (
  { cases }: Casework,
  { caseId, generation }: { caseId: string; generation: number },
) => {
  const state = await cases.load(caseId);
  if (state?.execution === undefined) throw new NotFound('case');
  const step =
    state.execution.generation === generation ? (stepOf[state.motion.status] ?? 'CaseClosed') : 'Superseded';
  return { caseId, generation, version: state.motion.version, step };
};

/** Gives the case a successor execution, which enters at the same step; repeats are harmless. */
export const handOver = async (
  casework: Casework,
  { caseId, generation }: { caseId: string; generation: number },
): Promise<void> => {
  await casework.cases.nextGeneration(caseId, generation, casework.now());
  await deliverSignals(casework, caseId);
};

/** Notes on the case that its execution failed; past the limit it becomes the registrar's task, and an alarm. */
export const recordFailure = async (
  casework: Casework,
  { caseId, generation, error }: { caseId: string; generation: number; error: string },
): Promise<void> => {
  const { cases, journal } = casework;
  const state = await cases.load(caseId);
  if (state?.execution === undefined) throw new NotFound('case');
  const isLast = state.execution.failures + 1 >= restartLimit;
  const openedAt = casework.now();
  const task = {
    caseId,
    kind: executionStopped,
    assignee: { role: 'registrar' as const },
    dueOn: stockholmDate(openedAt),
    openedAt,
  };
  let failures = await cases.recordFailure(caseId, generation, isLast ? task : undefined);
  // A repeat after a lost answer counts one failure twice: past the limit nobody starts it, so somebody must be told.
  if (!isLast && failures >= restartLimit) failures = await cases.recordFailure(caseId, generation, task);
  journal.alarm('execution_failed', { caseId, generation, error, failures });
};

/** How many cases are entered again at a time; people's commands go on beside them. */
const enteredTogether = 4;

/**
 * Starts a successor for every open case whose execution is gone: failed, aborted, timed out, or lost with the machine
 * it ran on. A case that has failed too often waits for a person.
 * @returns number of cases entered again
 */
export const sweepExecutions = async (casework: Casework): Promise<number> => {
  const { cases, workflow, journal, realNow } = casework;
  const askedAt = realNow();
  const running = await workflow.running();
  let entered = 0;
  let cursor: string | undefined;
  do {
    const page = await cases.openExecutions({ limit: 200, cursor });
    const gone = page.items.filter(({ caseId, execution }) => {
      if (running.has(executionName(caseId, execution.generation))) return false;
      // Started since the list was asked for: not on it, and not gone.
      if (execution.startedAt !== undefined && execution.startedAt >= askedAt) return false;
      return execution.startOwedAt === undefined && execution.failures < restartLimit;
    });
    const enter = async ({ caseId, execution: { generation } }: (typeof gone)[number]) => {
      try {
        await handOver(casework, { caseId, generation });
        entered += 1;
      } catch (error) {
        journal.warn('execution_not_restarted', { caseId, error: nameOf(error) });
      }
    };
    for (let from = 0; from < gone.length; from += enteredTogether) {
      await Promise.all(gone.slice(from, from + enteredTogether).map(enter));
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return entered;
};

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

/** Days an execution may live before its case is handed over; a Step Functions execution ends after 365. */
export const handoverAfterDays = 290;

/**
 * Signals `handover` to waits whose execution grows old; the execution succeeds and a successor enters at the same
 * step. Real time counts here: it is the age of the execution, not of the case.
 * @returns number of executions handed over
 */
export const signalHandover = async (casework: Casework): Promise<number> => {
  const { cases, workflow, journal } = casework;
  const oldest = new Date(Date.parse(casework.realNow()) - handoverAfterDays * 86_400_000).toISOString();
  const { items } = await cases.executionsStartedBefore(oldest, { limit: 200 });
  let handedOver = 0;
  for (const { caseId } of items) {
    try {
      const state = await cases.load(caseId);
      if (state?.wait === undefined || state.wait.generation !== state.execution?.generation) continue;
      const { token, generation, openedAtVersion: version } = state.wait;
      await workflow.complete(token, { caseId, generation, version, outcome: 'handover' });
      handedOver += 1;
    } catch (error) {
      journal.warn('handover_failed', { caseId, error: nameOf(error) });
    }
  }
  return handedOver;
};
