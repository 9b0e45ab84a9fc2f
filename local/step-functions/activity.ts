/** Counts what is making progress, so that tests can wait for standstill instead of sleeping. */
export interface Activity {
  enter(): void;
  leave(): void;
  /** Resolves when nothing makes progress. */
  idle(): Promise<void>;
}

export const makeActivity = (): Activity => {
  let active = 0;
  let waiting: (() => void)[] = [];
  const check = (): void => {
    if (active > 0) return;
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  };
  return {
    enter: () => {
      active += 1;
    },
    leave: () => {
      active -= 1;
      // A branch ends a few microtasks before its parent goes on: only what is still at rest after
      // those is at standstill.
      if (active === 0 && waiting.length > 0) setImmediate(check);
    },
    idle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        setImmediate(check);
      }),
  };
};
