import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CaseStore, Page, PageRequest, Task } from '../../ports/case-store.ts';
import { taskRow } from './case-rows.ts';
import { decodeCursor, encodeCursor, pageLimit, readPage } from './page.ts';
import { allFactsOf, readMany } from './read.ts';
import { type Item, keyOf } from './row.ts';
import type { Table } from './table-client.ts';
import { worklistsFor, worklistsOf } from './worklists.ts';

type Place = { readonly dueOn: string; readonly caseId: string; readonly kind: string };

/**
 * Port: `worklist`, by due date. A person's tasks lie in up to three lists (the role's, the person's, the member's),
 * each in the same order; the page is merged from one page of each, and its cursor is the place of its last task.
 */
export const readWorklist = async (
  table: Table,
  who: Parameters<CaseStore['worklist']>[0],
  page: PageRequest,
): Promise<Page<Task>> => {
  const limit = pageLimit(page);
  const worklists = worklistsFor(who);
  const list = worklists.join('|');
  const after = page.cursor === undefined ? undefined : placeIn(list, page.cursor);
  const pages = await Promise.all(worklists.map((each) => readOneList(table, each, after, limit)));
  const bounds = pages.flatMap((each) => (each.cursor === undefined ? [] : each.items.slice(-1)));
  const merged = mergeByPlace(pages.flatMap((each) => each.items)).filter((item) =>
    bounds.every((bound) => orderOf(item) <= orderOf(bound)),
  );
  const shown = merged.slice(0, limit);
  const last = shown.at(-1);
  const isMore = merged.length > limit || bounds.length > 0;
  const items = await tasksAt(table, shown, worklists);
  return last === undefined || !isMore ? { items } : { items, cursor: encodeCursor(list, placeKeys(last)) };
};

const readOneList = (table: Table, worklist: string, after: Place | undefined, limit: number) => {
  const all = taskRow.query.list({ worklist });
  const query = after === undefined ? all : all.gt(after);
  const input = query.params<QueryCommandInput>({ table: table.tableName });
  return readPage(table, worklist, input, { limit });
};

const placeIn = (list: string, cursor: string): Place => {
  const [dueOn = '', caseId = '', kind = ''] = decodeCursor(list, cursor, 3);
  return { dueOn, caseId, kind };
};

const placeKeys = (item: Item) => [String(item.dueOn), String(item.caseId), String(item.kind)];
const orderOf = (item: Item) => String(item.gsi1sk);

/** In order, and a task that lies in several of the lists once. */
const mergeByPlace = (items: readonly Item[]): Item[] =>
  [...new Map(items.map((item) => [orderOf(item), item])).values()].sort((one, other) =>
    orderOf(one) < orderOf(other) ? -1 : 1,
  );

/** The tasks themselves; a pointer is followed, and passed over when the task is gone or another's. */
const tasksAt = async (
  table: Table,
  rows: readonly Item[],
  worklists: readonly string[],
): Promise<Task[]> => {
  const pointers = rows.filter((row) => row.rowKind !== taskRow.schema.model.entity);
  const keys = pointers.map((row) => keyOf(taskRow, { caseId: String(row.caseId), kind: String(row.kind) }));
  const followed = new Map((await readMany(table, keys)).map((row) => [orderKey(row), row]));
  const found = rows.flatMap((row) => {
    const task = pointers.includes(row) ? followed.get(orderKey(row)) : row;
    return task === undefined ? [] : [task];
  });
  return allFactsOf(taskRow, found)
    .filter((task) => worklistsOf(task.assignee).some((each) => worklists.includes(each)))
    .map(({ worklist: _, ...task }) => task);
};

const orderKey = (row: Item) => placeKeys(row).join('#');
