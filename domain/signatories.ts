import type { Signatory } from './motion.ts';

/** Signatories of a draft: nobody has approved it yet. */
export const unsigned = (memberIds: readonly string[]): Signatory[] =>
  memberIds.map((memberId) => ({ memberId }));

/** A revised text is approved anew; who has signed the received one keeps party and withdrawal (domain.md §1.4). */
export const unapproved = (before: readonly Signatory[], memberIds: readonly string[]): Signatory[] =>
  memberIds.map((memberId) => {
    const known: Signatory = before.find((each) => each.memberId === memberId) ?? { memberId };
    const { approvedHash: _, ...kept } = known;
    return kept;
  });

/** The party each had when signing (domain.md §1.4). */
export const withParties = (
  signatories: readonly Signatory[],
  parties: readonly { memberId: string; party: string }[],
): Signatory[] =>
  signatories.map((each) => {
    const signed = parties.find((party) => party.memberId === each.memberId);
    return signed === undefined ? each : { ...each, party: signed.party };
  });

/** Clauses are withdrawn by their number: in a text that is written anew nobody has withdrawn any yet. */
export const withNewClauses = <R extends { readonly withdrawnClauses?: unknown }>(
  record: R,
): Omit<R, 'withdrawnClauses'> => {
  const { withdrawnClauses: _, ...rest } = record;
  return rest;
};
/** The same for what each signatory has withdrawn. */
export const allClauses = (signatories: readonly Signatory[]): Signatory[] =>
  signatories.map(({ withdrawnClauses: _, ...each }) => each);
