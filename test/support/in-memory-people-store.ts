import { Conflict } from '../../lambdas/failures.ts';
import type { PageRequest } from '../../lambdas/ports/case-store.ts';
import type { PeopleStore, RegisterEntry } from '../../lambdas/ports/people-store.ts';
import { copy, type Memory, pageOf, type RegisterInMemory } from './in-memory-state.ts';

/** People and members without an engine. */
export const inMemoryPeople = ({ people, members }: Memory): PeopleStore => ({
  person: async (subject) => copy(people.rows.get(subject)),
  savePerson: async (person, version, entry) => save(people, person.subject, person, version, entry),
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
  saveMember: async (member, version, entry) => save(members, member.memberId, member, version, entry),
  members: async (page) => list('MEMBERS', members, page),
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
