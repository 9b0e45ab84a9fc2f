import { composeConfirmation, composeNews } from '../../documents/letters/apart/compose.ts';
import { type ConfirmationFacts, newsFacts } from '../../documents/letters/apart/facts.ts';
import { stockholmDate } from '../../domain/calendar-date.ts';
import {
  concerns,
  confirmationHours,
  daysToTell,
  type FollowedSubject,
  type PublicNews,
} from '../../domain/following.ts';
import { nextMorning, retryAfter } from '../../domain/letter-times.ts';
import type { PublicMotion } from '../../domain/public-motion.ts';
import { Transient } from '../failures.ts';
import type { Claim, Follower, FollowRequest, NewsThread, RequestKey } from '../ports/following.ts';
import { LetterRefused } from '../ports/mailer.ts';
import type { Casework } from './dependencies.ts';
import { codeHashOf } from './follow.ts';
import { apartLetterId } from './letter-id.ts';
import { type LetterDesk, leaseSeconds } from './send-letters.ts';

type Desk = Casework & LetterDesk;

/** A claim on a letter from now on. */
export const claimOf = ({ now, realNow }: Pick<Casework, 'now' | 'realNow'>): Claim => {
  const claimedAt = realNow();
  const until = new Date(Date.parse(claimedAt) + leaseSeconds * 1000).toISOString();
  return { now: now(), realNow: claimedAt, until };
};

const hoursAfter = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();

/**
 * Asks the owner of an address, by a letter with a link, whether letters may come there. Only the hash of the link's
 * code is kept, so each try has a code of its own, and the last letter is the one that is good. A request that nobody
 * has confirmed is removed with its address.
 */
export const askOwner = async (desk: Desk, key: RequestKey): Promise<void> => {
  const { following, now } = desk;
  const request = await following.leaseRequest(key, claimOf(desk));
  if (request === undefined) return;
  const isOver = request.state === 'sent' || hoursAfter(request.askedAt, confirmationHours) <= now();
  const facts = isOver ? undefined : await aboutOf(desk, request.subject);
  const isUnwanted = (await desk.addresses.stopOf(request.email)) !== undefined;
  if (facts === undefined || isUnwanted) return following.dropRequest(request);
  const code = desk.newSalt();
  const expiresAt = hoursAfter(now(), confirmationHours);
  if (!(await following.keepCode(request, codeHashOf(code), expiresAt))) return;
  try {
    await desk.mailer.send(confirmationLetter(desk, request, facts, code));
  } catch (error) {
    if (error instanceof Transient) return following.retryRequest(key, retryAfter(now(), request.attempts));
    desk.journal.warn('confirmation_not_sent', { problem: problemOf(error) });
    return following.dropRequest({ ...request, codeHash: codeHashOf(code) });
  }
  await marked(desk, () => following.markRequestSent(key, expiresAt));
};

const confirmationLetter = (
  { organisation }: Desk,
  { id, email }: FollowRequest,
  about: ConfirmationFacts['about'],
  code: string,
) => ({
  to: email,
  ...composeConfirmation({
    organisation: organisation.name,
    about,
    link: `${organisation.publicUrl}/prenumerera/bekrafta/${code}`,
    hours: confirmationHours,
  }),
  letterId: apartLetterId.request(id),
});

const aboutOf = async (
  { register }: Desk,
  subject: FollowedSubject,
): Promise<ConfirmationFacts['about'] | undefined> => {
  if (subject.kind !== 'motion') return subject;
  const motion = await register.motion(subject.caseId);
  return motion && { kind: 'motion', registrationNumber: motion.registrationNumber, title: motion.title };
};

/** What is read once for all followers of one tick. */
export interface NewsReader {
  readonly newsOf: (day: string) => Promise<readonly PublicNews[]>;
  readonly motionOf: (caseId: string) => Promise<PublicMotion | undefined>;
}

/** Reads public news and motions, each once. */
export const newsReader = ({ following, register }: Pick<Casework, 'following' | 'register'>): NewsReader => {
  const news = new Map<string, Promise<readonly PublicNews[]>>();
  const motions = new Map<string, Promise<PublicMotion | undefined>>();
  const once = <T>(kept: Map<string, Promise<T>>, key: string, read: () => Promise<T>) => {
    const found = kept.get(key) ?? read();
    kept.set(key, found);
    return found;
  };
  return {
    newsOf: (day) => once(news, day, () => following.news(day)),
    motionOf: (caseId) => once(motions, caseId, () => register.motion(caseId)),
  };
};

