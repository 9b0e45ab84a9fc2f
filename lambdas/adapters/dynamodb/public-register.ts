import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { publicDetails } from '../../../domain/public-details.ts';
import { publicHappening } from '../../../domain/public-history.ts';
import { type PublicMeeting, publicMeeting } from '../../../domain/public-meeting.ts';
import { type PublicMotion, publicMotion } from '../../../domain/public-motion.ts';
import { publicNotice } from '../../../domain/public-notice.ts';
import type { PublicHead, PublicRegister } from '../../ports/public-register.ts';
import { publicMeetingRow } from './meeting-rows.ts';
import { readAll, readPage } from './page.ts';
import { allFactsOf, readOne } from './read.ts';
import {
  publicCaseRow,
  publicDetailsRow,
  publicHappeningRow,
  publicHeadRow,
  publicMotionRow,
  publicNoticeRow,
} from './register-rows.ts';
import { type Item, keyOf } from './row.ts';
import { upTo } from './sortable.ts';
import type { Table } from './table-client.ts';

const later = { consistent: false };

/** The public projection in DynamoDB: GetItem and Query on the table itself, under `PUBLIC#`, and no index. */
export const makePublicRegister = (table: Table): PublicRegister => ({
  motion: async (caseId) => {
    const place = await readOne(table, publicCaseRow, keyOf(publicCaseRow, { caseId }), later);
    if (place === undefined) return undefined;
    const { registerYear, registerOrder } = place;
    const key = keyOf(publicMotionRow, { registerYear, registerOrder });
    const facts = await readOne(table, publicMotionRow, key, later);
    return facts && shown(facts);
  },
  year: async (registerYear, page) => {
    const query = publicMotionRow.query.row({ registerYear });
    const input = query.params<QueryCommandInput>({ table: table.tableName });
    const { items, cursor } = await readPage(table, `PUBLIC#REGISTER#${registerYear}`, input, page);
    return { items: allFactsOf(publicMotionRow, items).map(shown), cursor };
  },
  details: (caseId) => readDetails(table, caseId),
  allOfYear: async (registerYear) => {
    const query = publicMotionRow.query.row({ registerYear });
    const rows = await readAll(table, query.params<QueryCommandInput>({ table: table.tableName }), later);
    return allFactsOf(publicMotionRow, rows).map(shown);
  },
  heads: async () => {
    const query = publicHeadRow.query.row({});
    const rows = await readAll(table, query.params<QueryCommandInput>({ table: table.tableName }), later);
    return rows.map(headOf);
  },
  notices: async (from, to) => {
    const query = publicNoticeRow.query.row({}).between({ date: from }, { date: upTo(to) });
    const rows = await readAll(table, query.params<QueryCommandInput>({ table: table.tableName }), later);
    return allFactsOf(publicNoticeRow, rows).map(({ notice }) => publicNotice.parse(notice));
  },
  meetings: (from, to) => readMeetings(table, from, to),
});

/** Of another version of the product a row may hold what is not known here: that is not shown. */
const readDetails = async (table: Table, caseId: string) => {
  const query = publicHappeningRow.query.row({ caseId });
  const [facts, happened] = await Promise.all([
    readOne(table, publicDetailsRow, keyOf(publicDetailsRow, { caseId }), later),
    readAll(table, query.params<QueryCommandInput>({ table: table.tableName }), later),
  ]);
  const { data } = publicDetails.safeParse(facts?.details);
  const history = allFactsOf(publicHappeningRow, happened).map(({ happening }) =>
    publicHappening.parse(happening),
  );
  return { ...(data ?? { dissents: [] }), history };
};

/** There can be ten thousand of them at every refresh: read as they are. */
const headOf = ({ caseId, registerYear, digest }: Item): PublicHead => ({
  caseId: String(caseId),
  registerYear: Number(registerYear),
  digest: String(digest),
});

/** All pages: the span bounds how many there can be. */
const readMeetings = async (table: Table, from: CalendarDate, to: CalendarDate): Promise<PublicMeeting[]> => {
  const query = publicMeetingRow.query.row({}).between({ date: from }, { date: upTo(to) });
  const input = query.params<QueryCommandInput>({ table: table.tableName });
  const found: PublicMeeting[] = [];
  let cursor: string | undefined;
  do {
    const read = await readPage(table, 'PUBLIC#MEETINGS', input, { limit: 200, cursor });
    found.push(...allFactsOf(publicMeetingRow, read.items).map((each) => publicMeeting.parse(each.meeting)));
    cursor = read.cursor;
  } while (cursor !== undefined);
  return found;
};

/** Parsed, so that nothing but what the public view knows can be shown. */
const shown = (facts: { registerOrder: string; motion: unknown }): PublicMotion => {
  const parsed = publicMotion.safeParse(facts.motion);
  if (!parsed.success) throw new Error(`the public view of ${facts.registerOrder} is damaged`);
  return parsed.data;
};
