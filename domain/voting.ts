import { z } from 'zod';
import type { Attendance } from './attendance.ts';
import { type Refusal, refuse } from './refusal.ts';

/** How one member voted (KL 5:67 p. 5); `abstain` is one who chose not to take part in the vote (KL 4:25). */
export const ballot = z.object({
  memberId: z.string().min(1).max(80),
  ballot: z.enum(['yes', 'no', 'abstain']),
});
export type Ballot = z.infer<typeof ballot>;

/** The two ways that a vote can go. */
export const yesOrNo = z.enum(['yes', 'no']);
export type YesOrNo = z.infer<typeof yesOrNo>;

/** Ballots counted. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The arithmetic of a vote, for showing. */
export interface VoteResult extends Tally {
  readonly carried: YesOrNo;
  readonly carriedBy: 'majority' | 'casting-vote';
}

/** Those who take part: present and not disqualified (KL 5:47, 6:30). */
export const entitledOf = ({ present, disqualified }: Attendance): readonly string[] =>
  present.filter((each) => !disqualified.includes(each));

/** Who is in the room: by name where attendance is kept, else as a number, or not known. */
export interface Room {
  readonly attendance?: Attendance | undefined;
  readonly present?: number | undefined;
}

/** How many take part, where that is known. */
export const numberIn = ({ attendance, present }: Room): number | undefined =>
  attendance === undefined ? present : new Set(entitledOf(attendance)).size;

/** How many of those present can put a matter off in the council: at least a third (KL 5:50). */
export const minorityThreshold = (present: number): number => Math.ceil(present / 3);

/** Whether so many of those present are a majority, and no minority. */
export const isMoreThanHalf = (count: number, present: number): boolean => count * 2 > present;

/** Whether a member may take part where attendance is kept; where it is not, nothing is known against it. */
export const takesPart = (memberId: string, attendance: Attendance | undefined): Refusal | undefined => {
  if (attendance === undefined) return undefined;
  if (attendance.disqualified.includes(memberId)) return refuse('disqualified_took_part');
  return attendance.present.includes(memberId) ? undefined : refuse('voter_not_present');
};

const countOf = (ballots: readonly Ballot[], what: Ballot['ballot']) =>
  ballots.filter((each) => each.ballot === what).length;

/** How many ballots say what. */
export const tallyOf = (ballots: readonly Ballot[]): Tally => ({
  yes: countOf(ballots, 'yes'),
  no: countOf(ballots, 'no'),
  abstain: countOf(ballots, 'abstain'),
});

interface Vote {
  readonly ballots: readonly Ballot[];
  readonly castingVote?: YesOrNo | undefined;
}

/**
 * Counts an open vote: one vote each (KL 4:24), simple majority of those who voted (KL 5:55), the chair's casting
 * vote on a tie (KL 5:56). As many have a ballot as were there, by name where attendance is kept (KL 5:67 p. 5).
 */
export const countVote = (
  vote: Vote,
  who: Room & { readonly chair?: string | undefined },
): VoteResult | Refusal => {
  const refused = rollRefusal(vote.ballots, who);
  if (refused !== undefined) return refused;
  const tally = tallyOf(vote.ballots);
  if (tally.yes === tally.no) return tieBroken(vote, tally, who.chair);
  if (vote.castingVote !== undefined) return refuse('casting_vote_without_tie');
  return { ...tally, carried: tally.yes > tally.no ? 'yes' : 'no', carriedBy: 'majority' };
};

/** The roll of a vote: nobody twice, nobody who may not, nobody left out. */
const rollRefusal = (ballots: readonly Ballot[], room: Room): Refusal | undefined => {
  if (ballots.length === 0) return refuse('vote_without_ballots');
  const voters = new Set(ballots.map((each) => each.memberId));
  if (voters.size < ballots.length) return refuse('voted_twice');
  for (const voter of voters) {
    const refused = takesPart(voter, room.attendance);
    if (refused !== undefined) return refused;
  }
  const missing = (numberIn(room) ?? voters.size) - voters.size;
  if (missing < 0) return refuse('voter_not_present', { detail: `Det är ${-missing} röster för många.` });
  return missing > 0 ? refuse('voter_missing', { detail: `Det saknas ${missing}.` }) : undefined;
};

/**
 * The chair decides a tie (KL 5:56). He or she may abstain like anyone, but not when the vote is needed to decide
 * (KL 4:25 2 st.).
 */
const tieBroken = (
  { ballots, castingVote }: Vote,
  tally: Tally,
  chair: string | undefined,
): VoteResult | Refusal => {
  const hasAbstained = ballots.some((each) => each.memberId === chair && each.ballot === 'abstain');
  if (castingVote === undefined) return refuse(hasAbstained ? 'chair_must_vote' : 'casting_vote_missing');
  if (chair === undefined) return refuse('chair_missing');
  return { ...tally, carried: castingVote, carriedBy: 'casting-vote' };
};
