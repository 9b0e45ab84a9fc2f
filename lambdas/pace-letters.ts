import { setTimeout as pause } from 'node:timers/promises';
import type { Mailer } from './ports/mailer.ts';

/** Time as the pace is kept by. */
export interface Pace {
  readonly perSecond: number;
  /** Milliseconds, ever growing. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/**
 * Sends no faster than SES has allowed us: each letter waits for its turn. One that SES throttles all the same is tried
 * again later as any other (casework/send-letters.ts).
 */
export const paceLetters = (mailer: Mailer, { perSecond, now, wait }: Pace): Mailer => {
  let free = 0;
  return {
    send: async (letter) => {
      const at = Math.max(now(), free);
      free = at + 1000 / perSecond;
      if (at > now()) await wait(at - now());
      return mailer.send(letter);
    },
  };
};

/** The pace of this process, by its own clock. */
export const ownPace = (perSecond: number): Pace => ({
  perSecond,
  now: () => performance.now(),
  wait: (milliseconds) => pause(milliseconds),
});
