/** A paper sent with a letter. */
export interface LetterAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A letter to one recipient. */
export interface OutgoingLetter {
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The message id that SES gave the first letter of the case to this person; absent for that first letter. */
  readonly threadId?: string | undefined;
  /** The key of the row in the outbox, stated in the letter's head so that a letter sent twice can be recognised. */
  readonly letterId: string;
  readonly attachments?: readonly LetterAttachment[] | undefined;
  /** Where one POST ends the subscription (RFC 8058). Never set for letters that go with a role (domain.md §11.4). */
  readonly unsubscribeUrl?: string | undefined;
}

/** Header that holds a letter's id, as a URI would. */
export const letterIdHeader = 'X-Letter-ID';

/** Sends letters. There is no idempotency: a repeated call sends a second letter. */
export interface Mailer {
  /**
   * @returns the id the service gave the message; later letters of the case thread on it
   * @throws Transient (lambdas/failures.ts) when the same letter may be taken later; LetterRefused when it never will
   */
  send(letter: OutgoingLetter): Promise<{ readonly messageId: string }>;
}

/**
 * The letter itself is refused: sending it again cannot help, a person must look. Holds a code and never an address,
 * not even in `cause`, since failures are logged.
 */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused';
  /** What the service called it, e.g. `MessageRejected`, or `InvalidAddress` when it was not asked. */
  readonly code: string;

  constructor(code: string) {
    super(`The letter was refused: ${code}`);
    this.code = code;
  }
}
