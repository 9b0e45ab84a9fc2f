import { addDays, type Instant, stockholmDate, yearOf } from '../../domain/calendar-date.ts';
import {
  askAgainMinutes,
  type FollowedSubject,
  mostAsked,
  subjectKey,
  withSubject,
} from '../../domain/following.ts';
import { nextMorning } from '../../domain/letter-times.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { hashOf } from '../event-chain.ts';
import { NotFound } from '../failures.ts';
import type { Code, Follower, FollowingStore, RequestKey } from '../ports/following.ts';
import type { PublicRegister } from '../ports/public-register.ts';
import type { Journal } from './dependencies.ts';

/** What following needs of the world: its own rows, and what is public. */
export interface FollowingDesk {
  readonly following: FollowingStore;
  readonly register: PublicRegister;
  readonly organisation: Organisation;
  readonly journal: Journal;
  readonly now: () => Instant;
  /** A fresh random secret, hex. */
  readonly newSalt: () => string;
}

/** An address by its hash: the same one however it is written. */
export const addressId = (email: string): string => hashOf(['address', email.trim().toLowerCase()]);

/** The hash by which the code of a link is known. */
export const codeHashOf = (code: string): string => hashOf(['code', code]);

/** Years of the register in which a party must have raised a motion to be followed. */
const yearsOfParties = 4;

/** The parties whose motions can be followed: those that have raised any of late. */
export const knownParties = async ({ register, now }: Pick<FollowingDesk, 'register' | 'now'>) => {
  const thisYear = yearOf(stockholmDate(now()));
  const years = Array.from({ length: yearsOfParties }, (_, index) => thisYear - index);
  const pages = await Promise.all(years.map((year) => register.year(year, { limit: 200 })));
  const parties = pages.flatMap(({ items }) =>
    items.flatMap(({ movers }) => movers.map(({ party }) => party)),
  );
  return [...new Set(parties)]
    .filter((party) => party !== '-')
    .toSorted((one, other) => one.localeCompare(other, 'sv'));
};

/**
 * Asks the owner of an address whether letters may come there (double opt-in). The answer is the same whether the
 * address follows already or not, so that nobody learns that of another's; and an address is not written to again and
 * again.
 * @throws NotFound when nothing public is followed so: what somebody typed must never stand in our letters
 */
export const askToFollow = async (
  desk: FollowingDesk,
  { email, subject }: { readonly email: string; readonly subject: FollowedSubject },
): Promise<void> => {
  await requirePublic(desk, subject);
  const id = addressId(email);
  const [follower, requests] = await Promise.all([desk.following.follower(id), desk.following.requests(id)]);
  const key = subjectKey(subject);
  if (follower?.subjects.some((each) => subjectKey(each) === key) === true) return;
  const earlier = requests.find((each) => subjectKey(each.subject) === key);
  const now = desk.now();
  const isRecent =
    earlier !== undefined && Date.parse(now) - Date.parse(earlier.askedAt) < askAgainMinutes * 60_000;
  if (isRecent || (earlier === undefined && requests.length >= mostAsked)) return;
  if (earlier !== undefined) await desk.following.dropRequest(earlier);
  await desk.following.ask({ id, subject, email: email.trim(), askedAt: now, dueAt: now });
};

const requirePublic = async (desk: FollowingDesk, subject: FollowedSubject) => {
  if (subject.kind === 'all') return;
  const isThere =
    subject.kind === 'motion'
      ? (await desk.register.motion(subject.caseId)) !== undefined
      : (await knownParties(desk)).includes(subject.party);
  if (!isThere) throw new NotFound(subject.kind);
};

/** A code that is good: known, not used, not run out. */
const goodCode = async <K extends Code['kind']>(
  { following, now }: Pick<FollowingDesk, 'following' | 'now'>,
  code: string,
  kind: K,
): Promise<Extract<Code, { kind: K }> | undefined> => {
  const found = await following.code(codeHashOf(code));
  const isOf = (given: Code): given is Extract<Code, { kind: K }> => given.kind === kind;
  if (found === undefined || !isOf(found)) return undefined;
  return 'expiresAt' in found && found.expiresAt <= now() ? undefined : found;
};

/** What a link would confirm; undefined when it is good no more. */
export const confirmable = async (desk: FollowingDesk, code: string): Promise<FollowedSubject | undefined> =>
  (await goodCode(desk, code, 'confirm'))?.subject;

/** As often as two confirmations of one address can come in each other's way. */
const tries = 3;

/** The owner has said yes. The code is used up; a second time it is good no more. */
export const confirmFollowing = async (desk: FollowingDesk, code: string): Promise<boolean> => {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const found = await goodCode(desk, code, 'confirm');
    if (found === undefined) return false;
    const { id, subject } = found;
    const key: RequestKey = { id, subject };
    const before = await desk.following.follower(id);
    const after = before === undefined ? await newFollower(desk, key) : following(before, subject);
    if (after === undefined) return false;
    if (await desk.following.confirm(codeHashOf(code), key, after)) return true;
  }
  return false;
};

const following = (before: Follower, subject: FollowedSubject): Follower => ({
  ...before,
  version: before.version + 1,
  subjects: withSubject(before.subjects, subject),
});

/** Told from today on: what has happened earlier stands in the register. */
const newFollower = async (desk: FollowingDesk, key: RequestKey): Promise<Follower | undefined> => {
  const requests = await desk.following.requests(key.id);
  const email = requests.find((each) => subjectKey(each.subject) === subjectKey(key.subject))?.email;
  if (email === undefined) return undefined;
  const endKey = desk.newSalt();
  const now = desk.now();
  return {
    id: key.id,
    version: 1,
    email,
    subjects: [key.subject],
    endKey,
    endHash: codeHashOf(endKey),
    toldThrough: addDays(stockholmDate(now), -1),
    attempts: 0,
    dueAt: nextMorning(now),
  };
};

/** What the holder of a letter follows; undefined when the link is good no more. */
export const followedBy = async (
  desk: FollowingDesk,
  endKey: string,
): Promise<readonly FollowedSubject[] | undefined> => {
  const found = await goodCode(desk, endKey, 'end');
  return found && (await desk.following.follower(found.id))?.subjects;
};

/**
 * Ends it: everything that is known of the address is removed, or one subject when there are others. A repeat does
 * nothing.
 */
export const endFollowing = async (desk: FollowingDesk, endKey: string, subject?: string): Promise<void> => {
  const found = await goodCode(desk, endKey, 'end');
  const follower = found && (await desk.following.follower(found.id));
  if (follower === undefined) return;
  const left = follower.subjects.filter((each) => subject !== undefined && subjectKey(each) !== subject);
  if (left.length === 0) return desk.following.end(follower.id);
  await desk.following.saveSubjects(follower.id, left, follower.version);
};
