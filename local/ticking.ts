import type { TickReport } from '../lambdas/casework/tick.ts';

/** The schedule of one machine: calls `tick` at an interval, never two at once, and on demand. */
export interface Ticking {
  tick(sweep?: boolean): Promise<TickReport>;
  stop(): Promise<void>;
}

const intervalSeconds = 5;

/**
 * Starts the schedule. The first tick sweeps: every execution went with the process that ran it.
 * @param run one tick
 */
export const startTicking = (run: (sweep: boolean) => Promise<TickReport>): Ticking => {
  let last: Promise<unknown> = Promise.resolve();
  const tick = (sweep = false): Promise<TickReport> => {
    const next = last.then(() => run(sweep));
    // One that failed is told to whoever asked for it; those after it run all the same.
    last = next.catch(() => undefined);
    return next;
  };
  const timer = setInterval(() => void tick().catch(() => undefined), intervalSeconds * 1000);
  timer.unref();
  void tick(true).catch(() => undefined);
  return {
    tick,
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
};
