/** setTimeout's longest delay; anything longer would fire at once. */
const LONGEST_MILLISECONDS = 2_147_483_647;

/**
 * Calls back once after any time at all, 300 days included, and lets the process end meanwhile.
 * @returns a function that calls it off
 */
export const after = (milliseconds: number, callback: () => void): (() => void) => {
  let timer: NodeJS.Timeout;
  const arm = (left: number): void => {
    const leg = Math.min(left, LONGEST_MILLISECONDS);
    timer = setTimeout(() => (left > leg ? arm(left - leg) : callback()), leg);
    timer.unref();
  };
  arm(Math.max(0, milliseconds));
  return () => clearTimeout(timer);
};
