import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Minutes, minutes } from '../../../domain/minutes.ts';
import { minutesEvent } from '../../../domain/minutes-events.ts';
import { publicNoticeOf } from '../../../domain/public-notice.ts';
import type { Page, PageRequest } from '../../ports/case-store.ts';
import type { MinutesChange, MinutesItem, MinutesState, MinutesStore } from '../../ports/minutes-store.ts';
import { readAnswer, readEvents } from './case-reads.ts';
import { clockWrites } from './case-writes.ts';
import { absent, where } from './condition.ts';
import { deleteRow } from './conditional.ts';
import { answerRow, eventRow, minutesSubject } from './log-rows.ts';
import { meetingRow } from './meeting-rows.ts';
import { readAll, readPage } from './page.ts';
import { allFactsOf, readOne } from './read.ts';
import { minutesItemRow, minutesRow, publicNoticeRow, relayRow } from './register-rows.ts';
import { itemOf, keyOf } from './row.ts';
import { sortable } from './sortable.ts';
import type { Table } from './table-client.ts';
import { checking, putting, transact, type Write } from './transaction.ts';

/** The record of minutes in DynamoDB. */
export const makeMinutesStore = (table: Table): MinutesStore => ({
  load: (minutesId) => loadMinutes(table, minutesId),
  answer: (minutesId, commandId) => readAnswer(table, minutesSubject(minutesId), commandId),
  commit: (change) => commitMinutes(table, change),
  events: (minutesId) => readEvents(table, minutesSubject(minutesId), minutesEvent),
  items: (minutesId) => readItems(table, minutesId),
  list: (body, page) => listMinutes(table, body, page),
  owedRelays: (minutesId) => readOwedRelays(table, minutesId),
  clearRelay: (minutesId, version) => deleteRow(table, keyOf(relayRow, { minutesId, version })),
  minutesOwingRelays: (page) => readMinutesOwingRelays(table, page),
});

const minutesOf = ({ minutesId, minutes: stored }: { minutesId: string; minutes: unknown }): Minutes => {
  const parsed = minutes.safeParse(stored);
  if (!parsed.success) throw new Error(`the record of minutes ${minutesId} is damaged`);
  return parsed.data;
};

const loadMinutes = async (table: Table, minutesId: string): Promise<MinutesState | undefined> => {
  const facts = await readOne(table, minutesRow, keyOf(minutesRow, { minutesId }));
  return facts && { minutes: minutesOf(facts), head: facts.head };
};

const commitMinutes = (table: Table, change: MinutesChange): Promise<void> => {
  const { before, after, recorded, answer, relayOwedAt, clocks } = change;
  const { minutesId, version, status, body, meetingDate } = after;
  const subject = minutesSubject(minutesId);
  const head = recorded.hash;
  const row = itemOf(minutesRow, { minutesId, version, status, body, meetingDate, head, minutes: after });
  return transact(table, [
    putting(row, before === undefined ? absent : where('version', '=', before.minutes.version)),
    putting(itemOf(eventRow, { subject, ...recorded }), absent),
    putting(itemOf(answerRow, { subject, ...answer }), absent),
    ...change.meetings.map(({ meetingId, version: judgedAt }) =>
      checking(keyOf(meetingRow, { meetingId }), where('version', '=', judgedAt)),
    ),
    ...(relayOwedAt === undefined
      ? []
      : [putting(itemOf(relayRow, { minutesId, version, owedAt: sortable(relayOwedAt) }))]),
    ...clockWrites(subject, clocks),
    ...noticeWrites(after),
  ]);
};

/** What the notice board says of the minutes, once they are certified. */
const noticeWrites = (after: Minutes): Write[] => {
  const notice = publicNoticeOf(after);
  if (notice === undefined) return [];
  const { minutesId, meetingDate: date } = notice;
  return [putting(itemOf(publicNoticeRow, { date, minutesId, notice }))];
};

const readItems = async (table: Table, minutesId: string): Promise<readonly MinutesItem[]> => {
  const query = minutesItemRow.query.row({ minutesId });
  const rows = await readAll(table, query.params<QueryCommandInput>({ table: table.tableName }));
  const items = allFactsOf(minutesItemRow, rows).map(({ caseId, paragraph }) => ({ caseId, paragraph }));
  // What was entered before a case could have several has a key of its own, and may stand twice.
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
};

/** The latest meeting first. */
const listMinutes = async (table: Table, body: string, page: PageRequest): Promise<Page<Minutes>> => {
  const query = minutesRow.query.list({ body });
  const input = query.params<QueryCommandInput>({ table: table.tableName, order: 'desc' });
  const { items, cursor } = await readPage(table, `MINUTES#${body}`, input, page);
  return { items: allFactsOf(minutesRow, items).map(minutesOf), cursor };
};

const readOwedRelays = async (table: Table, minutesId: string): Promise<readonly number[]> => {
  const query = relayRow.query.row({ minutesId });
  const rows = await readAll(table, query.params<QueryCommandInput>({ table: table.tableName }));
  return allFactsOf(relayRow, rows).map((each) => each.version);
};

const readMinutesOwingRelays = async (
  table: Table,
  page: PageRequest,
): Promise<Page<{ minutesId: string }>> => {
  const input = relayRow.query.owed({}).params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, 'OWED#relay', input, page);
  const owing = new Set(allFactsOf(relayRow, items).map((each) => each.minutesId));
  return { items: [...owing].map((minutesId) => ({ minutesId })), cursor };
};
