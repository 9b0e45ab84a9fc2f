import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { type Meeting, type MeetingBody, meeting } from '../../../domain/meeting.ts';
import { meetingEvent } from '../../../domain/meeting-events.ts';
import { publicMeetingOf } from '../../../domain/public-meeting.ts';
import type { Page, PageRequest } from '../../ports/case-store.ts';
import type { AgendaItem, MeetingChange, MeetingState, MeetingStore } from '../../ports/meeting-store.ts';
import { readAnswer, readEvents } from './case-reads.ts';
import { clockWrites } from './case-writes.ts';
import { absent, where } from './condition.ts';
import { deleteRow } from './conditional.ts';
import { answerRow, eventRow } from './log-rows.ts';
import {
  agendaItemRow,
  meetingRelayRow,
  meetingRow,
  meetingSubject,
  publicMeetingRow,
} from './meeting-rows.ts';
import { readAll, readPage } from './page.ts';
import { allFactsOf, readOne } from './read.ts';
import { minutesRow } from './register-rows.ts';
import { itemOf, keyOf } from './row.ts';
import { sortable, upTo } from './sortable.ts';
import type { Table } from './table-client.ts';
import { checking, deleting, putting, transact, type Write } from './transaction.ts';

/** The record of meetings in DynamoDB. */
export const makeMeetingStore = (table: Table): MeetingStore => ({
  load: (meetingId) => loadMeeting(table, meetingId),
  answer: (meetingId, commandId) => readAnswer(table, meetingSubject(meetingId), commandId),
  commit: (change) => commitMeeting(table, change),
  events: (meetingId) => readEvents(table, meetingSubject(meetingId), meetingEvent),
  items: (meetingId) => readItems(table, meetingId),
  list: (body, page) => listMeetings(table, body, page),
  calendar: (from, to) => readCalendar(table, from, to),
  owedRelays: (meetingId) => readOwedRelays(table, meetingId),
  clearRelay: (meetingId, version) => deleteRow(table, keyOf(meetingRelayRow, { meetingId, version })),
  meetingsOwingRelays: (page) => readMeetingsOwingRelays(table, page),
});

const meetingOf = ({ meetingId, meeting: stored }: { meetingId: string; meeting: unknown }): Meeting => {
  const parsed = meeting.safeParse(stored);
  if (!parsed.success) throw new Error(`the record of meeting ${meetingId} is damaged`);
  return parsed.data;
};

const loadMeeting = async (table: Table, meetingId: string): Promise<MeetingState | undefined> => {
  const facts = await readOne(table, meetingRow, keyOf(meetingRow, { meetingId }));
  return facts && { meeting: meetingOf(facts), head: facts.head };
};

const commitMeeting = (table: Table, change: MeetingChange): Promise<void> => {
  const { before, after, recorded, answer, relayOwedAt, clocks } = change;
  const { meetingId, version, status, body, date } = after;
  const subject = meetingSubject(meetingId);
  const head = recorded.hash;
  const row = itemOf(meetingRow, { meetingId, version, status, body, date, head, meeting: after });
  return transact(table, [
    putting(row, before === undefined ? absent : where('version', '=', before.meeting.version)),
    putting(itemOf(eventRow, { subject, ...recorded }), absent),
    putting(itemOf(answerRow, { subject, ...answer }), absent),
    ...(relayOwedAt === undefined
      ? []
      : [putting(itemOf(meetingRelayRow, { meetingId, version, owedAt: sortable(relayOwedAt) }))]),
    ...clockWrites(subject, clocks),
    ...minutesCheck(change),
    ...publicWrites(change),
  ]);
};

/** What is noted of a meeting is noted while its minutes can be written (KL 5:69). */
const minutesCheck = ({ minutes }: MeetingChange): Write[] =>
  minutes === undefined
    ? []
    : [
        checking(
          keyOf(minutesRow, { minutesId: minutes.minutesId }),
          minutes.version === 0 ? absent : where('version', '=', minutes.version),
        ),
      ];

/** What the public may see of the meeting, under its day. */
const publicWrites = ({ before, after }: MeetingChange): Write[] => {
  const { meetingId, date } = after;
  const movedFrom = before === undefined || before.meeting.date === date ? undefined : before.meeting.date;
  return [
    putting(itemOf(publicMeetingRow, { meetingId, date, meeting: publicMeetingOf(after) })),
    ...(movedFrom === undefined ? [] : [deleting(keyOf(publicMeetingRow, { meetingId, date: movedFrom }))]),
  ];
};

const readItems = async (table: Table, meetingId: string): Promise<readonly AgendaItem[]> => {
  const query = agendaItemRow.query.row({ meetingId });
  const rows = await readAll(table, query.params<QueryCommandInput>({ table: table.tableName }));
  return allFactsOf(agendaItemRow, rows).map(({ caseId }) => ({ caseId }));
};

const listMeetings = async (table: Table, body: MeetingBody, page: PageRequest): Promise<Page<Meeting>> => {
  const query = meetingRow.query.list({ body });
  const input = query.params<QueryCommandInput>({ table: table.tableName, order: 'desc' });
  const { items, cursor } = await readPage(table, `MEETINGS#${body}`, input, page);
  return { items: allFactsOf(meetingRow, items).map(meetingOf), cursor };
};

const readCalendar = async (table: Table, from: CalendarDate, to: CalendarDate): Promise<Meeting[]> => {
  const bodies = await Promise.all([
    readSpan(table, 'council', from, to),
    readSpan(table, 'board', from, to),
  ]);
  return bodies.flat().toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
};

const orderOf = ({ date, meetingId }: Meeting) => `${date}#${meetingId}`;

/** All pages: the span bounds how many there can be. */
const readSpan = async (table: Table, body: MeetingBody, from: CalendarDate, to: CalendarDate) => {
  const query = meetingRow.query.list({ body }).between({ date: from }, { date: upTo(to) });
  const input = query.params<QueryCommandInput>({ table: table.tableName });
  const found: Meeting[] = [];
  let cursor: string | undefined;
  do {
    const read = await readPage(table, `MEETINGS#${body}`, input, { limit: 200, cursor });
    found.push(...allFactsOf(meetingRow, read.items).map(meetingOf));
    cursor = read.cursor;
  } while (cursor !== undefined);
  return found;
};

const readOwedRelays = async (table: Table, meetingId: string): Promise<readonly number[]> => {
  const query = meetingRelayRow.query.row({ meetingId });
  const rows = await readAll(table, query.params<QueryCommandInput>({ table: table.tableName }));
  return allFactsOf(meetingRelayRow, rows).map((each) => each.version);
};

const readMeetingsOwingRelays = async (
  table: Table,
  page: PageRequest,
): Promise<Page<{ meetingId: string }>> => {
  const input = meetingRelayRow.query.owed({}).params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, 'OWED#meeting-relay', input, page);
  const owing = new Set(allFactsOf(meetingRelayRow, items).map((each) => each.meetingId));
  return { items: [...owing].map((meetingId) => ({ meetingId })), cursor };
};
