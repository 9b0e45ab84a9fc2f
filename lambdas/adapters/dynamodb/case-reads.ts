import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { motionEvent } from '../../../domain/events.ts';
import { motion } from '../../../domain/motion.ts';
import type { CaseState, RecordedEvent, StoredAnswer, StoredDocument } from '../../ports/case-store.ts';
import { upcastEvent } from '../upcast-event.ts';
import { executionRow, motionRow, presentPrefix, signalRow, taskRow, waitRow } from './case-rows.ts';
import { answerRow, caseSubject, documentRow, eventRow } from './log-rows.ts';
import { readAll } from './page.ts';
import { allFactsOf, readOne } from './read.ts';
import { counterRow, numberRow } from './register-rows.ts';
import { type Item, keyOf } from './row.ts';
import type { Table } from './table-client.ts';

/**
 * The motion as the domain knows it.
 * @throws Error when the stored one is damaged; it says which case and nothing of its content
 */
export const motionOf = ({ caseId, motion: stored }: { caseId: string; motion: unknown }) => {
  const parsed = motion.safeParse(stored);
  if (!parsed.success) throw new Error(`the record of case ${caseId} is damaged`);
  return parsed.data;
};

/** The present state of a case, in one consistent query. */
export const loadCase = async (table: Table, caseId: string): Promise<CaseState | undefined> => {
  const rows = await readAll(table, {
    TableName: table.tableName,
    KeyConditionExpression: 'pk = :case AND begins_with(sk, :present)',
    ExpressionAttributeValues: { ':case': caseSubject(caseId), ':present': presentPrefix },
  });
  return rows.length === 0 ? undefined : stateOf(caseId, rows);
};

const stateOf = (caseId: string, rows: readonly Item[]): CaseState => {
  const [record] = allFactsOf(motionRow, rows);
  if (record === undefined) throw new Error(`case ${caseId} has no motion`);
  const [execution] = allFactsOf(executionRow, rows);
  const [wait] = allFactsOf(waitRow, rows);
  return {
    motion: motionOf(record),
    head: record.head,
    execution: execution === undefined ? undefined : executionOf(execution),
    wait: wait === undefined ? undefined : without(wait, 'caseId'),
    owedSignals: allFactsOf(signalRow, rows).map((signal) => without(signal, 'caseId')),
    tasks: allFactsOf(taskRow, rows).map((task) => without(task, 'worklist')),
  };
};

const without = <T extends object, K extends keyof T>(facts: T, name: K): Omit<T, K> => {
  const { [name]: _, ...others } = facts;
  return others;
};

/** The execution without what only the indexes need. */
export const executionOf = (facts: {
  generation: number;
  startOwedAt?: string | undefined;
  startedAt?: string | undefined;
  failures: number;
}) => ({
  generation: facts.generation,
  startOwedAt: facts.startOwedAt,
  startedAt: facts.startedAt,
  failures: facts.failures,
});

/** What was answered to a command on a case or on minutes. */
export const readAnswer = async (
  table: Table,
  subject: string,
  commandId: string,
): Promise<StoredAnswer | undefined> => {
  const facts = await readOne(table, answerRow, keyOf(answerRow, { subject, commandId }));
  return facts === undefined ? undefined : without(facts, 'subject');
};

/** The log of a case or of minutes, oldest first, brought up to the present form of its events. */
export const readEvents = async <E>(
  table: Table,
  subject: string,
  schema: { parse(stored: unknown): E },
): Promise<RecordedEvent<E>[]> => {
  const query = eventRow.query.row({ subject }).params<QueryCommandInput>({ table: table.tableName });
  const rows = await readAll(table, query);
  return allFactsOf(eventRow, rows).map((facts) => upcastEvent(without(facts, 'subject'), schema));
};

/** The log of a case. */
export const caseEvents = (table: Table, caseId: string) =>
  readEvents(table, caseSubject(caseId), motionEvent);

/** A text; undefined when there is none, or when its content has been weeded. */
export const readDocument = async (
  table: Table,
  caseId: string,
  documentId: string,
): Promise<StoredDocument | undefined> => {
  const facts = await readOne(table, documentRow, keyOf(documentRow, { caseId, documentId }));
  if (facts?.text === undefined || facts.salt === undefined) return undefined;
  const { hash, text, salt, recordedAt } = facts;
  return { ref: { documentId, hash }, text, salt, recordedAt };
};

/** The last number given in a register; 0 when none is. */
export const readLastSequence = async (table: Table, scope: string): Promise<number> =>
  (await readOne(table, counterRow, keyOf(counterRow, { scope })))?.last ?? 0;

/** Port: `caseNumbered`. */
export const readCaseNumbered = async (
  table: Table,
  registrationNumber: string,
): Promise<string | undefined> =>
  (await readOne(table, numberRow, keyOf(numberRow, { registrationNumber })))?.caseId;
