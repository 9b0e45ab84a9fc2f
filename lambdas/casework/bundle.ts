import type { Motion } from '../../domain/motion.ts';
import type { CaseStore } from '../ports/case-store.ts';

/** The motions that are prepared with a lead, in the order of their case ids; none when it leads nobody. */
export const followersOf = async (
  { byLead }: Pick<CaseStore, 'byLead'>,
  lead: string,
): Promise<readonly Motion[]> => {
  const found: Motion[] = [];
  let cursor: string | undefined;
  do {
    const page = await byLead(lead, { limit: 200, cursor });
    found.push(...page.items.map(({ motion }) => motion));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found.sort((one, other) => (one.caseId < other.caseId ? -1 : 1));
};

/** The case that names the bundle a motion is in: the one it is prepared with, or itself. */
export const leadIdOf = (record: Motion): string =>
  ('jointWith' in record ? record.jointWith : undefined) ?? record.caseId;
