import { randomBytes } from 'node:crypto';
import { ServiceError } from './service-error.ts';

/** What a task that waits on its token can be told. */
export interface TokenWait {
  succeed(outputText: string): void;
  fail(error: string, cause: string): void;
  beat(): void;
}

/** The tokens of the waiting tasks. A dead token is not remembered: its shape tells that it was ours. */
export interface Tokens {
  mint(): string;
  open(token: string, wait: TokenWait): void;
  close(token: string): void;
  /** The task that waits on the token, or AWS's error for one that none waits on. */
  find(token: string): TokenWait;
}

const shape = /^[\w-]{48}$/;

export const makeTokens = (): Tokens => {
  const ours = randomBytes(12).toString('base64url');
  const waits = new Map<string, TokenWait>();
  return {
    mint: () => ours + randomBytes(24).toString('base64url'),
    open: (token, wait) => {
      waits.set(token, wait);
    },
    close: (token) => {
      waits.delete(token);
    },
    find: (token) => {
      const wait = waits.get(token);
      if (wait !== undefined) return wait;
      if (!shape.test(token))
        throw new ServiceError('InvalidToken', `Invalid Token: '${token.slice(0, 60)}'`);
      if (token.startsWith(ours)) {
        throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
      }
      // Minted by a process that is gone, and its executions with it.
      throw new ServiceError('TaskDoesNotExist', "Task does not exist: 'Provided task does not exist'");
    },
  };
};
