import type { Instant } from '../../domain/calendar-date.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { DigestStore } from '../ports/digests.ts';
import type { FollowingStore } from '../ports/following.ts';
import type { MailAddresses } from '../ports/mail-addresses.ts';
import type { MeetingStore } from '../ports/meeting-store.ts';
import type { ClockStore, MinutesStore } from '../ports/minutes-store.ts';
import type { PeopleStore } from '../ports/people-store.ts';
import type { PublicRegister } from '../ports/public-register.ts';
import type { Workflow } from '../ports/workflow.ts';

/** What goes wrong beside a case is said here, in codes and ids; never a name, a text or an address. */
export interface Journal {
  info(code: string, keys?: Readonly<Record<string, string | number>>): void;
  warn(code: string, keys?: Readonly<Record<string, string | number>>): void;
  /** Something an operator must look at: becomes an alarm. */
  alarm(code: string, keys?: Readonly<Record<string, string | number>>): void;
}

/** What the use cases need of the world. */
export interface Casework {
  readonly cases: CaseStore;
  readonly minutes: MinutesStore;
  readonly meetings: MeetingStore;
  readonly people: PeopleStore;
  readonly clocks: ClockStore;
  /** What the public may see. The workflow reads the meetings there: it may not read every list. */
  readonly register: PublicRegister;
  /** Addresses to which nothing more is sent. */
  readonly addresses: MailAddresses;
  /** Who follows motions by letter, without a role. */
  readonly following: FollowingStore;
  readonly digests: DigestStore;
  readonly workflow: Workflow;
  readonly organisation: Organisation;
  readonly journal: Journal;
  /** The business clock: the law's now (architecture §8). */
  readonly now: () => Instant;
  /** Real time, for leases. */
  readonly realNow: () => Instant;
  /** A fresh random salt, hex. */
  readonly newSalt: () => string;
}
