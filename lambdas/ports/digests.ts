import type { Instant } from '../../domain/calendar-date.ts';
import type { Page, PageRequest } from './case-store.ts';
import type { Claim } from './following.ts';

/** A person's next digest. */
export interface OwedDigest {
  readonly subject: string;
  readonly attempts: number;
  readonly dueAt: Instant;
}

/** Digests that people have chosen: written with the person (people-store.ts), owed again each working day. */
export interface DigestStore {
  due(now: Instant, page: PageRequest): Promise<Page<{ readonly subject: string }>>;
  /** Claims a digest that is due. @returns undefined when it is claimed by another, not due or chosen no more */
  lease(subject: string, claim: Claim): Promise<OwedDigest | undefined>;
  /** Owes the next one. @param attempts tries in vain so far */
  owe(subject: string, dueAt: Instant, attempts: number): Promise<void>;
}
