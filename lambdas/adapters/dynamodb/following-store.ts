import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CalendarDate, Instant } from '../../../domain/calendar-date.ts';
import { type PublicNews, publicNews } from '../../../domain/following.ts';
import type { Page, PageRequest } from '../../ports/case-store.ts';
import type { Code, Follower, FollowingStore, NewsThread, RequestKey } from '../../ports/following.ts';
import { changeOf, present, where } from './condition.ts';
import { updateIf } from './conditional.ts';
import { askToFollow, dropRequest, keepCode, keyOfRequest, requestPlace } from './follow-requests.ts';
import { codeRow, followerRow, publicNewsRow, requestRow } from './following-rows.ts';
import { isFree, moved, placedAt } from './leases.ts';
import { readAll, readPage } from './page.ts';
import { allFactsOf, factsOf, readOne } from './read.ts';
import { itemOf, keyOf } from './row.ts';
import { sortable, upTo } from './sortable.ts';
import type { Table } from './table-client.ts';
import { deleting, putting, transactIf } from './transaction.ts';

/** Followers and requests to follow in DynamoDB. */
export const makeFollowingStore = (table: Table): FollowingStore => ({
  requests: async (id) => allFactsOf(requestRow, await rowsOf(table, id)).map(requestOf),
  ask: (request) => askToFollow(table, request),
  requestsDue: (now, page) => listRequests(table, now, page),
  leaseRequest: async (key, claim) => {
    const change = changeOf(
      { set: { leaseUntil: sortable(claim.until), ...requestPlace(key, claim.until) }, add: { attempts: 1 } },
      isFree(claim),
    );
    const row = await updateIf(table, keyOfRequest(key), change);
    const facts = row === undefined ? undefined : factsOf(requestRow, row);
    return facts && requestOf(facts);
  },
  keepCode: (request, codeHash, expiresAt) => keepCode(table, request, codeHash, expiresAt),
  markRequestSent: async (key, expiresAt) => {
    const set = { state: 'sent', ...moved(expiresAt), ...requestPlace(key, expiresAt) };
    await updateIf(table, keyOfRequest(key), changeOf({ set, remove: ['leaseUntil'] }, present));
  },
  retryRequest: async (key, dueAt) => {
    const set = { ...moved(dueAt), ...requestPlace(key, dueAt) };
    await updateIf(table, keyOfRequest(key), changeOf({ set, remove: ['leaseUntil'] }, present));
  },
  dropRequest: (request) => dropRequest(table, request),
  code: (codeHash) => readCode(table, codeHash),
  confirm: (codeHash, key, follower) => confirm(table, codeHash, key, follower),
  follower: async (id) => {
    const facts = await readOne(table, followerRow, keyOf(followerRow, { id }));
    return facts && followerOf(facts);
  },
  followersDue: async (now, page) => {
    const query = followerRow.query.owed({}).lt({ placeAt: upTo(sortable(now)) });
    const input = query.params<QueryCommandInput>({ table: table.tableName });
    const { items, cursor } = await readPage(table, 'OWED#follower', input, page);
    return { items: allFactsOf(followerRow, items).map(({ id }) => ({ id })), cursor };
  },
  leaseFollower: async (id, claim) => {
    const set = { leaseUntil: sortable(claim.until), ...placedAt(claim.until, id) };
    const change = changeOf({ set, add: { attempts: 1 } }, isFree(claim));
    const row = await updateIf(table, keyOf(followerRow, { id }), change);
    const facts = row === undefined ? undefined : factsOf(followerRow, row);
    return facts && followerOf(facts);
  },
  markTold: (id, toldThrough, dueAt, threads) =>
    moveFollower(table, id, dueAt, {
      toldThrough,
      attempts: 0,
      ...(threads === undefined ? {} : { threads }),
    }),
  retryFollower: (id, dueAt) => moveFollower(table, id, dueAt, {}),
  saveSubjects: async (id, subjects, seen) => {
    const change = changeOf({ set: { subjects, version: seen + 1 } }, where('version', '=', seen));
    return (await updateIf(table, keyOf(followerRow, { id }), change)) !== undefined;
  },
  end: (id) => end(table, id),
  news: (day) => readNews(table, day),
});

const rowsOf = (table: Table, id: string) =>
  readAll(table, {
    TableName: table.tableName,
    KeyConditionExpression: 'pk = :of',
    ExpressionAttributeValues: { ':of': keyOf(followerRow, { id }).pk },
  });

const requestOf = <T extends { about: string; placeAt: string }>({ about: _, placeAt: __, ...facts }: T) =>
  facts;
const followerOf = <T extends { placeAt: string }>({ placeAt: _, ...facts }: T) => facts;

const listRequests = async (table: Table, now: Instant, page: PageRequest): Promise<Page<RequestKey>> => {
  const query = requestRow.query.owed({}).lt({ placeAt: upTo(sortable(now)) });
  const input = query.params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, 'OWED#follow-request', input, page);
  return { items: allFactsOf(requestRow, items).map(({ id, subject }) => ({ id, subject })), cursor };
};

const readCode = async (table: Table, codeHash: string): Promise<Code | undefined> => {
  const facts = await readOne(table, codeRow, keyOf(codeRow, { codeHash }));
  if (facts === undefined) return undefined;
  const { kind, id, subject, expiresAt } = facts;
  if (kind === 'end') return { kind, id };
  return subject === undefined || expiresAt === undefined ? undefined : { kind, id, subject, expiresAt };
};

/** Port: `confirm`. The code first, so that it is what a second use fails on. */
const confirm = (table: Table, codeHash: string, key: RequestKey, follower: Follower): Promise<boolean> => {
  const { id, version, endHash, dueAt } = follower;
  const row = { ...follower, dueAt: sortable(dueAt), placeAt: sortable(dueAt) };
  const before =
    version === 1 ? { ConditionExpression: 'attribute_not_exists(pk)' } : where('version', '=', version - 1);
  return transactIf(table, [
    deleting(keyOf(codeRow, { codeHash }), present),
    deleting(keyOfRequest(key)),
    putting(itemOf(followerRow, row), before),
    putting(itemOf(codeRow, { codeHash: endHash, kind: 'end', id })),
  ]);
};

const moveFollower = async (
  table: Table,
  id: string,
  dueAt: Instant,
  more: { toldThrough?: CalendarDate; attempts?: number; threads?: readonly NewsThread[] },
): Promise<void> => {
  const set = { ...more, ...moved(dueAt), ...placedAt(dueAt, id) };
  await updateIf(table, keyOf(followerRow, { id }), changeOf({ set, remove: ['leaseUntil'] }, present));
};

/** Port: `end`. The codes first: while a row is left, a repeat finds them. */
const end = async (table: Table, id: string): Promise<void> => {
  const rows = await rowsOf(table, id);
  const codes = [
    ...allFactsOf(requestRow, rows).flatMap(({ codeHash }) => codeHash ?? []),
    ...allFactsOf(followerRow, rows).map(({ endHash }) => endHash),
  ];
  const keys = rows.map(({ pk, sk }) => ({ pk, sk }));
  if (keys.length === 0) return;
  await transactIf(table, [
    ...codes.map((codeHash) => deleting(keyOf(codeRow, { codeHash }))),
    ...keys.map((key) => deleting(key)),
  ]);
};

const readNews = async (table: Table, on: CalendarDate): Promise<readonly PublicNews[]> => {
  const input = publicNewsRow.query.row({ on }).params<QueryCommandInput>({ table: table.tableName });
  return allFactsOf(publicNewsRow, await readAll(table, input)).map((each) => publicNews.parse(each));
};
