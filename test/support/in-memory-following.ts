import { subjectKey } from '../../domain/following.ts';
import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import type {
  Claim,
  Code,
  Follower,
  FollowingStore,
  FollowRequest,
  RequestKey,
} from '../../lambdas/ports/following.ts';
import { copy, type Memory, pageOf } from './in-memory-state.ts';

interface Leased {
  readonly dueAt: string;
  readonly leaseUntil?: string | undefined;
  readonly attempts: number;
}

const isFree = ({ dueAt, leaseUntil }: Leased, { now, realNow }: Claim) =>
  dueAt <= sortable(now) && (leaseUntil === undefined || leaseUntil <= sortable(realNow));
const leased = <T extends Leased>(row: T, { until }: Claim): T => ({
  ...row,
  attempts: row.attempts + 1,
  leaseUntil: sortable(until),
});
const moved = <T extends Leased>({ leaseUntil: _, ...row }: T, dueAt: string) => ({
  ...row,
  dueAt: sortable(dueAt),
});
const placeOf = ({ dueAt, leaseUntil }: Leased) => leaseUntil ?? dueAt;

/** Followers and requests to follow without an engine. */
export const inMemoryFollowing = ({ news }: Memory): FollowingStore => {
  const requests = new Map<string, FollowRequest>();
  const followers = new Map<string, Follower>();
  const codes = new Map<string, Code>();
  const nameOf = ({ id, subject }: RequestKey) => `${id}#${subjectKey(subject)}`;
  const requestsOf = (id: string) => [...requests.values()].filter((each) => each.id === id);
  const drop = ({ id, subject, codeHash }: Pick<FollowRequest, 'id' | 'subject' | 'codeHash'>) => {
    requests.delete(nameOf({ id, subject }));
    if (codeHash !== undefined) codes.delete(codeHash);
  };
  return {
    requests: async (id) => copy(requestsOf(id)),
    ask: async (request) => {
      const dueAt = sortable(request.dueAt);
      requests.set(nameOf(request), { ...copy(request), dueAt, state: 'owed', attempts: 0 });
    },
    requestsDue: async (now, page) => {
      const due = [...requests.values()].filter((each) => placeOf(each) <= sortable(now));
      const rows = due.map(({ id, subject, ...each }) => ({
        order: `${placeOf(each)}#${nameOf({ id, subject })}`,
        row: { id, subject },
      }));
      return pageOf('OWED#follow-request', rows, page);
    },
    leaseRequest: async (key, claim) => {
      const row = requests.get(nameOf(key));
      if (row === undefined || !isFree(row, claim)) return undefined;
      const claimed = leased(row, claim);
      requests.set(nameOf(key), claimed);
      return copy(claimed);
    },
    keepCode: async (request, codeHash, expiresAt) => {
      const row = requests.get(nameOf(request));
      if (row === undefined) return false;
      if (request.codeHash !== undefined) codes.delete(request.codeHash);
      requests.set(nameOf(request), { ...row, codeHash });
      codes.set(codeHash, { kind: 'confirm', id: request.id, subject: request.subject, expiresAt });
      return true;
    },
    markRequestSent: async (key, expiresAt) => {
      const row = requests.get(nameOf(key));
      if (row !== undefined) requests.set(nameOf(key), { ...moved(row, expiresAt), state: 'sent' });
    },
    retryRequest: async (key, dueAt) => {
      const row = requests.get(nameOf(key));
      if (row !== undefined) requests.set(nameOf(key), moved(row, dueAt));
    },
    dropRequest: async (request) => drop(request),
    code: async (codeHash) => copy(codes.get(codeHash)),
    confirm: async (codeHash, key, follower) => {
      const isMoved = (followers.get(follower.id)?.version ?? 0) !== follower.version - 1;
      if (!codes.has(codeHash) || isMoved) return false;
      codes.delete(codeHash);
      requests.delete(nameOf(key));
      followers.set(follower.id, { ...copy(follower), dueAt: sortable(follower.dueAt) });
      codes.set(follower.endHash, { kind: 'end', id: follower.id });
      return true;
    },
    follower: async (id) => copy(followers.get(id)),
    followersDue: async (now, page) => {
      const due = [...followers.values()].filter((each) => placeOf(each) <= sortable(now));
      const rows = due.map((each) => ({ order: `${placeOf(each)}#${each.id}`, row: { id: each.id } }));
      return pageOf('OWED#follower', rows, page);
    },
    leaseFollower: async (id, claim) => {
      const row = followers.get(id);
      if (row === undefined || !isFree(row, claim)) return undefined;
      const claimed = leased(row, claim);
      followers.set(id, claimed);
      return copy(claimed);
    },
    markTold: async (id, toldThrough, dueAt, threads) => {
      const row = followers.get(id);
      if (row === undefined) return;
      const kept = threads === undefined ? {} : { threads: copy(threads) };
      followers.set(id, { ...moved(row, dueAt), toldThrough, attempts: 0, ...kept });
    },
    retryFollower: async (id, dueAt) => {
      const row = followers.get(id);
      if (row !== undefined) followers.set(id, moved(row, dueAt));
    },
    saveSubjects: async (id, subjects, seen) => {
      const row = followers.get(id);
      if (row?.version !== seen) return false;
      followers.set(id, { ...row, subjects: copy(subjects), version: seen + 1 });
      return true;
    },
    end: async (id) => {
      for (const request of requestsOf(id)) drop(request);
      const endHash = followers.get(id)?.endHash;
      if (endHash !== undefined) codes.delete(endHash);
      followers.delete(id);
    },
    news: async (day) =>
      news
        .filter(({ row }) => row.on === day)
        .toSorted((one, other) => (one.order < other.order ? -1 : 1))
        .map(({ row }) => copy(row)),
  };
};
