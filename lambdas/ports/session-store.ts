import type { Instant } from '../../domain/calendar-date.ts';

/** A person who is signed in, in one browser. Named by the hash of what the browser holds, never by that itself. */
export interface Session {
  readonly sessionHash: string;
  readonly subject: string;
  /** What every form of this session carries, so that no other site's form is taken. */
  readonly csrf: string;
  /** Real time, as every instant here: the law's clock has no say over sessions. */
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
}

/** A sign-in that has been begun: what must come back with the answer, once. */
export interface SignInAttempt {
  readonly attemptHash: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page that was asked for. */
  readonly returnTo: string;
  readonly expiresAt: Instant;
}

/**
 * Sessions as rows, so that signing out and revoking hold everywhere at once (architecture §9). A row that has expired
 * counts as gone, whether or not it has been removed.
 */
export interface SessionStore {
  beginAttempt(attempt: SignInAttempt): Promise<void>;
  /** The attempt, once: whoever asks again gets nothing. */
  takeAttempt(attemptHash: string, now: Instant): Promise<SignInAttempt | undefined>;
  open(session: Session): Promise<void>;
  find(sessionHash: string, now: Instant): Promise<Session | undefined>;
  close(sessionHash: string): Promise<void>;
  /** Ends every session of a person that was started up to an instant. */
  closeAll(subject: string, startedUpTo: Instant): Promise<void>;
}
