import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar-date.ts';
import { NotFound } from '../../failures.ts';
import { executionStopped, type OpenWait, type Signal, type Task } from '../../ports/case-store.ts';
import { executionRow, motionRow, moveRow, notStarted, signalRow, taskRow, waitRow } from './case-rows.ts';
import { changeOf, where } from './condition.ts';
import { deleteRow, updateIf } from './conditional.ts';
import { writePointers } from './pointers.ts';
import { factsOf, readOne } from './read.ts';
import { itemOf, keyOf } from './row.ts';
import { sortable } from './sortable.ts';
import { call, type Table } from './table-client.ts';
import { taskWrites } from './task-writes.ts';
import { checking, deleting, putting, transactIf, transactionLimit, updating } from './transaction.ts';

/** Port: `openWait`. The motion may have changed since, but not its step. */
export const openWait = async (
  table: Table,
  caseId: string,
  wait: OpenWait,
  tasks: readonly Task[],
  passed: readonly number[] = [],
): Promise<boolean> => {
  const opened = tasks.map(taskWrites);
  const pointers = opened.flatMap((each) => each.pointers);
  const writes = [
    checking(keyOf(motionRow, { caseId }), where('movedAtVersion', '<=', wait.openedAtVersion)),
    updating(
      keyOf(executionRow, { caseId }),
      changeOf({ set: { failures: 0 } }, where('generation', '=', wait.generation)),
    ),
    putting(itemOf(waitRow, { caseId, ...wait })),
    deleting(keyOf(taskRow, { caseId, kind: executionStopped })),
    ...opened.map((each) => each.task),
    ...passed.map((version) => deleting(keyOf(signalRow, { caseId, version }))),
  ];
  const all = [...writes, ...pointers];
  if (all.length <= transactionLimit) return transactIf(table, all);
  // Pointers to a task that is not there are passed over by the readers.
  await writePointers(table, pointers);
  return transactIf(table, writes);
};

/** Port: `moveAfter`. */
export const moveAfter = async (
  { calls, tableName }: Table,
  caseId: string,
  version: number,
): Promise<Signal | undefined> => {
  const query = moveRow.query.row({ caseId }).gt({ version });
  const input = query.params<QueryCommandInput>({ table: tableName, limit: 1, consistent: true });
  const { Items: [first] = [] } = await call(() => calls.query(input));
  // Beyond the last move begin rows of other kinds.
  const facts = first === undefined ? undefined : factsOf(moveRow, first);
  return facts && { version: facts.version, step: facts.step, outcome: facts.outcome };
};

/** Port: `clearSignal`. */
export const clearSignal = (table: Table, caseId: string, version: number): Promise<void> =>
  deleteRow(table, keyOf(signalRow, { caseId, version }));

/** Port: `markStarted`. A closed case has left the sweep; its place there is not given back. */
export const markStarted = async (
  table: Table,
  caseId: string,
  generation: number,
  at: Instant,
): Promise<void> => {
  const order = sortable(at);
  const set = { startedAt: at, sweepOrder: order, gsi1sk: `${order}#${caseId}` };
  const remove = ['startOwedAt', 'gsi2pk', 'gsi2sk'];
  const change = changeOf({ set, remove }, where('generation', '=', generation));
  await updateIf(table, keyOf(executionRow, { caseId }), change);
};

/** Port: `nextGeneration`. */
export const nextGeneration = async (
  table: Table,
  caseId: string,
  from: number,
  owedAt: Instant,
): Promise<number> => {
  const key = keyOf(executionRow, { caseId });
  const { gsi1pk: _, ...moved } = itemOf(executionRow, {
    caseId,
    generation: from + 1,
    startOwedAt: sortable(owedAt),
    failures: 0,
    sweep: 'either',
    sweepOrder: notStarted,
  });
  const { generation, startOwedAt, sweepOrder, gsi1sk, gsi2pk, gsi2sk } = moved;
  const set = { generation, startOwedAt, sweepOrder, gsi1sk, gsi2pk, gsi2sk };
  const change = changeOf({ set, remove: ['startedAt'] }, where('generation', '=', from));
  if ((await updateIf(table, key, change)) !== undefined) return from + 1;
  return (await requireExecution(table, caseId)).generation;
};

const requireExecution = async (table: Table, caseId: string) => {
  const facts = await readOne(table, executionRow, keyOf(executionRow, { caseId }));
  if (facts === undefined) throw new NotFound('execution');
  return facts;
};

/** Port: `recordFailure`. A failure of another generation is not counted. */
export const recordFailure = async (
  table: Table,
  caseId: string,
  generation: number,
  task?: Task,
): Promise<number> => {
  const key = keyOf(executionRow, { caseId });
  const change = changeOf({ add: { failures: 1 } }, where('generation', '=', generation));
  if (task === undefined) {
    const row = await updateIf(table, key, change);
    const facts = row === undefined ? undefined : factsOf(executionRow, row);
    if (facts !== undefined) return facts.failures;
  } else {
    const opened = taskWrites(task);
    await transactIf(table, [updating(key, change), opened.task, ...opened.pointers]);
  }
  return (await requireExecution(table, caseId)).failures;
};
