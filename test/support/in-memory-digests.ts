import type { Instant } from '../../domain/calendar-date.ts';
import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import type { DigestStore } from '../../lambdas/ports/digests.ts';
import { type Memory, pageOf } from './in-memory-state.ts';

/** With the person: a digest is owed from then on, or never again. */
export const setDigest = ({ digests }: Memory, subject: string, firstAt: Instant | 'none' | undefined) => {
  if (firstAt === 'none') digests.delete(subject);
  else if (firstAt !== undefined) digests.set(subject, { dueAt: sortable(firstAt), attempts: 0 });
};

/** Digests without an engine. */
export const inMemoryDigests = ({ digests }: Memory): DigestStore => ({
  due: async (now, page) => {
    const due = [...digests]
      .map(([subject, { dueAt, leaseUntil }]) => ({ subject, at: leaseUntil ?? dueAt }))
      .filter(({ at }) => at <= sortable(now));
    const rows = due.map(({ subject, at }) => ({ order: `${at}#${subject}`, row: { subject } }));
    return pageOf('OWED#digest', rows, page);
  },
  lease: async (subject, { now, realNow, until }) => {
    const row = digests.get(subject);
    const isFree = row?.leaseUntil === undefined || row.leaseUntil <= sortable(realNow);
    if (row === undefined || !isFree || row.dueAt > sortable(now)) return undefined;
    const { dueAt } = row;
    const attempts = row.attempts + 1;
    digests.set(subject, { dueAt, attempts, leaseUntil: sortable(until) });
    return { subject, attempts, dueAt };
  },
  owe: async (subject, dueAt, attempts) => {
    if (digests.has(subject)) digests.set(subject, { dueAt: sortable(dueAt), attempts });
  },
});
