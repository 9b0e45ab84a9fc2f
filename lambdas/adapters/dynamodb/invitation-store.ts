import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Invitation, invitation } from '../../../domain/invitations.ts';
import { Conflict } from '../../failures.ts';
import type { InvitationEntry, InvitationStore } from '../../ports/invitation-store.ts';
import { absent, where } from './condition.ts';
import { readPage } from './page.ts';
import { personPartition } from './people-store.ts';
import { allFactsOf, readOne } from './read.ts';
import { invitationRow, personRow, registerLogRow } from './register-rows.ts';
import { itemOf, keyOf } from './row.ts';
import type { Table } from './table-client.ts';
import { putting, transact } from './transaction.ts';

/** Invitations in DynamoDB. */
export const makeInvitationStore = (table: Table): InvitationStore => ({
  invite: (given, entry) => {
    const row = itemOf(invitationRow, rowOf(given, 1));
    return transact(table, [putting(row, absent), logged(given.codeHash, 1, entry)]);
  },
  invitation: (codeHash) => readInvitation(table, codeHash),
  invitations: async (page) => {
    const query = invitationRow.query.list({});
    const input = query.params<QueryCommandInput>({ table: table.tableName, order: 'desc' });
    const { items, cursor } = await readPage(table, 'INVITATIONS', input, page);
    return { items: allFactsOf(invitationRow, items).map((facts) => invitationOf(facts.invitation)), cursor };
  },
  revokeInvitation: async (codeHash, at, entry) => {
    const found = await requireOpen(table, codeHash);
    await transact(table, [closing({ ...found, revokedAt: at }), logged(codeHash, 2, entry)]);
  },
  useInvitation: async (codeHash, at, person, entry) => {
    const found = await requireOpen(table, codeHash);
    const { subject, name } = person;
    await transact(table, [
      closing({ ...found, usedAt: at, usedBy: subject }),
      logged(codeHash, 2, entry),
      putting(itemOf(personRow, { subject, name, version: 1, person }), absent),
      putting(itemOf(registerLogRow, { of: personPartition(subject), version: 1, ...entry }), absent),
    ]);
  },
});

const rowOf = (given: Invitation, version: number) => ({
  codeHash: given.codeHash,
  invitedAt: given.invitedAt,
  version,
  invitation: given,
});

/** An invitation is closed once: used or taken back. */
const closing = (closed: Invitation) =>
  putting(itemOf(invitationRow, rowOf(closed, 2)), where('version', '=', 1));

const logged = (codeHash: string, version: number, entry: InvitationEntry) =>
  putting(itemOf(registerLogRow, { of: `INVITATION#${codeHash}`, version, ...entry }), absent);

const invitationOf = (stored: unknown): Invitation => {
  const parsed = invitation.safeParse(stored);
  if (!parsed.success) throw new Error('the record of an invitation is damaged');
  return parsed.data;
};

const readInvitation = async (table: Table, codeHash: string): Promise<Invitation | undefined> => {
  const facts = await readOne(table, invitationRow, keyOf(invitationRow, { codeHash }));
  return facts && invitationOf(facts.invitation);
};

const requireOpen = async (table: Table, codeHash: string): Promise<Invitation> => {
  const found = await readInvitation(table, codeHash);
  if (found === undefined || found.usedAt !== undefined || found.revokedAt !== undefined) {
    throw new Conflict('the invitation is not open');
  }
  return found;
};
