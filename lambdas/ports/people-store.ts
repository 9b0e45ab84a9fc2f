import type { Instant } from '../../domain/calendar-date.ts';
import type { Member } from '../../domain/members.ts';
import type { Person } from '../../domain/people.ts';
import type { Page, PageRequest } from './case-store.ts';

/** One change to a person or member, in an append-only log without names or addresses. */
export interface RegisterEntry {
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
  /** What was done, e.g. `role_given registrar`; never a name or an address. */
  readonly what: string;
}

/** A record with the version its next write is conditional on. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: number;
}

/** A member whose published name has changed, and the version of the change. */
export interface OwedPublication {
  readonly memberId: string;
  readonly version: number;
}

/**
 * People who sign in (by the issuer's subject), and the member register. Writes are conditional on version, each
 * with its entry in the log: `version` is the new one, and the record must be at the one before (1 for a new record).
 * @throws Conflict when the record has moved; Transient when the service could not be reached.
 */
export interface PeopleStore {
  person(subject: string): Promise<Versioned<Person> | undefined>;
  /** @param digest when the person's first digest is due, or that there are to be none; as it was when absent */
  savePerson(person: Person, version: number, entry: RegisterEntry, digest?: Instant | 'none'): Promise<void>;
  people(page: PageRequest): Promise<Page<Person>>;
  personLog(subject: string): Promise<readonly RegisterEntry[]>;
  member(memberId: string): Promise<Versioned<Member> | undefined>;
  /** The members with these ids; unknown ones are absent. */
  membersById(memberIds: readonly string[]): Promise<ReadonlyMap<string, Member>>;
  /**
   * @param publishAgainAt set when what is published of the person changes: from then on the public views of the
   *   person's motions are owed to be written once more
   */
  saveMember(member: Member, version: number, entry: RegisterEntry, publishAgainAt?: Instant): Promise<void>;
  members(page: PageRequest): Promise<Page<Member>>;
  /** The names of all members whose identity is protected now, whether or not they have to do with a case. */
  protectedNames(): Promise<readonly string[]>;
  memberLog(memberId: string): Promise<readonly RegisterEntry[]>;

  /** Members whose motions are owed to be published again by an instant (real time), oldest first. */
  membersToPublish(now: Instant, page: PageRequest): Promise<Page<OwedPublication>>;
  /** Nothing is owed any more, unless the member has been changed since. */
  clearPublication(owed: OwedPublication): Promise<void>;

  /** The hash of what was brought in under this id; undefined when nothing was. */
  memberImport(commandId: string): Promise<string | undefined>;
  /** Notes what is brought in under an id, once. @throws Conflict when the id has been used */
  noteMemberImport(
    commandId: string,
    contentHash: string,
    entry: Pick<RegisterEntry, 'by' | 'at'>,
  ): Promise<void>;
}
