/** A check and what it found; nothing is a pass. */
export interface Check {
  readonly name: string;
  readonly faults: readonly string[];
}

/** The values that occur more than once. */
export const repeatedIn = <T>(values: readonly T[]): T[] => {
  const seen = new Set<T>();
  const repeated = new Set<T>();
  for (const value of values) (seen.has(value) ? repeated : seen).add(value);
  return [...repeated];
};
