import { protectedNamesOf } from '../../domain/protected-names.ts';
import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import { Conflict } from '../../lambdas/failures.ts';
import type { PageRequest } from '../../lambdas/ports/case-store.ts';
import type { PeopleStore, RegisterEntry } from '../../lambdas/ports/people-store.ts';
import { setDigest } from './in-memory-digests.ts';
import { copy, type Memory, pageOf, type RegisterInMemory } from './in-memory-state.ts';

/** People and members without an engine. */
export const inMemoryPeople = (memory: Memory): PeopleStore => ({
  ...registers(memory),
  savePerson: async (person, version, entry, digest) => {
    save(memory.people, person.subject, person, version, entry);
    setDigest(memory, person.subject, digest);
  },
});

const registers = ({ people, members, publications, imports }: Memory): Omit<PeopleStore, 'savePerson'> => ({
  person: async (subject) => copy(people.rows.get(subject)),
  people: async (page) => list('PEOPLE', people, page),
  personLog: async (subject) => copy(people.logs.get(subject) ?? []),
  member: async (memberId) => copy(members.rows.get(memberId)),
  membersById: async (memberIds) =>
    new Map(
      memberIds.flatMap((memberId) => {
        const found = members.rows.get(memberId);
        return found === undefined ? [] : [[memberId, copy(found.value)]];
      }),
    ),
  saveMember: async (member, version, entry, publishAgainAt) => {
    save(members, member.memberId, member, version, entry);
    if (publishAgainAt !== undefined) {
      publications.set(member.memberId, { version, dueAt: sortable(publishAgainAt) });
    }
  },
  members: async (page) => list('MEMBERS', members, page),
  protectedNames: async () => protectedNamesOf([...members.rows.values()].map(({ value }) => value)),
  memberLog: async (memberId) => copy(members.logs.get(memberId) ?? []),
  membersToPublish: async (now, page) => {
    const due = [...publications].filter(([, { dueAt }]) => dueAt <= sortable(now));
    const rows = due.map(([memberId, { version, dueAt }]) => ({
      order: `${dueAt}#${memberId}`,
      row: { memberId, version },
    }));
    return pageOf('OWED#publication', rows, page);
  },
  clearPublication: async ({ memberId, version }) => {
    if (publications.get(memberId)?.version === version) publications.delete(memberId);
  },
  memberImport: async (commandId) => imports.get(commandId),
  noteMemberImport: async (commandId, contentHash) => {
    if (imports.has(commandId)) throw new Conflict('the id has been used');
    imports.set(commandId, contentHash);
  },
});

const save = <T>(
  { rows, logs }: RegisterInMemory<T>,
  id: string,
  value: T,
  version: number,
  entry: RegisterEntry,
) => {
  if ((rows.get(id)?.version ?? 0) !== version - 1) throw new Conflict('the record has moved');
  rows.set(id, { value: copy(value), version });
  logs.set(id, [...(logs.get(id) ?? []), { ...copy(entry), version }]);
};

const list = <T extends { name: string }>(name: string, { rows }: RegisterInMemory<T>, page: PageRequest) =>
  pageOf(
    name,
    [...rows].map(([id, { value }]) => ({ order: `${value.name}#${id}`, row: value })),
    page,
  );
