import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../../domain/calendar-date.ts';
import { type Member, member } from '../../../domain/members.ts';
import { type Person, person } from '../../../domain/people.ts';
import type { Page, PageRequest } from '../../ports/case-store.ts';
import type { OwedPublication, PeopleStore, RegisterEntry, Versioned } from '../../ports/people-store.ts';
import { absent, where } from './condition.ts';
import { digestWrites } from './digest-store.ts';
import { readAll, readPage } from './page.ts';
import { allFactsOf, readMany, readOne } from './read.ts';
import { memberRow, personRow, protectedNameRow, publicationRow, registerLogRow } from './register-rows.ts';
import { type Item, itemOf, keyOf } from './row.ts';
import { sortable, upTo } from './sortable.ts';
import type { Table } from './table-client.ts';
import { deleting, putting, transact, transactIf, type Write } from './transaction.ts';

/** People and the member register in DynamoDB. */
export const makePeopleStore = (table: Table): PeopleStore => ({
  person: (subject) => readPerson(table, subject),
  savePerson: (saved, version, entry, digest) => {
    const { subject, name } = saved;
    const row = itemOf(personRow, { subject, name, version, person: saved });
    return save(table, personPartition(subject), row, version, entry, digestWrites(subject, digest));
  },
  people: (page) => listPeople(table, page),
  personLog: (subject) => readLog(table, personPartition(subject)),
  member: (memberId) => readMember(table, memberId),
  membersById: (memberIds) => readMembers(table, memberIds),
  saveMember: (saved, version, entry, publishAgainAt) => {
    const { memberId, name } = saved;
    const row = itemOf(memberRow, { memberId, name, version, member: saved });
    const owed =
      publishAgainAt === undefined
        ? []
        : [putting(itemOf(publicationRow, { memberId, version, dueAt: sortable(publishAgainAt) }))];
    return save(table, memberPartition(memberId), row, version, entry, [protectedNameOf(saved), ...owed]);
  },
  members: (page) => listMembers(table, page),
  protectedNames: () => readProtectedNames(table),
  memberLog: (memberId) => readLog(table, memberPartition(memberId)),
  membersToPublish: (now, page) => listPublications(table, now, page),
  clearPublication: (owed) => clearPublication(table, owed),
  memberImport: async (commandId) => (await readLog(table, importPartition(commandId)))[0]?.what,
  noteMemberImport: (commandId, contentHash, entry) => {
    const noted = { of: importPartition(commandId), version: 1, what: contentHash, ...entry };
    return transact(table, [putting(itemOf(registerLogRow, noted), absent)]);
  },
});

/** The partition of a person, which is also that of the person's log. */
export const personPartition = (subject: string) => `PERSON#${subject}`;
const memberPartition = (memberId: string) => `MEMBER#${memberId}`;
const importPartition = (commandId: string) => `IMPORT#${commandId}`;

/** The row and its entry in the log, on condition that the row is of the version before. */
const save = (
  table: Table,
  of: string,
  row: Item,
  version: number,
  entry: RegisterEntry,
  more: readonly Write[] = [],
): Promise<void> =>
  transact(table, [
    putting(row, version === 1 ? absent : where('version', '=', version - 1)),
    putting(itemOf(registerLogRow, { of, ...entry, version }), absent),
    ...more,
  ]);

const personOf = (stored: unknown): Person => {
  const parsed = person.safeParse(stored);
  if (!parsed.success) throw new Error('the record of a person is damaged');
  return parsed.data;
};

const memberOf = (stored: unknown): Member => {
  const parsed = member.safeParse(stored);
  if (!parsed.success) throw new Error('the record of a member is damaged');
  return parsed.data;
};

const readPerson = async (table: Table, subject: string): Promise<Versioned<Person> | undefined> => {
  const facts = await readOne(table, personRow, keyOf(personRow, { subject }));
  return facts && { value: personOf(facts.person), version: facts.version };
};

const readMember = async (table: Table, memberId: string): Promise<Versioned<Member> | undefined> => {
  const facts = await readOne(table, memberRow, keyOf(memberRow, { memberId }));
  return facts && { value: memberOf(facts.member), version: facts.version };
};

const readMembers = async (
  table: Table,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Member>> => {
  const keys = [...new Set(memberIds)].map((memberId) => keyOf(memberRow, { memberId }));
  const rows = allFactsOf(memberRow, await readMany(table, keys));
  return new Map(rows.map((facts) => [facts.memberId, memberOf(facts.member)]));
};

const listPeople = async (table: Table, page: PageRequest): Promise<Page<Person>> => {
  const input = personRow.query.list({}).params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, 'PEOPLE', input, page);
  return { items: allFactsOf(personRow, items).map((facts) => personOf(facts.person)), cursor };
};

const listMembers = async (table: Table, page: PageRequest): Promise<Page<Member>> => {
  const input = memberRow.query.list({}).params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, 'MEMBERS', input, page);
  return { items: allFactsOf(memberRow, items).map((facts) => memberOf(facts.member)), cursor };
};

const listPublications = async (
  table: Table,
  now: Instant,
  page: PageRequest,
): Promise<Page<OwedPublication>> => {
  const query = publicationRow.query.owed({}).lt({ dueAt: upTo(sortable(now)) });
  const input = query.params<QueryCommandInput>({ table: table.tableName });
  const { items, cursor } = await readPage(table, 'OWED#publication', input, page);
  const owed = allFactsOf(publicationRow, items).map(({ memberId, version }) => ({ memberId, version }));
  return { items: owed, cursor };
};

const clearPublication = async (table: Table, { memberId, version }: OwedPublication): Promise<void> => {
  await transactIf(table, [deleting(keyOf(publicationRow, { memberId }), where('version', '=', version))]);
};

/** The list holds who is protected now, under the name of now. */
const protectedNameOf = ({ memberId, name, protectedIdentity }: Member): Write =>
  protectedIdentity === true
    ? putting(itemOf(protectedNameRow, { memberId, name }))
    : deleting(keyOf(protectedNameRow, { memberId }));

const readProtectedNames = async (table: Table): Promise<readonly string[]> => {
  const input = protectedNameRow.query.row({}).params<QueryCommandInput>({ table: table.tableName });
  return allFactsOf(protectedNameRow, await readAll(table, input)).map(({ name }) => name);
};

const readLog = async (table: Table, of: string): Promise<readonly RegisterEntry[]> => {
  const input = registerLogRow.query.row({ of }).params<QueryCommandInput>({ table: table.tableName });
  const rows = allFactsOf(registerLogRow, await readAll(table, input));
  return rows.map(({ version, by, at, what }) => ({ version, by, at, what }));
};
