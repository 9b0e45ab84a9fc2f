import { clockLaw, clocksOfMotion } from '../../domain/clocks.ts';
import { Conflict } from '../failures.ts';
import type { Casework } from './dependencies.ts';

/** The record can move between reading and writing; a few rounds settle it. */
const rounds = 5;

/**
 * Gives open cases the clocks that the law has come to know since they were written: once for each law, then it is
 * noted on the table and costs one read. A clock that stands already is written as it stands.
 * @returns number of cases with clocks
 * @throws the first failure of a case, when all the others have theirs; the law is not noted then
 */
export const adoptClocks = async (casework: Casework): Promise<number> => {
  const { clocks } = casework;
  if ((await clocks.adoptedLaw()) >= clockLaw) return 0;
  const seen = new Set<string>();
  const failures: unknown[] = [];
  let adopted = 0;
  // A case whose execution starts meanwhile changes its place in the list: read until there is none unseen.
  for (
    let unseen = await openCases(casework, seen);
    unseen.length > 0;
    unseen = await openCases(casework, seen)
  ) {
    for (const caseId of unseen) {
      seen.add(caseId);
      try {
        if (await adoptFor(casework, caseId)) adopted += 1;
      } catch (error) {
        failures.push(error);
        const name = error instanceof Error ? error.name : 'unknown';
        casework.journal.warn('clocks_not_adopted', { caseId, error: name });
      }
    }
  }
  for (const error of failures) throw error;
  await clocks.markLawAdopted(clockLaw);
  return adopted;
};

const openCases = async ({ cases }: Casework, seen: ReadonlySet<string>): Promise<string[]> => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.openExecutions({ limit: 200, cursor });
    found.push(...page.items.map(({ caseId }) => caseId).filter((caseId) => !seen.has(caseId)));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

/** @returns false when no clock runs for the case */
const adoptFor = async ({ cases, clocks }: Casework, caseId: string): Promise<boolean> => {
  for (let round = 1; round <= rounds; round += 1) {
    const state = await cases.load(caseId);
    const running = clocksOfMotion(state?.motion);
    if (state === undefined || running.length === 0) return false;
    if (await clocks.adopt(caseId, state.motion.version, running)) return true;
  }
  throw new Conflict('the record keeps moving');
};
