import type { Instant } from '../../../domain/calendar-date.ts';
import { subjectKey } from '../../../domain/following.ts';
import type { FollowingStore, FollowRequest, RequestKey } from '../../ports/following.ts';
import { changeOf, present } from './condition.ts';
import { codeRow, requestRow } from './following-rows.ts';
import { placedAt } from './leases.ts';
import { type Item, itemOf, type Key, keyOf } from './row.ts';
import { sortable } from './sortable.ts';
import type { Table } from './table-client.ts';
import { deleting, putting, transact, transactIf, updating } from './transaction.ts';

export const keyOfRequest = ({ id, subject }: RequestKey): Key =>
  keyOf(requestRow, { id, about: subjectKey(subject) });

/** Another place of a request among what is due. */
export const requestPlace = ({ id, subject }: RequestKey, at: Instant): Item =>
  placedAt(at, id, subjectKey(subject));

/** Port: `ask`. */
export const askToFollow = (table: Table, request: Parameters<FollowingStore['ask']>[0]): Promise<void> => {
  const dueAt = sortable(request.dueAt);
  const about = subjectKey(request.subject);
  const row = { ...request, about, state: 'owed' as const, attempts: 0, dueAt, placeAt: dueAt };
  return transact(table, [putting(itemOf(requestRow, row))]);
};

/** Port: `keepCode`. A request that is gone meanwhile gets no code. */
export const keepCode = (
  table: Table,
  request: FollowRequest,
  codeHash: string,
  expiresAt: Instant,
): Promise<boolean> => {
  const { id, subject } = request;
  return transactIf(table, [
    updating(keyOfRequest(request), changeOf({ set: { codeHash } }, present)),
    putting(itemOf(codeRow, { codeHash, kind: 'confirm', id, subject, expiresAt })),
    ...forgetting(request),
  ]);
};

/** Port: `dropRequest`. */
export const dropRequest = (table: Table, request: Parameters<FollowingStore['dropRequest']>[0]) =>
  transact(table, [deleting(keyOfRequest(request)), ...forgetting(request)]);

const forgetting = ({ codeHash }: Pick<FollowRequest, 'codeHash'>) =>
  codeHash === undefined ? [] : [deleting(keyOf(codeRow, { codeHash }))];
