import { clockTasksOf } from '../../../domain/clock-tasks.ts';
import { stepOf } from '../../../domain/steps.ts';
import type { CaseState } from '../../../lambdas/ports/case-store.ts';
import { readOrganisation } from '../../read-organisation.ts';
import type { Observed } from '../observe-record.ts';
import type { Check } from './check.ts';

/** As the product that is killed has it (../product.ts). */
const { approvalChain } = readOrganisation('config/organisation.json');

/** Why the workflow of a case does not stand where its record does; undefined when it does. */
export const workflowFault = (state: CaseState | undefined): string | undefined => {
  if (state === undefined) return 'there is no record';
  const { motion, execution, wait, owedSignals, tasks } = state;
  if (motion.status === 'Draft' || motion.status === 'Discarded') return undefined;
  if (execution === undefined || execution.startOwedAt !== undefined) return 'the execution is not started';
  if (owedSignals.length > 0) return `${motion.status}, and signals are owed`;
  const step = stepOf[motion.status];
  // An archived case has left its last wait.
  const awaited = step ?? 'AwaitArchiving';
  if (wait?.step !== awaited) return `${motion.status}, and the workflow waits at ${wait?.step ?? 'nothing'}`;
  if (step === undefined) return tasks.length === 0 ? undefined : 'archived, with a task';
  if (wait.openedAtVersion < motion.movedAtVersion)
    return `${motion.status}, and the wait is of an earlier time`;
  if (wait.generation !== execution.generation) return 'the wait is of an earlier execution';
  const ofClocks = clockTasksOf(motion, approvalChain).map((task) => task.kind);
  const wanted = [...(motion.status === 'AppealWindow' ? [] : [step]), ...ofClocks].sort().join(', ');
  const kinds = tasks.map((task) => task.kind).join(', ');
  return kinds === wanted ? undefined : `${motion.status}, and its tasks are: ${kinds}`;
};

/** No case is stuck: each stands where its record says, and nothing is owed to anybody. */
export const checkProgress = (
  { cases, open, owed }: Observed,
  finished: ReadonlyMap<string, boolean>,
): Check[] => {
  const faults = cases.flatMap(({ caseId, state }) => {
    const fault = workflowFault(state);
    return fault === undefined ? [] : [`${caseId}: ${fault}`];
  });
  const still = Object.entries(owed).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind} owed`] : []));
  const unknown = open
    .filter((caseId) => !finished.has(caseId))
    .map((caseId) => `${caseId}: begun by nobody`);
  const unfinished = cases.flatMap(({ caseId, state }) =>
    finished.get(caseId) === true ? [] : [`${caseId}: ends as ${state?.motion.status ?? 'nothing'}`],
  );
  return [
    { name: 'no case is stuck, and nothing is owed', faults: [...faults, ...still] },
    { name: 'every case has come to its end', faults: [...unknown, ...unfinished] },
  ];
};
