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

/** Motions prepared together: the one they are prepared with, and those that follow it. */
export interface Bundle {
  /** Undefined when the record has no such case. */
  readonly lead: Motion | undefined;
  readonly followers: readonly Motion[];
}

/** The bundle a motion is in; one that is prepared alone leads itself and nobody else. */
export const bundleOf = async (
  cases: Pick<CaseStore, 'byLead' | 'load'>,
  record: Motion,
): Promise<Bundle> => {
  const leadId = 'jointWith' in record ? record.jointWith : undefined;
  if (leadId === undefined) return { lead: record, followers: await followersOf(cases, record.caseId) };
  const [state, listed] = await Promise.all([cases.load(leadId), followersOf(cases, leadId)]);
  // The list may lag: a motion that has just joined is of the bundle all the same.
  const others = listed.filter((each) => each.caseId !== record.caseId);
  return { lead: state?.motion, followers: [...others, record] };
};
