import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import { NotFound } from '../../lambdas/failures.ts';
import { type CaseStore, executionStopped } from '../../lambdas/ports/case-store.ts';
import { copy, type Memory } from './in-memory-state.ts';

/** What the in-memory case store keeps for the workflow. */
export const inMemoryWorkflow = ({ cases }: Memory) => {
  const present = (caseId: string, generation: number) => {
    const kept = cases.get(caseId);
    return kept?.execution?.generation === generation ? { kept, execution: kept.execution } : undefined;
  };
  const requireExecution = (caseId: string) => {
    const execution = cases.get(caseId)?.execution;
    if (execution === undefined) throw new NotFound('execution');
    return execution;
  };
  return {
    openWait: async (caseId, wait, tasks, passed = []) => {
      const found = present(caseId, wait.generation);
      if (found === undefined || found.kept.motion.movedAtVersion > wait.openedAtVersion) return false;
      found.kept.execution = { ...found.execution, failures: 0 };
      found.kept.wait = copy(wait);
      found.kept.tasks.delete(executionStopped);
      for (const task of tasks) found.kept.tasks.set(task.kind, copy(task));
      for (const version of passed) found.kept.signals.delete(version);
      return true;
    },
    moveAfter: async (caseId, version) =>
      copy(cases.get(caseId)?.moves.find((move) => move.version > version)),
    clearSignal: async (caseId, version) => {
      cases.get(caseId)?.signals.delete(version);
    },
    markStarted: async (caseId, generation, at) => {
      const found = present(caseId, generation);
      if (found === undefined) return;
      const { startOwedAt: _, ...execution } = found.execution;
      found.kept.execution = { ...execution, startedAt: at };
    },
    nextGeneration: async (caseId, from, owedAt) => {
      const found = present(caseId, from);
      if (found === undefined) return requireExecution(caseId).generation;
      const { failures } = found.execution;
      found.kept.execution = { generation: from + 1, startOwedAt: sortable(owedAt), failures };
      return from + 1;
    },
    recordFailure: async (caseId, generation, task) => {
      const found = present(caseId, generation);
      if (found === undefined) return requireExecution(caseId).failures;
      const failures = found.execution.failures + 1;
      found.kept.execution = { ...found.execution, failures };
      if (task !== undefined) found.kept.tasks.set(task.kind, copy(task));
      return failures;
    },
  } satisfies Partial<CaseStore>;
};
