import type { CalendarDate, Instant } from '../../domain/calendar-date.ts';
import type { FollowedSubject, PublicNews } from '../../domain/following.ts';
import type { Page, PageRequest } from './case-store.ts';

/** Somebody has asked that letters about a subject go to an address; its owner has not said yes yet. */
export interface FollowRequest {
  /** The address, hashed. */
  readonly id: string;
  readonly subject: FollowedSubject;
  readonly email: string;
  readonly askedAt: Instant;
  readonly state: 'owed' | 'sent';
  readonly attempts: number;
  /** When the letter that asks is to go, or when the request has run out. */
  readonly dueAt: Instant;
  readonly leaseUntil?: Instant | undefined;
  /** Hash of the code in the letter that went. */
  readonly codeHash?: string | undefined;
}
export type RequestKey = Pick<FollowRequest, 'id' | 'subject'>;

/** The first letter about one motion alone: later ones answer it, so that one case is one thread. */
export interface NewsThread {
  readonly caseId: string;
  readonly messageId: string;
}

/** Somebody who has said yes. Removed whole when he or she ends it: an address is no record of any case. */
export interface Follower {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly subjects: readonly FollowedSubject[];
  /** Ends it, in every letter. It stands here in clear, since each letter needs it; it can do nothing else. */
  readonly endKey: string;
  readonly endHash: string;
  /** The last day whose news has been told. */
  readonly toldThrough: CalendarDate;
  /** Of the motions that are followed by themselves; absent before the first such letter. */
  readonly threads?: readonly NewsThread[] | undefined;
  readonly attempts: number;
  readonly dueAt: Instant;
  readonly leaseUntil?: Instant | undefined;
}

/** A claim on a letter: it must be due by the business clock; the claim itself is real time. */
export interface Claim {
  readonly now: Instant;
  readonly realNow: Instant;
  readonly until: Instant;
}

/** What a link leads to. Only the hash of the link's code is kept. */
export type Code =
  | {
      readonly kind: 'confirm';
      readonly id: string;
      readonly subject: FollowedSubject;
      readonly expiresAt: Instant;
    }
  | { readonly kind: 'end'; readonly id: string };

/**
 * Who follows motions by letter, without a role. Addresses stand in rows of their own, which are deleted when the
 * owner ends it or never confirms.
 * @throws Transient when the service could not be reached
 */
export interface FollowingStore {
  requests(id: string): Promise<readonly FollowRequest[]>;
  /** Owes the letter that asks for confirmation, in the place of an earlier one of the same subject. */
  ask(request: Omit<FollowRequest, 'state' | 'attempts' | 'leaseUntil' | 'codeHash'>): Promise<void>;
  requestsDue(now: Instant, page: PageRequest): Promise<Page<RequestKey>>;
  /** Claims a request that is due. @returns undefined when it is claimed by another, not due or gone */
  leaseRequest(key: RequestKey, claim: Claim): Promise<FollowRequest | undefined>;
  /**
   * Makes a code good, before the letter that holds it goes; the code of an earlier letter is so no more.
   * @returns false when the request is gone
   */
  keepCode(request: FollowRequest, codeHash: string, expiresAt: Instant): Promise<boolean>;
  /** The letter has gone; the request is due again, to be removed, when its code runs out. */
  markRequestSent(key: RequestKey, expiresAt: Instant): Promise<void>;
  retryRequest(key: RequestKey, dueAt: Instant): Promise<void>;
  /** Removes a request and its code; a repeat does nothing. */
  dropRequest(request: Pick<FollowRequest, 'id' | 'subject' | 'codeHash'>): Promise<void>;

  code(codeHash: string): Promise<Code | undefined>;
  /**
   * Uses a code up: its request is gone and the follower is as given.
   * @returns false when the code has been used, or the follower is no longer of the version before
   */
  confirm(codeHash: string, key: RequestKey, follower: Follower): Promise<boolean>;

  follower(id: string): Promise<Follower | undefined>;
  followersDue(now: Instant, page: PageRequest): Promise<Page<{ readonly id: string }>>;
  /** Claims a follower whose next letter is due. Same answer as `leaseRequest`. */
  leaseFollower(id: string, claim: Claim): Promise<Follower | undefined>;
  markTold(
    id: string,
    toldThrough: CalendarDate,
    dueAt: Instant,
    threads?: readonly NewsThread[],
  ): Promise<void>;
  retryFollower(id: string, dueAt: Instant): Promise<void>;
  /** Changes what is followed. @returns false when the follower is not of version `seen` */
  saveSubjects(id: string, subjects: readonly FollowedSubject[], seen: number): Promise<boolean>;
  /** Removes everything that is known of an address; a repeat does nothing. */
  end(id: string): Promise<void>;

  /** The public news of one day, in the order it was recorded. */
  news(day: CalendarDate): Promise<readonly PublicNews[]>;
}
