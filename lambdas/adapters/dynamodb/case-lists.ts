import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar-date.ts';
import type { Motion } from '../../../domain/motion.ts';
import type { CaseRow, CaseStore, ExecutionState, Page, PageRequest } from '../../ports/case-store.ts';
import { linksOf } from './case-links.ts';
import { executionOf, motionOf } from './case-reads.ts';
import { executionRow, linkRow, motionRow, openExecutions, signalRow } from './case-rows.ts';
import { letterRow } from './log-rows.ts';
import { readPage } from './page.ts';
import { allFactsOf, readMany } from './read.ts';
import { keyOf } from './row.ts';
import { sortable, upTo } from './sortable.ts';
import type { Table } from './table-client.ts';

const caseRowOf = (facts: { caseId: string; motion: unknown }): CaseRow => ({
  caseId: facts.caseId,
  motion: motionOf(facts),
});

/** Port: `motions`. */
export const readMotions = async (
  table: Table,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Motion>> => {
  const keys = [...new Set(caseIds)].map((caseId) => keyOf(motionRow, { caseId }));
  const rows = allFactsOf(motionRow, await readMany(table, keys));
  return new Map(rows.map((facts) => [facts.caseId, motionOf(facts)]));
};

/** Port: `register`, in the order of the numbers. */
export const readRegister = async (table: Table, year: number, page: PageRequest): Promise<Page<CaseRow>> => {
  const query = motionRow.query.register({ registerYear: year });
  const input = query.params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, `REGISTER#${year}`, input, page);
  return { items: allFactsOf(motionRow, items).map(caseRowOf), cursor };
};

/** Cases under a link, the newest first. The motion itself says whether the pointer is right. */
export const readLinked = async (table: Table, link: string, page: PageRequest): Promise<Page<CaseRow>> => {
  const query = linkRow.query.list({ link });
  const input = query.params<QueryCommandInput>({ table: table.tableName, order: 'desc' });
  const { items, cursor } = await readPage(table, link, input, page);
  const caseIds = allFactsOf(linkRow, items).map((each) => each.caseId);
  const motions = await readMotions(table, caseIds);
  const found = caseIds.flatMap((caseId) => {
    const motion = motions.get(caseId);
    return motion !== undefined && linksOf(motion).includes(link) ? [{ caseId, motion }] : [];
  });
  return { items: found, cursor };
};

/** Port: `openExecutions`; with `before`, only those started before that instant, oldest first. */
export const readOpenExecutions = async (
  table: Table,
  page: PageRequest,
  before?: Instant,
): Promise<Page<{ caseId: string; execution: ExecutionState }>> => {
  const all = executionRow.query.open({ sweep: openExecutions });
  const query = before === undefined ? all : all.lt({ sweepOrder: sortable(before) });
  const input = query.params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, openExecutions, input, page);
  const found = allFactsOf(executionRow, items);
  return {
    items: found.map((facts) => ({ caseId: facts.caseId, execution: executionOf(facts) })),
    cursor,
  };
};

/** Port: `owed`. A case is named once on a page. */
export const readOwed = async (
  table: Table,
  kind: Parameters<CaseStore['owed']>[0],
  now: Instant,
  page: PageRequest,
): Promise<Page<{ caseId: string }>> => {
  const input = owedQueries[kind](upTo(sortable(now)), table.tableName);
  const { items, cursor } = await readPage(table, `OWED#${kind}`, input, page);
  const caseIds = new Set(items.map((item) => String(item.caseId)));
  return { items: [...caseIds].map((caseId) => ({ caseId })), cursor };
};

/** Letters and batches of letters stand in the same index. */
const owedQueries = {
  signal: (before: string, table: string) =>
    signalRow.query.owed({}).lt({ owedAt: before }).params<QueryCommandInput>({ table }),
  start: (before: string, table: string) =>
    executionRow.query.owed({}).lt({ startOwedAt: before }).params<QueryCommandInput>({ table }),
  letter: (before: string, table: string) =>
    letterRow.query.owed({}).lt({ dueAt: before }).params<QueryCommandInput>({ table }),
} as const;
