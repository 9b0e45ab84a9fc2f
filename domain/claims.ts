import { z } from 'zod';
import { remark } from './documents.ts';
import { clauseRef } from './outcome.ts';
import { ballot, yesOrNo } from './voting.ts';

/** Claims and how they were put to the meeting: items 1–3 and 5 of the minutes (KL 5:67, for the board 6:35). */
export const memberId = z.string().min(1).max(80);
/** The number of a claim, a proposition or a point, from 1 (KL 5:67). */
export const ordinal = z.int().min(1).max(1000);
/** Whether nothing is given twice. */
export const isDistinct = (given: readonly unknown[]) => new Set(given).size === given.length;
/** What is said when something is. */
export const givenTwice = 'Samma nummer eller namn står två gånger.';
/** The clauses that something is about, each once. */
export const clauseRefs = z.array(clauseRef).max(50).refine(isDistinct, givenTwice);

/** A claim (yrkande). The deferrals concern the matter as a whole; an addition decides no clause by itself. */
export const claimKind = z.enum([
  'GRANT',
  'REJECT',
  'ANSWER',
  'AMEND',
  'ADD',
  'WRITE_OFF',
  'REFER_BACK',
  'POSTPONE',
]);
export type ClaimKind = z.infer<typeof claimKind>;
/** The kinds that concern whether the matter is dealt with now (KL 5:50). */
export const deferralKind = claimKind.extract(['REFER_BACK', 'POSTPONE']);
export type DeferralKind = z.infer<typeof deferralKind>;

/** The mover of the proposal that lies before the meeting: in the council the board's own. */
export const theBoard = 'board';

/** A claim without its text. */
export const claimFacts = z.object({
  claimNo: ordinal,
  /** A member by id, or `board`. */
  mover: memberId,
  party: z.string().trim().min(1).max(80).optional(),
  kind: claimKind,
  /** The clauses it is for; empty for a deferral, and for an addition to the decision as a whole. */
  clauses: clauseRefs,
  state: z.enum(['standing', 'withdrawn', 'refused']),
  /** What the chair found (KL 5:57). An unlawful claim may stand: the council can have it put all the same. */
  finding: z.enum(['new-matter', 'unlawful']).optional(),
});
/** A claim with the words it was made in, where they are noted. */
export const claim = claimFacts.extend({ text: remark.optional() });
export type Claim = z.infer<typeof claim>;

/** A claim by number, or `null`: no to the claim it is put against, for a deferral "avgörs i dag". */
const side = ordinal.nullable();
const roundFacts = {
  carried: side,
  /** Those who asked for a deferral as a minority (KL 5:50); only where the other side is `null`. */
  minority: z.array(memberId).min(1).max(500).optional(),
};
/** A round in which a yes and a no are put against each other. */
export const contest = {
  /** `main` puts the main claim (huvudförslag), last; `counter` chooses between counter-claims (motförslag). */
  kind: z.enum(['main', 'counter']),
  /** What a yes and a no mean. */
  yes: side,
  no: side,
  method: z.enum(['acclamation', 'recorded-vote', 'secret-ballot']),
  castingVote: yesOrNo.optional(),
  ...roundFacts,
};
/** By acclamation the chair may find one carried among all that are left. */
export const among = z.object({ kind: z.literal('among'), method: z.literal('acclamation'), ...roundFacts });

/** One round of putting a proposition: a contest, or a vote among more than two. */
export const round = z.discriminatedUnion('kind', [
  z.object({ ...contest, ballots: z.array(ballot).max(500).optional() }),
  among,
]);
export type Round = z.infer<typeof round>;
/** A round that is a contest. */
export type Contest = Exclude<Round, { kind: 'among' }>;

/** What a proposition was about, and the claims put. */
export const propositionFacts = {
  /** The clauses it settles, or whether the matter is deferred. */
  about: z.union([clauseRefs, z.literal('deferral')]),
  /** The claims in the order they were put (KL 5:67 p. 2). */
  claims: z.array(ordinal).min(1).max(50).refine(isDistinct, givenTwice),
};
/** A proposition as it was put, round by round (KL 5:67 p. 2 and 3). */
export const proposition = z.object({ ...propositionFacts, rounds: z.array(round).min(1).max(50) });
export type Proposition = z.infer<typeof proposition>;
