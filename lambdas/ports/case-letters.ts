import type { Instant } from '../../domain/calendar-date.ts';
import type { LetterTemplate } from '../../domain/letters.ts';
import type { Page, PageRequest } from './page.ts';
import type { Task } from './task.ts';

/** A letter that a case owes somebody, and what has become of it. */
export interface OwedLetterRow {
  readonly caseId: string;
  readonly version: number;
  readonly memberId: string;
  readonly template: LetterTemplate;
  /**
   * `held`: to a person of protected identity, until somebody has approved it (domain.md §9). `dropped`: what it told was
   * taken back before it was sent.
   */
  readonly state: 'owed' | 'sent' | 'failed' | 'held' | 'dropped';
  readonly attempts: number;
  readonly owedAt?: Instant | undefined;
  readonly leaseUntil?: Instant | undefined;
  readonly sentAt?: Instant | undefined;
  /** SES's message id; later letters of the case thread on it. */
  readonly messageId?: string | undefined;
  /** Error code of the last try; never an address. */
  readonly problem?: string | undefined;
  /** Who approved a letter that was held, when and why. */
  readonly released?: LetterRelease | undefined;
  /** What became of it after SES took it; absent until SES has said. */
  readonly fate?: LetterFate | undefined;
  /** Who had it sent again, each time. */
  readonly resent?: readonly LetterRelease[] | undefined;
  /** Who saw to it in another way when it did not reach its reader. */
  readonly settled?: LetterRelease | undefined;
}
/** What SES has told of a letter; `code` is SES's own word for why, and never an address. */
export interface LetterFate {
  readonly kind: 'delivered' | 'bounced' | 'complained';
  readonly at: Instant;
  readonly code?: string | undefined;
}
/** A letter as it was sent: it is a public document, kept word for word (TF 2:10; domain.md §9). */
export interface KeptLetter {
  readonly templateVersion: number;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The papers that went with it, by the hash of the file. */
  readonly attachments?: readonly { readonly filename: string; readonly sha256: string }[] | undefined;
}
/** A person's act on a letter. */
export interface LetterRelease {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}
export type LetterKey = Pick<OwedLetterRow, 'caseId' | 'version' | 'memberId' | 'template'>;

/** The letters of the record of cases; conditional and thrown as the rest of it (case-store.ts). */
export interface CaseLetters {
  letters(caseId: string): Promise<readonly OwedLetterRow[]>;
  /** Claims a letter for sending until `leaseUntil`. @returns false when it is sent, failed or claimed by another */
  leaseLetter(key: LetterKey, now: Instant, leaseUntil: Instant): Promise<boolean>;
  /** @param kept the letter as it was sent */
  markLetterSent(key: LetterKey, messageId: string, at: Instant, kept: KeptLetter): Promise<void>;
  /** Gives a letter up for now (owed again at `retryAt`) or for good (then `task` is opened for the registrar). */
  markLetterFailed(
    key: LetterKey,
    problem: string,
    next: { retryAt: Instant } | { task: Task },
  ): Promise<void>;

  /** Owes letters again that were given up, and closes the task that said so. @returns how many */
  oweLettersAgain(caseId: string, owedAt: Instant): Promise<number>;

  /** Holds a letter that is owed until somebody releases it, and opens the task that says so. */
  holdLetter(key: LetterKey, task: Task): Promise<void>;
  /**
   * Owes those of the letters that are held, for good: one that is released is not held again. Closes the task that
   * said so, or opens it anew when others are still held.
   * @returns how many were released
   */
  releaseLetters(
    caseId: string,
    letters: readonly Omit<LetterKey, 'caseId'>[],
    release: LetterRelease,
    task: Task,
  ): Promise<number>;

  letter(key: LetterKey): Promise<OwedLetterRow | undefined>;
  /** The letter as it was sent as that message. */
  keptLetter(key: LetterKey, messageId: string): Promise<KeptLetter | undefined>;
  /**
   * Notes what became of a letter, if this is the message it was last sent as and nothing worse is known of it.
   * @param task opened for the registrar with it, when the letter did not reach its reader
   * @returns false when nothing was noted
   */
  markLetterFate(key: LetterKey, messageId: string, fate: LetterFate, task?: Task): Promise<boolean>;
  /**
   * Owes those of the letters again that were sent or given up; each is judged anew, also one that had been released.
   * Closes the tasks that said they had not come, after the last of them.
   * @returns how many
   */
  resendLetters(
    caseId: string,
    letters: readonly Omit<LetterKey, 'caseId'>[],
    act: LetterRelease,
  ): Promise<number>;
  /** Notes that those of the letters that did not reach their readers are seen to. Closes tasks as `resendLetters`. */
  settleLetters(
    caseId: string,
    letters: readonly Omit<LetterKey, 'caseId'>[],
    act: LetterRelease,
  ): Promise<number>;
  /** Letters that are held, were given up or came back, and that nobody has seen to, the oldest first. */
  lettersAstray(page: PageRequest): Promise<Page<OwedLetterRow>>;
}

/** Kind of the task that says a letter was given up; `oweLettersAgain` closes it. */
export const letterFailed = 'letter-failed';

/** Kind of the task that says a letter came back, or was called unwanted by its reader. */
export const letterReturned = 'letter-returned';

/** Kind of the task that says a letter waits for approval; `releaseLetters` closes it. */
export const letterHeld = 'letter-held';
