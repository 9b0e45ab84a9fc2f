import { stockholmDate } from '../../domain/calendar-date.ts';
import { Transient } from '../failures.ts';
import { type LetterFate, type LetterKey, letterReturned } from '../ports/case-letters.ts';
import type { Task } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';
import { caseLetterOf, followerOf } from './letter-id.ts';

/** What SES tells of a letter it took. */
export interface LetterNews {
  /** From the letter's head. */
  readonly letterId: string;
  readonly messageId: string;
  readonly address: string;
  readonly fate: LetterFate;
  /** Whether nothing more may be sent to the address: it does not exist, or its owner does not want our letters. */
  readonly stopsAddress: boolean;
}

/**
 * Notes what became of a letter. One that did not reach its reader becomes the registrar's task, and where writing again
 * is no use nothing more is sent to that address until the registrar says so. A repeat changes nothing.
 * @throws Transient when the letter is just being marked as sent: the news must come again
 */
export const takeLetterNews = async (casework: Casework, news: LetterNews): Promise<void> => {
  const { address, fate, stopsAddress } = news;
  if (stopsAddress && fate.kind !== 'delivered') {
    await casework.addresses.stop(address, { reason: fate.kind, at: casework.now() });
  }
  const followerId = followerOf(news.letterId);
  if (followerId !== undefined) {
    if (stopsAddress) await casework.following.end(followerId);
    return;
  }
  const key = caseLetterOf(news.letterId);
  if (key === undefined) return casework.journal.warn('news_of_no_letter');
  await noteFate(casework, key, news);
};

const noteFate = async (
  casework: Casework,
  key: LetterKey,
  { messageId, fate, stopsAddress }: LetterNews,
) => {
  const { cases, journal, realNow } = casework;
  const { caseId, version, template } = key;
  const row = await cases.letter(key);
  if (row === undefined) return journal.warn('news_of_no_letter', { caseId, version, template });
  const isBeingSent = row.state === 'owed' && row.leaseUntil !== undefined && row.leaseUntil > realNow();
  if (isBeingSent && row.messageId !== messageId) throw new Transient('the letter is not marked yet');
  // An automatic answer ("I am on leave") comes as a passing bounce of a letter that is in the box.
  if (fate.kind === 'bounced' && !stopsAddress && row.fate?.kind === 'delivered') return;
  const isAstray = fate.kind !== 'delivered';
  const task = isAstray ? returnedTask(casework, caseId) : undefined;
  const isNoted = await cases.markLetterFate(key, messageId, fate, task);
  if (isNoted && isAstray) journal.warn('letter_returned', { caseId, version, template, fate: fate.kind });
};

const returnedTask = ({ now }: Casework, caseId: string): Task => {
  const openedAt = now();
  return {
    caseId,
    kind: letterReturned,
    assignee: { role: 'registrar' },
    dueOn: stockholmDate(openedAt),
    openedAt,
  };
};
