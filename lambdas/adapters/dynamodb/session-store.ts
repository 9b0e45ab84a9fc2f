import type { Session, SessionStore, SignInAttempt } from '../../ports/session-store.ts';
import { present } from './condition.ts';
import { deleteRow } from './conditional.ts';
import { readOne } from './read.ts';
import { itemOf, keyOf } from './row.ts';
import { attemptRow, sessionRow, signedOutRow } from './session-rows.ts';
import type { Table } from './table-client.ts';
import { deleting, putting, transact, transactIf } from './transaction.ts';

/** Sessions in DynamoDB. */
export const makeSessionStore = (table: Table): SessionStore => ({
  beginAttempt: (attempt) => transact(table, [putting(itemOf(attemptRow, attempt))]),
  takeAttempt: (attemptHash, now) => takeAttempt(table, attemptHash, now),
  open: (session) => transact(table, [putting(itemOf(sessionRow, session))]),
  find: (sessionHash, now) => find(table, sessionHash, now),
  close: (sessionHash) => deleteRow(table, keyOf(sessionRow, { sessionHash })),
  closeAll: (subject, upTo) => transact(table, [putting(itemOf(signedOutRow, { subject, upTo }))]),
});

/** Whoever deletes it has it: of two who ask at once, one. */
const takeAttempt = async (
  table: Table,
  attemptHash: string,
  now: string,
): Promise<SignInAttempt | undefined> => {
  const key = keyOf(attemptRow, { attemptHash });
  const found = await readOne(table, attemptRow, key);
  if (found === undefined || !(await transactIf(table, [deleting(key, present)]))) return undefined;
  return found.expiresAt > now ? found : undefined;
};

const find = async (table: Table, sessionHash: string, now: string): Promise<Session | undefined> => {
  const session = await readOne(table, sessionRow, keyOf(sessionRow, { sessionHash }));
  if (session === undefined || session.expiresAt <= now) return undefined;
  const { subject, startedAt } = session;
  const signedOut = await readOne(table, signedOutRow, keyOf(signedOutRow, { subject }));
  return signedOut !== undefined && startedAt <= signedOut.upTo ? undefined : session;
};