/**
 * Tells a follower what has happened in the days that are over: one letter, never empty. Days that could not be told
 * come with the next letter.
 */
export const tellFollower = async (desk: Desk, id: string, reader: NewsReader): Promise<void> => {
  const { following, now } = desk;
  const follower = await following.leaseFollower(id, claimOf(desk));
  if (follower === undefined) return;
  if ((await desk.addresses.stopOf(follower.email)) !== undefined) return following.end(id);
  const days = daysToTell(follower.toldThrough, stockholmDate(now()));
  const told = days.at(-1) ?? follower.toldThrough;
  const motions = await motionsToTell(follower, days, reader);
  let threads: readonly NewsThread[] | undefined;
  if (motions.length > 0) {
    try {
      const { messageId } = await desk.mailer.send(newsLetter(desk, follower, motions, told));
      threads = threadsWith(follower, motions, messageId);
    } catch (error) {
      if (error instanceof Transient)
        return following.retryFollower(id, retryAfter(now(), follower.attempts));
      // A letter that no repeat can mend must not hold up those after it.
      desk.journal.alarm('news_not_sent', { problem: problemOf(error) });
    }
  }
  await marked(desk, () => following.markTold(id, told, nextMorning(now()), threads));
};

/** The motion that the letter is about, when it is about one. */
const onlyMotion = ([first, ...others]: readonly MotionNews[]): string | undefined =>
  others.length === 0 ? first?.motion.caseId : undefined;

/** With the letter that others will answer; kept for motions that are followed by themselves, which are few. */
const threadsWith = (
  { subjects, threads = [] }: Follower,
  motions: readonly MotionNews[],
  messageId: string,
): readonly NewsThread[] | undefined => {
  const caseId = onlyMotion(motions);
  const isFollowed = subjects.some((each) => each.kind === 'motion' && each.caseId === caseId);
  if (caseId === undefined || !isFollowed || threads.some((each) => each.caseId === caseId)) return undefined;
  return [...threads, { caseId, messageId }];
};

interface MotionNews {
  readonly motion: PublicMotion;
  readonly news: readonly PublicNews[];
}

const motionsToTell = async (
  { subjects }: Follower,
  days: readonly string[],
  { newsOf, motionOf }: NewsReader,
): Promise<readonly MotionNews[]> => {
  const news = (await Promise.all(days.map(newsOf))).flat();
  const found: MotionNews[] = [];
  for (const [caseId, own] of Map.groupBy(news, (each) => each.caseId)) {
    const motion = await motionOf(caseId);
    if (motion !== undefined && concerns(subjects, motion)) found.push({ motion, news: own });
  }
  return found;
};

const newsLetter = (
  { organisation }: Desk,
  { id, email, endKey, threads }: Follower,
  motions: readonly MotionNews[],
  through: string,
) => {
  const { publicUrl, name, bodies } = organisation;
  const endLink = `${publicUrl}/prenumerera/avsluta/${endKey}`;
  const facts = newsFacts.parse({
    organisation: name,
    bodies,
    register: publicUrl,
    endLink,
    motions: motions.map(({ motion, news }) => ({
      registrationNumber: motion.registrationNumber,
      title: motion.title,
      page: `${publicUrl}/motioner/${motion.caseId}`,
      outcome: motion.decision?.outcome,
      news,
    })),
  });
  return {
    to: email,
    ...composeNews(facts),
    threadId: threads?.find(({ caseId }) => caseId === onlyMotion(motions))?.messageId,
    letterId: apartLetterId.news(id, through),
    unsubscribeUrl: endLink,
  };
};

const problemOf = (error: unknown): string =>
  error instanceof LetterRefused ? error.code : error instanceof Error ? error.name : 'unknown';

const marks = 3;

/** The letter has gone: left unmarked it goes again when the claim has run out, as any letter (send-letters.ts). */
export const marked = async (desk: Pick<Casework, 'journal'>, mark: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; attempt <= marks; attempt += 1) {
    try {
      return await mark();
    } catch (error) {
      if (attempt < marks) continue;
      desk.journal.alarm('letter_sent_not_marked', {
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
};
